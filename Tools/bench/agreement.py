"""Whether a peer's answers are ours, as far as its plane allows: nothing is said where they agree.

Each function takes our answers and the peer's to the same questions, and returns what is wrong in words.
"""

import math
from collections.abc import Callable, Sequence

Numbers = Sequence[float]
Agreement = Callable[[Numbers, Numbers], str | None]


def complaint(wrong: list[int], count: int, what: str, allowed: int = 0) -> str | None:
    if len(wrong) <= allowed:
        return None
    return f"{len(wrong)} of {count} {what}, the first is number {wrong[0]}"


def same_sides(ours: Numbers, theirs: Numbers) -> str | None:
    """Ours −1, 0 or 1; theirs 1 inside."""
    wrong = [index for index, (our, their) in enumerate(zip(ours, theirs)) if (our == 1) != (their == 1)]
    return complaint(wrong, len(theirs), "places lie on the other side")


def near_distances(ours: Numbers, theirs: Numbers) -> str | None:
    """Signed meters; one scale for the whole window is wrong by up to 1.3 % at its ends."""
    def differ(our: float, their: float) -> bool:
        return not abs(our - their) <= 0.02 * abs(our) + 0.01

    wrong = [index for index, pair in enumerate(zip(ours, theirs)) if differ(*pair)]
    return complaint(wrong, len(theirs), "distances differ by more than 2 % and 1 cm")


def same_seconds(ours: Numbers, theirs: Numbers) -> str | None:
    """Ours meters, legs of one second, and depth, track by track; theirs seconds."""
    return same_total(ours[1::3], theirs, 1e-3, "s")


def same_lengths(ours: Numbers, theirs: Numbers) -> str | None:
    """Ours meters, legs and depth, path by path; theirs meters in a plane."""
    return same_total(ours[0::3], theirs, 5e-3, "m")


def same_total(ours: Numbers, theirs: Numbers, tolerance: float, unit: str) -> str | None:
    our, their = math.fsum(ours[:len(theirs)]), math.fsum(theirs)
    if abs(our - their) <= tolerance * abs(our):
        return None
    return f"{our:.3f} {unit} inside in all, theirs {their:.3f} {unit}"


def same_entering(ours: Numbers, theirs: Numbers) -> str | None:
    """Ours meters, legs and depth, path by path; theirs whether they meet. A straight line in the plane is some
    meters off the geodesic, so that a path which ends at the border may do the one and not the other."""
    wrong = [index for index, (our, their) in enumerate(zip(ours[0::3], theirs)) if (our > 0) != (their > 0)]
    return complaint(wrong, len(theirs), "paths meet the inside of the one border only", allowed=len(theirs) // 500)


def same_arcs(ours: Numbers, theirs: Numbers) -> str | None:
    """Meters and two azimuths, pair by pair."""
    def differ(at: int) -> bool:
        turns = max(abs(math.remainder(ours[at + k] - theirs[at + k], 360)) for k in (1, 2))
        return not (abs(ours[at] - theirs[at]) <= 1e-6 and turns <= 1e-9)

    wrong = [at // 3 for at in range(0, len(theirs), 3) if differ(at)]
    return complaint(wrong, len(theirs) // 3, "lines differ by more than 1 µm or 1e-9 degrees")


def same_ends(ours: Numbers, theirs: Numbers) -> str | None:
    """Latitude, longitude and azimuth, line by line; 1 µm is 9e-12 degrees."""
    def differ(at: int) -> bool:
        north = ours[at] - theirs[at]
        east = math.remainder(ours[at + 1] - theirs[at + 1], 360) * math.cos(math.radians(ours[at]))
        return not math.hypot(north, east) <= 9e-12

    wrong = [at // 3 for at in range(0, len(theirs), 3) if differ(at)]
    return complaint(wrong, len(theirs) // 3, "ends lie more than 1 µm apart")

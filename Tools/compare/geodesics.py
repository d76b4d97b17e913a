"""Geodesics on WGS 84: the product against GeographicLib."""

import math

import numpy
from geographiclib.geodesic import Geodesic

from probe import ask

WGS84 = Geodesic.WGS84
LIMIT = 15e-9


def make_pairs(count, seed):
    """Pairs of places: anywhere, near each other, nearly antipodal, on meridians, the equator, poles and ±180°."""
    random = numpy.random.default_rng(seed)
    latitudes = numpy.degrees(numpy.arcsin(random.uniform(-1, 1, (count, 2))))
    longitudes = random.uniform(-180, 180, (count, 2))
    pairs = numpy.stack((latitudes[:, 0], longitudes[:, 0], latitudes[:, 1], longitudes[:, 1]), axis=1)
    kind = numpy.arange(count) % 12
    for row, (what, (φ1, λ1, φ2, λ2)) in enumerate(zip(kind, pairs)):
        tiny = 10 ** random.uniform(-13, 0) * random.choice((-1, 1))
        small = 10 ** random.uniform(-13, 0) * random.choice((-1, 1))
        hard = {
            3: (φ1, λ1, φ1 + tiny, λ1 + small),  # near each other, down to 10 nm
            4: (φ1, λ1, -φ1 + tiny, λ1 + 180 + small),  # nearly antipodal
            5: (tiny, λ1, small, λ1 + random.uniform(178, 180)),  # nearly antipodal at the equator
            6: (φ1, λ1, φ2, λ1 + random.choice((0, 180))),  # one meridian
            7: (0.0, λ1, 0.0, λ2),  # the equator
            8: (random.choice((-90.0, 90.0)), λ1, φ2, λ2),  # from a pole
            9: (90 - abs(tiny) * 1e-3, λ1, 90 - abs(small), λ2),  # close to a pole
            10: (φ1, 180 - abs(tiny), φ2, -180 + abs(small)),  # across the antimeridian
            11: (φ1, 0.0, -φ1, 180.0),  # antipodal
        }.get(int(what))
        if hard:
            pairs[row] = hard
    pairs[:, (0, 2)] = pairs[:, (0, 2)].clip(-90, 90)
    return pairs


def turn(a, b):
    return abs(math.remainder(a - b, 360))


def compare(probe, count, seed):
    """Prints the table; whether a distance or a place differs by more than 15 nm."""
    pairs = make_pairs(count, seed)
    arcs, inverse_time = ask(probe, ["inverse"], pairs, 3)
    worst_distance, worst_azimuth, worst_arrival = (0.0, []), (0.0, []), (0.0, [])
    lines = []
    for pair, (meters, azimuth1, azimuth2) in zip(pairs.tolist(), arcs.tolist()):
        theirs = WGS84.Inverse(*pair)
        worst_distance = max(worst_distance, (abs(meters - theirs["s12"]), pair))
        lines.append((pair[0], pair[1], theirs["azi1"], theirs["s12"]))
        # Between places nearly antipodal, or close to each other or to a pole, an azimuth means nothing to 1e-9 degrees.
        if 1000 < meters < 19_900_000 and max(abs(pair[0]), abs(pair[2])) < 89.9:
            azimuths = max(turn(azimuth1, theirs["azi1"]), turn(azimuth2, theirs["azi2"]))
            worst_azimuth = max(worst_azimuth, (azimuths, pair))
        # Wherever they point: GeographicLib's line in our direction must arrive.
        end = WGS84.Direct(pair[0], pair[1], azimuth1, meters)
        miss = WGS84.Inverse(end["lat2"], end["lon2"], pair[2], pair[3], Geodesic.DISTANCE)["s12"]
        worst_arrival = max(worst_arrival, (miss, pair))

    places, direct_time = ask(probe, ["direct"], numpy.array(lines), 3)
    worst_place = (0.0, ())
    for line, (latitude, longitude, _) in zip(lines, places.tolist()):
        theirs = WGS84.Direct(*line)
        miss = WGS84.Inverse(theirs["lat2"], theirs["lon2"], latitude, longitude, Geodesic.DISTANCE)["s12"]
        worst_place = max(worst_place, (miss, line))

    print(f"geodesics on WGS 84, {count} pairs, seed {seed}; GeographicLib 2.1")
    print(f"  distance (inverse)                 {worst_distance[0] * 1e9:.2f} nm, {worst_distance[1]}")
    print(f"  place (direct)                     {worst_place[0] * 1e9:.2f} nm, {worst_place[1]}")
    print(f"  arrival in the inverse's direction {worst_arrival[0] * 1e9:.2f} nm, {worst_arrival[1]}")
    print(f"  azimuth, 1 km to 19 900 km         {worst_azimuth[0]:.1e} degrees, {worst_azimuth[1]}")
    print(f"  time of an inverse, of a direct    {inverse_time:.0f} ns, {direct_time:.0f} ns")
    return max(worst_distance[0], worst_place[0]) > LIMIT

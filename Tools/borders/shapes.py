"""Vertices, rings and polygons in whole units of 1e-7 degree.

A vertex is (longitude, latitude). Whole numbers make "unchanged" and "shared" exact questions: two vertices are the
same if and only if they are written the same. A ring is kept open, its first vertex is not repeated at its end. A
polygon is its exterior ring followed by its holes.
"""

UNITS_PER_DEGREE = 10_000_000

Vertex = tuple[int, int]
Ring = list[Vertex]
Polygon = list[Ring]


def units(degrees: float) -> int:
    """The nearest whole unit."""
    return round(degrees * UNITS_PER_DEGREE)


def degrees_text(value: int) -> str:
    """Degrees with seven decimals, written from the whole number without passing through a binary fraction."""
    whole, fraction = divmod(abs(value), UNITS_PER_DEGREE)
    return f"{'-' if value < 0 else ''}{whole}.{fraction:07d}"


def edges(ring: Ring) -> list[tuple[Vertex, Vertex]]:
    """Every edge of the ring, the closing one last."""
    return list(zip(ring, ring[1:] + ring[:1]))


def twice_signed_area(ring: Ring) -> int:
    """Twice the area in square units, exact; positive when the ring runs counterclockwise."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in edges(ring))


def turned(ring: Ring, counterclockwise: bool) -> Ring:
    """The same ring, running the way that is asked for."""
    return ring if (twice_signed_area(ring) > 0) == counterclockwise else ring[::-1]


def wound(polygon: Polygon) -> Polygon:
    """The same polygon as RFC 7946 wants it: exterior counterclockwise, holes clockwise."""
    return [turned(polygon[0], True)] + [turned(hole, False) for hole in polygon[1:]]


def started_at_least(ring: Ring) -> Ring:
    """The same ring from its least vertex (westernmost, then southernmost), so that no library chooses the start."""
    start = ring.index(min(ring))
    return ring[start:] + ring[:start]

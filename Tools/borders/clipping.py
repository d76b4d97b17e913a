"""Cutting polygons at a window.

The cut is made by GEOS through shapely; `proof.py` then holds the result against the source, exactly.
"""

import shapely

from proof import prove
from shapes import Polygon, started_at_least, wound
from windows import Window


def clipped(polygons: list[Polygon], window: Window) -> list[Polygon]:
    """What of the polygons lies in the window, sorted, wound as RFC 7946 wants it, and proven.

    Refused, never mended: a source vertex on the window's edge, and a cut that leaves a point, a line, an empty ring,
    a vertex met twice or a ring that touches itself. None of the shipped sources has one.
    """
    sources = [wound(polygon) for polygon in polygons]
    box = shapely.box(window.west, window.south, window.east, window.north)
    cut = [part for polygon in sources for part in parts(shapely.intersection(area(polygon), box))]
    results = sorted(in_order(polygon(part)) for part in cut)
    prove(sources, results, window)
    return results


def area(polygon: Polygon) -> shapely.Polygon:
    return shapely.Polygon(polygon[0], polygon[1:])


def parts(cut: shapely.Geometry) -> list[shapely.Polygon]:
    found = [part for part in shapely.get_parts(cut) if not part.is_empty]
    for part in found:
        if part.geom_type != "Polygon":
            raise SystemExit(f"the window leaves a {part.geom_type} of the border: {part.wkt}")
    return found


def polygon(part: shapely.Polygon) -> Polygon:
    """The part in whole units. GEOS leaves kept vertices as they were: only those on the window's edge are rounded."""
    return [[(round(x), round(y)) for x, y in line.coords[:-1]] for line in (part.exterior, *part.interiors)]


def in_order(polygon: Polygon) -> Polygon:
    """The same polygon, written in the one way that no library's habits decide."""
    exterior, *holes = [started_at_least(ring) for ring in wound(polygon)]
    return [exterior, *sorted(holes)]

"""Shows, exactly and without the library that made the cut, that clipped polygons are right.

- Every source vertex inside the window is there, once, unmoved.
- Every other vertex is a corner of the window, or the exact crossing of a source edge with the window's edge, rounded
  to a whole unit; and every such crossing is there, once.
- Every edge is a source edge, or what the window leaves of one, or a piece of the window's edge; source edges keep
  their direction.
- Every ring encloses an area, the exterior counterclockwise and the holes clockwise, and GEOS finds the whole valid.
"""

from collections import Counter
from fractions import Fraction
from itertools import chain

import shapely

from shapes import Polygon, Vertex, edges, twice_signed_area
from windows import Window


def prove(sources: list[Polygon], results: list[Polygon], window: Window) -> None:
    """Ends the program with a sentence if `results` is not `sources` cut at the window."""
    source_edges = [edge for ring in chain(*sources) for edge in edges(ring)]
    kept = Counter(start for start, _ in source_edges if window.holds(start))
    for vertex in kept:
        require(not window.has_on_edge(vertex), f"the source has a vertex on the window's edge, {vertex}")

    remains = [piece for edge in source_edges if (piece := remainder(edge, window))]
    expected = kept + Counter(end for piece in remains for end in piece if window.has_on_edge(end))
    corners = window.corners()
    found = Counter(vertex for ring in chain(*results) for vertex in ring)
    found_but_corners = Counter({vertex: n for vertex, n in found.items() if vertex not in corners})
    require(found_but_corners == expected, f"vertices differ: {differences(expected, found_but_corners)}")
    require(max(found.values(), default=1) == 1, f"vertices met twice: {[v for v, n in found.items() if n > 1][:3]}")

    allowed = set(remains)
    for edge in (edge for ring in chain(*results) for edge in edges(ring)):
        right = edge in allowed or window.have_common_side(*edge)
        require(right, f"{edge} is no source edge and not on the window's edge")

    for exterior, *holes in results:
        require(twice_signed_area(exterior) > 0, f"an exterior ring of {len(exterior)} vertices is empty or clockwise")
        require(all(twice_signed_area(hole) < 0 for hole in holes), "a hole is empty or counterclockwise")
    whole = shapely.MultiPolygon([(exterior, holes) for exterior, *holes in results])
    require(whole.is_valid, f"GEOS: {shapely.is_valid_reason(whole)}")


def remainder(edge: tuple[Vertex, Vertex], window: Window) -> tuple[Vertex, Vertex] | None:
    """What the window leaves of an edge (Liang and Barsky 1984, in fractions), ends on the window's edge rounded."""
    (x1, y1), (x2, y2) = edge
    first, last = Fraction(0), Fraction(1)
    for step, room in (
        (x1 - x2, x1 - window.west),
        (x2 - x1, window.east - x1),
        (y1 - y2, y1 - window.south),
        (y2 - y1, window.north - y1),
    ):
        if step == 0 and room < 0:
            return None
        if step < 0:
            first = max(first, Fraction(room, step))
        elif step > 0:
            last = min(last, Fraction(room, step))
    if first > last:
        return None
    require(first < last, f"the border touches the window's edge at one point, near {edge[0]}")
    return tuple((round(x1 + at * (x2 - x1)), round(y1 + at * (y2 - y1))) for at in (first, last))


def differences(expected: Counter, found: Counter) -> str:
    return f"missing {list((expected - found).elements())[:3]}, added {list((found - expected).elements())[:3]}"


def require(condition: bool, sentence: str) -> None:
    if not condition:
        raise SystemExit(f"not a right cut: {sentence}")

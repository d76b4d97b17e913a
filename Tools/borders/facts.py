"""What can be counted and measured on the files, as the tables that their README holds."""

from itertools import chain, combinations
from pathlib import Path

import shapely

import distances
import geojson
from shapes import Polygon, Vertex, degrees_text
from sources import SOURCES, STATES
from windows import EXTRACT, TIP

# A source's id and a state, and the polygons of that file.
Files = dict[tuple[str, str], list[Polygon]]


def files(folder: Path) -> Files:
    return {
        (source.id, state): geojson.read(folder / f"{source.id}-{state}.geojson")
        for source in SOURCES
        for state in STATES
    }


def vertices(polygons: list[Polygon]) -> set[Vertex]:
    return {vertex for ring in chain(*polygons) for vertex in ring}


def in_tip(polygons: list[Polygon]) -> int:
    return sum(TIP.holds(vertex) for vertex in vertices(polygons))


def southernmost(polygons: list[Polygon]) -> str:
    """Latitude and longitude, five decimals, of the southernmost vertex."""
    x, y = min(vertices(polygons), key=lambda vertex: vertex[1])
    return f"{float(degrees_text(y)):.5f} N {float(degrees_text(x)):.5f} E"


def overlap(polygons_by_state: list[list[Polygon]]) -> float:
    """The area in square units that all the states hold; zero where they share their border exactly."""
    areas = ([(exterior, holes) for exterior, *holes in polygons] for polygons in polygons_by_state)
    return shapely.intersection_all([shapely.MultiPolygon(area) for area in areas]).area


def tables(all_files: Files) -> str:
    """Both tables as Markdown, an empty line between them."""
    return f"{counts(all_files)}\n\n{apart(all_files)}\n"


def counts(all_files: Files) -> str:
    lines = [
        "| file | polygons / rings | vertices | on the window's edge | in the tip | shared by both states |",
        "|---|---|---|---|---|---|",
    ]
    for (source, state), polygons in all_files.items():
        own = vertices(polygons)
        edge = sum(EXTRACT.has_on_edge(vertex) for vertex in own)
        shared = set.intersection(*(vertices(all_files[source, each]) for each in STATES))
        lines.append(
            f"| `{source}-{state}` | {len(polygons)} / {sum(map(len, polygons))} | {len(own)} | {edge} "
            f"| {in_tip(polygons)} | {len(shared)} |"
        )
    return "\n".join(lines)


def apart(all_files: Files) -> str:
    borders = {
        source.id: distances.land_border(all_files[source.id, "turkey"], all_files[source.id, "syria"])
        for source in SOURCES
    }
    lines = ["| lines | mean | largest (Hausdorff) |", "|---|---|---|"]
    for one, other in combinations(borders, 2):
        distance = distances.between(borders[one], borders[other])
        lines.append(f"| `{one}` and `{other}` | {distance.mean:.0f} m | {distance.largest:.0f} m |")
    return "\n".join(lines)

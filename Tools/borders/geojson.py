"""Border files: one state of one source as RFC 7946 GeoJSON, one vertex a line so that a difference shows its place."""

import json
from pathlib import Path

from shapes import Polygon, Ring, degrees_text, units


# A text, or numbers that are already written as they shall stand.
Property = str | list[str]


def text(state: str, properties: dict[str, Property], polygons: list[Polygon]) -> str:
    """The whole file. One polygon is written as Polygon, several as MultiPolygon."""
    kind = "Polygon" if len(polygons) == 1 else "MultiPolygon"
    areas = ",\n".join(polygon_text(polygon) for polygon in polygons)
    coordinates = areas if kind == "Polygon" else f"[\n{areas}\n]"
    facts = ",\n".join(f"{quoted(key)}: {written(value)}" for key, value in properties.items())
    return (
        '{\n"type": "FeatureCollection",\n"features": [\n{\n"type": "Feature",\n'
        f'"id": {quoted(state)},\n"properties": {{\n{facts}\n}},\n'
        f'"geometry": {{\n"type": {quoted(kind)},\n"coordinates": {coordinates}\n}}\n}}\n]\n}}\n'
    )


def polygon_text(polygon: Polygon) -> str:
    return "[\n" + ",\n".join(ring_text(ring) for ring in polygon) + "\n]"


def ring_text(ring: Ring) -> str:
    """The ring, closed: its first vertex is written again at its end."""
    lines = (f"[{degrees_text(x)},{degrees_text(y)}]" for x, y in ring + ring[:1])
    return "[\n" + ",\n".join(lines) + "\n]"


def written(value: Property) -> str:
    return quoted(value) if isinstance(value, str) else f"[{','.join(value)}]"


def quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def read(file: Path) -> list[Polygon]:
    """The polygons of a file that `text` made."""
    geometry = json.loads(file.read_text(encoding="utf-8"))["features"][0]["geometry"]
    areas = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[[(units(x), units(y)) for x, y in ring[:-1]] for ring in area] for area in areas]

"""The border that is asked about, read by the plainest means there are."""

import json
import math
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
FILE = TOP / "Scenarios/hatay-2015-11-24/borders/osm-2026-turkey.geojson"
AIRSPACE = "turkey"

Position = tuple[float, float]


class Border:
    """Rings of longitudes and latitudes, by parts, and the edges that are a border and not the side of the window."""

    def __init__(self, file: Path = FILE):
        (feature,) = json.loads(file.read_text())["features"]
        self.parts = [[[tuple(at) for at in ring] for ring in part] for part in feature["geometry"]["coordinates"]]
        self.window: tuple[float, float, float, float] = tuple(feature["properties"]["window"])
        rings = [ring for part in self.parts for ring in part]
        self.vertices = [at for ring in rings for at in ring[:-1]]
        self.edges = [edge for ring in rings for edge in zip(ring, ring[1:]) if not self.is_side(*edge)]

    def is_side(self, a: Position, b: Position) -> bool:
        west, south, east, north = self.window
        return a[0] == b[0] and a[0] in (west, east) or a[1] == b[1] and a[1] in (south, north)

    def bounds(self) -> tuple[float, float, float, float]:
        longitudes, latitudes = zip(*self.vertices)
        return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def meters_per_degree(latitude: float) -> Position:
    """Of longitude and of latitude, on WGS 84."""
    squared = 0.0066943799901413165
    root = 1 - squared * math.sin(math.radians(latitude)) ** 2
    east = math.radians(6_378_137) * math.cos(math.radians(latitude)) / math.sqrt(root)
    return east, math.radians(6_378_137) * (1 - squared) / root**1.5

"""OpenStreetMap's borders of 2026, through the packages timezonefinder 9.0.0 and timezonefinder-data 3.2026.3.post1.

requirements.txt pins both with their sha256 sums, and pip refuses any other file.
"""

from timezonefinder import TimezoneFinder

from shapes import Polygon, units


def polygons(time_zone: str) -> list[Polygon]:
    """Every polygon of a time zone, as the package gives it."""
    geometry = TimezoneFinder().get_geometry(tz_name=time_zone, coords_as_pairs=True)
    return [[[whole(*pair) for pair in ring] for ring in polygon] for polygon in geometry]


def whole(longitude: float, latitude: float) -> tuple[int, int]:
    """The whole numbers that the package stores and gives as degrees."""
    vertex = units(longitude), units(latitude)
    if max(abs(longitude * 1e7 - vertex[0]), abs(latitude * 1e7 - vertex[1])) > 1e-3:
        raise SystemExit(f"osm-2026: {longitude!r}, {latitude!r} is not a whole number of 1e-7 degree")
    return vertex

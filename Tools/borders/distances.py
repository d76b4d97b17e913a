"""How far apart two border lines run in the tip, in meters.

The plane is the tangent one at the middle of the tip: WGS 84's radii of curvature there turn degrees into meters. In
the tip it stretches lengths by less than one part in three hundred.
"""

from dataclasses import dataclass
from math import cos, radians, sin, sqrt

import numpy
import shapely

from shapes import UNITS_PER_DEGREE, Polygon, edges
from windows import TIP

STEP_METERS = 5

# WGS 84, NGA.STND.0036_1.0.0_WGS84 (2014), table 3.1.
EQUATORIAL_RADIUS_METERS = 6_378_137
FLATTENING = 1 / 298.257223563


@dataclass(frozen=True)
class Distance:
    # Mean over both lines of the distance to the other one.
    mean: float
    # The largest of these distances (Hausdorff).
    largest: float


def land_border(turkey: list[Polygon], syria: list[Polygon]) -> shapely.Geometry:
    """The line that both states share: Turkey's edges whose two ends are vertices of Syria, on the tangent plane."""
    shared = {vertex for polygon in syria for ring in polygon for vertex in ring}
    lines = [
        [on_plane(*start), on_plane(*end)]
        for polygon in turkey
        for ring in polygon
        for start, end in edges(ring)
        if start in shared and end in shared
    ]
    return shapely.line_merge(shapely.MultiLineString(lines))


def between(one: shapely.Geometry, other: shapely.Geometry) -> Distance:
    """Distances of points every five meters along the part in the tip of each line to the whole of the other."""
    there, back = far(one, other), far(other, one)
    both = numpy.concatenate([there, back])
    return Distance(mean=both.mean(), largest=both.max())


def far(line: shapely.Geometry, other: shapely.Geometry) -> numpy.ndarray:
    """The distance to the other line from each point of this one in the tip."""
    tip = shapely.box(*on_plane(TIP.west, TIP.south), *on_plane(TIP.east, TIP.north))
    pieces = shapely.segmentize(shapely.intersection(line, tip), STEP_METERS)
    points = shapely.points(shapely.get_coordinates(pieces))
    shapely.prepare(other)
    return shapely.distance(points, other)


def on_plane(longitude: int, latitude: int) -> tuple[float, float]:
    """Meters east and north of the middle of the tip."""
    middle_longitude, middle_latitude = (TIP.west + TIP.east) / 2, (TIP.south + TIP.north) / 2
    phi = radians(middle_latitude / UNITS_PER_DEGREE)
    eccentricity_squared = FLATTENING * (2 - FLATTENING)
    shrink = 1 - eccentricity_squared * sin(phi) ** 2
    east_radius = EQUATORIAL_RADIUS_METERS / sqrt(shrink) * cos(phi)
    north_radius = EQUATORIAL_RADIUS_METERS * (1 - eccentricity_squared) / shrink**1.5
    return (
        radians((longitude - middle_longitude) / UNITS_PER_DEGREE) * east_radius,
        radians((latitude - middle_latitude) / UNITS_PER_DEGREE) * north_radius,
    )

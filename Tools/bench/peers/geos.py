"""GEOS through Shapely, in the plane of longitude and latitude.

    geos.py contains|distance|intersects|intersection DATA
"""

import sys
from pathlib import Path

import numpy
import shapely

sys.path.append(str(Path(__file__).resolve().parents[1]))
from border import Border, meters_per_degree  # noqa: E402
from loop import columns, serve  # noqa: E402

VERSION = f"GEOS {shapely.geos_version_string} (Shapely {shapely.__version__})"

what, file = sys.argv[1:]
border = Border()
polygon = shapely.MultiPolygon([shapely.Polygon(part[0], part[1:]) for part in border.parts])
shapely.prepare(polygon)
latitudes, longitudes = columns(file, 2)
total = len(latitudes)
# Meters in one plane for the whole window: what a distance or a length in degrees is multiplied with.
scale = numpy.array(meters_per_degree((border.window[1] + border.window[3]) / 2))


def places(count, salt):
    return longitudes[:count] + salt, latitudes[:count]


def contains(asked):
    return shapely.contains_xy(polygon, *asked)


def segments(count, salt):
    ends = numpy.stack(places(2 * count, salt), axis=1).reshape(-1, 2, 2)
    return shapely.linestrings(ends)


if what == "contains":
    serve(VERSION, total, places, contains)
elif what == "distance":
    tree = shapely.STRtree(shapely.linestrings(numpy.array(border.edges) * scale))

    def places_and_points(count, salt):
        x, y = places(count, salt)
        return (x, y), shapely.points(x * scale[0], y * scale[1])

    def distances(asked):
        inside = contains(asked[0])
        _, found = tree.query_nearest(asked[1], return_distance=True, all_matches=False)
        return numpy.where(inside, -found, found)

    serve(VERSION, total, places_and_points, distances)
elif what == "intersects":
    def meets(asked):
        return shapely.intersects(polygon, asked)

    serve(VERSION, total // 2, segments, meets)
elif what == "intersection":
    def lengths(asked):
        return shapely.length(shapely.transform(shapely.intersection(polygon, asked), lambda at: at * scale))

    serve(VERSION, total // 2, segments, lengths)

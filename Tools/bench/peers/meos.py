"""MEOS through PyMEOS, in the plane of longitude and latitude. meos.py at|restrict DATA FIXES_PER_TRACK"""

import sys
from datetime import datetime, timedelta, timezone
from importlib.metadata import version
from pathlib import Path

import numpy
import shapely
from pymeos import Temporal, TGeomPointInst, TGeomPointSeq, pymeos_initialize
from pymeos_cffi import geometry_to_gserialized, tgeo_at_geom

sys.path.append(str(Path(__file__).resolve().parents[1]))
from border import Border  # noqa: E402
from loop import columns, serve  # noqa: E402

VERSION = f"MEOS (PyMEOS {version('pymeos')})"
START = datetime(2015, 11, 24, 7, tzinfo=timezone.utc)

pymeos_initialize()
what, file, fixes = sys.argv[1], sys.argv[2], int(sys.argv[3])
latitudes, longitudes = columns(file, 2)
polygon = shapely.MultiPolygon([shapely.Polygon(part[0], part[1:]) for part in Border().parts])


def track(number):
    instants = [
        TGeomPointInst(point=shapely.Point(x, y), timestamp=START + timedelta(seconds=second))
        for second, (x, y) in enumerate(zip(
            longitudes[number * fixes:(number + 1) * fixes].tolist(),
            latitudes[number * fixes:(number + 1) * fixes].tolist()))]
    return TGeomPointSeq(instant_list=instants, normalize=False)


made = []


def tracks(count, salt):
    """Made once: nothing is hoisted out of a call into a library, and making them takes longer than asking."""
    while len(made) < count:
        made.append(track(len(made)))
    return made[:count]


def clipped(asked):
    return [track.at(polygon) for track in asked]


# `TGeomPointSeq.at` writes the polygon as text and reads it again for every track. Without that, MEOS itself is left.
converted = geometry_to_gserialized(polygon)


def restricted(asked):
    return [Temporal._factory(tgeo_at_geom(track._inner, converted)) for track in asked]


def seconds(found):
    return numpy.array([part.duration().total_seconds() if part else 0.0 for part in found])


if what == "at":
    serve(VERSION, len(latitudes) // fixes, tracks, clipped, seconds)
else:
    serve(VERSION, len(latitudes) // fixes, tracks, restricted, seconds)

"""MovingPandas, in the plane of longitude and latitude. moving_pandas.py DATA FIXES_PER_TRACK"""

import sys
import warnings
from importlib.metadata import version
from pathlib import Path

import geopandas
import movingpandas
import numpy
import pandas
import shapely

sys.path.append(str(Path(__file__).resolve().parents[1]))
from border import Border  # noqa: E402
from loop import columns, serve  # noqa: E402

warnings.simplefilter("ignore")
latitudes, longitudes = columns(sys.argv[1], 2)
fixes = int(sys.argv[2])
polygon = shapely.MultiPolygon([shapely.Polygon(part[0], part[1:]) for part in Border().parts])
times = pandas.date_range("2015-11-24T07:00:00", periods=fixes, freq="s")


def tracks(count, salt):
    for number in range(count):
        rows = slice(number * fixes, (number + 1) * fixes)
        points = geopandas.points_from_xy(longitudes[rows] + salt, latitudes[rows], crs=4326)
        yield movingpandas.Trajectory(geopandas.GeoDataFrame(geometry=points, index=times), number)


def asked(count, salt):
    return list(tracks(count, salt))


def clipped(asked):
    return [track.clip(polygon) for track in asked]


def seconds(found):
    return numpy.array([
        sum(part.get_duration().total_seconds() for part in parts.trajectories) for parts in found])


serve(f"MovingPandas {version('movingpandas')}", len(latitudes) // fixes, asked, clipped, seconds)

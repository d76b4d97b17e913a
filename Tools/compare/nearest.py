"""The least geodesic distance from a place to a border, by GeographicLib: every edge that can be the nearest is tried."""

import json
import math

import numpy
from geographiclib.geodesic import Geodesic

from probe import BORDER

WGS84 = Geodesic.WGS84
SQUARE = WGS84.f * (2 - WGS84.f)
# The largest and the smallest radius of curvature of the ellipsoid.
LARGEST = WGS84.a / (1 - WGS84.f)
SMALLEST = WGS84.a * (1 - WGS84.f) ** 2
WANTED = Geodesic.DISTANCE | Geodesic.AZIMUTH


def real_edges():
    """The edges of the file that are border, as rows of x, y, x, y: those on a side of the window are none, where the
    whole goes on beyond that side."""
    feature = json.loads(BORDER.read_text())["features"][0]
    window, whole = feature["properties"]["window"], feature["properties"]["whole_bounds"]
    sides = [(axis, window[corner]) for corner, axis in enumerate((0, 1, 0, 1))
             if (whole[corner] < window[corner] if corner < 2 else whole[corner] > window[corner])]
    return numpy.array([
        (*a, *b) for part in feature["geometry"]["coordinates"] for ring in part for a, b in zip(ring, ring[1:])
        if not any(a[axis] == b[axis] == side for axis, side in sides)])


def in_space(longitudes, latitudes):
    x, y = numpy.radians(longitudes), numpy.radians(latitudes)
    radius = WGS84.a / numpy.sqrt(1 - SQUARE * numpy.sin(y) ** 2)
    return numpy.stack(
        (radius * numpy.cos(y) * numpy.cos(x), radius * numpy.cos(y) * numpy.sin(x), radius * (1 - SQUARE) * numpy.sin(y)),
        axis=-1)


class Edges:
    """Edges that are straight in longitude and latitude, and bounds of the distance to them."""

    def __init__(self, edges):
        self.edges = edges
        self.start = in_space(edges[:, 0], edges[:, 1])
        self.along = in_space(edges[:, 2], edges[:, 3]) - self.start
        self.square = (self.along**2).sum(axis=1)
        # An edge leaves its chord by no more than its curvature times an eighth of its length squared: that of the Earth
        # and, at these latitudes below 45 degrees, no more again within the surface; doubled for safety.
        self.sag = self.square / (2 * SMALLEST)

    def __getitem__(self, rows):
        some = Edges.__new__(Edges)
        some.edges, some.start, some.along = self.edges[rows], self.start[rows], self.along[rows]
        some.square, some.sag = self.square[rows], self.sag[rows]
        return some

    def lower_bounds(self, longitude, latitude):
        """A bound from below of the geodesic distance to each edge.

        It is no less than the straight one in space, less the sag of the edge; and the arc over a chord is no less than
        that of the circle with the largest radius, but for 1e-4 as geodesics are not quite plane.
        """
        offset = in_space(longitude, latitude) - self.start
        t = numpy.clip((offset * self.along).sum(axis=1) / self.square, 0, 1)
        gap = offset - t[:, None] * self.along
        chord = numpy.maximum(0, numpy.sqrt((gap**2).sum(axis=1)) - self.sag)
        return 2 * LARGEST * numpy.arcsin(chord / (2 * LARGEST)) * (1 - 1e-4) - 1e-6

    def within(self, longitude, latitude, reach):
        """The edges that may be within `reach`."""
        return self[numpy.nonzero(self.lower_bounds(longitude, latitude) <= reach)[0]]

    def distance(self, longitude, latitude):
        bounds = self.lower_bounds(longitude, latitude)
        best = math.inf
        for row in numpy.argsort(bounds, kind="stable")[:1] if len(bounds) > 1000 else ():
            best = distance_to_edge(longitude, latitude, *self.edges[row].tolist())
        rows = numpy.nonzero(bounds < best)[0]
        for row in rows[numpy.argsort(bounds[rows], kind="stable")]:
            if bounds[row] >= best:
                break
            best = min(best, distance_to_edge(longitude, latitude, *self.edges[row].tolist()))
        return best


def distance_to_edge(longitude, latitude, x1, y1, x2, y2):
    """The least distance to a place of an edge: where the geodesic to it meets it at a right angle, or at an end.

    Along an edge of a few kilometers the distance falls and then rises, so its derivative has one root.
    """

    def at(t):
        x, y = x1 + t * (x2 - x1), y1 + t * (y2 - y1)
        found = WGS84.Inverse(y, x, latitude, longitude, WANTED)
        azimuth, root = math.radians(found["azi1"]), 1 - SQUARE * math.sin(math.radians(y)) ** 2
        east = (x2 - x1) * math.cos(math.radians(y)) / math.sqrt(root)
        north = (y2 - y1) * (1 - SQUARE) / root**1.5
        return found["s12"], -(east * math.sin(azimuth) + north * math.cos(azimuth)) * math.radians(WGS84.a)

    (low, high), (start, slope_low), (end, slope_high) = (0.0, 1.0), at(0.0), at(1.0)
    if slope_low >= 0 or slope_high <= 0:
        return min(start, end)
    best = min(start, end)
    # The slope is that of the square root of a parabola: bisection and false position in turn. An error of t shows in
    # the distance by less than its product with the slope there.
    for step in range(80):
        t = (low + high) / 2 if step % 3 == 2 else low - slope_low * (high - low) / (slope_high - slope_low)
        value, slope = at(t)
        best = min(best, value)
        if slope < 0:
            low, slope_low = t, slope
        else:
            high, slope_high = t, slope
        if abs(slope) * (high - low) < 1e-6 or high - low < 1e-12:
            break
    return best

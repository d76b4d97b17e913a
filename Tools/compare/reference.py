"""Writes Tests/AirspacesTests/Reference/hatay-crossings.csv: what straight flights do at the Hatay border.

    Tools/compare/compare reference

Independent of the product: geodesics and places along them are GeographicLib's, sides are decided by Shapely's prepared
polygon and, in the bisection, by exact rational arithmetic. A flight is sampled every meter; between two samples on
different sides the crossing is bisected to 2**-40 of a meter. The deepest place is sought every 5 meters against
the nearest edge in a plane, then by GeographicLib on every edge that can be the nearest, by golden section along the
flight and along the edge.
"""

import csv
import json
import math
import sys
from fractions import Fraction
from pathlib import Path

import numpy
import shapely
from geographiclib.geodesic import Geodesic

TOP = Path(__file__).resolve().parents[2]
BORDER = TOP / "Scenarios/hatay-2015-11-24/borders/osm-2026-turkey.geojson"
REFERENCE = TOP / "Tests/AirspacesTests/Reference/hatay-crossings.csv"
WGS84 = Geodesic.WGS84

# Kilometers north of the southernmost vertex at which flights go due west (azimuth 270 degrees at its meridian).
DUE_WEST = [0.5, 0.61, 1.0, 1.5, 1.98, 2.1887, 2.5187, 4.0, 6.0]
# Kilometers east and north of the southernmost vertex, and the azimuth there, of all other flights.
OBLIQUE = [
    (0.0, 0.3, 90.0), (0.0, 1.2, 260.0), (0.0, 1.2, 280.0), (0.0, 2.0, 250.0), (0.0, 2.0, 290.0),
    (0.0, 3.0, 240.0), (0.0, 3.0, 300.0), (0.0, 5.0, 225.0), (0.0, 5.0, 315.0), (0.0, 8.0, 200.0),
    (0.0, 8.0, 340.0), (0.0, 0.0, 359.0), (0.5, 2.0, 180.0), (-0.5, 2.0, 0.0), (1.0, 3.0, 45.0),
    (-1.0, 3.0, 135.0), (0.3, 1.0, 265.5), (0.0, 2.1887, 275.0), (0.0, 10.0, 270.0), (3.0, 12.0, 78.0),
    (-2.0, 7.0, 95.0),
]
BEFORE, AFTER = 12_000.0, 12_000.0


def read_rings():
    coordinates = json.loads(BORDER.read_text())["features"][0]["geometry"]["coordinates"]
    return [[tuple(position) for position in ring] for part in coordinates for ring in part]


class Border:
    def __init__(self):
        rings = read_rings()
        self.polygon = shapely.union_all([shapely.Polygon(ring) for ring in rings])
        shapely.prepare(self.polygon)
        window = (35.5, 35.4, 37.0, 37.3)
        edges = [(*a, *b) for ring in rings for a, b in zip(ring, ring[1:]) if not on_side(a, b, window)]
        self.edges = numpy.array(edges)
        self.all_edges = numpy.array([(*a, *b) for ring in rings for a, b in zip(ring, ring[1:])])

    def is_inside(self, longitude, latitude):
        """Exact for the two doubles: a ray to the east, decided in fractions. A point on the line is not inside."""
        x1, y1, x2, y2 = self.all_edges.T
        rows = numpy.nonzero(((y1 > latitude) != (y2 > latitude)) & (numpy.maximum(x1, x2) >= longitude))[0]
        inside = False
        x, y = Fraction(longitude), Fraction(latitude)
        for row in rows:
            ax, ay, bx, by = (Fraction(float(number)) for number in self.all_edges[row])
            turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
            if turn == 0:
                return False
            inside ^= (turn > 0) == (by > ay)
        return inside

    def depth(self, longitude, latitude):
        """The least geodesic distance to any edge, in meters: all edges that can be nearest, by golden section."""
        near = self.planar_distances(longitude, latitude)
        limit = near.min() * 1.02 + 1
        return min(distance_to_edge(longitude, latitude, edge) for edge in self.edges[near <= limit])

    def planar_distances(self, longitude, latitude):
        """Distances in meters in a plane tangent at the point: within 1 % where they are below 50 km."""
        squared = WGS84.f * (2 - WGS84.f)
        root = 1 - squared * math.sin(math.radians(latitude)) ** 2
        scale_x = math.radians(WGS84.a) / math.sqrt(root) * math.cos(math.radians(latitude))
        scale_y = math.radians(WGS84.a) * (1 - squared) / root**1.5
        ax, ay = (self.edges[:, 0] - longitude) * scale_x, (self.edges[:, 1] - latitude) * scale_y
        bx, by = (self.edges[:, 2] - longitude) * scale_x, (self.edges[:, 3] - latitude) * scale_y
        dx, dy = bx - ax, by - ay
        t = numpy.clip(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0, 1)
        return numpy.hypot(ax + t * dx, ay + t * dy)


def on_side(a, b, window):
    west, south, east, north = window
    return a[0] == b[0] and a[0] in (west, east) or a[1] == b[1] and a[1] in (south, north)


def distance(longitude, latitude, x, y):
    return WGS84.Inverse(latitude, longitude, y, x, Geodesic.DISTANCE)["s12"]


def distance_to_edge(longitude, latitude, edge):
    x1, y1, x2, y2 = edge

    def at(t):
        return distance(longitude, latitude, x1 + t * (x2 - x1), y1 + t * (y2 - y1))

    return min(golden(at, 0.0, 1.0, 1e-7)[1], at(0.0), at(1.0))


def golden(function, low, high, tolerance):
    """The place and value of the least of a function that falls and then rises."""
    ratio = (math.sqrt(5) - 1) / 2
    first, second = high - ratio * (high - low), low + ratio * (high - low)
    at_first, at_second = function(first), function(second)
    while high - low > tolerance:
        if at_first <= at_second:
            high, second, at_second = second, first, at_first
            first = high - ratio * (high - low)
            at_first = function(first)
        else:
            low, first, at_first = first, second, at_second
            second = low + ratio * (high - low)
            at_second = function(second)
    return ((first, at_first) if at_first <= at_second else (second, at_second))


def flights(tip):
    for north in DUE_WEST:
        yield f"due west {north:g} km north of the tip", 0.0, north, 270.0
    for east, north, azimuth in OBLIQUE:
        yield f"{azimuth:g} degrees {north:g} km north {east:g} km east of the tip", east, north, azimuth


def measure(border, start, end):
    """Every stay inside: entry and exit along the flight, the deepest distance and where it is."""
    line = WGS84.InverseLine(start[0], start[1], end[0], end[1])
    length = line.s13

    def at(meters):
        found = line.Position(meters, Geodesic.LATITUDE | Geodesic.LONGITUDE)
        return found["lon2"], found["lat2"]

    def crossing(low, high):
        side = border.is_inside(*at(low))
        for _ in range(45):
            middle = (low + high) / 2
            low, high = (middle, high) if border.is_inside(*at(middle)) == side else (low, middle)
        return (low + high) / 2

    meters = numpy.arange(0, length, 1.0)
    places = numpy.array([at(float(m)) for m in meters])
    inside = shapely.contains_xy(border.polygon, places[:, 0], places[:, 1])
    changes = numpy.nonzero(inside[1:] != inside[:-1])[0]
    bounds = [crossing(float(meters[i]), float(meters[i + 1])) for i in changes]
    # A flight that begins or ends inside enters or leaves there.
    bounds = [0.0] * bool(inside[0]) + bounds + [length] * bool(inside[-1])
    for entry, leave in zip(bounds[::2], bounds[1::2]):
        yield entry, leave, *deepest(border, at, entry, leave)


def deepest(border, at, entry, leave):
    """The deepest place of a stay: golden section around the deepest of samples a few meters apart."""
    count = max(3, math.ceil((leave - entry) / 5))
    spacing = (leave - entry) / count
    samples = [entry + spacing * number for number in range(count + 1)]
    in_plane = [border.planar_distances(*at(sample)).min() for sample in samples]
    # A depth changes by no more than the way flown, so the top lies next to one of these.
    high = [number for number in range(count + 1) if in_plane[number] > max(in_plane) * 0.99 - spacing]
    depths = {number: border.depth(*at(samples[number])) for number in high}
    best = max((depth, samples[number]) for number, depth in depths.items())
    for number, depth in depths.items():
        before, after = max(0, number - 1), min(count, number + 1)
        if depth + 2 * spacing < best[0] or depth < max(depths.get(before, 0), depths.get(after, 0)):
            continue
        place, negative = golden(lambda meters: -border.depth(*at(meters)), samples[before], samples[after], 1e-4)
        best = max(best, (-negative, place))
    return best


def main():
    border = Border()
    lowest = numpy.argmin(border.edges[:, 1])
    tip = border.edges[lowest, 1], border.edges[lowest, 0]
    rows = []
    for name, east, north, azimuth in flights(tip):
        spot = WGS84.Direct(*tip, 0, north * 1000)
        spot = WGS84.Direct(spot["lat2"], spot["lon2"], 90, east * 1000)
        start = WGS84.Direct(spot["lat2"], spot["lon2"], azimuth, -BEFORE)
        end = WGS84.Direct(spot["lat2"], spot["lon2"], azimuth, AFTER)
        # Nine decimals, so that the file says all there is to say of a flight.
        ends = [round(number, 9) for number in (start["lat2"], start["lon2"], end["lat2"], end["lon2"])]
        for entry, leave, depth, place in measure(border, ends[:2], ends[2:]):
            numbers = [f"{number:.9f}" for number in ends]
            rows.append([name, *numbers, f"{entry:.6f}", f"{leave:.6f}", f"{depth:.6f}", f"{place:.2f}"])
            print(*rows[-1], file=sys.stderr)
    with REFERENCE.open("w", newline="") as file:
        file.write(
            "# Where straight flights meet the border osm-2026-turkey: a row for each stay inside.\n"
            "# Origin: Tools/compare/reference.py with geographiclib 2.1, shapely 2.2.0 (GEOS 3.14.1), numpy 2.4.6.\n"
            "# Degrees and meters; entry_m, exit_m and deepest_at_m along the flight, good to 1e-6 but the last,\n"
            "# which is good to 0.1 m where the top is not flat; depth_m is the distance to the nearest border there.\n"
            "# Derived from OpenStreetMap data, (c) OpenStreetMap contributors, ODbL 1.0.\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["flight", "start_lat", "start_lon", "end_lat", "end_lon",
                         "entry_m", "exit_m", "depth_m", "deepest_at_m"])
        writer.writerows(rows)


if __name__ == "__main__":
    main()

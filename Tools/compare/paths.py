"""Crossings of whole tracks and straight paths: the product against GeographicLib, Shapely and whole numbers.

A path is cut into steps of at most 250 m on its own geodesics. Shapely finds the edges near each step; where the step's
ends lie on different sides of an edge's line, or so near to it that the geodesic may bow over it, the root is found on
the geodesic itself. The side on which a path begins is decided exactly, and so is that on which it ends: after all
crossings it must be on it. The deepest place is found by halving: a distance changes by no more than the way flown.
"""

import math
import time

import numpy
import shapely
from geographiclib.geodesic import Geodesic

from nearest import WGS84, Edges, real_edges
from points import ExactLocations, read_edges, read_rings
from probe import BORDER, ask_paths

PLACE = Geodesic.LATITUDE | Geodesic.LONGITUDE
STEP = 250.0
SPEED = 250.0
TIME_LIMIT, LENGTH_LIMIT = 10e-6, 0.001
WINDOW = (35.5, 35.4, 37.0, 37.3)
# A step of 250 m leaves its chord by less than 1.2 mm, 1.1e-8 degrees of latitude, at these latitudes.
BOW = 2e-8
# How well a depth is found, in meters.
DEPTH_TOLERANCE = 0.00025


class Path:
    """Places joined by geodesics, and the steps on them."""

    def __init__(self, places):
        self.places = places
        self.lines = [WGS84.InverseLine(y1, x1, y2, x2) for (x1, y1), (x2, y2) in zip(places, places[1:])]
        self.starts = numpy.cumsum([0] + [line.s13 for line in self.lines])
        steps, points = [], []
        for leg, line in enumerate(self.lines):
            count = max(1, math.ceil(line.s13 / STEP - 1e-3))
            for number in range(count):
                low, high = line.s13 * number / count, line.s13 * (number + 1) / count
                steps.append((leg, low, high))
                points.append(places[leg] if number == 0 else self.at(leg, low))
        self.steps, self.points = steps, numpy.array([*points, places[-1]])

    def at(self, leg, meters):
        found = self.lines[leg].Position(meters, PLACE)
        return found["lon2"], found["lat2"]

    def along(self, meters):
        """The place so far along the whole path."""
        leg = min(len(self.lines) - 1, max(0, int(numpy.searchsorted(self.starts, meters, side="right")) - 1))
        return self.at(leg, meters - self.starts[leg])


def make_tracks(random, count, fixes=600):
    """Tracks of one fix a second that turn as they like inside the window: 150 km each."""
    low, high = numpy.array(WINDOW[:2]) + 0.08, numpy.array(WINDOW[2:]) - 0.08
    tracks = []
    for _ in range(count):
        x, y = random.uniform((35.8, 35.75), (36.8, 36.6))
        azimuth, turn, places = random.uniform(0, 360), 0.0, []
        for second in range(fixes):
            # Seven decimals, as in a file.
            places.append((round(x, 7), round(y, 7)))
            if second % 40 == 0:
                turn = random.choice((0, 0, 1, -1)) * random.uniform(0, 4)
            if not (low[0] < x < high[0] and low[1] < y < high[1]):
                home = WGS84.Inverse(y, x, 36.2, 36.25)["azi1"]
                azimuth, turn = home + random.uniform(-30, 30), 0.0
            azimuth += turn
            end = WGS84.Direct(y, x, azimuth, SPEED, PLACE)
            x, y = end["lon2"], end["lat2"]
        tracks.append(places)
    return tracks


def make_straight(random, edges, count):
    """Straight paths of 2 km to 80 km over a random place of the border, inside the window."""
    paths = []
    while len(paths) < count:
        edge = edges[random.integers(len(edges))]
        x, y = edge[:2] + random.uniform() * (edge[2:] - edge[:2])
        azimuth, meters = random.uniform(0, 360), 10 ** random.uniform(3, 4.6)
        ends = [WGS84.Direct(y, x, azimuth, way, PLACE) for way in (-meters * random.uniform(0.2, 1), meters)]
        places = [(round(end["lon2"], 7), round(end["lat2"], 7)) for end in ends]
        if all(WINDOW[0] + 0.02 < x < WINDOW[2] - 0.02 and WINDOW[1] + 0.02 < y < WINDOW[3] - 0.02 for x, y in places):
            paths.append(places)
    return paths


class Reference:
    def __init__(self):
        edges = read_edges(read_rings())
        self.all_edges = edges.reshape(-1, 4)
        self.tree = shapely.STRtree(shapely.linestrings(edges))
        self.locations = ExactLocations(edges)
        self.border = Edges(real_edges())
        # Shapely's plane for a first guess of distances: within 2 % between 35.4 and 37.3 degrees north.
        self.scale = numpy.array((111_200 * math.cos(math.radians(36.35)), 110_980))
        self.plane = shapely.STRtree(shapely.linestrings(real_edges().reshape(-1, 2, 2) * self.scale))

    def crossings(self, path):
        """The places along the path where it crosses the border, in meters, rising."""
        a, b = path.points[:-1], path.points[1:]
        boxes = shapely.box(*(numpy.minimum(a, b) - BOW).T, *(numpy.maximum(a, b) + BOW).T)
        steps, edges = self.tree.query(boxes)
        x1, y1, x2, y2 = self.all_edges[edges].T
        length = numpy.hypot(x2 - x1, y2 - y1)
        at_start, at_end = (((x2 - x1) * (p[steps, 1] - y1) - (y2 - y1) * (p[steps, 0] - x1)) / length for p in (a, b))
        is_cut = ((at_start > 0) != (at_end > 0)) | (numpy.minimum(abs(at_start), abs(at_end)) < BOW)
        found = []
        for row in numpy.nonzero(is_cut)[0]:
            leg, low, high = path.steps[steps[row]]
            found += [path.starts[leg] + meters for meters in
                      roots(path, leg, low, high, self.all_edges[edges[row]].tolist())]
        return sorted(found)

    def stays(self, path):
        """Entry and exit of each stay, along the path; nothing for an end of the path that lies inside."""
        sides = self.locations.of(numpy.array([path.places[0], path.places[-1]])) == 1
        bounds = self.crossings(path)
        inside, stays, entry = bool(sides[0]), [], None
        for meters in bounds:
            if inside:
                stays.append((entry, meters))
            inside, entry = not inside, meters
        if inside:
            stays.append((entry, None))
        if inside != sides[1]:
            raise SystemExit(f"the reference lost a crossing of the path from {path.places[0]} to {path.places[-1]}")
        return stays

    def depth(self, path, low, high):
        """The largest distance to the border between two places along a path, within DEPTH_TOLERANCE."""
        count = max(2, math.ceil((high - low) / 25))
        width = (high - low) / count
        places = numpy.array([path.along(low + width * number) for number in range(count + 1)])
        _, guesses = self.plane.query_nearest(
            shapely.points(places * self.scale), return_distance=True, all_matches=False)
        least = 0.98 * guesses.max()
        pieces = []
        for number in range(count):
            if 1.02 * max(guesses[number], guesses[number + 1]) + width / 2 >= least:
                x, y = places[number]
                near = self.border.within(x, y, 1.02 * guesses[number] + 2 * width)
                ends = [near.distance(*places[number + end].tolist()) for end in (0, 1)]
                pieces.append((low + width * number, *ends, near))
        best = max(depth for piece in pieces for depth in piece[1:3])
        while width / 2 > DEPTH_TOLERANCE:
            # Between two places the distance is at most half of the way and of both distances.
            pieces = [piece for piece in pieces if (piece[1] + piece[2] + width) / 2 > best + DEPTH_TOLERANCE]
            if not pieces:
                return best
            width /= 2
            halves = []
            for start, left, right, near in pieces:
                middle = near.distance(*path.along(start + width))
                best = max(best, middle)
                halves += [(start, left, middle, near), (start + width, middle, right, near)]
            pieces = halves
        return best


def roots(path, leg, low, high, edge):
    """Where a step crosses an edge, in meters along its leg: no place, one, or two that a bow makes."""
    x1, y1, x2, y2 = edge
    length = math.hypot(x2 - x1, y2 - y1)

    def offset(meters):
        x, y = path.at(leg, meters)
        return ((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / length

    def root(low, at_low, high, at_high):
        for step in range(80):
            middle = (low + high) / 2 if step % 3 == 2 else low - at_low * (high - low) / (at_high - at_low)
            value = offset(middle)
            if (value > 0) == (at_low > 0):
                low, at_low = middle, value
            else:
                high, at_high = middle, value
            if high - low < 1e-9 or abs(value) < 1e-15:
                break
        return middle

    at_low, at_high = offset(low), offset(high)
    if (at_low > 0) != (at_high > 0):
        found = [root(low, at_low, high, at_high)]
    else:
        # The offset of a bow has one extreme.
        first, last, sign = low, high, 1 if at_low > 0 else -1
        while last - first > 1e-3:
            one, other = first + (last - first) * 0.382, first + (last - first) * 0.618
            first, last = (first, other) if sign * offset(one) < sign * offset(other) else (one, last)
        middle = (first + last) / 2
        value = offset(middle)
        if (value > 0) == (at_low > 0):
            return []
        found = [root(low, at_low, middle, value), root(middle, value, high, at_high)]
    on_edge = []
    for meters in found:
        x, y = path.at(leg, meters)
        t = ((x2 - x1) * (x - x1) + (y2 - y1) * (y - y1)) / length**2
        if 0 <= t < 1:
            on_edge.append(meters)
    return on_edge


class Worst:
    def __init__(self):
        self.value, self.where = 0.0, None

    def see(self, value, where):
        if not value <= self.value:
            self.value, self.where = float(value), (where[0], float(where[1]))


def compare(probe, count, seed):
    """Prints the table; whether a time, a length, a depth or the number of stays differs beyond its limit."""
    random = numpy.random.default_rng(seed)
    reference = Reference()
    tracks = make_tracks(random, count)
    straight = make_straight(random, reference.border.edges, 2 * count)
    places = tracks + straight
    answers, nanoseconds = ask_paths(probe, BORDER, places)
    begin = time.perf_counter()
    times, lengths, depths, lost, stays_seen, fixes_wrong = Worst(), Worst(), Worst(), [], 0, 0
    for number, of_path in enumerate(places):
        path = Path(of_path)
        ours = answers[answers[:, 0] == number]
        theirs = reference.stays(path)
        if len(ours) != len(theirs):
            lost.append((number, len(ours), len(theirs)))
            continue
        stays_seen += len(theirs)
        for answer, (entry, leave) in zip(ours, theirs):
            for (leg, fraction), meters in ((answer[1:3], entry), (answer[3:5], leave)):
                if (leg < 0) != (meters is None):
                    lost.append((number, "entry or exit", meters))
                elif meters is not None:
                    along = path.starts[int(leg)] + fraction * path.lines[int(leg)].s13
                    times.see(abs(along - meters) / SPEED, (number, meters))
            low, high = entry or 0.0, path.starts[-1] if leave is None else leave
            lengths.see(abs(answer[5] - (high - low)), (number, low))
            depths.see(abs(answer[6] - reference.depth(path, low, high)), (number, low))
        sides = reference.locations.of(numpy.array(of_path))
        fixes_wrong += ours[:, 9].sum() != (sides == 1).sum()

    print(f"paths over osm-2026-turkey: {len(tracks)} tracks of 600 fixes, {len(straight)} straight ones, seed {seed};"
          f" GeographicLib 2.1, GEOS {shapely.geos_version_string}; {time.perf_counter() - begin:.0f} s")
    print(f"  stays compared                     {stays_seen}")
    print(f"  paths with other stays             {len(lost)} {lost[:5] if lost else ''}")
    print(f"  paths with other places inside     {fixes_wrong}")
    print(f"  entry and exit at {SPEED:g} m/s         {times.value * 1e6:.2g} µs, path and meters {times.where}")
    print(f"  length inside                      {lengths.value * 1e3:.2g} mm, {lengths.where}")
    print(f"  depth                              {depths.value * 1e3:.2g} mm, {depths.where}; found here to"
          f" {DEPTH_TOLERANCE * 1e3:g} mm")
    print(f"  time of a place of a path          {nanoseconds:.0f} ns")
    return bool(lost) or fixes_wrong > 0 or times.value > TIME_LIMIT or max(lengths.value, depths.value) > LENGTH_LIMIT

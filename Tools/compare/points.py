"""Locations in the border osm-2026-turkey: the product and GEOS, both against exact arithmetic."""

import json
import time

import numpy
import shapely

from probe import BORDER, ask

NAMES = {-1: "outside", 0: "on the border", 1: "inside"}
CHUNK = 1_000_000


def read_rings():
    coordinates = json.loads(BORDER.read_text())["features"][0]["geometry"]["coordinates"]
    return [[numpy.array(ring) for ring in part] for part in coordinates]


def read_edges(parts):
    return numpy.concatenate([numpy.stack((ring[:-1], ring[1:]), axis=1) for part in parts for ring in part])


def make_points(edges, count, random):
    """Half anywhere in and around the window, half at the border: beside edges, at vertices, on edges, all in doubles."""
    anywhere = random.uniform((35.3, 35.2), (37.2, 37.5), (count - count // 2, 2))
    hard = count // 2
    a, b = edges[random.integers(len(edges), size=(hard,))].transpose(1, 0, 2)
    t = random.uniform(size=(hard, 1))
    kind = numpy.arange(hard) % 12
    # On an edge as near as a double comes: exactly, where the edge runs along a parallel or a meridian.
    points = a + t * (b - a)
    # Exactly half way, which a double often is.
    points[kind == 1] = ((a + b) / 2)[kind == 1]
    # At a vertex, and one or a few doubles beside it.
    at_vertex = kind == 2
    points[at_vertex] = a[at_vertex]
    beside = kind == 3
    points[beside] = a[beside] + numpy.spacing(a[beside]) * random.integers(-2, 3, (beside.sum(), 2))
    # At the height of a vertex, where a ray passes through it.
    level = kind == 4
    points[level, 1] = a[level, 1]
    points[level, 0] = a[level, 0] + random.normal(scale=1e-4, size=level.sum())
    # Within 1e-9 degrees, 0.1 mm, of an edge; and from there to 1e-4 degrees, 11 m.
    for kinds, low, high in (((5, 6, 7), -15, -9), ((8, 9, 10, 11), -9, -4)):
        near = numpy.isin(kind, kinds)
        reach = 10 ** random.uniform(low, high, (near.sum(), 1))
        points[near] += reach * random.choice((-1, 1), (near.sum(), 2)) * random.uniform(size=(near.sum(), 2))
    return numpy.vstack((anywhere, points))


class ExactLocations:
    """Where points of 32...64 degrees lie, without rounding: by a ray to the east, strip of latitude by strip.

    There all doubles are whole multiples of 2**-47, and all differences are exact (Sterbenz). So the determinant of an
    edge and a point is wrong by less than 4 * 2**-53 of the sum of its two products. Where that leaves its sign open,
    it is computed in whole numbers.
    """

    def __init__(self, edges, strips=4000):
        self.edges, self.undecided = edges, 0
        self.low, self.high = edges[:, :, 1].min() - 1e-9, edges[:, :, 1].max() + 1e-9
        self.strips = strips
        first, last = (self.strip_of(f(edges[:, :, 1], axis=1)) for f in (numpy.min, numpy.max))
        self.lists = [[] for _ in range(strips)]
        for edge, (bottom, top) in enumerate(zip(first, last)):
            for strip in range(bottom, top + 1):
                self.lists[strip].append(edge)

    def strip_of(self, y):
        return numpy.clip(((y - self.low) / (self.high - self.low) * self.strips).astype(int), 0, self.strips - 1)

    def of(self, points):
        assert points.min() > 32 and points.max() < 64
        answers = numpy.full(len(points), -1)
        strips = self.strip_of(points[:, 1])
        order = numpy.argsort(strips, kind="stable")
        bounds = numpy.searchsorted(strips[order], numpy.arange(self.strips + 1))
        for strip, edges in enumerate(self.lists):
            rows = order[bounds[strip] : bounds[strip + 1]]
            if edges and len(rows):
                answers[rows] = self.in_strip(points[rows], self.edges[edges])
        return answers

    def in_strip(self, points, edges):
        (ax, ay), (bx, by) = edges[:, 0].T, edges[:, 1].T
        px, py = points[:, :1], points[:, 1:]
        one, other = (bx - ax) * (py - ay), (by - ay) * (px - ax)
        turn = one - other
        level = (numpy.minimum(ay, by) <= py) & (py <= numpy.maximum(ay, by))
        crossed = (ay > py) != (by > py)
        sign = numpy.sign(turn).astype(numpy.int8)
        is_open = level & (numpy.abs(turn) <= 4 * 2.0**-53 * (numpy.abs(one) + numpy.abs(other)))
        for row, edge in zip(*numpy.nonzero(is_open)):
            sign[row, edge] = exact_sign(*edges[edge, 0], *edges[edge, 1], *points[row])
        self.undecided += is_open.any(axis=1).sum()
        between = (numpy.minimum(ax, bx) <= px) & (px <= numpy.maximum(ax, bx))
        on_line = (level & between & (sign == 0)).any(axis=1)
        inside = (crossed & ((sign > 0) == (by > ay))).sum(axis=1) % 2 == 1
        return numpy.where(on_line, 0, numpy.where(inside, 1, -1))


def exact_sign(*numbers):
    ax, ay, bx, by, px, py = (int(number * 2.0**47) for number in numbers)
    turn = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
    return (turn > 0) - (turn < 0)


def compare(probe, count, seed):
    """Prints the table; the number of points of which the product's answer is wrong."""
    parts = read_rings()
    edges = read_edges(parts)
    exact = ExactLocations(edges)
    polygon = shapely.MultiPolygon([shapely.Polygon(part[0], part[1:]) for part in parts])
    shapely.prepare(polygon)
    random = numpy.random.default_rng(seed)
    totals = numpy.zeros(3, dtype=int)
    wrong, geos_wrong, differing, times, worst = 0, 0, 0, [], []
    for start in range(0, count, CHUNK):
        points = make_points(edges, min(CHUNK, count - start), random)
        answers, nanoseconds = ask(probe, ["location", BORDER], points, 1)
        ours = answers[:, 0].astype(int)
        begin = time.perf_counter()
        contains = shapely.contains_xy(polygon, points)
        times.append((nanoseconds, (time.perf_counter() - begin) / len(points) * 1e9))
        theirs = numpy.where(contains, 1, numpy.where(shapely.intersects_xy(polygon, points), 0, -1))
        right = exact.of(points)
        totals += [(ours == side).sum() for side in (1, 0, -1)]
        wrong += (ours != right).sum()
        geos_wrong += (theirs != right).sum()
        differing += (ours != theirs).sum()
        for index in numpy.nonzero((ours != right) | (theirs != right))[0][:5]:
            worst.append((*points[index].tolist(), ours[index], theirs[index], right[index]))

    ours_time, geos_time = numpy.median(times, axis=0)
    print(f"locations in osm-2026-turkey, {count} points, {len(edges)} edges, seed {seed}; GEOS {shapely.geos_version_string}")
    print(f"  inside / on the border / outside   {' / '.join(map(str, totals))}")
    print(f"  answers that differ from GEOS      {differing}")
    print(f"  decided exactly                    all, {exact.undecided} of them in whole numbers")
    print(f"  wrong: Overflight                  {wrong}")
    print(f"  wrong: GEOS                        {geos_wrong}")
    print(f"  time of a point                    {ours_time:.0f} ns; GEOS prepared contains {geos_time:.0f} ns")
    for x, y, our, their, right in worst[:5]:
        print(f"  {x!r} {y!r}: {NAMES[our]}, GEOS {NAMES[their]}, exact {NAMES[right]}")
    return wrong

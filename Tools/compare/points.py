"""Locations in the border osm-2026-turkey: the product against GEOS, and both against exact arithmetic where they differ."""

import json
import time
from fractions import Fraction

import numpy
import shapely

from probe import BORDER, ask

NAMES = {-1: "outside", 0: "on the border", 1: "inside"}


def read_rings():
    coordinates = json.loads(BORDER.read_text())["features"][0]["geometry"]["coordinates"]
    return [[numpy.array(ring) for ring in part] for part in coordinates]


def make_points(edges, count, seed):
    """Half anywhere in and around the window, half at the border: beside edges, at vertices, on edges, all in doubles."""
    random = numpy.random.default_rng(seed)
    anywhere = random.uniform((35.3, 35.2), (37.2, 37.5), (count - count // 2, 2))
    hard = count // 2
    a, b = edges[random.integers(len(edges), size=(hard,))].transpose(1, 0, 2)
    t = random.uniform(size=(hard, 1))
    kind = numpy.arange(hard) % 10
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
    # From 1e-15 to 1e-4 degrees, 0.1 nm to 11 m, beside an edge.
    near = kind >= 5
    reach = 10 ** random.uniform(-15, -4, (near.sum(), 1))
    points[near] += reach * random.choice((-1, 1), (near.sum(), 2)) * random.uniform(size=(near.sum(), 2))
    return numpy.vstack((anywhere, points))


def exact_location(edges, x, y):
    """1, 0 or −1 as `ask` has it, by a ray to the east in fractions."""
    (x1, y1), (x2, y2) = edges[:, 0].T, edges[:, 1].T
    rows = numpy.nonzero((numpy.minimum(y1, y2) <= y) & (numpy.maximum(y1, y2) >= y) & (numpy.maximum(x1, x2) >= x))[0]
    px, py, inside = Fraction(x), Fraction(y), False
    for row in rows:
        (ax, ay), (bx, by) = ((Fraction(float(n)) for n in end) for end in edges[row])
        turn = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
        if turn == 0 and min(ax, bx) <= px <= max(ax, bx) and min(ay, by) <= py <= max(ay, by):
            return 0
        if (ay > py) != (by > py):
            inside ^= (turn > 0) == (by > ay)
    return 1 if inside else -1


def distance_in_degrees(edges, x, y):
    """From a point to the nearest edge."""
    a, d = edges[:, 0] - (x, y), edges[:, 1] - edges[:, 0]
    t = numpy.clip(-(a * d).sum(axis=1) / (d * d).sum(axis=1), 0, 1)[:, None]
    return numpy.hypot(*(a + t * d).T).min()


def compare(probe, count, seed):
    """Prints the table; the number of points of which the product's answer is wrong."""
    parts = read_rings()
    edges = numpy.concatenate([numpy.stack((ring[:-1], ring[1:]), axis=1) for part in parts for ring in part])
    points = make_points(edges, count, seed)
    answers, nanoseconds = ask(probe, ["location", BORDER], points, 1)
    ours = answers[:, 0].astype(int)

    polygon = shapely.MultiPolygon([shapely.Polygon(part[0], part[1:]) for part in parts])
    shapely.prepare(polygon)
    start = time.perf_counter()
    contains = shapely.contains_xy(polygon, points)
    geos_nanoseconds = (time.perf_counter() - start) / len(points) * 1e9
    theirs = numpy.where(contains, 1, numpy.where(shapely.intersects_xy(polygon, points), 0, -1))

    # Everywhere that the two differ, and on a sample of what lies within 1e-9 degrees, fractions decide.
    differing = numpy.nonzero(ours != theirs)[0]
    hard = numpy.arange(len(points) - len(points) // 2, len(points))
    sample = hard[:: max(1, len(hard) // 20_000)]
    wrong, geos_wrong, checked, worst = 0, 0, 0, []
    for index in numpy.union1d(differing, sample):
        x, y = map(float, points[index])
        gap = distance_in_degrees(edges, x, y)
        if ours[index] == theirs[index] and gap > 1e-9:
            continue
        exact = exact_location(edges, x, y)
        checked += 1
        wrong += ours[index] != exact
        geos_wrong += theirs[index] != exact
        if ours[index] != theirs[index]:
            worst.append((gap, x, y, ours[index], theirs[index], exact))

    print(f"locations in osm-2026-turkey, {len(points)} points, {len(edges)} edges, seed {seed}; GEOS {shapely.geos_version_string}")
    print(f"  inside / on the border / outside   {(ours == 1).sum()} / {(ours == 0).sum()} / {(ours == -1).sum()}")
    print(f"  answers that differ from GEOS      {len(differing)}")
    print(f"  decided in fractions               {checked} (where they differ, and a sample within 1e-9 degrees)")
    print(f"  wrong: Overflight                  {wrong}")
    print(f"  wrong: GEOS                        {geos_wrong}")
    print(f"  time of a point                    {nanoseconds:.0f} ns; GEOS prepared contains {geos_nanoseconds:.0f} ns")
    for gap, x, y, our, their, exact in sorted(worst, reverse=True)[:5]:
        print(f"  {x!r} {y!r}, {gap:.1e} degrees off: {NAMES[our]}, GEOS {NAMES[their]}, exact {NAMES[exact]}")
    return wrong

"""Signed distances to the border osm-2026-turkey: the product against GeographicLib on every edge that can be the nearest."""

import numpy
from geographiclib.geodesic import Geodesic

from nearest import WGS84, Edges, real_edges
from points import ExactLocations, read_edges, read_rings
from probe import BORDER, ask

LIMIT = 0.001
# Meters from which the worst differences are told apart.
RANGES = [(0, 1), (1, 1000), (1000, 100_000), (100_000, 3_000_000)]


def make_places(edges, count, random):
    """Places at 1 cm to 2000 km from a random place of a random edge, each power of ten as often."""
    places = []
    for edge in edges[random.integers(len(edges), size=count)]:
        t, meters = random.uniform(), 10 ** random.uniform(-2, numpy.log10(2_000_000))
        x, y = edge[:2] + t * (edge[2:] - edge[:2])
        end = WGS84.Direct(y, x, random.uniform(-180, 180), meters, Geodesic.LATITUDE | Geodesic.LONGITUDE)
        places.append((end["lon2"], end["lat2"]))
    return numpy.array(places)


def compare(probe, count, seed):
    """Prints the table; whether a distance differs by more than 1 mm."""
    edges = real_edges()
    places = make_places(edges, count, numpy.random.default_rng(seed))
    answers, nanoseconds = ask(probe, ["distance", BORDER], places, 1)
    border, locations = Edges(edges), ExactLocations(read_edges(read_rings()))
    near = ((places > 32) & (places < 64)).all(axis=1)
    sides = numpy.full(count, -1)
    sides[near] = locations.of(places[near])
    theirs = numpy.array([border.distance(*place) for place in places.tolist()]) * -sides
    gaps = numpy.abs(answers[:, 0] - theirs)
    print(f"signed distances to osm-2026-turkey, {count} places, {len(edges)} edges, seed {seed}; GeographicLib 2.1")
    print(f"  inside / outside                   {(sides == 1).sum()} / {(sides == -1).sum()}")
    for low, high in RANGES:
        rows = numpy.nonzero((numpy.abs(theirs) >= low) & (numpy.abs(theirs) < high))[0]
        if len(rows):
            row = rows[numpy.argmax(gaps[rows])]
            print(f"  {low:g} m to {high:g} m, {len(rows)}: {gaps[row] * 1e3:.6f} mm at {places[row].tolist()}")
    print(f"  wrong side                         {(answers[:, 0] * -sides < 0).sum()}")
    print(f"  time of a distance                 {nanoseconds:.0f} ns")
    return not (gaps.max() <= LIMIT)

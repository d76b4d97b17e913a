"""The data are what they are said to be, and the same for a seed."""

import math
import random
import unittest

import data
from border import Border, meters_per_degree

BORDER = Border()


def meters(a, b):
    east, north = meters_per_degree((a[1] + b[1]) / 2)
    return math.hypot((a[0] - b[0]) * east, (a[1] - b[1]) * north)


def to_edge(at, a, b):
    east, north = meters_per_degree(at[1])
    (px, py), (dx, dy) = (((end[0] - a[0]) * east, (end[1] - a[1]) * north) for end in (at, b))
    share = min(1, max(0, (px * dx + py * dy) / (dx * dx + dy * dy)))
    return math.hypot(px - share * dx, py - share * dy)


class Data(unittest.TestCase):
    def test_a_seed_gives_the_same_data(self):
        for make in (data.near_points, data.window_points, data.straight_paths, data.pairs, data.directions):
            first, again, other = (make(BORDER, random.Random(seed), 5) for seed in (1, 1, 2))
            self.assertEqual(first, again)
            self.assertNotEqual(first, other)

    def test_the_border_is_without_the_sides_of_the_window(self):
        self.assertEqual(len(BORDER.vertices), 21_360)
        self.assertTrue(all(data.is_within(BORDER.window, at, 0) for at in BORDER.vertices))
        self.assertFalse(any(BORDER.is_side(a, b) for a, b in BORDER.edges))

    def test_near_points_lie_within_a_kilometer(self):
        for y, x in zip(*data.near_points(BORDER, random.Random(3), 20)):
            self.assertLess(min(to_edge((x, y), *edge) for edge in BORDER.edges), 1001)

    def test_tracks_have_fixes_a_second_apart_in_the_window(self):
        latitudes, longitudes = data.tracks(BORDER, random.Random(4), 3)
        self.assertEqual(len(latitudes), 3 * data.FIXES)
        for track in range(3):
            rows = slice(track * data.FIXES, (track + 1) * data.FIXES)
            fixes = list(zip(longitudes[rows], latitudes[rows]))
            self.assertTrue(all(data.is_within(BORDER.window, at, 999) for at in fixes))
            for a, b in zip(fixes, fixes[1:]):
                self.assertAlmostEqual(meters(a, b), 250, delta=0.5)

    def test_straight_paths_are_5_to_30_kilometers_long(self):
        ends = list(zip(*reversed(data.straight_paths(BORDER, random.Random(5), 50))))
        for a, b in zip(ends[::2], ends[1::2]):
            self.assertTrue(4990 < meters(a, b) < 30_060)
            self.assertTrue(all(data.is_within(BORDER.window, at, 1000) for at in (a, b)))

    def test_pairs_are_100_kilometers_apart(self):
        for y1, x1, y2, x2 in zip(*data.pairs(BORDER, random.Random(6), 50)):
            if max(abs(y1), abs(y2)) < 60:
                self.assertAlmostEqual(meters((x1, y1), (x2, y2)), 100_000, delta=1500)

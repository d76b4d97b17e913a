"""A cut is right, and a wrong one is refused."""

import math
import random
import unittest

from clipping import clipped
from proof import prove
from shapes import Polygon
from windows import Window

WINDOW = Window(0, 100, 0, 100)
CORNERS = [(0, 0), (100, 0), (100, 100), (0, 100)]

# Counterclockwise, out of the window over its east side: crossings at (100, 19.4) and (100, 81.7).
ARROW: Polygon = [[(10, 50), (20, 5), (131, 25), (128, 77), (20, 95)]]
ARROW_CUT: Polygon = [[(10, 50), (20, 5), (100, 19), (100, 82), (20, 95)]]


class Cutting(unittest.TestCase):
    def test_keeps_vertices_inside_and_rounds_those_on_the_edge(self):
        self.assertEqual(clipped([ARROW], WINDOW), [ARROW_CUT])

    def test_winds_rings_as_rfc_7946_wants_them(self):
        hole = [(30, 40), (40, 40), (40, 60)]
        clockwise = [ARROW[0][::-1], hole]
        self.assertEqual(clipped([clockwise], WINDOW), [[ARROW_CUT[0], [(30, 40), (40, 60), (40, 40)]]])

    def test_leaves_the_whole_window_of_an_area_around_it(self):
        around = [[(-50, -50), (150, -50), (150, 150), (-50, 150)]]
        self.assertEqual(clipped([around], WINDOW), [[[(0, 0), (100, 0), (100, 100), (0, 100)]]])

    def test_leaves_nothing_of_an_area_elsewhere(self):
        self.assertEqual(clipped([[[(200, 0), (300, 0), (300, 50)]]], WINDOW), [])

    def test_turns_a_tongue_that_returns_into_two_polygons(self):
        fork = [[(50, -20), (150, 50), (50, 121), (120, 50)]]
        self.assertEqual(len(clipped([fork], WINDOW)), 2)

    def test_proves_random_stars(self):
        for seed in range(300):
            with self.subTest(seed=seed):
                clipped([star(random.Random(seed))], Window(-500_003, 500_001, -300_007, 400_009))


class Refused(unittest.TestCase):
    def test_a_source_vertex_on_the_edge(self):
        self.assert_refused("on the window's edge", clipped, [[[(0, 50), (50, 20), (50, 80)]]], WINDOW)

    def test_a_border_that_touches_a_corner(self):
        outside = [[(-10, 10), (10, -10), (-10, -10)]]
        self.assert_refused("leaves a Point", clipped, [outside], WINDOW)
        self.assert_refused("touches", prove, [outside], [], WINDOW)

    def test_wrong_cuts(self):
        exterior = ARROW_CUT[0]
        wrong = {
            "a moved vertex": [[(11, 50)] + exterior[1:]],
            "a dropped vertex": [exterior[1:]],
            "an added vertex": [exterior + [(15, 73)]],
            "a moved crossing": [[(100, 20) if vertex == (100, 19) else vertex for vertex in exterior]],
            "a reversed ring": [exterior[::-1]],
            "a vertex met twice": [exterior[:1] + exterior],
            "two vertices exchanged": [[exterior[1], exterior[0]] + exterior[2:]],
            "a hole that is not in the source": [exterior, [(30, 40), (40, 60), (40, 40)]],
            "the other side": [exterior[::-1] + CORNERS[::-1]],
        }
        prove([ARROW], [ARROW_CUT], WINDOW)
        for name, polygon in wrong.items():
            with self.subTest(name):
                self.assert_refused("not a right cut", prove, [ARROW], [polygon], WINDOW)

    def assert_refused(self, part_of_sentence, call, *arguments):
        with self.assertRaises(SystemExit) as refusal:
            call(*arguments)
        self.assertIn(part_of_sentence, str(refusal.exception))


def star(source: random.Random) -> Polygon:
    """A ring around the origin that crosses the window many times."""
    angles = sorted(source.uniform(0, math.tau) for _ in range(40))
    radii = [source.uniform(100_000, 900_000) for _ in angles]
    return [[(round(r * math.cos(a)), round(r * math.sin(a))) for a, r in zip(angles, radii)]]


if __name__ == "__main__":
    unittest.main()

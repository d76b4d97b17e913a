"""What counts as the same answer, and that anything else is told."""

import math
import unittest

import agreement

NAN = math.nan


class Agreement(unittest.TestCase):
    def test_a_place_on_the_border_is_not_inside(self):
        self.assertIsNone(agreement.same_sides([-1, 0, 1], [0, 0, 1]))
        self.assertIn("1 of 3", agreement.same_sides([-1, 0, 1], [0, 1, 1]))

    def test_distances_have_their_sign(self):
        self.assertIsNone(agreement.near_distances([-1000, 50], [-1010, 50.5]))
        for wrong in (1000, -1030, NAN):
            self.assertIn("number 0", agreement.near_distances([-1000], [wrong]))

    def test_an_answer_that_is_no_number_agrees_with_nothing(self):
        self.assertIsNotNone(agreement.near_distances([NAN], [1]))
        self.assertIsNotNone(agreement.same_arcs([NAN, 0, 0], [1, 0, 0]))
        self.assertIsNotNone(agreement.same_ends([0, 0, 0], [NAN, 0, 0]))
        self.assertIsNotNone(agreement.same_total([NAN], [1], 1e-3, "s"))

    def test_totals_are_of_the_tracks_that_the_peer_did(self):
        ours = [9, 10, 1, 9, 20, 1, 9, 99, 1]
        self.assertIsNone(agreement.same_seconds(ours, [10, 20.01]))
        self.assertIn("30.000 s", agreement.same_seconds(ours, [10, 21]))

    def test_a_path_in_five_hundred_may_end_at_the_border(self):
        ours = [1.0, 0, 0] * 1000
        self.assertIsNone(agreement.same_entering(ours, [0, 0] + [1] * 998))
        self.assertIsNotNone(agreement.same_entering(ours, [0, 0, 0] + [1] * 997))

    def test_azimuths_and_longitudes_wrap(self):
        self.assertIsNone(agreement.same_arcs([5, 180, -180], [5, -180, 180]))
        self.assertIsNone(agreement.same_ends([1, 180, 0], [1, -180, 0]))

    def test_a_geodesic_is_held_to_a_micrometer(self):
        self.assertIsNone(agreement.same_arcs([1e5, 0, 0], [1e5 + 9e-7, 0, 0]))
        self.assertIsNotNone(agreement.same_arcs([1e5, 0, 0], [1e5 + 1.1e-6, 0, 0]))
        self.assertIsNotNone(agreement.same_ends([0, 0, 0], [0, 1e-11, 0]))

"""Rows of the table and of the JSON."""

import unittest

from operations import OPERATIONS
from report import Row, scaled, short
from runner import Rates

LOCATION, TRACKS, INVERSE = OPERATIONS[0], OPERATIONS[4], OPERATIONS[6]


class Rows(unittest.TestCase):
    def test_has_our_rate_theirs_and_the_ratio(self):
        row = Row(LOCATION, Rates(1, [10.0]), "GEOS", Rates(1, [163.0]))
        text = "| location near the border | 100 M points/s | GEOS | 6.13 M points/s | 16.3 × |"
        self.assertEqual(row.text(), text)
        self.assertEqual(row.record(), {
            "operation": "location near the border", "unit": "points/s", "ours": 1e8, "peer": "GEOS",
            "peer_value": 6_135_000.0, "ratio": 16.3})

    def test_a_peer_that_is_not_there_has_no_rate(self):
        row = Row(LOCATION, Rates(1, [10.0]), "GEOS", missing="no | network")
        text = "| location near the border | 100 M points/s | GEOS | not run: no / network | – |"
        self.assertEqual(row.text(), text)
        self.assertEqual((row.record()["peer_value"], row.record()["ratio"]), (None, None))

    def test_without_peers_there_is_ours(self):
        row = Row(LOCATION, Rates(1, [10.0]))
        self.assertEqual(row.text(), "| location near the border | 100 M points/s | – | – | – |")
        self.assertIsNone(row.record()["peer"])

    def test_tracks_count_their_fixes(self):
        self.assertEqual(Row(TRACKS, Rates(1, [1e6])).record()["ours"], 1e6)

    def test_a_geodesic_shows_its_time(self):
        self.assertIn("| 3.12 M pairs/s (320 ns) |", Row(INVERSE, Rates(1, [320.0])).text())

    def test_the_spread_is_of_all_runs(self):
        text = Row(LOCATION, Rates(1, [10.0, 20.0])).spread_text()
        self.assertEqual(text, "location near the border: 50.0 M to 100 M points/s in 2 runs")

    def test_rates_have_three_digits(self):
        texts = {
            1: "1.00", 288.4: "288", 999.6: "1.00 k", 7220: "7.22 k", 75_340: "75.3 k", 999_950: "1.00 M", 1.2e9: "1200 M"}
        for rate, text in texts.items():
            self.assertEqual(scaled(rate), text)
        self.assertEqual((short(0.284), short(9.996), short(99.96)), ("0.28", "10.0", "100"))

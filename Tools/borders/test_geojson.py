"""What is written is read again, digit for digit."""

import json
import tempfile
import unittest
from pathlib import Path

import geojson
from shapes import degrees_text

TRIANGLE = [(361524330, 358058970), (362000000, 359000000), (361000000, 360000001)]
HOLE = [(361500000, 359500000), (361500000, 359600000), (361600000, 359500000)]


class BorderFile(unittest.TestCase):
    def test_degrees_keep_seven_decimals(self):
        pairs = {361524330: "36.1524330", 0: "0.0000000", -1: "-0.0000001", -15_000_000: "-1.5000000"}
        for value, text in pairs.items():
            self.assertEqual(degrees_text(value), text)

    def test_is_one_closed_feature_with_an_id(self):
        collection = json.loads(geojson.text("turkey", {"name": "©"}, [[TRIANGLE]]))
        self.assertEqual(set(collection), {"type", "features"})
        (feature,) = collection["features"]
        self.assertEqual((feature["id"], feature["properties"]), ("turkey", {"name": "©"}))
        (ring,) = feature["geometry"]["coordinates"]
        self.assertEqual((feature["geometry"]["type"], ring[0], len(ring)), ("Polygon", ring[-1], 4))

    def test_reads_what_it_wrote(self):
        for polygons in ([[TRIANGLE]], [[TRIANGLE, HOLE]], [[TRIANGLE], [HOLE[::-1]]]):
            with self.subTest(polygons), tempfile.TemporaryDirectory() as folder:
                file = Path(folder, "border.geojson")
                file.write_text(geojson.text("syria", {}, polygons), encoding="utf-8")
                self.assertEqual(geojson.read(file), polygons)


if __name__ == "__main__":
    unittest.main()

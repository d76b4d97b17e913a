"""Rectangles of longitude and latitude in whole units of 1e-7 degree."""

from dataclasses import dataclass

from shapes import UNITS_PER_DEGREE, Polygon, Vertex, degrees_text


@dataclass(frozen=True)
class Window:
    west: int
    east: int
    south: int
    north: int

    @classmethod
    def of_hundredths(cls, west: int, east: int, south: int, north: int) -> "Window":
        """A window whose sides are given in hundredths of a degree, so that they are exact."""
        return cls(*(side * UNITS_PER_DEGREE // 100 for side in (west, east, south, north)))

    @classmethod
    def around(cls, polygons: list[Polygon]) -> "Window":
        """The smallest window that holds the polygons."""
        longitudes, latitudes = zip(*(vertex for polygon in polygons for ring in polygon for vertex in ring))
        return cls(min(longitudes), max(longitudes), min(latitudes), max(latitudes))

    def sides(self) -> list[str]:
        """West, south, east and north in degrees, in the order of an RFC 7946 bounding box."""
        return [degrees_text(side) for side in (self.west, self.south, self.east, self.north)]

    def holds(self, vertex: Vertex) -> bool:
        """True inside and on the edge."""
        return self.west <= vertex[0] <= self.east and self.south <= vertex[1] <= self.north

    def has_on_edge(self, vertex: Vertex) -> bool:
        return self.holds(vertex) and (
            vertex[0] in (self.west, self.east) or vertex[1] in (self.south, self.north)
        )

    def have_common_side(self, a: Vertex, b: Vertex) -> bool:
        """True when both vertices lie on one and the same side of the window."""
        return any(
            a[axis] == b[axis] == side
            for axis, sides in ((0, (self.west, self.east)), (1, (self.south, self.north)))
            for side in sides
        )

    def corners(self) -> set[Vertex]:
        return {(x, y) for x in (self.west, self.east) for y in (self.south, self.north)}


# What the files hold: Hatay with its surroundings, 35.5-37.0 E, 35.4-37.3 N.
EXTRACT = Window.of_hundredths(3550, 3700, 3540, 3730)

# Where the crossing is disputed: 35.90-36.30 E, 35.75-36.05 N.
TIP = Window.of_hundredths(3590, 3630, 3575, 3605)

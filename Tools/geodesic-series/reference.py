# Writes the reference values of Tests/GeodesyTests/Reference.
# Usage: pip install geographiclib==2.1 mpmath==1.3.0 && python3 reference.py DIRECTORY
"""Four files, each with a header that names origin, version and precision:

inverse.csv      pairs of places, solved by GeographicLib
direct.csv       place, azimuth and distance, solved by GeographicLib
exact.csv        pairs of places, and the line between them run again as a direct problem, by Gauss
                 quadrature of the integrals with 34 digits: an oracle that shares no series with
                 GeographicLib or with us
earth-fixed.csv  Earth-fixed positions, by the closed formula with 50 digits

The numbers drawn depend on the seed alone, so that the same versions give the same files.
"""
import math
import random
import sys
from pathlib import Path

import geographiclib
from geographiclib.geodesic import Geodesic
from mpmath import mp, mpf

wgs84 = Geodesic.WGS84
draw = random.Random(20151124)


# ---- families of pairs ----------------------------------------------------------------------


def latitude():
    return math.degrees(math.asin(draw.uniform(-1, 1)))


def longitude():
    return draw.uniform(-180, 180)


def sign():
    return draw.choice([-1, 1])


def tiny(low, high):
    """A magnitude spread evenly over decades."""
    return 10 ** draw.uniform(low, high)


def anywhere():
    return latitude(), longitude(), latitude(), longitude()


def apart(meters):
    def family():
        a, o = draw.uniform(-89.9, 89.9), longitude()
        end = wgs84.Direct(a, o, longitude(), meters)
        return a, o, end["lat2"], end["lon2"]

    return family


def antipodal():
    a, o = draw.uniform(-89, 89), longitude()
    return a, o, -a + draw.uniform(-0.7, 0.7), o + 180 + draw.uniform(-0.7, 0.7)


def antipodal_close():
    a, o = draw.uniform(-90, 90), longitude()
    return a, o, -a + sign() * tiny(-14, 0), o + 180 + sign() * tiny(-14, 0)


def antipodal_exactly():
    a, o = draw.choice([0.0, draw.uniform(-90, 90)]), draw.randint(-180, 180)
    return a, float(o), -a, float(o + 180)


def astroid():
    """Round the curve on which the second place is conjugate to the first."""
    a, o, t = draw.uniform(-89, 89), longitude(), draw.uniform(0, 2 * math.pi)
    c, size = math.cos(math.radians(a)), 180 * wgs84.f
    return (
        a, o, -a + size * c * c * math.sin(t) ** 3 * draw.uniform(0.98, 1.02),
        o + 180 + size * c * math.cos(t) ** 3 * draw.uniform(0.98, 1.02))


def polar():
    return sign() * (90 - draw.choice([0, 1]) * tiny(-12, 0)), longitude(), latitude(), longitude()


def equatorial():
    return 0.0, longitude(), 0.0, longitude()


def equatorial_long():
    o = longitude()
    return 0.0, o, 0.0, o + 180 - draw.uniform(0, 1.2)


def nearly_equatorial():
    return sign() * tiny(-14, -5), longitude(), sign() * tiny(-14, -5), longitude()


def meridional():
    o = longitude()
    return draw.uniform(-90, 90), o, draw.uniform(-90, 90), o


def over_the_pole():
    o = float(draw.randint(0, 180))
    return draw.uniform(-90, 90), o, draw.uniform(-90, 90), o - 180


def coincident():
    a, o = latitude(), longitude()
    return a, o, a, o


def same_parallel():
    a = latitude()
    return a, longitude(), a, longitude()


def opposite_parallel():
    a = latitude()
    return a, longitude(), -a, longitude()


def antimeridian():
    return latitude(), 180 - tiny(-13, 1), latitude(), -180 + tiny(-13, 1)


def hatay():
    return (draw.uniform(35.7, 36.3), draw.uniform(35.8, 36.6),
            draw.uniform(35.7, 36.3), draw.uniform(35.8, 36.6))


families = {
    "anywhere": anywhere, "1 m": apart(1.0), "1 km": apart(1e3), "100 km": apart(1e5),
    "1000 km": apart(1e6), "antipodal": antipodal, "antipodal-close": antipodal_close,
    "antipodal-exactly": antipodal_exactly, "astroid": astroid, "polar": polar,
    "equatorial": equatorial, "equatorial-long": equatorial_long,
    "nearly-equatorial": nearly_equatorial, "meridional": meridional,
    "over-the-pole": over_the_pole, "coincident": coincident, "same-parallel": same_parallel,
    "opposite-parallel": opposite_parallel, "antimeridian": antimeridian, "hatay": hatay,
}


def pair(family):
    a, o, b, p = families[family]()
    return a, o, max(-90.0, min(90.0, b)), p


# ---- the exact oracle -------------------------------------------------------------------------

mp.dps = 34


def gauss(count):
    """Nodes and weights of Gauss and Legendre on -1...1, by Newton's method."""
    result = []
    for i in range(count):
        x = mp.cos(mp.pi * (i + mpf(3) / 4) / (count + mpf(1) / 2))
        for _ in range(8):
            p0, p1 = mpf(1), x
            for k in range(2, count + 1):
                p0, p1 = p1, ((2 * k - 1) * x * p1 - (k - 1) * p0) / k
            slope = count * (x * p1 - p0) / (x * x - 1)
            x -= p1 / slope
        result.append((x, 2 / ((1 - x * x) * slope**2)))
    return result


nodes = gauss(40)
radius, flattening = mpf(wgs84.a), mpf(wgs84.f)  # f as the double that every program has
ratio = 1 - flattening
e2 = flattening * (2 - flattening)


def integrals(sine0, start, end):
    """Length in polar radii and longitude integral of an arc: equations (7) and (8)."""
    k2 = e2 / (1 - e2) * (1 - sine0**2)
    middle, half = (start + end) / 2, (end - start) / 2
    length = lag = mpf(0)
    for x, weight in nodes:
        root = mp.sqrt(1 + k2 * mp.sin(middle + half * x) ** 2)
        length += weight * root
        lag += weight * (2 - flattening) / (1 + ratio * root)
    return half * length, half * lag


def reduced(degrees):
    phi = mp.radians(degrees)
    return mp.atan2(ratio * mp.sin(phi), mp.cos(phi))


def to_parallel(b1, b2, azimuth):
    """Length, longitude and last azimuth of the line to a parallel, for canonical places."""
    sine0 = mp.sin(azimuth) * mp.cos(b1)
    n1 = mp.cos(azimuth) * mp.cos(b1)
    n2 = mp.sqrt(n1**2 + mp.sin(b1 - b2) * mp.sin(b1 + b2))
    s1, s2 = mp.atan2(mp.sin(b1), n1), mp.atan2(mp.sin(b2), n2)
    length, lag = integrals(sine0, s1, s2)
    turn = mp.atan2(sine0 * mp.sin(b2), n2) - mp.atan2(sine0 * mp.sin(b1), n1)
    return ratio * radius * length, turn - flattening * sine0 * lag, mp.atan2(sine0, n2)


def exact_inverse(lat1, lon1, lat2, lon2, near):
    """Distance and both azimuths in degrees; `near` is an azimuth close to the first."""
    lam = mpf(lon2) - mpf(lon1)
    lam -= 360 * mp.nint(lam / 360)
    west = lam < 0
    back = abs(lat1) < abs(lat2)
    far, close = (lat2, lat1) if back else (lat1, lat2)
    mirror = far > 0
    b1, b2 = reduced(-far if mirror else far), reduced(-close if mirror else close)
    lam, azimuth = mp.radians(abs(lam)), mpf(near[1] + 180 if back else near[0])
    if west != back:
        azimuth = -azimuth
    if mirror:
        azimuth = 180 - azimuth
    azimuth = mp.radians(abs(azimuth - 360 * mp.nint(azimuth / 360)))

    # Grow a bracket round the known azimuth, then halve and interpolate in it.
    miss = lambda x: to_parallel(b1, b2, x)[1] - lam
    edge = mpf(10) ** -30
    low, high, step = azimuth, azimuth, mpf(10) ** -12
    while low > edge and miss(low) > 0:
        low, step = max(edge, low - step), step * 30
    step = mpf(10) ** -12
    while high < mp.pi - edge and miss(high) < 0:
        high, step = min(mp.pi - edge, high + step), step * 30
    at_low, at_high = miss(low), miss(high)
    for turn in range(300):
        if high - low < mpf(10) ** -28:
            break
        x = (low + high) / 2 if turn % 3 == 2 else low - at_low * (high - low) / (at_high - at_low)
        value = miss(x)
        if value <= 0:
            low, at_low = x, value
        if value >= 0:
            high, at_high = x, value
    azimuth = (low + high) / 2
    length, _, last = to_parallel(b1, b2, azimuth)
    first, last = (last, azimuth) if back else (azimuth, last)
    result = []
    for angle in (first, last):
        s, c = mp.sin(angle), mp.cos(angle)
        result.append(mp.degrees(mp.atan2(-s if west else s, c if mirror == back else -c)))
    return length, result[0], result[1]


def exact_direct(lat1, lon1, azimuth, meters):
    b1, alpha = reduced(mpf(lat1)), mp.radians(mpf(azimuth))
    sine0 = mp.sin(alpha) * mp.cos(b1)
    cosine0 = mp.hypot(mp.cos(alpha), mp.sin(alpha) * mp.sin(b1))
    s1 = mp.atan2(mp.sin(b1), mp.cos(alpha) * mp.cos(b1))
    wanted, k2 = mpf(meters) / (ratio * radius), e2 / (1 - e2) * cosine0**2
    arc = wanted
    for _ in range(40):
        length, lag = integrals(sine0, s1, s1 + arc)
        step = (length - wanted) / mp.sqrt(1 + k2 * mp.sin(s1 + arc) ** 2)
        arc -= step
        if abs(step) < mpf(10) ** -31:
            break
    s2 = s1 + arc
    # Two longitudes on the sphere less than one turn apart, counted in the line's direction.
    turn = mp.atan2(
        sine0 * mp.sin(arc), mp.cos(s1) * mp.cos(s2) + sine0**2 * mp.sin(s1) * mp.sin(s2))
    lam = mpf(lon1) + mp.degrees(turn - flattening * sine0 * lag)
    b2 = mp.atan2(cosine0 * mp.sin(s2), mp.hypot(cosine0 * mp.cos(s2), sine0))
    phi = mp.atan2(mp.sin(b2), ratio * mp.cos(b2))
    return (mp.degrees(phi), lam - 360 * mp.nint(lam / 360),
            mp.degrees(mp.atan2(sine0, cosine0 * mp.cos(s2))))


# ---- the files --------------------------------------------------------------------------------

ORIGIN = f"GeographicLib for Python {geographiclib.__version__} (MIT), WGS 84, series of order 6"


def write(name, header, rows):
    with open(Path(sys.argv[1]) / name, "w", newline="\n") as file:
        for line in header:
            print("# " + line, file=file)
        for row in rows:
            print(*(x if isinstance(x, str) else repr(x) for x in row), sep=",", file=file)


def inverse_rows(count):
    mask = Geodesic.DISTANCE | Geodesic.AZIMUTH | Geodesic.REDUCEDLENGTH
    for family in families:
        for _ in range(count):
            places = pair(family)
            r = wgs84.Inverse(*places, mask)
            yield family, *places, r["s12"], r["azi1"], r["azi2"], r["m12"]


def direct_rows(count):
    for index in range(count):
        a = draw.choice([0.0, 90.0, -90.0]) if index % 10 == 0 else draw.uniform(-90, 90)
        azimuth = draw.choice([0.0, 90.0, 180.0, -90.0]) if index % 7 == 0 else longitude()
        meters = sign() * tiny(0, 7.3)
        o = longitude()
        r = wgs84.Direct(a, o, azimuth, meters)
        yield a, o, azimuth, meters, r["lat2"], r["lon2"], r["azi2"]


def exact_rows(count):
    names = ["anywhere", "1 km", "100 km", "1000 km", "antipodal", "antipodal-close", "astroid",
             "same-parallel", "opposite-parallel", "antimeridian", "hatay"]
    text = lambda x: mp.nstr(x, 26, min_fixed=-math.inf, max_fixed=math.inf)
    for family in names:
        for _ in range(count):
            places = pair(family)
            r = wgs84.Inverse(*places)
            inverse = exact_inverse(*places, (r["azi1"], r["azi2"]))
            direct = exact_direct(places[0], places[1], r["azi1"], r["s12"])
            yield (family, *places, *map(text, inverse), r["azi1"], r["s12"], *map(text, direct))


def earth_fixed_rows(count):
    text = lambda x: mp.nstr(x, 26, min_fixed=-math.inf, max_fixed=math.inf)
    for index in range(count):
        a = draw.choice([0.0, 90.0, -90.0]) if index % 20 == 0 else draw.uniform(-90, 90)
        o = draw.choice([0.0, 90.0, -90.0, -180.0]) if index % 15 == 0 else longitude()
        h = draw.uniform(-1e5, 1e5)
        with mp.workdps(50):
            phi, lam = mp.radians(mpf(a)), mp.radians(mpf(o))
            n = radius / mp.sqrt(1 - e2 * mp.sin(phi) ** 2)
            yield (a, o, h, *map(text, (
                (n + h) * mp.cos(phi) * mp.cos(lam), (n + h) * mp.cos(phi) * mp.sin(lam),
                (n * (1 - e2) + h) * mp.sin(phi))))


if __name__ == "__main__":
    write("inverse.csv", [
        ORIGIN, "doubles with all their digits; the author states 15 nm",
        "family,latitude1,longitude1,latitude2,longitude2,meters,azimuth1,azimuth2,reducedLength",
    ], inverse_rows(100))
    write("direct.csv", [
        ORIGIN, "doubles with all their digits; the author states 15 nm",
        "latitude1,longitude1,azimuth1,meters,latitude2,longitude2,azimuth2",
    ], direct_rows(2000))
    write("exact.csv", [
        "Gauss quadrature of the geodesic integrals, 40 nodes, mpmath 1.3.0 with 34 digits, WGS 84",
        "26 digits; then the direct problem for the azimuth and meters that stand before it",
        "family,latitude1,longitude1,latitude2,longitude2,meters,azimuth1,azimuth2,"
        "azimuth,meters,latitude,longitude,azimuthThere",
    ], exact_rows(20))
    write("earth-fixed.csv", [
        "Closed formula of NGA.STND.0036 (2014), chapter 4, mpmath 1.3.0 with 50 digits, WGS 84",
        "26 digits", "latitude,longitude,height,x,y,z",
    ], earth_fixed_rows(1000))

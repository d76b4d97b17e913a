public import Airspaces
public import Flights
public import Geodesy
import Geometry
public import Quantities

/// The example world of the tests: an invented land on the equator, where much has a closed form.
///
/// Along the equator a degree is `a·π/180` long, and every meridian is crossed at a right angle.
/// So a flight along the equator at a thousandth of a degree a second passes a longitude at a
/// time, and covers a distance, that can be written down.
public enum ExampleSquare {
  /// A degree along the equator, in meters: 6 378 137·π/180.
  public static let degree = 6_378_137 * Double.pi / 180

  /// The speed of a thousandth of a degree a second: 111.319 490 793 m/s.
  public static let speed = Speed.metersPerSecond(degree / 1000)

  /// 20° to 20.1° E, 0.5° S to 0.5° N.
  public static func border() throws -> PreparedBorder {
    try border([rectangle(20, 20.1)])
  }

  /// A land whose southern tip lies at 20.05° E on a latitude, open to the north.
  public static func wedge(tip latitude: Double) throws -> PreparedBorder {
    try border([[(20.05, latitude), (20.06, latitude + 0.1), (20.04, latitude + 0.1)]])
  }

  /// A land of parts without holes, each by its vertices (longitude, latitude), not closed.
  public static func border(
    _ parts: [[(Double, Double)]], extract: Border.Extract? = nil
  ) throws -> PreparedBorder {
    PreparedBorder(
      try Border(
        parts: parts.map { ring in
          [(ring + ring.prefix(1)).map { Point2(x: $0.0, y: $0.1) }]
        }, extract: extract))
  }

  /// The corners of a strip between two meridians, 0.5° S to 0.5° N.
  public static func rectangle(_ west: Double, _ east: Double) -> [(Double, Double)] {
    [(west, -0.5), (east, -0.5), (east, 0.5), (west, 0.5)]
  }

  /// So many seconds after 2031-05-06T00:00:00Z, which is 1 935 792 000 s after 1970.
  public static func time(_ seconds: Double) -> Instant {
    Instant(nanosecondsSince1970: 1_935_792_000_000_000_000).advanced(by: .seconds(seconds))
  }

  public static func place(_ longitude: Double, _ latitude: Double = 0) throws -> GeodeticCoordinate
  {
    try GeodeticCoordinate(latitude: .degrees(latitude), longitude: .degrees(longitude))
  }

  /// A track from places (seconds, longitude, latitude), at one altitude or none.
  public static func track(
    _ fixes: [(Double, Double, Double)], altitude: Altitude? = nil
  ) throws -> Track {
    try Track(
      fixes.map {
        Fix(time: time($0.0), place: try place($0.1, $0.2), altitude: altitude)
      })
  }

  /// Along the equator from 19.9° to 20.2° E in 300 s: at 20° after 100 s, at 20.1° after 200 s.
  public static func flight(altitude: Altitude? = nil) throws -> Track {
    try track([(0, 19.9, 0), (300, 20.2, 0)], altitude: altitude)
  }
}

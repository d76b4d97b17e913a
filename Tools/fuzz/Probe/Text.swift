import Foundation
import Geodesy
import Geometry
import Quantities

extension Double {
  /// The number so that no bit is lost, for people and for machines.
  var exact: String { "\(self) [\(String(format: "%a", self))]" }
}

extension Point2 {
  var exact: String { "x \(x.exact), y \(y.exact)" }
}

extension GeodeticCoordinate {
  var exact: String { "latitude \(latitude.degrees.exact), longitude \(longitude.degrees.exact)" }
}

extension [[[Point2]]] {
  /// Every position on a line of its own.
  var exact: String {
    enumerated().map { part, rings in
      rings.enumerated().map { number, ring in
        "part \(part), ring \(number):\n" + ring.map { "  \($0.exact)" }.joined(separator: "\n")
      }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

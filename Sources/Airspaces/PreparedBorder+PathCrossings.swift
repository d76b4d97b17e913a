public import Geodesy
import Geometry
import Quantities

extension PreparedBorder {
  /// Every stay of every path inside the border, in the order of the paths and along each.
  ///
  /// A touch from outside is no stay. A way along the border line is not inside: a path that comes
  /// to it from inside and goes back has left and entered.
  ///
  /// - Throws: ``CrossingError`` where a path leaves an extract's window for where the whole may
  ///   have border.
  /// - Accuracy: Places and lengths as ``crossings(of:)-(GeodesicLeg)`` has them for a leg; depths
  ///   as ``furthest(on:within:)``.
  public func crossings(of paths: Paths) throws(CrossingError) -> [PathCrossing] {
    try crossings(of: paths, 0..<paths.count)
  }
}

package import Geodesy
import Geometry
import Quantities

extension PreparedBorder {
  /// Where a path that does not meet the border comes nearest to it.
  ///
  /// Of legs that are too far away to hold the place, most are not looked at: between two places of
  /// the path the distance falls by no more than half of the way that is left over.
  ///
  /// - Parameter path: Two places or more, joined by geodesics.
  /// - Returns: The leg, counted from 0, and the place on it; nothing where an extract holds no border.
  /// - Accuracy: As ``nearest(on:within:)``.
  package func nearest(on path: Places) -> (leg: Int, place: LegExtreme)? {
    var ways = [0.0]
    var distances = ShortDistances(around: path.latitudes[0])
    for index in 0..<(path.count - 1) {
      ways.append(ways[index] + distances.distance(from: path[index], to: path[index + 1]).meters)
    }
    func distance(_ index: Int) -> Double? { nearestPoint(to: own(path.point(index)))?.meters }
    let last = path.count - 1
    guard let first = distance(0), let end = distance(last) else { return nil }
    var best: (leg: Int, place: LegExtreme)?
    /// Looks between two places of the path, whose distances are known.
    func search(_ i: Int, _ start: Double, _ j: Int, _ end: Double) {
      // A micrometer covers the rounding of ways and distances.
      let least = (start + end - (ways[j] - ways[i])) / 2 - 1e-6
      if let best, least >= best.place.distance.meters { return }
      guard j > i + 1 else {
        let leg = GeodesicLeg(from: path[i], to: path[j])
        guard let found = nearest(on: leg, within: .zero...leg.length) else { return }
        if let best, (best.place.distance.meters, best.leg) <= (found.distance.meters, i) { return }
        best = (i, found)
        return
      }
      let middle = (i + j) / 2
      guard let cut = distance(middle) else { return }
      if start <= end {
        search(i, start, middle, cut)
        search(middle, cut, j, end)
      } else {
        search(middle, cut, j, end)
        search(i, start, middle, cut)
      }
    }
    search(0, first, last, end)
    return best
  }
}

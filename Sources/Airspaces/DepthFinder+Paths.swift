import Geodesy
import Geometry

/// The stations of a stay: where it begins, every place of the path on it, and where it ends.
struct Stations {
  private(set) var points: [Point2] = []
  /// How far along the stay each lies, in meters.
  private(set) var meters: [Double] = []
  /// The leg on which each lies, and how far along it, in meters.
  private(set) var legs: [Int] = []
  private(set) var metersOnLeg: [Double] = []

  var count: Int { points.count }

  mutating func removeAll() {
    points.removeAll(keepingCapacity: true)
    meters.removeAll(keepingCapacity: true)
    legs.removeAll(keepingCapacity: true)
    metersOnLeg.removeAll(keepingCapacity: true)
  }

  /// - Parameters:
  ///   - point: In degrees.
  ///   - step: How far it is from the last station, in meters.
  ///   - leg: The leg that leaves it.
  ///   - metersOnLeg: How far along that leg it lies.
  mutating func append(_ point: Point2, after step: Double, leg: Int, metersOnLeg: Double) {
    points.append(point)
    meters.append((meters.last ?? 0) + step)
    legs.append(leg)
    self.metersOnLeg.append(metersOnLeg)
  }
}

extension DepthFinder {
  /// A stretch of a stay between two of its stations.
  private struct Run {
    let start: (station: Int, probe: DepthProbe)
    let end: (station: Int, probe: DepthProbe)
    /// The station at which it is to be cut; the first one where there is none between.
    let cut: Int
    let bound: Double
  }

  /// The place of a stay that is furthest from the border: on which leg, and where.
  ///
  /// - Parameter leg: The leg of a number.
  mutating func furthest(
    on stations: Stations, leg: (Int) -> LegCurve
  ) -> (leg: Int, metersOnLeg: Double, probe: DepthProbe)? {
    guard let first = probe(0, stations.points[0]),
      let last = probe(stations.meters[stations.count - 1], stations.points[stations.count - 1])
    else { return nil }
    var best = (leg: stations.legs[0], metersOnLeg: stations.metersOnLeg[0], probe: first)
    func improve(_ station: Int, _ probe: DepthProbe) {
      guard probe.distance > best.probe.distance else { return }
      best = (stations.legs[station], stations.metersOnLeg[station], probe)
    }
    improve(stations.count - 1, last)
    var runs: [Run] = []
    if stations.count > 1 {
      runs.append(run((0, first), (stations.count - 1, last), stations))
    }
    while let highest = runs.indices.max(by: { runs[$0].bound < runs[$1].bound }) {
      let run = runs[highest]
      runs.swapAt(highest, runs.count - 1)
      runs.removeLast()
      if run.bound <= best.probe.distance + Self.tolerance { break }
      if run.cut == run.start.station {
        let number = stations.legs[run.start.station]
        let found = furthest(run, on: leg(number), stations, above: best.probe.distance)
        if found.probe.distance > best.probe.distance {
          best = (number, found.metersOnLeg, found.probe)
        }
        continue
      }
      let point = stations.points[run.cut]
      guard
        let probe = probe(
          stations.meters[run.cut], point, known: run.start.probe.piece, run.end.probe.piece)
      else { break }
      improve(run.cut, probe)
      runs.append(self.run(run.start, (run.cut, probe), stations))
      runs.append(self.run((run.cut, probe), run.end, stations))
    }
    return best
  }

  /// The furthest place between two neighbouring stations, which one leg joins.
  private mutating func furthest(
    _ run: Run, on curve: LegCurve, _ stations: Stations, above least: Double
  ) -> (metersOnLeg: Double, probe: DepthProbe) {
    let onLeg = stations.metersOnLeg[run.start.station]
    let start = run.start.probe.meters
    let probe = furthest(from: run.start.probe, to: run.end.probe, above: least) { meters in
      curve.point(at: onLeg + (meters - start))
    }
    return (onLeg + (probe.meters - start), probe)
  }

  private func run(
    _ start: (station: Int, probe: DepthProbe), _ end: (station: Int, probe: DepthProbe),
    _ stations: Stations
  ) -> Run {
    let length = end.probe.meters - start.probe.meters
    let steepest = (start.probe.distance + end.probe.distance + length) / 2
    guard end.station > start.station + 1 else {
      return Run(start: start, end: end, cut: start.station, bound: steepest)
    }
    let target = start.probe.meters + length * equallyFar(start.probe, end.probe)
    let cut = stations.nearest(to: target, after: start.station, before: end.station)
    guard length < SurfacePoint.chordLimit else {
      return Run(start: start, end: end, cut: cut, bound: steepest)
    }
    let chord = end.probe.surface.distance(
      alongChord: end.probe.surface.space - start.probe.surface.space)
    let point = stations.points[cut]
    let bound = bound(
      start.probe, end.probe, stations.meters[cut], point,
      SurfacePoint(latitude: point.y, longitude: point.x), stray: Self.stray(length, chord))
    return Run(start: start, end: end, cut: cut, bound: bound)
  }

  /// How far a way of a length between two places that are `chord` apart may lie from the geodesic
  /// between them, in meters.
  ///
  /// The sum of a place's distances from both ends is at most the length: the place lies in an
  /// ellipse with half the axis √(ℓ² − c²)/2, which goes (ℓ − c)/2 beyond the ends.
  private static func stray(_ length: Double, _ chord: Double) -> Double {
    // Both are known to a micrometer.
    let excess = max(0, length - chord) + 2e-6
    return (excess * (length + chord + excess)).squareRoot() / 2 + excess / 2
  }
}

extension Stations {
  /// The station nearest to a distance along the stay, of those between two others.
  fileprivate func nearest(to target: Double, after first: Int, before last: Int) -> Int {
    var (low, high) = (first, last)
    while high - low > 1 {
      let middle = (low + high) / 2
      if meters[middle] <= target { low = middle } else { high = middle }
    }
    let found = target - meters[low] <= meters[high] - target ? low : high
    return min(last - 1, max(first + 1, found))
  }
}

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
  /// - Parameters:
  ///   - stations: The stay.
  ///   - first: The edge at which it begins, if it begins at one.
  ///   - last: The edge at which it ends, if it ends at one.
  ///   - leg: The leg of a number.
  /// - Returns: Nothing where an extract holds no border.
  mutating func furthest(
    on stations: Stations, from first: Int?, to last: Int?, leg: (Int) -> LegCurve
  ) -> (leg: Int, metersOnLeg: Double, probe: DepthProbe)? {
    let end = stations.count - 1
    guard let first = probe(0, stations.points[0], edge: first),
      let last = probe(stations.meters[end], stations.points[end], edge: last)
    else { return nil }
    var best = (leg: stations.legs[0], metersOnLeg: stations.metersOnLeg[0], probe: first)
    func improve(_ station: Int, _ probe: DepthProbe) {
      guard probe.distance > best.probe.distance else { return }
      best = (stations.legs[station], stations.metersOnLeg[station], probe)
    }
    improve(stations.count - 1, last)
    if stations.count == 2 {
      let run = run((0, first), (1, last), stations)
      let (number, curve) = (stations.legs[0], leg(stations.legs[0]))
      let found = furthest(run, on: curve, stations, above: best.probe.distance)
      return found.probe.distance > best.probe.distance
        ? (number, found.metersOnLeg, found.probe) : best
    }
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
        let probe = probe(stations.meters[run.cut], point, known: run.start.probe.piece)
      else { break }
      improve(run.cut, probe)
      runs.append(self.run(run.start, (run.cut, probe), stations))
      runs.append(self.run((run.cut, probe), run.end, stations))
    }
    return best
  }

  private func probe(_ meters: Double, _ point: Point2, edge: Int?) -> DepthProbe? {
    guard let edge else { return probe(meters, point) }
    return probe(meters, point, onEdge: edge)
  }

  /// The furthest place between two neighbouring stations, which one leg joins.
  private mutating func furthest(
    _ run: Run, on curve: LegCurve, _ stations: Stations, above least: Double
  ) -> (metersOnLeg: Double, probe: DepthProbe) {
    let onLeg = stations.metersOnLeg[run.start.station]
    let start = run.start.probe.meters
    let way = DepthWay(curve, at: onLeg, from: run.start.probe, to: run.end.probe)
    let probe = furthest(from: run.start.probe, to: run.end.probe, above: least, on: way)
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
    guard length < SurfacePoint.chordLimit, !border.isMovedNorth else {
      return Run(start: start, end: end, cut: cut, bound: steepest)
    }
    let chord = SurfacePoint(end.probe.space).distance(
      alongChord: end.probe.space - start.probe.space)
    let point = stations.points[cut]
    let place = self.cut(start.probe, end.probe, at: stations.meters[cut], point)
    let bound = bound(start.probe, end.probe, place, stray: Self.stray(length, chord))
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

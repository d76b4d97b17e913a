import Incidents
import Quantities

extension PathSearch {
  /// How far an extreme may lie beyond the one that is told: a thousandth of the searched range.
  public static let extremeTolerance = 1e-3

  /// What holds around paths that were found to hold.
  func region(
    of holding: [PathCandidate], central: PathCandidate, _ workers: Workers
  ) -> PathRegion {
    let axes = space.free.indices
    let extremes = workers(2 * axes.count) { part in
      [pushed(part / 2, upwards: part % 2 == 1, from: holding)]
    }.flatMap(\.self)
    let known = holding + extremes
    let starts = Array(known.enumerated().sorted { a, b in
      (distance(of: a.element), a.offset) < (distance(of: b.element), b.offset)
    }.map(\.element).prefix(3)) + [central]
    let near = workers(starts.count) { [drawnNear(starts[$0])] }.flatMap(\.self)
    let nearest = (starts + near).best { distance(of: $0) } ?? central
    let ranges = axes.map { axis in
      let shares = (known + near).filter(\.holds).map { $0.place[axis] }
      let (least, greatest) = (shares.min() ?? 0, shares.max() ?? 1)
      return least...max(least, greatest)
    }
    var paths = [path(.nearest, nearest), path(.central, central)]
    for axis in axes {
      let parameter = space.free[axis].parameter
      paths.append(path(.least(parameter), extremes[2 * axis]))
      paths.append(path(.greatest(parameter), extremes[2 * axis + 1]))
    }
    return PathRegion(
      paths: paths,
      extents: axes.map { axis in
        let (least, greatest) = (ranges[axis].lowerBound, ranges[axis].upperBound)
        return space.value(at: least, on: axis)...space.value(at: greatest, on: axis)
      },
      share: share(within: ranges, workers))
  }

  /// The root mean square distance from the given track, in meters.
  private func distance(of candidate: PathCandidate) -> Double {
    var objective = objective
    guard let replay = try? objective.judged(at: candidate.place).replay.get() else {
      return .infinity
    }
    return nearness.distance(of: replay.track.track).meters
  }

  /// The path that holds nearest to a place, with some coordinates held; nothing where none is found.
  private func restored(
    _ place: [Double], holding held: Set<Int>, _ objective: inout PathObjective
  ) -> PathCandidate? {
    let found = LeastSquares(tries: 12, held: held).minimized(
      from: place, until: { $0.worst <= 0.15 }
    ) { place in objective.residuals(at: place).map { $0.beyond(0.8) } }
    let candidate = objective.candidate(at: found)
    return candidate.holds ? candidate : nil
  }

  /// The least or greatest value of a parameter with which a path holds: the others give way.
  private func pushed(
    _ axis: Int, upwards: Bool, from holding: [PathCandidate]
  ) -> PathCandidate {
    var objective = objective
    guard var best = holding.best(by: { upwards ? -$0.place[axis] : $0.place[axis] }) else {
      preconditionFailure("something holds")
    }
    func restored(at share: Double) -> PathCandidate? {
      var place = best.place
      place[axis] = share
      return self.restored(place, holding: [axis], &objective)
    }
    var beyond = upwards ? 1.0 : 0.0
    if best.place[axis] == beyond { return best }
    if let atEnd = restored(at: beyond) { return atEnd }
    while abs(beyond - best.place[axis]) > Self.extremeTolerance {
      let middle = best.place[axis] + (beyond - best.place[axis]) / 2
      if let found = restored(at: middle) { best = found } else { beyond = middle }
    }
    return best
  }

  /// A path that holds nearer to the given track, by least squares with ever stiffer requirements.
  private func drawnNear(_ start: PathCandidate) -> PathCandidate {
    var objective = objective
    var best = (path: start, distance: distance(of: start))
    var place = start.place
    for stiffness in [1.0, 10, 100, 1000] {
      if best.distance < 0.01 { break }
      place = LeastSquares(tries: 10).minimized(from: place) { place in
        let judged = objective.judged(at: place)
        let residuals = objective.residuals(of: judged).map { stiffness * $0.beyond(0.9) }
        guard let replay = try? judged.replay.get() else {
          return residuals + Array(repeating: 1e6, count: nearness.count)
        }
        return residuals + nearness.displacements(of: replay.track.track).map { $0 / 1000 }
      }
      guard let found = restored(place, holding: [], &objective) else { continue }
      let distance = distance(of: found)
      if distance < best.distance { best = (found, distance) }
    }
    return best.path
  }

  /// The share of the searched box that holds, from even points between the extremes.
  private func share(
    within ranges: [ClosedRange<Double>], _ workers: Workers
  ) -> SampledShare {
    let searched = objective.searched
    // A little more, since extremes are known to a tolerance.
    let sides = searched.map { axis in
      max(0, ranges[axis].lowerBound - Self.extremeTolerance)...min(
        1, ranges[axis].upperBound + Self.extremeTolerance)
    }
    let count = searched.isEmpty ? 1 : max(64, settings.points / 2)
    let points = EvenPoints(dimensions: searched.count, seed: settings.seed &+ 1)
    let size = 64
    let found = workers((count + size - 1) / size) { part in
      var objective = objective
      return (part * size..<min(count, (part + 1) * size)).map { number in
        objective.completed(
          zip(sides, points[number]).map { $0.lowerBound + $1 * ($0.upperBound - $0.lowerBound) })
      }
    }.flatMap(\.self)
    let volume = sides.reduce(1) { $0 * ($1.upperBound - $1.lowerBound) }
    return SampledShare(of: found.map(\.share), volume: volume)
  }
}

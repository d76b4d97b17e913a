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
    let first = workers(2 * axes.count) { part in
      [pushed(part / 2, upwards: part % 2 == 1, from: holding)]
    }.flatMap(\.self)
    // What was found while one parameter was pushed may be further in another one.
    let again = workers(2 * axes.count) { part in
      let (axis, end) = (part / 2, Double(part % 2))
      let best = first.map { abs(end - $0.place[axis]) }.min() ?? 0
      return abs(end - first[part].place[axis]) > best + Self.extremeTolerance
        ? [pushed(axis, upwards: end == 1, from: first)] : []
    }.flatMap(\.self)
    let known = first + again + holding
    let starts =
      Array(
        known.enumerated().map { (element: $1, distance: distance(of: $1), offset: $0) }
          .sorted { ($0.distance, $0.offset) < ($1.distance, $1.offset) }
          .map(\.element).prefix(3)) + [central]
    let near = workers(starts.count) { [drawnNear(starts[$0])] }.flatMap(\.self)
    let nearest = (starts + near).best { distance(of: $0) } ?? central
    let all = known + near.filter(\.holds)
    let extremes = axes.map { axis in
      (
        least: all.best { $0.place[axis] } ?? central,
        greatest: all.best { -$0.place[axis] } ?? central
      )
    }
    let ranges = axes.map { axis in
      extremes[axis].least.place[axis]...extremes[axis].greatest.place[axis]
    }
    var paths = [path(.nearest, nearest), path(.central, central)]
    for axis in axes {
      let parameter = space.free[axis].parameter
      paths.append(path(.least(parameter), extremes[axis].least))
      paths.append(path(.greatest(parameter), extremes[axis].greatest))
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
  ///
  /// From several paths that lie apart the parameter is drawn along by least squares; from the best
  /// of them it is pushed by halving what is left.
  private func pushed(
    _ axis: Int, upwards: Bool, from holding: [PathCandidate]
  ) -> PathCandidate {
    var objective = objective
    let end = upwards ? 1.0 : 0.0
    func rest(_ candidate: PathCandidate) -> Double { abs(end - candidate.place[axis]) }
    let starts = holding.apart(by: rest, by: 1.0 / 8, atMost: settings.draws)
    let drawn = starts.compactMap { start in
      rest(start) < Self.extremeTolerance ? nil : self.drawn(start, axis, to: end, &objective)
    }
    guard var best = (starts + drawn).best(by: rest) else {
      preconditionFailure("something holds")
    }
    func restored(at share: Double) -> PathCandidate? {
      var place = best.place
      place[axis] = share
      return self.restored(place, holding: [axis], &objective)
    }
    if rest(best) == 0 { return best }
    var beyond = end
    if let atEnd = restored(at: end) { return atEnd }
    while abs(beyond - best.place[axis]) > Self.extremeTolerance {
      let middle = best.place[axis] + (beyond - best.place[axis]) / 2
      if let found = restored(at: middle) { best = found } else { beyond = middle }
    }
    return best
  }

  /// A path that holds with a parameter nearer to an end, if one is found.
  private func drawn(
    _ start: PathCandidate, _ axis: Int, to end: Double, _ objective: inout PathObjective
  ) -> PathCandidate? {
    let place = LeastSquares(tries: 16).minimized(from: start.place) { place in
      // An edge of the box weighs as much as what lies three half widths beside.
      objective.residuals(at: place).map { $0.beyond(0.8) } + [3 * (place[axis] - end)]
    }
    return restored(place, holding: [], &objective)
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
      max(
        0, ranges[axis].lowerBound - Self.extremeTolerance)...min(
          1, ranges[axis].upperBound + Self.extremeTolerance)
    }
    let points = EvenPoints(dimensions: searched.count, seed: settings.seed &+ 1)
    let batch = max(32, settings.points / 2)
    let size = 32
    var shares: [Double] = []
    // More points where few hold, since the error is that of their number.
    while shares.count < (searched.isEmpty ? 1 : 8 * batch), shares.count(where: { $0 > 0 }) < 100 {
      let start = shares.count
      let count = searched.isEmpty ? 1 : batch
      shares += workers((count + size - 1) / size) { part in
        var objective = objective
        return (part * size..<min(count, (part + 1) * size)).map { number in
          objective.completed(
            zip(sides, points[start + number]).map { side, share in
              side.lowerBound + share * (side.upperBound - side.lowerBound)
            })
        }
      }.joined().map(\.share)
    }
    let volume = sides.reduce(1) { $0 * ($1.upperBound - $1.lowerBound) }
    return SampledShare(of: shares, volume: volume)
  }
}

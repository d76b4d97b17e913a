public import Airspaces
public import Geodesy
public import Incidents
import Quantities

/// Seeks the paths of a space that satisfy requirements together.
///
/// The same search has the same answer, by however many tasks it is worked on: every part of it is
/// computed by its number alone.
public struct PathSearch: Sendable {
  public let requirements: [Requirement]
  public let space: PathSpace
  public let settings: Settings
  let objective: PathObjective
  let nearness: Nearness
  let track: ResolvedTrack

  /// How thoroughly is searched.
  public struct Settings: Hashable, Sendable {
    /// How many places of the box are tried first.
    public var points: Int
    /// What they are chosen by.
    public var seed: UInt64

    public init(points: Int = 2048, seed: UInt64 = 1) { (self.points, self.seed) = (points, seed) }

    /// From how many of the best places a path is sought by steps.
    var starts: Int { max(2, min(24, points / 64)) }
    /// From how many of the paths that are best then a closer miss is sought.
    var misses: Int { min(starts, 6) }
    /// From how many paths that hold each parameter is drawn to its extremes.
    var draws: Int { max(1, min(5, points / 128)) }
  }

  /// Works on so many parts, in any order and by any number of tasks.
  ///
  /// It returns what each part makes, in the order of the parts.
  public typealias Workers = (
    _ count: Int, _ part: @escaping @Sendable (Int) -> [PathCandidate]
  ) -> [[PathCandidate]]

  /// - Parameters:
  ///   - requirements: What is to hold, all together, as if the border were certain.
  ///   - space: Where is searched.
  ///   - variations: The track that varies.
  ///   - borders: Its airspace by border source, at least the source that the space names.
  ///   - places: The coordinates of the scenario's named places.
  ///   - near: The track that the nearest path is sought to.
  ///   - settings: How thoroughly.
  public init(
    for requirements: [Requirement], in space: PathSpace, of variations: TrackVariations,
    borders: [String: PreparedBorder], places: [String: GeodeticCoordinate],
    near: ResolvedTrack, settings: Settings = Settings()
  ) {
    (self.requirements, self.space, self.settings) = (requirements, space, settings)
    track = variations.track.resolved
    let judge = VariationJudge(
      of: requirements.map { Claim.Reading(id: $0.name, meaning: nil, test: $0.test) },
      on: VariationReplayer(variations, borders: borders), places: places,
      borderDisplacement: .zero)
    objective = PathObjective(
      requirements, in: space, judge: judge, origin: space.origin(of: variations.track))
    nearness = Nearness(to: near)
  }
}

extension PathSearch {
  /// What the search comes to.
  ///
  /// First even points of the box are judged; from the best ones that lie apart, least squares and
  /// then a simplex seek a path whose worst residual is least. Around what holds, each parameter is
  /// pushed to its extremes, the nearest path is sought, and the box between the extremes is sampled.
  ///
  /// - Parameter workers: Who works on the parts.
  /// - Returns: Paths that hold, or the closest miss found, which is an upper bound.
  public func answer(_ workers: Workers) -> PathAnswer {
    let all = candidates(workers)
    let best = all[0]
    let holding = all.filter(\.holds)
    guard !holding.isEmpty else {
      return .none(
        NoPath(
          closest: path(.closestMiss, best),
          proof: ChordProof(requirements, in: space, of: track.track)))
    }
    return .found(region(of: holding, central: best, workers))
  }

  /// Places that were looked at, the best one first.
  func candidates(_ workers: Workers) -> [PathCandidate] {
    let scanned = scan(workers)
    let places = scanned.apart(by: \.worst, by: 1.0 / 12, atMost: settings.starts)
    let refined = workers(places.count) { [stepped(from: places[$0])] }.flatMap(\.self)
    var all = refined + scanned
    if !all.contains(where: \.holds) {
      let nearest = refined.sorted(by: \.worst).prefix(settings.misses)
      all = workers(nearest.count) { [squeezed(from: nearest[$0])] }.flatMap(\.self) + all
    }
    return all.sorted(by: \.worst)
  }

  /// The path as it is told, and even points of the searched axes.
  private func scan(_ workers: Workers) -> [PathCandidate] {
    let points = EvenPoints(dimensions: objective.searched.count, seed: settings.seed)
    let count = objective.searched.isEmpty ? 1 : settings.points
    let size = 64
    return workers((count + size - 1) / size) { part in
      var objective = objective
      let told = part == 0 ? [objective.candidate(at: objective.origin)] : []
      return told
        + (part * size..<min(count, (part + 1) * size)).map { objective.completed(points[$0]) }
    }.flatMap(\.self)
  }

  /// A better path near a start, by least squares: toward the middle of what is asked, then into it.
  private func stepped(from start: PathCandidate) -> PathCandidate {
    var objective = objective
    var best = start
    func consider(_ place: [Double]) {
      let candidate = objective.candidate(at: place)
      if candidate.worst < best.worst { best = candidate }
    }
    consider(LeastSquares().minimized(from: start.place) { objective.residuals(at: $0) })
    guard !best.holds else { return best }
    consider(
      LeastSquares().minimized(from: best.place) { place in
        objective.residuals(at: place).map { $0.beyond(0.8) }
      })
    return best
  }

  /// A path near a start whose worst residual is least.
  private func squeezed(from start: PathCandidate) -> PathCandidate {
    var objective = objective
    let searched = objective.searched
    let shares = SimplexSearch().minimized(from: searched.map { start.place[$0] }) { shares in
      objective.completed(shares).worst
    }
    let found = objective.completed(shares)
    return found.worst < start.worst ? found : start
  }

  func path(_ kind: FoundPath.Kind, _ candidate: PathCandidate) -> FoundPath {
    var objective = objective
    let judged = objective.judged(at: candidate.place)
    let replay = try? judged.replay.get()
    return FoundPath(
      kind: kind, judged: judged, apart: replay.map { nearness.distance(of: $0.track.track) },
      worst: candidate.worst)
  }
}

extension Double {
  /// How far it lies beyond ±`limit`, with its sign; zero between.
  func beyond(_ limit: Double) -> Double {
    self > limit ? self - limit : self < -limit ? self + limit : 0
  }
}

extension [PathCandidate] {
  /// The candidate with the least value; of several, the first.
  func best(by value: (PathCandidate) -> Double) -> PathCandidate? {
    self.min { value($0) < value($1) }
  }

  /// Those with the least values that lie apart from each other in a coordinate.
  func apart(
    by value: (PathCandidate) -> Double, by distance: Double, atMost limit: Int
  ) -> [PathCandidate] {
    var chosen: [PathCandidate] = []
    for candidate in sorted(by: value) where chosen.count < limit {
      let isApart = chosen.allSatisfy { other in
        zip(other.place, candidate.place).contains { abs($0 - $1) > distance }
      }
      if isApart { chosen.append(candidate) }
    }
    return chosen
  }

  /// By a rising value, those of equal value in their order.
  fileprivate func sorted(by value: (PathCandidate) -> Double) -> [PathCandidate] {
    enumerated().sorted { a, b in
      (value(a.element), a.offset) < (value(b.element), b.offset)
    }.map(\.element)
  }
}

public import Geodesy
import Geometry
public import Quantities

extension Region {
  /// Where the piece `range` of a leg is furthest from the line of the region, on whichever side
  /// it lies.
  ///
  /// - Parameters:
  ///   - leg: The leg, a geodesic.
  ///   - range: Distances along the leg, within its length; as a rule a piece of
  ///     ``crossings(of:)-(GeodesicLeg)``.
  /// - Returns: The place whose margin, as ``distance(to:)`` has it, is the largest without its
  ///   sign, and a point of the line; or nothing where an extract holds no border.
  /// - Accuracy: The distance is within 1 mm of the largest.
  /// - Complexity: As ``PreparedBorder/furthest(on:within:)`` where one land alone decides; else
  ///   one distance to each land for each stretch that bounds cannot rule out.
  public func furthest(
    on leg: GeodesicLeg, within range: ClosedRange<Length>
  ) -> LegExtreme? {
    switch kind {
    case .airspace(let border): border.furthest(on: leg, within: range)
    case .seaLimit, .zone: margin?.extreme(.furthest, on: leg, within: range)
    }
  }

  /// Where the piece `range` of a leg comes nearest to the line of the region.
  ///
  /// Meant for a piece that does not meet the line; of one that does, any contact is nearest.
  ///
  /// - Parameters:
  ///   - leg: The leg, a geodesic.
  ///   - range: Distances along the leg, within its length.
  /// - Returns: The place whose margin is the least without its sign, and a point of the line; or
  ///   nothing where an extract holds no border.
  /// - Accuracy: The distance is within 1 mm of the least.
  /// - Complexity: As ``furthest(on:within:)``.
  public func nearest(
    on leg: GeodesicLeg, within range: ClosedRange<Length>
  ) -> LegExtreme? {
    switch kind {
    case .airspace(let border): border.nearest(on: leg, within: range)
    case .seaLimit, .zone: margin?.extreme(.nearest, on: leg, within: range)
    }
  }
}

/// Which of the places of a leg is asked for.
enum ExtremeKind {
  case furthest, nearest

  /// What is to be as large as possible.
  func score(_ margin: Double) -> Double {
    switch self {
    case .furthest: abs(margin)
    case .nearest: -abs(margin)
    }
  }

  /// The largest score of margins within bounds.
  func bestScore(_ low: Double, _ high: Double) -> Double {
    switch self {
    case .furthest: max(abs(low), abs(high))
    case .nearest: low <= 0 && high >= 0 ? 0 : -min(abs(low), abs(high))
    }
  }
}

extension RegionMargin {
  func extreme(
    _ kind: ExtremeKind, on leg: GeodesicLeg, within range: ClosedRange<Length>
  ) -> LegExtreme? {
    let along = MarginAlongLeg(self, leg)
    let ends = (along.sample(range.lowerBound.meters), along.sample(range.upperBound.meters))
    guard abs(ends.0.value) < Shore.farAway / 4 else { return nil }
    let better = kind.score(ends.0.value) >= kind.score(ends.1.value) ? ends.0 : ends.1
    let best =
      bestOfOneShore(kind, along, within: range) ?? self.best(kind, along, ends, better)
    guard let foot = distance(to: best.place)?.nearest else { return nil }
    return LegExtreme(
      at: .meters(best.meters), place: best.place, distance: .meters(abs(best.value)), foot: foot)
  }

  /// The best place where one land alone decides, by what its border answers.
  ///
  /// The margin is then a function of the signed distance, and its extremes lie where that is
  /// extreme, or at one of the distances where the function turns.
  private func bestOfOneShore(
    _ kind: ExtremeKind, _ along: MarginAlongLeg, within range: ClosedRange<Length>
  ) -> MarginSample? {
    guard opposite.borders.isEmpty, own.borders.count == 1 else { return nil }
    guard let extremes = signedExtremes(of: own.borders[0], along.leg, within: range) else {
      return nil
    }
    let samples = extremes.map { along.sample($0.meters) }
    let (low, high) = (
      samples.map(\.reading.own.signed).min() ?? 0, samples.map(\.reading.own.signed).max() ?? 0
    )
    guard !turns(kind).contains(where: { $0 > low && $0 < high }) else { return nil }
    return samples.max { kind.score($0.value) < kind.score($1.value) }
  }

  /// The signed distances between which the margin, without its sign, has an extreme of its own.
  private func turns(_ kind: ExtremeKind) -> [Double] {
    let breadths = terms.filter { $0.constant != 0 }.map { -$0.constant / $0.ofOwn }
    guard terms.count > 1 else { return kind == .nearest ? breadths : [] }
    return kind == .nearest ? breadths + [0] : breadths.map { $0 / 2 }
  }

  /// Where a leg is furthest from and nearest to a border on each piece of it, in meters along.
  private func signedExtremes(
    of border: PreparedBorder, _ leg: GeodesicLeg, within range: ClosedRange<Length>
  ) -> [Length]? {
    guard let pieces = try? border.crossings(of: leg).pieces else { return nil }
    var places: [Length] = [range.lowerBound, range.upperBound]
    for piece in pieces where piece.start <= range.upperBound && piece.end >= range.lowerBound {
      let within = max(piece.start, range.lowerBound)...min(piece.end, range.upperBound)
      let found = [
        border.furthest(on: leg, within: within), border.nearest(on: leg, within: within),
      ]
      places += found.compactMap { $0?.at }
    }
    return places
  }

  /// Looks where the bounds are best first, and leaves out what they show to be no better by more
  /// than 1 mm.
  private func best(
    _ kind: ExtremeKind, _ along: MarginAlongLeg, _ stretch: (MarginSample, MarginSample),
    _ known: MarginSample
  ) -> MarginSample {
    let (start, end) = stretch
    let length = end.meters - start.meters
    let bounds = MarginBounds(start, end, along.terms)
    guard length > Self.resolution,
      kind.bestScore(bounds.low, bounds.high) > kind.score(known.value) + Self.resolution
    else { return known }
    let middle = along.sample(start.meters + length / 2)
    var known = kind.score(middle.value) > kind.score(known.value) ? middle : known
    let halves = [(start, middle), (middle, end)]
    let scores = halves.map { half in
      let bounds = MarginBounds(half.0, half.1, along.terms)
      return kind.bestScore(bounds.low, bounds.high)
    }
    for half in scores[0] >= scores[1] ? halves : halves.reversed() {
      known = best(kind, along, half, known)
    }
    return known
  }
}

import Airspaces
import Flights
import Geodesy
import Incidents
import Quantities

extension Claim.Test {
  /// Judges this test by `evidence`.
  ///
  /// Total, and without a `default`: a new test does not compile until it is judged here.
  public func judged(by evidence: Evidence) -> Judgement {
    let displacement = evidence.borderDisplacement
    switch self {
    case .fallHeight(let span, let expected):
      return expected.judgement(
        of: Estimate(value: Fall.heightLost(fallingFreelyFor: span).meters))
    case .fallTime(let height, let expected):
      return expected.judgement(
        of: Estimate(value: Fall.duration(fallingFreelyBy: height).seconds))
    case .impliedSpeed(let length, let span, let expected):
      return expected.judgement(of: Estimate(value: (length / span).metersPerSecond))
    case .impliedDuration(let length, let speed, let expected):
      return expected.judgement(of: Estimate(value: (length / speed).seconds))
    case .impliedLength(let speed, let span, let expected):
      return expected.judgement(of: Estimate(value: (speed * span).meters))
    case .placeToBorder(let place, _, let expected):
      return evidence.distance(ofPlace: place, expected)
    case .aircraftCount(_, let expected): return evidence.aircraftCount(expected)
    case .entered, .keptOut, .keptClear, .durationInside, .lengthInside, .depth, .entryTime,
      .altitude, .groundSpeed, .pathLength, .insideAt, .outsideAt, .distanceToBorder,
      .distanceBetween, .timeBetween, .warnings, .warningBeforeEntry, .crossings, .flyable:
      guard let replay = evidence.replay else { return .missing("the track", in: .meter) }
      return judged(by: replay, displacement)
    }
  }

  /// Judges a test of scope ``Scope/track``.
  private func judged(by replay: Replay, _ displacement: Length) -> Judgement {
    let encounter = replay.encounter
    switch self {
    case .fallHeight, .fallTime, .impliedSpeed, .impliedDuration, .impliedLength, .placeToBorder,
      .aircraftCount:
      preconditionFailure("a test that is not about one track is judged without one")
    case .entered:
      return replay.sided(displacement, sign: 1, beyond: Measure(0, .meter))
    case .keptOut:
      return replay.sided(displacement, sign: -1, beyond: Measure(0, .meter))
    case .keptClear(let distance):
      return replay.keptClear(by: distance, displacement)
    case .durationInside(let expected):
      return replay.amountInside(
        Estimate(
          value: encounter.durationInside.seconds,
          uncertainty: replay.durationUncertainty(displacement).seconds), displacement, expected)
    case .lengthInside(let expected):
      return replay.amountInside(
        Estimate(
          value: encounter.lengthInside.meters,
          uncertainty: replay.lengthUncertainty(displacement).meters), displacement, expected)
    case .depth(let measure, let expected):
      return replay.depth(measure, displacement, expected)
    case .entryTime(let claimed, let halfWidth):
      return replay.entryTime(claimed, halfWidth, displacement)
    case .altitude(let expected): return replay.altitude(expected)
    case .groundSpeed(let expected):
      guard let state = replay.referenceTime.flatMap({ replay.track.track.state(at: $0) }) else {
        return .missing("the entry", in: expected.unit)
      }
      return expected.judgement(of: Estimate(value: state.groundSpeed.metersPerSecond))
    case .pathLength(let span, let expected): return replay.pathLength(within: span, expected)
    case .insideAt(let kind):
      return replay.side(ofEvent: kind, sign: -1, displacement)
    case .outsideAt(let kind):
      return replay.side(ofEvent: kind, sign: 1, displacement)
    case .distanceToBorder(let kind, let expected):
      guard let place = replay.event(kind)?.place else {
        return .missing("a place of the \(kind.rawValue)", in: expected.unit)
      }
      return expected.judgement(
        ofDistance: replay.border.distance(to: place), displacement: displacement)
    case .distanceBetween(let first, let second, let expected):
      guard let a = replay.event(first)?.place, let b = replay.event(second)?.place else {
        return .missing("places of \(first.rawValue) and \(second.rawValue)", in: expected.unit)
      }
      return expected.judgement(of: Estimate(value: GeodesicLeg(from: a, to: b).length.meters))
    case .timeBetween(let first, let second, let expected):
      guard let a = replay.time(of: first), let b = replay.time(of: second) else {
        return .missing("the moments", in: expected.unit)
      }
      let (early, late) = (
        replay.timeUncertainty(of: first, displacement).seconds,
        replay.timeUncertainty(of: second, displacement).seconds
      )
      return expected.judgement(
        of: Estimate(
          value: b.since(a).seconds,
          uncertainty: (early * early + late * late).squareRoot()))
    case .warnings(let expected, let span): return replay.warnings(expected, over: span)
    case .warningBeforeEntry(let least):
      guard let first = replay.track.warnings.first else {
        return .missing("a warning", in: least.unit)
      }
      guard let crossing = encounter.crossings.first else {
        return replay.neverInside(displacement)
      }
      guard let entry = crossing.entry else { return .missing("an entry", in: least.unit) }
      return Claim.Expectation.atLeast(least).judgement(
        of: Estimate(
          value: entry.time.since(first).seconds,
          uncertainty: entry.timeUncertainty(displacement).seconds))
    case .crossings(let expected):
      let judged = expected.judgement(of: Estimate(value: Double(encounter.crossings.count)))
      return replay.isWithin(displacement) ? judged.undecided(.withinDisplacement) : judged
    case .flyable(let isFlyable, let envelope):
      return replay.flyable(isFlyable, within: envelope)
    }
  }
}

extension Claim.Expectation {
  func judgement(of estimate: Estimate, basis: Judgement.Basis? = nil) -> Judgement {
    let margin = margin(of: estimate.value)
    return Judgement(
      verdict: Verdict(margin: margin, uncertainty: estimate.uncertainty),
      margin: Measure(base: margin, in: unit),
      uncertainty: Measure(base: estimate.uncertainty, in: unit),
      computed: Measure(base: estimate.value, in: unit), remark: nil, restsOn: basis)
  }

  /// Judges a signed distance to a border, which may not be known for certain.
  func judgement(ofDistance distance: BorderDistance?, displacement: Length) -> Judgement {
    guard let distance else { return .missing("a border", in: unit) }
    let judged = judgement(
      of: Estimate(value: distance.signed.meters, uncertainty: displacement.meters))
    return distance.isCertain ? judged : judged.undecided(.beyondTheData)
  }
}

extension Judgement {
  /// Nothing could be computed.
  static func missing(_ what: String, in unit: MeasureUnit) -> Judgement {
    Judgement(
      verdict: .undetermined, margin: Measure(0, unit), uncertainty: Measure(0, unit),
      computed: nil, remark: .missing(what), restsOn: nil)
  }

  /// The same numbers, but they decide nothing.
  func undecided(_ remark: Remark) -> Judgement {
    Judgement(
      verdict: .undetermined, margin: margin, uncertainty: uncertainty, computed: computed,
      remark: remark, restsOn: restsOn)
  }
}

extension Replay {
  /// How far the track is on one side of the border: `sign` 1 for inside, −1 for outside.
  fileprivate func sided(_ displacement: Length, sign: Double, beyond: Measure) -> Judgement {
    guard let penetration = penetration(displacement) else {
      return .missing("a border", in: beyond.unit)
    }
    return Claim.Expectation.atLeast(beyond).judgement(
      of: Estimate(value: sign * penetration.value, uncertainty: penetration.uncertainty),
      basis: encounter.crossings.isEmpty ? nil : basis)
  }

  /// The nearest border of an extract may lie beyond its window, and then nearer than is seen.
  fileprivate func keptClear(by distance: Measure, _ displacement: Length) -> Judgement {
    let judged = sided(displacement, sign: -1, beyond: distance)
    guard judged.verdict == .supported, encounter.nearestApproach?.isCertain == false else {
      return judged
    }
    return judged.undecided(.beyondTheData)
  }

  /// A time or a way inside: zero for a track that stays outside, unless the border may be where
  /// the track is.
  fileprivate func amountInside(
    _ estimate: Estimate, _ displacement: Length, _ expected: Claim.Expectation
  ) -> Judgement {
    guard encounter.crossings.isEmpty else {
      return expected.judgement(of: estimate, basis: basis)
    }
    let judged = expected.judgement(of: estimate)
    return isWithin(displacement) ? judged.undecided(.withinDisplacement) : judged
  }

  /// A claim that presupposes an entry, of a track without one.
  fileprivate func neverInside(_ displacement: Length) -> Judgement {
    let judged = sided(displacement, sign: 1, beyond: Measure(0, .meter))
    return Judgement(
      verdict: judged.verdict, margin: judged.margin, uncertainty: judged.uncertainty,
      computed: nil, remark: .neverInside, restsOn: nil)
  }

  fileprivate func depth(
    _ measure: Claim.DepthMeasure, _ displacement: Length, _ expected: Claim.Expectation
  ) -> Judgement {
    let crossings = encounter.crossings
    guard !crossings.isEmpty else {
      return expected.judgement(of: Estimate(value: 0, uncertainty: displacement.meters))
    }
    switch measure {
    case .nearestBorder:
      let judged = expected.judgement(
        of: Estimate(
          value: (encounter.deepest?.distance ?? .zero).meters, uncertainty: displacement.meters),
        basis: basis)
      return encounter.deepest?.isCertain == false ? judged.undecided(.beyondTheData) : judged
    case .fromSouthernTip:
      guard let depth = crossings.compactMap(\.depthFromSouthernTip).max() else {
        return .missing("the southern tip", in: expected.unit)
      }
      return expected.judgement(
        of: Estimate(value: depth.meters, uncertainty: displacement.meters), basis: basis)
    case .fromEntry:
      let deepest = crossings.filter { $0.depthFromEntry != nil }
        .max { ($0.depthFromEntry ?? .zero) < ($1.depthFromEntry ?? .zero) }
      guard let deepest, let depth = deepest.depthFromEntry, let entry = deepest.entry else {
        return .missing("an entry", in: expected.unit)
      }
      let uncertainty = displacement.meters / Swift.max(1e-3, entry.angle.sine)
      return expected.judgement(
        of: Estimate(value: depth.meters, uncertainty: uncertainty), basis: basis)
    }
  }

  fileprivate func entryTime(
    _ claimed: Instant, _ halfWidth: TimeSpan, _ displacement: Length
  ) -> Judgement {
    guard let crossing = encounter.crossings.first else { return neverInside(displacement) }
    guard let entry = crossing.entry else { return .missing("an entry", in: .second) }
    let uncertainty = entry.timeUncertainty(displacement)
    // Told as the seconds by which the entry is later than claimed.
    return Claim.Expectation.about(Measure(0, .second), halfWidth: halfWidth.seconds).judgement(
      of: Estimate(value: entry.time.since(claimed).seconds, uncertainty: uncertainty.seconds))
  }

  fileprivate func altitude(_ expected: Claim.Expectation) -> Judgement {
    let state = referenceTime.flatMap { track.track.state(at: $0) }
    guard let altitude = state?.altitude else { return .missing("an altitude", in: expected.unit) }
    let judged = expected.judgement(of: Estimate(value: altitude.height.meters))
    return altitude.reference == .unknown ? judged.undecided(.altitudeReferenceUnknown) : judged
  }

  fileprivate func pathLength(
    within span: TimeSpan, _ expected: Claim.Expectation
  ) -> Judgement {
    guard let end = referenceTime else { return .missing("the entry", in: expected.unit) }
    guard let start = end.moment(after: -span), start >= track.track.start.time else {
      return .missing("the path \(span.seconds) s before the entry", in: expected.unit)
    }
    let length = track.track.legs.reduce(Length.zero) { sum, leg in
      guard leg.end.time > start, leg.start.time < end else { return sum }
      return sum + leg.distance(at: Swift.min(end, leg.end.time))
        - leg.distance(at: Swift.max(start, leg.start.time))
    }
    return expected.judgement(of: Estimate(value: length.meters))
  }

  fileprivate func side(
    ofEvent kind: ReportedEvent.Kind, sign: Double, _ displacement: Length
  ) -> Judgement {
    guard let place = event(kind)?.place else {
      return .missing("a place of the \(kind.rawValue)", in: .meter)
    }
    guard let distance = border.distance(to: place) else { return .missing("a border", in: .meter) }
    let judged = Claim.Expectation.atLeast(Measure(0, .meter)).judgement(
      of: Estimate(value: sign * distance.signed.meters, uncertainty: displacement.meters))
    // A nearer border beyond the window may make the margin smaller, but not change the side of
    // a place within it.
    return border.isBeyondTheData(place) ? judged.undecided(.beyondTheData) : judged
  }

  fileprivate func warnings(_ expected: Claim.Expectation, over span: TimeSpan) -> Judgement {
    guard !track.warnings.isEmpty else { return .missing("warnings", in: expected.unit) }
    let most = track.warnings.map { first in
      track.warnings.count { $0 >= first && $0.since(first) <= span }
    }.max()
    return expected.judgement(of: Estimate(value: Double(most ?? 0)))
  }
}

extension Evidence {
  fileprivate func distance(ofPlace id: String, _ expected: Claim.Expectation) -> Judgement {
    guard let place = places[id], let distance = border?.distance(to: place) else {
      return .missing("the place \(id)", in: expected.unit)
    }
    let judged = expected.judgement(
      of: Estimate(
        value: distance.signed.absolute.meters, uncertainty: borderDisplacement.meters))
    return distance.isCertain ? judged : judged.undecided(.beyondTheData)
  }
}

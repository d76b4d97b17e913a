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
    case .entered, .keptOut, .keptClear, .durationInside, .lengthInside, .depth, .entryTime,
      .groundSpeed, .crossings:
      guard let replay = evidence.replay else { return .missing("the track", in: .meter) }
      let findings = Findings(of: replay.encounter, along: replay.track.track)
      let judged = judged(by: findings, evidence.borderDisplacement)
      return isAboutInside && findings.isInside && judged.computed != nil
        ? judged.resting(on: replay.basis) : judged
    case .altitude, .pathLength, .insideAt, .outsideAt, .distanceToBorder, .distanceBetween,
      .timeBetween, .warnings, .warningBeforeEntry:
      guard let replay = evidence.replay else { return .missing("the track", in: .meter) }
      return judged(by: replay, evidence.borderDisplacement)
    }
  }

  /// Whether findings are enough to judge this test; else it takes a whole replay.
  public var needsReplay: Bool {
    switch self {
    case .entered, .keptOut, .keptClear, .durationInside, .lengthInside, .depth, .entryTime,
      .groundSpeed, .crossings, .fallHeight, .fallTime, .impliedSpeed, .impliedDuration,
      .impliedLength:
      false
    case .altitude, .pathLength, .insideAt, .outsideAt, .distanceToBorder, .distanceBetween,
      .timeBetween, .warnings, .warningBeforeEntry, .placeToBorder:
      true
    }
  }

  /// Whether it is about what happened inside, which rests on fixes that lie there.
  private var isAboutInside: Bool {
    switch self {
    case .entered, .keptOut, .keptClear, .durationInside, .lengthInside, .depth: true
    case .entryTime, .groundSpeed, .crossings, .fallHeight, .fallTime, .impliedSpeed,
      .impliedDuration, .impliedLength, .altitude, .pathLength, .insideAt, .outsideAt,
      .distanceToBorder, .distanceBetween, .timeBetween, .warnings, .warningBeforeEntry,
      .placeToBorder:
      false
    }
  }

  /// Judges a test that takes no more than findings.
  ///
  /// - Parameters:
  ///   - findings: What a track does.
  ///   - displacement: See ``Evidence/borderDisplacement``.
  /// - Returns: The judgement, without what it rests on.
  /// - Precondition: The test does not ``needsReplay``, and has the scope of a track.
  func judged(by findings: Findings, _ displacement: Length) -> Judgement {
    switch self {
    case .entered:
      return findings.sided(displacement, sign: 1, beyond: Measure(0, .meter))
    case .keptOut:
      return findings.sided(displacement, sign: -1, beyond: Measure(0, .meter))
    case .keptClear(let distance): return findings.keptClear(by: distance, displacement)
    case .durationInside(let expected):
      return findings.amountInside(
        Estimate(
          value: findings.figures.duration.seconds,
          uncertainty: displacement.meters * findings.borderShift.duration), displacement, expected)
    case .lengthInside(let expected):
      return findings.amountInside(
        Estimate(
          value: findings.figures.length.meters,
          uncertainty: displacement.meters * findings.borderShift.length), displacement, expected)
    case .depth(let measure, let expected):
      return findings.depth(measure, displacement, expected)
    case .entryTime(let claimed, let halfWidth):
      return findings.entryTime(claimed, halfWidth, displacement)
    case .groundSpeed(let expected):
      guard let speed = findings.referenceSpeed else {
        return .missing("the entry", in: expected.unit)
      }
      return expected.judgement(of: Estimate(value: speed.metersPerSecond))
    case .crossings(let expected):
      let judged = expected.judgement(of: Estimate(value: Double(findings.figures.crossings)))
      return findings.isWithin(displacement) ? judged.undecided(.withinDisplacement) : judged
    case .altitude, .pathLength, .insideAt, .outsideAt, .distanceToBorder, .distanceBetween,
      .timeBetween, .warnings, .warningBeforeEntry, .placeToBorder, .fallHeight, .fallTime,
      .impliedSpeed, .impliedDuration, .impliedLength:
      preconditionFailure("the test takes more than findings")
    }
  }

  /// Judges a test of scope ``Scope/track`` that takes a whole replay.
  private func judged(by replay: Replay, _ displacement: Length) -> Judgement {
    switch self {
    case .fallHeight, .fallTime, .impliedSpeed, .impliedDuration, .impliedLength, .placeToBorder,
      .entered, .keptOut, .keptClear, .durationInside, .lengthInside, .depth, .entryTime,
      .groundSpeed, .crossings:
      preconditionFailure("the test is judged without a replay")
    case .altitude(let expected): return replay.altitude(expected)
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
      guard let crossing = replay.encounter.crossings.first else {
        return Findings(of: replay.encounter, along: replay.track.track).neverInside(displacement)
      }
      guard let entry = crossing.entry else { return .missing("an entry", in: least.unit) }
      return Claim.Expectation.atLeast(least).judgement(
        of: Estimate(
          value: entry.time.since(first).seconds,
          uncertainty: entry.timeUncertainty(displacement).seconds))
    }
  }
}

extension Claim.Expectation {
  func judgement(of estimate: Estimate) -> Judgement {
    let margin = margin(of: estimate.value)
    return Judgement(
      verdict: Verdict(margin: margin, uncertainty: estimate.uncertainty),
      margin: Measure(base: margin, in: unit),
      uncertainty: Measure(base: estimate.uncertainty, in: unit),
      computed: Measure(base: estimate.value, in: unit), remark: nil, restsOn: nil)
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

  /// The same, resting on this.
  fileprivate func resting(on basis: Basis) -> Judgement {
    Judgement(
      verdict: verdict, margin: margin, uncertainty: uncertainty, computed: computed,
      remark: remark, restsOn: basis)
  }
}

extension Findings {
  /// How deep inside the track came; negative is how far outside it stayed.
  private func penetration(_ displacement: Length) -> Estimate? {
    approach.map {
      Estimate(
        value: (isInside ? 1.0 : -1.0) * $0.distance.meters, uncertainty: displacement.meters)
    }
  }

  /// Whether the track keeps out, or is inside, by no more than the border may be displaced.
  fileprivate func isWithin(_ displacement: Length) -> Bool {
    approach.map { $0.distance <= displacement } ?? false
  }

  /// How far the track is on one side of the border: `sign` 1 for inside, −1 for outside.
  fileprivate func sided(_ displacement: Length, sign: Double, beyond: Measure) -> Judgement {
    guard let penetration = penetration(displacement) else {
      return .missing("a border", in: beyond.unit)
    }
    return Claim.Expectation.atLeast(beyond).judgement(
      of: Estimate(value: sign * penetration.value, uncertainty: penetration.uncertainty))
  }

  /// The nearest border of an extract may lie beyond its window, and then nearer than is seen.
  fileprivate func keptClear(by distance: Measure, _ displacement: Length) -> Judgement {
    let judged = sided(displacement, sign: -1, beyond: distance)
    guard judged.verdict == .supported, nearest?.isCertain == false else { return judged }
    return judged.undecided(.beyondTheData)
  }

  /// A time or a way inside: zero for a track that stays outside, unless the border may be where
  /// the track is.
  fileprivate func amountInside(
    _ estimate: Estimate, _ displacement: Length, _ expected: Claim.Expectation
  ) -> Judgement {
    let judged = expected.judgement(of: estimate)
    return !isInside && isWithin(displacement) ? judged.undecided(.withinDisplacement) : judged
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
    func judgement(_ depth: Length, _ shift: Double = 1) -> Judgement {
      expected.judgement(
        of: Estimate(value: depth.meters, uncertainty: displacement.meters * shift))
    }
    guard isInside else { return judgement(.zero) }
    switch measure {
    case .nearestBorder:
      let judged = judgement(deepest?.distance ?? .zero)
      return deepest?.isCertain == false ? judged.undecided(.beyondTheData) : judged
    case .fromSouthernTip:
      guard let depth = figures.southernTipDepth else {
        return .missing("the southern tip", in: expected.unit)
      }
      return judgement(depth)
    case .fromEntry:
      guard let depth = figures.entryDepth else { return .missing("an entry", in: expected.unit) }
      return judgement(depth, borderShift.entryDepth)
    }
  }

  fileprivate func entryTime(
    _ claimed: Instant, _ halfWidth: TimeSpan, _ displacement: Length
  ) -> Judgement {
    guard isInside else { return neverInside(displacement) }
    // A track that begins inside has no first entry.
    guard let entry = referenceTime else { return .missing("an entry", in: .second) }
    // Told as the seconds by which the entry is later than claimed.
    return Claim.Expectation.about(Measure(0, .second), halfWidth: halfWidth.seconds).judgement(
      of: Estimate(
        value: entry.since(claimed).seconds,
        uncertainty: displacement.meters * borderShift.entryTime))
  }
}

extension Replay {
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

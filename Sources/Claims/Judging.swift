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
    case .aircraftCount(_, let expected): return evidence.aircraftCount(expected)
    case .entered, .keptOut, .keptClear, .durationInside, .lengthInside, .depth, .entryTime,
      .groundSpeed, .crossings, .altitude, .pathLength, .insideAt, .outsideAt, .distanceToBorder,
      .distanceBetween, .timeBetween, .warnings, .warningBeforeEntry, .flyable:
      guard let replay = evidence.replay else { return .missing("the track", in: .meter) }
      guard let test = ofFindings else { return judged(by: replay, evidence.borderDisplacement) }
      let findings = Findings(of: replay.encounter, along: replay.track.track)
      let judged = Judgement(test.judged(by: findings, evidence.borderDisplacement))
      return test.isAboutInside && findings.isInside && judged.computed != nil
        ? judged.resting(on: replay.basis) : judged
    }
  }

  /// Judges a test of scope ``Scope/track`` that takes a whole replay.
  private func judged(by replay: Replay, _ displacement: Length) -> Judgement {
    switch self {
    case .fallHeight, .fallTime, .impliedSpeed, .impliedDuration, .impliedLength, .placeToBorder,
      .aircraftCount, .entered, .keptOut, .keptClear, .durationInside, .lengthInside, .depth,
      .entryTime, .groundSpeed, .crossings:
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
        let findings = Findings(of: replay.encounter, along: replay.track.track)
        return Judgement(findings.neverInside(displacement))
      }
      guard let entry = crossing.entry else { return .missing("an entry", in: least.unit) }
      return Claim.Expectation.atLeast(least).judgement(
        of: Estimate(
          value: entry.time.since(first).seconds,
          uncertainty: entry.timeUncertainty(displacement).seconds))
    case .flyable(let isFlyable, let envelope):
      return replay.flyable(isFlyable, within: envelope)
    }
  }
}

extension Claim.Expectation {
  func judgement(of estimate: Estimate) -> Judgement { Judgement(judged(estimate)) }

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

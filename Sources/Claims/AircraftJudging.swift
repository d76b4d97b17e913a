import Flights
import Geodesy
import Incidents
import Quantities

extension Replay {
  /// Whether the track can be flown within an envelope, or cannot.
  ///
  /// The margin is that of the limit that is broken most, or else kept by least, counted in shares of
  /// its bound: a rate and a load factor cannot be compared otherwise.
  func flyable(_ isFlyable: Bool, within envelope: FlightEnvelope) -> Judgement {
    let flyability = track.track.flyability(within: envelope)
    let gap = flyability.findings.lazy.compactMap(\.gap).first
    guard let closest = flyability.closest(in: envelope) else {
      return .missing(gap?.whatIsMissing ?? "a limit of the envelope", in: .one)
    }
    let (unit, sign) = (closest.margin.unit, isFlyable ? 1.0 : -1.0)
    let margin = Measure(sign * closest.margin.value, unit)
    let judgement = Judgement(
      verdict: Verdict(margin: margin.value, uncertainty: 0), margin: margin,
      uncertainty: Measure(0, unit), computed: closest.value,
      remark: .limit(
        closest.limit, value: closest.value, bound: closest.bound, at: closest.time),
      restsOn: nil)
    guard flyability.answer == .undetermined, let gap else { return judgement }
    return judgement.undecided(gap.remark)
  }
}

/// The limit of an envelope that a track breaks most or keeps by least, and where it does.
private struct ClosestLimit {
  let limit: FlightEnvelope.Limit
  let bound: Measure
  let time: Instant
  /// Negative where the limit is broken.
  let margin: Measure

  /// The margin in shares of the bound.
  var share: Double { bound.value == 0 ? margin.value : margin.value / abs(bound.value) }

  /// What is flown there.
  var value: Measure {
    Measure(bound.value + (limit.isLowest ? margin.value : -margin.value), bound.unit)
  }
}

extension Flyability {
  fileprivate func closest(in envelope: FlightEnvelope) -> ClosestLimit? {
    findings.reduce(nil) { closest, finding in
      guard let moment = finding.smallest, let bound = envelope[finding.limit] else {
        return closest
      }
      let found = ClosestLimit(
        limit: finding.limit, bound: bound, time: moment.time, margin: moment.margin)
      guard let closest, closest.share <= found.share else { return found }
      return closest
    }
  }
}

extension FlightEnvelope.Limit {
  /// Whether what is flown must lie above the bound.
  fileprivate var isLowest: Bool {
    switch self {
    case .lowestCalibratedAirspeed, .lowestMach: true
    case .highestCalibratedAirspeed, .highestMach, .loadFactor, .climbRate, .descentRate, .ceiling:
      false
    }
  }
}

extension Flyability.Gap {
  fileprivate var remark: Judgement.Remark {
    self == .reference(.unknown) ? .altitudeReferenceUnknown : .missing(whatIsMissing)
  }

  fileprivate var whatIsMissing: String {
    switch self {
    case .noAltitude: "an altitude"
    case .reference(let reference):
      "the air that is flown through, by an altitude of reference \(reference.rawValue)"
    case .beyondAtmosphere: "the air beyond the standard atmosphere"
    }
  }
}

extension Evidence {
  /// How many aircraft were inside, as far as tracks tell.
  ///
  /// Tracks of one aircraft are different accounts of it: it was surely inside only where it is on all
  /// of them. An aircraft without a track may have been inside too, so what is counted is a least
  /// number, and only what holds for every greater one is supported.
  func aircraftCount(_ expected: Claim.Expectation) -> Judgement {
    guard !replays.isEmpty else { return .missing("a track", in: expected.unit) }
    let accounts = Dictionary(grouping: replays) { $0.track.definition.aircraft }.values
    let least = accounts.count { $0.allSatisfy { $0.isInside(borderDisplacement) == true } }
    let most = accounts.count { $0.contains { $0.isInside(borderDisplacement) != false } }
    let margin = expected.margin(of: Double(least))
    let isSupported = expected.hasNoMost && margin > 0
    let isContradicted = margin < 0 && expected.margin(of: Double(least) + 1) < margin
    return Judgement(
      verdict: isSupported ? .supported : isContradicted ? .contradicted : .undetermined,
      margin: Measure(base: margin, in: expected.unit), uncertainty: Measure(0, expected.unit),
      computed: Measure(base: Double(least), in: expected.unit),
      remark: .aircraftInside(least: least, most: most), restsOn: nil)
  }
}

extension Replay {
  /// Whether the track was inside by more than the border may be displaced; nothing within that.
  fileprivate func isInside(_ displacement: Length) -> Bool? {
    guard let approach = encounter.deepest ?? encounter.nearestApproach,
      approach.distance > displacement
    else { return nil }
    return !encounter.crossings.isEmpty
  }
}

extension Claim.Expectation {
  /// Whether every greater number is expected too.
  fileprivate var hasNoMost: Bool {
    switch self {
    case .atLeast: true
    case .about, .atMost, .between: false
    }
  }
}

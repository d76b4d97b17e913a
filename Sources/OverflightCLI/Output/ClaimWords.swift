import Claims
import Incidents
import Quantities

extension Claim.Expectation {
  /// What is claimed, in few words: `17 s ± 0.5`, `≥ 4500 m`, `2–3 s`.
  var words: String {
    switch self {
    case .about(let measure, let halfWidth):
      "\(measure.digits) ± \(halfWidth.shortest)"
    case .atLeast(let measure): "≥ \(measure.digits)"
    case .atMost(let measure): "≤ \(measure.digits)"
    case .between(let low, let high): "\(low.value.shortest)–\(high.digits)"
    }
  }
}

extension Measure {
  /// The number as the source has it, with its unit.
  fileprivate var digits: String {
    unit == .one ? value.shortest : "\(value.shortest) \(unit.rawValue)"
  }
}

extension Double {
  /// The shortest digits that say the number, without `.0`.
  fileprivate var shortest: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension Claim.Test {
  /// What a test asks, and what it expects.
  var words: (asks: String, expects: String) {
    switch self {
    case .entered: ("was inside", "> 0 m deep")
    case .keptOut: ("was never inside", "> 0 m outside")
    case .keptClear(let by): ("kept clear", Claim.Expectation.atLeast(by).words)
    case .durationInside(let e): ("time inside", e.words)
    case .lengthInside(let e): ("way flown inside", e.words)
    case .depth(.nearestBorder, let e): ("depth from the nearest border", e.words)
    case .depth(.fromSouthernTip, let e): ("depth from the southern tip", e.words)
    case .depth(.fromEntry, let e): ("depth from the entry", e.words)
    case .entryTime(let time, let halfWidth):
      ("entry later than claimed by", "\(time.timeOfDayUTC)Z ± \(halfWidth.seconds.shortest) s")
    case .altitude(let e): ("altitude", e.words)
    case .groundSpeed(let e): ("ground speed", e.words)
    case .pathLength(let span, let e):
      ("way flown in \(span.seconds.shortest) s before entry", e.words)
    case .insideAt(let kind): ("\(kind.rawValue) inside", "> 0 m deep")
    case .outsideAt(let kind): ("\(kind.rawValue) outside", "> 0 m outside")
    case .distanceToBorder(let kind, let e): ("\(kind.rawValue) to border", e.words)
    case .distanceBetween(let a, let b, let e): ("\(a.rawValue) to \(b.rawValue)", e.words)
    case .timeBetween(let a, let b, let e): ("from \(a.words) to \(b.words)", e.words)
    case .warnings(let e, let span): ("warnings in \(span.seconds.shortest) s", e.words)
    case .warningBeforeEntry(let least):
      ("first warning before entry", Claim.Expectation.atLeast(least).words)
    case .crossings(let e): ("crossings", e.words)
    case .flyable(let isFlyable, _):
      ("flyable by the stated envelope", isFlyable ? "every limit kept" : "a limit broken")
    case .aircraftCount(let airspace, let e): ("aircraft inside \(airspace)", e.words)
    case .placeToBorder(let place, _, let e): ("\(place) to border", e.words)
    case .fallHeight(let span, let e):
      ("height of a fall of \(span.seconds.shortest) s, no drag", e.words)
    case .fallTime(let height, let e):
      ("time of a fall from \(height.meters.figure(1)) m, no drag", e.words)
    case .impliedSpeed(let length, let span, let e):
      ("speed for \(length.meters.figure(1)) m in \(span.seconds.shortest) s", e.words)
    case .impliedDuration(let length, let speed, let e):
      (
        "time for \(length.meters.figure(1)) m at \(speed.kilometersPerHour.figure(0)) km/h",
        e.words
      )
    case .impliedLength(let speed, let span, let e):
      ("way in \(span.seconds.shortest) s at \(speed.kilometersPerHour.figure(0)) km/h", e.words)
    }
  }
}

extension Claim.TimelinePoint {
  fileprivate var words: String {
    switch self {
    case .moment(let moment): moment.rawValue
    case .event(let kind): kind.rawValue
    case .firstWarning: "first warning"
    case .lastWarning: "last warning"
    }
  }
}

extension Judgement.Remark {
  /// Why a verdict is as it is, in a sentence.
  var words: String {
    switch self {
    case .missing(let what): "not known: \(what)"
    case .neverInside: "never inside: the margin is how far it keeps out"
    case .withinDisplacement: "as near to the border as the line may be displaced"
    case .altitudeReferenceUnknown: "not known from where the altitude is counted"
    case .beyondTheData: "border beyond the data may be nearer"
    case .limit(let limit, let value, let bound, let time):
      "\(limit.words): \(limit.figure(value)) of \(limit.figure(bound)) at \(time.timeOfDayUTC)"
    case .aircraftInside(let least, let most):
      (least == most ? "\(least)" : "\(least) to \(most)")
        + " of the aircraft that have a track; others may have been inside"
    }
  }
}

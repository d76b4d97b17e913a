import Incidents
import Quantities

/// A test that findings are enough for, without anything that is counted or allocated.
///
/// It says what the case of `Claim.Test` of the same name says.
enum FindingsTest: Hashable, Sendable {
  case entered
  case keptOut
  case keptClear(by: Measure)
  case durationInside(Claim.Expectation)
  case lengthInside(Claim.Expectation)
  case depth(Claim.DepthMeasure, Claim.Expectation)
  case entryTime(Instant, halfWidth: TimeSpan)
  case groundSpeed(Claim.Expectation)
  case crossings(Claim.Expectation)
}

extension Claim.Test {
  /// The test, if findings are enough to judge it; nothing where it takes a replay, or no track.
  var ofFindings: FindingsTest? {
    switch self {
    case .entered: .entered
    case .keptOut: .keptOut
    case .keptClear(let distance): .keptClear(by: distance)
    case .durationInside(let expected): .durationInside(expected)
    case .lengthInside(let expected): .lengthInside(expected)
    case .depth(let measure, let expected): .depth(measure, expected)
    case .entryTime(let time, let halfWidth): .entryTime(time, halfWidth: halfWidth)
    case .groundSpeed(let expected): .groundSpeed(expected)
    case .crossings(let expected): .crossings(expected)
    case .altitude, .pathLength, .insideAt, .outsideAt, .distanceToBorder, .distanceBetween,
      .timeBetween, .warnings, .warningBeforeEntry, .flyable, .placeToBorder, .aircraftCount,
      .fallHeight, .fallTime, .impliedSpeed, .impliedDuration, .impliedLength:
      nil
    }
  }

  /// Whether a test of a track takes a whole replay; else findings are enough.
  public var needsReplay: Bool { ofFindings == nil }
}

/// What comes of a test that is judged by findings: numbers, in base units.
struct FindingsJudgement {
  var verdict: Verdict
  var margin = 0.0
  var uncertainty = 0.0
  var computed: Double?
  var unit: MeasureUnit
  var remark: Remark?

  enum Remark {
    case noBorder, noEntry, noSouthernTip
    case neverInside, withinDisplacement, beyondTheData
  }

  /// The same numbers, but they decide nothing.
  fileprivate func undecided(_ remark: Remark) -> FindingsJudgement {
    var other = self
    (other.verdict, other.remark) = (.undetermined, remark)
    return other
  }

  /// Nothing could be computed.
  fileprivate static func missing(_ what: Remark, in unit: MeasureUnit) -> FindingsJudgement {
    FindingsJudgement(verdict: .undetermined, unit: unit, remark: what)
  }

  /// The margin in its unit, if there is one and it is told in this unit.
  func margin(in other: MeasureUnit) -> Double? {
    switch remark {
    case .noBorder, .noEntry, .noSouthernTip: nil
    case .neverInside, .withinDisplacement, .beyondTheData, nil:
      unit == other ? margin / unit.factor : nil
    }
  }
}

extension Judgement {
  /// The judgement, without what it rests on.
  init(_ judged: FindingsJudgement) {
    let unit = judged.unit
    self.init(
      verdict: judged.verdict, margin: Measure(base: judged.margin, in: unit),
      uncertainty: Measure(base: judged.uncertainty, in: unit),
      computed: judged.computed.map { Measure(base: $0, in: unit) },
      remark: judged.remark.map(Remark.init), restsOn: nil)
  }
}

extension Judgement.Remark {
  fileprivate init(_ remark: FindingsJudgement.Remark) {
    switch remark {
    case .noBorder: self = .missing("a border")
    case .noEntry: self = .missing("an entry")
    case .noSouthernTip: self = .missing("the southern tip")
    case .neverInside: self = .neverInside
    case .withinDisplacement: self = .withinDisplacement
    case .beyondTheData: self = .beyondTheData
    }
  }
}

extension Claim.Expectation {
  func judged(_ estimate: Estimate) -> FindingsJudgement {
    let margin = margin(of: estimate.value)
    return FindingsJudgement(
      verdict: Verdict(margin: margin, uncertainty: estimate.uncertainty), margin: margin,
      uncertainty: estimate.uncertainty, computed: estimate.value, unit: unit)
  }
}

extension FindingsTest {
  /// Whether it is about what happened inside, which rests on fixes that lie there.
  var isAboutInside: Bool {
    switch self {
    case .entered, .keptOut, .keptClear, .durationInside, .lengthInside, .depth: true
    case .entryTime, .groundSpeed, .crossings: false
    }
  }

  /// - Parameters:
  ///   - findings: What a track does.
  ///   - displacement: See ``Evidence/borderDisplacement``.
  /// - Returns: The numbers, without what they rest on.
  func judged(by findings: borrowing Findings, _ displacement: Length) -> FindingsJudgement {
    switch self {
    case .entered:
      return findings.sided(displacement, sign: 1, beyond: Measure(0, .meter))
    case .keptOut:
      return findings.sided(displacement, sign: -1, beyond: Measure(0, .meter))
    case .keptClear(let distance): return findings.keptClear(by: distance, displacement)
    case .durationInside(let expected):
      return findings.amountInside(
        findings.figures.duration.seconds, displacement.meters * findings.borderShift.duration,
        displacement, expected)
    case .lengthInside(let expected):
      return findings.amountInside(
        findings.figures.length.meters, displacement.meters * findings.borderShift.length,
        displacement, expected)
    case .depth(let measure, let expected):
      return findings.depth(measure, displacement, expected)
    case .entryTime(let claimed, let halfWidth):
      return findings.entryTime(claimed, halfWidth, displacement)
    case .groundSpeed(let expected):
      guard let speed = findings.referenceSpeed else {
        return .missing(.noEntry, in: expected.unit)
      }
      return expected.judged(Estimate(value: speed.metersPerSecond))
    case .crossings(let expected):
      let judged = expected.judged(Estimate(value: Double(findings.figures.crossings)))
      return findings.isWithin(displacement) ? judged.undecided(.withinDisplacement) : judged
    }
  }
}

extension Findings {
  /// Whether the track keeps out, or is inside, by no more than the border may be displaced.
  fileprivate func isWithin(_ displacement: Length) -> Bool {
    guard let approach else { return false }
    return approach.distance <= displacement
  }

  /// How far the track is on one side of the border: `sign` 1 for inside, −1 for outside.
  fileprivate func sided(
    _ displacement: Length, sign: Double, beyond: Measure
  ) -> FindingsJudgement {
    guard let approach else { return .missing(.noBorder, in: beyond.unit) }
    // How deep inside it came; negative is how far outside it stayed.
    let penetration = (isInside ? 1.0 : -1.0) * approach.distance.meters
    return Claim.Expectation.atLeast(beyond).judged(
      Estimate(value: sign * penetration, uncertainty: displacement.meters))
  }

  /// The nearest border of an extract may lie beyond its window, and then nearer than is seen.
  fileprivate func keptClear(by distance: Measure, _ displacement: Length) -> FindingsJudgement {
    let judged = sided(displacement, sign: -1, beyond: distance)
    guard judged.verdict == .supported, let nearest, !nearest.isCertain else { return judged }
    return judged.undecided(.beyondTheData)
  }

  /// A time or a way inside: zero for a track that stays outside, unless the border may be where
  /// the track is.
  fileprivate func amountInside(
    _ value: Double, _ uncertainty: Double, _ displacement: Length, _ expected: Claim.Expectation
  ) -> FindingsJudgement {
    let judged = expected.ofAmount.judged(Estimate(value: value, uncertainty: uncertainty))
    return !isInside && isWithin(displacement) ? judged.undecided(.withinDisplacement) : judged
  }

  /// A claim that presupposes an entry, of a track without one.
  func neverInside(_ displacement: Length) -> FindingsJudgement {
    var judged = sided(displacement, sign: 1, beyond: Measure(0, .meter))
    (judged.computed, judged.remark) = (nil, .neverInside)
    return judged
  }

  fileprivate func depth(
    _ measure: Claim.DepthMeasure, _ displacement: Length, _ expected: Claim.Expectation
  ) -> FindingsJudgement {
    func judged(_ depth: Length, _ shift: Double = 1) -> FindingsJudgement {
      expected.ofAmount.judged(
        Estimate(value: depth.meters, uncertainty: displacement.meters * shift))
    }
    guard isInside else { return judged(.zero) }
    switch measure {
    case .nearestBorder:
      guard let deepest else { return judged(.zero) }
      return deepest.isCertain
        ? judged(deepest.distance) : judged(deepest.distance).undecided(.beyondTheData)
    case .fromSouthernTip:
      guard let depth = figures.southernTipDepth else {
        return .missing(.noSouthernTip, in: expected.unit)
      }
      return judged(depth)
    case .fromEntry:
      guard let depth = figures.entryDepth else { return .missing(.noEntry, in: expected.unit) }
      return judged(depth, borderShift.entryDepth)
    }
  }

  fileprivate func entryTime(
    _ claimed: Instant, _ halfWidth: TimeSpan, _ displacement: Length
  ) -> FindingsJudgement {
    guard isInside else { return neverInside(displacement) }
    // A track that begins inside has no first entry.
    guard let entry = referenceTime else { return .missing(.noEntry, in: .second) }
    // Told as the seconds by which the entry is later than claimed.
    return Claim.Expectation.about(Measure(0, .second), halfWidth: halfWidth.seconds).judged(
      Estimate(
        value: entry.since(claimed).seconds,
        uncertainty: displacement.meters * borderShift.entryTime))
  }
}

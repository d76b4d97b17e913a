import Airspaces
import Incidents
public import Quantities

/// What a path is asked to satisfy: a test, and how it is called.
public struct Requirement: Hashable, Sendable {
  /// `CLAIM.READING`, or the test as it was typed.
  public let name: String
  /// About a track: see ``Claim/Test/scope``.
  public let test: Claim.Test

  /// - Precondition: The scope of the test is a track.
  public init(name: String, test: Claim.Test) {
    precondition(test.scope == .track, "a path cannot decide this test")
    (self.name, self.test) = (name, test)
  }
}

extension Claim.Test {
  /// What the computed value must be; nothing for tests of sides and limits, whose margin says all.
  public var expectation: Claim.Expectation? {
    switch self {
    case .entered, .keptOut, .keptClear, .insideAt, .outsideAt, .flyable: nil
    case .entryTime(_, let halfWidth): .about(Measure(0, .second), halfWidth: halfWidth.seconds)
    case .warningBeforeEntry(let least): .atLeast(least)
    case .durationInside(let expected), .lengthInside(let expected), .depth(_, let expected),
      .altitude(let expected), .groundSpeed(let expected), .pathLength(_, let expected),
      .distanceToBorder(_, let expected), .distanceBetween(_, _, let expected),
      .timeBetween(_, _, let expected), .warnings(let expected, _), .crossings(let expected),
      .aircraftCount(_, let expected), .placeToBorder(_, _, let expected),
      .fallHeight(_, let expected),
      .fallTime(_, let expected), .impliedSpeed(_, _, let expected),
      .impliedDuration(_, _, let expected), .impliedLength(_, _, let expected):
      expected
    }
  }
}

/// What a value must be, as a search is led to it.
struct SoughtValue: Hashable, Sendable {
  /// Without a lower bound that no such value can miss, except in counts and in a lower bound alone.
  let expected: Claim.Expectation
  private let isNeverNegative: Bool

  /// - Parameters:
  ///   - expected: What is asked.
  ///   - isNeverNegative: Whether the value is zero or more, whatever the path.
  init(_ expected: Claim.Expectation, isNeverNegative: Bool) {
    self.expected = isNeverNegative ? expected.ofAmount : expected
    self.isNeverNegative = isNeverNegative
  }

  /// How far a value lies from the middle of what is expected, in half widths of the band.
  ///
  /// The band is narrowed by a guard, so that a path that is written with rounded places and times
  /// still holds when it is read again. Bounds on one side have no middle: a value that holds by the
  /// half width of `MeasureUnit.Kind.usualHalfWidth` or more is at zero. Nothing is guarded against
  /// below zero where the value is never negative.
  ///
  /// - Parameter value: In the base unit of the expectation's kind.
  /// - Returns: −1…1 exactly where the value holds, and by the guard.
  func residual(of value: Double) -> Double {
    let kind = expected.unit.kind
    let usual = kind.usualHalfWidth
    switch expected {
    case .about(let measure, let halfWidth):
      return (value - measure.base) / kind.guarded(halfWidth * measure.unit.factor)
    case .between(let least, let most):
      // A count that is exactly a bound lies half a step inside it.
      let half = (most.base - least.base) / 2 + (kind == .count ? 0.5 : 0)
      return (value - (least.base + most.base) / 2) / kind.guarded(half)
    case .atLeast(let least):
      if isNeverNegative, least.base <= 0 { return 0 }
      return min(0, (expected.margin(of: value) - kind.guardWidth) / usual - 1)
    case .atMost(let most):
      let guardWidth =
        isNeverNegative ? min(kind.guardWidth, max(0, most.base) / 10) : kind.guardWidth
      return max(0, 1 - (expected.margin(of: value) - guardWidth) / usual)
    }
  }

  /// The half width that a residual of one is, in the base unit.
  var halfWidthOfResidual: Double {
    let kind = expected.unit.kind
    switch expected {
    case .about(let measure, let halfWidth): return kind.guarded(halfWidth * measure.unit.factor)
    case .between(let least, let most):
      return kind.guarded((most.base - least.base) / 2 + (kind == .count ? 0.5 : 0))
    case .atLeast, .atMost: return kind.usualHalfWidth
    }
  }
}

extension Claim.Test {
  /// What leads to the computed value; nothing where there is no ``expectation``.
  var sought: SoughtValue? {
    expectation.map { SoughtValue($0, isNeverNegative: isNeverNegative) }
  }

  /// Whether the computed value is zero or more, whatever the track and the border.
  public var isNeverNegative: Bool {
    switch self {
    case .durationInside, .lengthInside, .depth, .groundSpeed, .pathLength,
      .distanceBetween, .warnings, .crossings, .aircraftCount, .placeToBorder, .fallHeight,
      .fallTime, .impliedSpeed, .impliedDuration, .impliedLength:
      true
    case .entered, .keptOut, .keptClear, .entryTime, .altitude, .insideAt, .outsideAt,
      .distanceToBorder, .timeBetween, .warningBeforeEntry, .flyable:
      false
    }
  }
}

extension MeasureUnit.Kind {
  /// By how much misses of bounds without a tolerance are counted: 10 m, 0.5 s, 1 km/h, 1°, 0.1 m/s², ½.
  public var usualHalfWidth: Double {
    switch self {
    case .length: 10
    case .time: 0.5
    case .speed: 1 / 3.6
    case .angle: 1
    case .acceleration: 0.1
    case .count: 0.5
    }
  }

  /// By how much a path must hold, in base units: more than the track CSV's rounding makes of it,
  /// 1e-7° and 0.5 ms.
  fileprivate var guardWidth: Double {
    switch self {
    case .length: 0.05
    case .time: 0.002
    case .speed: 0.02
    case .angle: 1e-4
    case .acceleration: 1e-3
    case .count: 0
    }
  }

  /// A half width without the guard, which takes a tenth of it at most.
  fileprivate func guarded(_ halfWidth: Double) -> Double {
    halfWidth > 0 ? halfWidth - min(guardWidth, halfWidth / 10) : usualHalfWidth * 1e-3
  }
}

extension Requirement {
  /// How far a judged path is from the middle of what is asked, in half widths: −1…1 where it holds.
  ///
  /// For a path that stays outside, an amount inside that it lacks is counted on below zero by how
  /// far it keeps out: so a search is led to the border. Whether a path holds is not touched by that.
  func residual(of judgement: Judgement, on replay: Replay) -> Double {
    let kept = replay.encounter.nearestApproach.map { $0.distance.meters }
    switch judgement.remark {
    case .missing: return 1e6
    case .neverInside:
      return -(1 + max(1e-3, kept ?? 1e5) / MeasureUnit.Kind.length.usualHalfWidth)
    case .beyondTheData: return 1e5
    case .limit: return limitResidual(of: judgement.margin)
    case .altitudeReferenceUnknown where test.isFlyable: return 1e5
    case .withinDisplacement, .altitudeReferenceUnknown, .aircraftInside, nil: break
    }
    guard let value = judgement.computed?.base, let sought = test.sought else {
      let usual = MeasureUnit.Kind.length.usualHalfWidth
      return min(0, (judgement.margin.base - MeasureUnit.Kind.length.guardWidth) / usual - 1)
    }
    let residual = sought.residual(of: value)
    // Too much is not led anywhere: a path outside can have no less.
    guard test.isAmountInside, let kept, residual < -1 else { return residual }
    return sought.residual(of: -kept / (sought.expected.unit.kind == .time ? 200 : 1))
  }
}

extension Requirement {
  /// A limit is met at a margin of half a hundredth of its unit.
  private func limitResidual(of margin: Measure) -> Double {
    min(0, (margin.value - 0.005) * 10 - 1)
  }
}

extension Claim.Test {
  fileprivate var isFlyable: Bool {
    if case .flyable = self { true } else { false }
  }

  /// Whether it asks how long, how far or how deep a path was inside: zero outside.
  fileprivate var isAmountInside: Bool {
    switch self {
    case .durationInside, .lengthInside, .depth: true
    case .entered, .keptOut, .keptClear, .entryTime, .altitude, .groundSpeed, .pathLength,
      .insideAt, .outsideAt, .distanceToBorder, .distanceBetween, .timeBetween, .warnings,
      .warningBeforeEntry, .crossings, .flyable, .aircraftCount, .placeToBorder, .fallHeight,
      .fallTime, .impliedSpeed, .impliedDuration, .impliedLength:
      false
    }
  }
}

extension Requirement {
  /// A margin of this requirement, counted in the half width of what it asks.
  public func scaled(_ margin: Measure) -> Double {
    guard margin.unit.kind == test.marginUnit.kind, let sought = test.sought else {
      return margin.base / margin.unit.kind.usualHalfWidth
    }
    return margin.base / sought.halfWidthOfResidual
  }
}

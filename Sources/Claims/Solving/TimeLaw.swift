import Incidents

/// How a computed value depends on a parameter that changes times and heights only.
enum TimeLaw: Hashable, Sendable {
  case none
  /// A + B·p.
  case linear
  /// A + B/p.
  case inverse
  /// In some other way.
  case other
}

extension Claim.Test {
  /// How the value that the test computes depends on a parameter, the places of the path being held.
  func law(of parameter: VariationParameter) -> TimeLaw {
    switch parameter {
    case .borderNorth, .borderEast, .shiftNorth, .shiftEast, .shiftAlong, .shiftAcross, .rotation,
      .windNorth, .windEast, .bank:
      return .other
    case .timeToHit, .fallTime: return needsEvents ? .other : .none
    case .altitude:
      if case .altitude = self { return .linear }
      if case .flyable = self { return .other }
      return .none
    case .delay:
      if case .entryTime = self { return .linear }
      return needsEvents ? .other : .none
    case .speed, .speedFactor:
      switch self {
      case .durationInside, .entryTime: return .inverse
      case .groundSpeed: return .linear
      // The legs of a track may have several speeds, and another part of them is flown in that time.
      case .pathLength: return parameter == .speed ? .linear : .other
      case .entered, .keptOut, .keptClear, .lengthInside, .depth, .altitude, .crossings,
        .aircraftCount, .placeToBorder, .fallHeight, .fallTime, .impliedSpeed, .impliedDuration,
        .impliedLength:
        return .none
      case .insideAt, .outsideAt, .distanceToBorder, .distanceBetween, .timeBetween, .warnings,
        .warningBeforeEntry, .flyable:
        return .other
      }
    }
  }
}

/// A value that is known at two values of a parameter, and follows a law between and beyond.
struct FittedValue {
  private let law: TimeLaw
  private let start: Double
  private let slope: Double
  let sought: SoughtValue

  /// - Parameters:
  ///   - law: Linear or inverse.
  ///   - sought: What the value must be.
  ///   - first: A value of the parameter, and what is computed there.
  ///   - second: Another one.
  init(
    _ law: TimeLaw, _ sought: SoughtValue, _ first: (at: Double, value: Double),
    _ second: (at: Double, value: Double)
  ) {
    let (a, b) = law == .inverse ? (1 / first.at, 1 / second.at) : (first.at, second.at)
    self.law = law
    self.sought = sought
    slope = (second.value - first.value) / (b - a)
    start = first.value - slope * a
  }

  func residual(at parameter: Double) -> Double {
    sought.residual(of: start + slope * (law == .inverse ? 1 / parameter : parameter))
  }
}

extension [FittedValue] {
  /// The greatest residual without its sign.
  func worst(at parameter: Double) -> Double {
    reduce(0) { Swift.max($0, abs($1.residual(at: parameter))) }
  }

  /// The value of the parameter at which the worst residual is least.
  ///
  /// Each residual rises or falls throughout, so that the worst falls and then rises.
  func best(in range: ClosedRange<Double>) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    for _ in 0..<80 {
      let (first, second) = (low + (high - low) / 3, high - (high - low) / 3)
      if worst(at: first) <= worst(at: second) { high = second } else { low = first }
    }
    return low + (high - low) / 2
  }

  /// The share of the range in which all residuals hold; `best` is where the worst is least.
  func share(of range: ClosedRange<Double>, best: Double) -> Double {
    guard worst(at: best) <= 1 else { return 0 }
    func end(_ limit: Double) -> Double {
      guard worst(at: limit) > 1 else { return limit }
      var (inside, outside) = (best, limit)
      for _ in 0..<50 {
        let middle = inside + (outside - inside) / 2
        if worst(at: middle) <= 1 { inside = middle } else { outside = middle }
      }
      return inside
    }
    let width = range.upperBound - range.lowerBound
    return (end(range.upperBound) - end(range.lowerBound)) / width
  }
}

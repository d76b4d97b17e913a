import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The smallest margin to one limit so far, and the first moment at which it is broken.
struct MarginSearch {
  let limit: FlightEnvelope.Limit
  let bound: Double
  private var smallest: (time: Instant, margin: Double)?
  private var firstBroken: (time: Instant, margin: Double)?
  private var gap: Flyability.Gap?

  init(limit: FlightEnvelope.Limit, bound: Double) { (self.limit, self.bound) = (limit, bound) }

  var finding: Flyability.Finding {
    Flyability.Finding(
      limit: limit, smallest: smallest.map(moment), firstBroken: firstBroken.map(moment), gap: gap)
  }

  private func moment(_ found: (time: Instant, margin: Double)) -> Flyability.Moment {
    Flyability.Moment(time: found.time, margin: Measure(base: found.margin, in: limit.unit))
  }

  /// Takes note of a value at a moment.
  mutating func pass(_ value: Double, at time: Instant) {
    pass(margin: limit.margin(of: value, to: bound), at: time)
  }

  private mutating func pass(margin: Double, at time: Instant) {
    if margin < smallest?.margin ?? .infinity { smallest = (time, margin) }
    guard margin < 0, time < firstBroken?.time ?? Instant(nanosecondsSince1970: .max) else {
      return
    }
    firstBroken = (time, margin)
  }
}

extension MarginSearch {
  /// Looks for the least margin on a leg, and for where it is passed.
  mutating func look(at leg: AirborneLeg) {
    if let gap = leg.gap(of: limit) {
      self.gap = self.gap ?? gap
      return
    }
    let stations = leg.stations
    look(at: 0, of: leg)
    for (from, to) in zip(stations, stations.dropFirst()) where from < to {
      if leg.isMixed { look(from: from, to: leastMargin(from: from, to: to, of: leg), of: leg) }
      look(from: from, to: to, of: leg)
    }
  }

  private func margin(at share: Double, of leg: AirborneLeg) -> Double? {
    leg.value(of: limit, at: share).map { limit.margin(of: $0, to: bound) }
  }

  private mutating func look(at share: Double, of leg: AirborneLeg) {
    guard let margin = margin(at: share, of: leg) else { return }
    pass(margin: margin, at: leg.time(at: share))
  }

  /// Looks at the end of a stretch on which the margin rises or falls all the way.
  private mutating func look(from low: Double, to high: Double, of leg: AirborneLeg) {
    guard let before = margin(at: low, of: leg), let after = margin(at: high, of: leg) else {
      return
    }
    if before >= 0, after < 0 {
      let passed = bisection(from: low, to: high) { (margin(at: $0, of: leg) ?? 0) >= 0 }
      let time = leg.time(at: passed)
      if time < firstBroken?.time ?? Instant(nanosecondsSince1970: .max) {
        firstBroken = (time, 0)
      }
    }
    look(at: high, of: leg)
  }

  /// Where the margin is least between two shares, by the golden section.
  private func leastMargin(from low: Double, to high: Double, of leg: AirborneLeg) -> Double {
    let golden = (5.0.squareRoot() - 1) / 2
    var (low, high) = (low, high)
    // 60 steps leave 3·10⁻¹³ of the stretch.
    for _ in 0..<60 {
      let (left, right) = (high - golden * (high - low), low + golden * (high - low))
      if (margin(at: left, of: leg) ?? 0) < (margin(at: right, of: leg) ?? 0) {
        high = right
      } else {
        low = left
      }
    }
    return (low + high) / 2
  }
}

import Incidents
import Quantities

/// A place of the unit cube, and how well its path satisfies what is required.
public struct PathCandidate: Hashable, Sendable {
  /// A share of its range for each free parameter.
  var place: [Double]
  /// The greatest residual without its sign: the path holds where it is 1 or less.
  var worst: Double
  /// The share of the times and heights, the places of the path being held, for which it holds.
  var share = 0.0

  var holds: Bool { worst <= 1 }
}

/// Judges the paths of a space by requirements.
///
/// Parameters that only change times and heights are not searched where every requirement follows
/// them by a law: their best value is computed.
struct PathObjective: Sendable {
  let requirements: [Requirement]
  let space: PathSpace
  /// The axes that are searched, and those whose best values are computed.
  let searched: [Int]
  let timed: [Int]
  /// The place of the track as it is told.
  let origin: [Double]
  private var judge: VariationJudge

  /// - Parameters:
  ///   - requirements: What is judged.
  ///   - space: The paths.
  ///   - judge: Of the tests of the requirements, in their order.
  ///   - origin: Where values of free parameters are counted from that no requirement asks about.
  init(
    _ requirements: [Requirement], in space: PathSpace, judge: VariationJudge, origin: [Double]
  ) {
    (self.requirements, self.space, self.judge) = (requirements, space, judge)
    self.origin = origin
    let isTimed = space.free.map { free in
      free.parameter.changesTimesByLaw
        && requirements.allSatisfy { $0.test.law(of: free.parameter) != .other }
    }
    searched = isTimed.indices.filter { !isTimed[$0] }
    timed = isTimed.indices.filter { isTimed[$0] }
  }

  mutating func judged(at place: [Double]) -> JudgedVariation {
    judge.judged(space.variation(at: place))
  }

  mutating func residuals(at place: [Double]) -> [Double] { residuals(of: judged(at: place)) }

  func residuals(of judged: JudgedVariation) -> [Double] {
    guard case .success(let replay) = judged.replay else {
      return requirements.map { _ in 1e7 }
    }
    return zip(requirements, judged.judgements).map { $0.residual(of: $1, on: replay) }
  }

  mutating func candidate(at place: [Double]) -> PathCandidate {
    PathCandidate(place: place, worst: residuals(at: place).worst)
  }
}

extension [Double] {
  /// The greatest number without its sign.
  var worst: Double { reduce(0) { Swift.max($0, abs($1)) } }
}

extension VariationParameter {
  /// Whether it moves neither the border nor the path, nor the events along it.
  fileprivate var changesTimesByLaw: Bool {
    switch self {
    case .speed, .speedFactor, .delay, .altitude: true
    case .borderNorth, .borderEast, .shiftNorth, .shiftEast, .shiftAlong, .shiftAcross, .rotation,
      .windNorth, .windEast, .bank, .timeToHit, .fallTime:
      false
    }
  }
}

extension PathObjective {
  /// The best path with these searched parameters: the others are computed from two values each.
  ///
  /// A requirement that follows several of them is met by the last.
  ///
  /// - Parameter shares: One for each searched axis.
  /// - Returns: The path. Its share of times is that of each such parameter with the ones before at
  ///   their best values.
  mutating func completed(_ shares: [Double]) -> PathCandidate {
    var place = origin
    for (axis, share) in zip(searched, shares) { place[axis] = share }
    var judged = judged(at: place)
    var residuals = residuals(of: judged)
    guard !timed.isEmpty, !judged.judgements.isEmpty else {
      let worst = residuals.worst
      return PathCandidate(place: place, worst: worst, share: worst <= 1 ? 1 : 0)
    }
    var share = 1.0
    var isMet = Set<Int>()
    for axis in timed {
      let numbers = numbers(metBy: axis)
      guard !numbers.isEmpty else { continue }
      isMet.formUnion(numbers)
      var other = place
      other[axis] = place[axis] > 0.5 ? 0 : 1
      let fitted = fitted(
        numbers, on: axis, (place, judged), (other, self.judged(at: other)))
      guard let fitted else {
        share = 0
        continue
      }
      let range = space.free[axis].range
      let best = fitted.best(in: range)
      share *= fitted.share(of: range, best: best)
      place[axis] = space.share(of: best, on: axis)
      judged = self.judged(at: place)
      residuals = self.residuals(of: judged)
    }
    for (number, residual) in residuals.enumerated() where !isMet.contains(number) {
      if abs(residual) > 1 { share = 0 }
    }
    return PathCandidate(place: place, worst: residuals.worst, share: share)
  }

  /// The requirements that follow this timed axis and none after it.
  private func numbers(metBy axis: Int) -> [Int] {
    requirements.indices.filter { number in
      timed.last { requirements[number].test.law(of: space.free[$0].parameter) != .none } == axis
    }
  }

  private func fitted(
    _ numbers: [Int], on axis: Int, _ first: (place: [Double], judged: JudgedVariation),
    _ second: (place: [Double], judged: JudgedVariation)
  ) -> [FittedValue]? {
    guard !second.judged.judgements.isEmpty else { return nil }
    var found: [FittedValue] = []
    for number in numbers {
      let test = requirements[number].test
      guard let sought = test.sought,
        let a = first.judged.judgements[number].computed?.base,
        let b = second.judged.judgements[number].computed?.base
      else { return nil }
      found.append(
        FittedValue(
          test.law(of: space.free[axis].parameter), sought,
          (space.value(at: first.place[axis], on: axis), a),
          (space.value(at: second.place[axis], on: axis), b)))
    }
    return found
  }
}

import Geodesy
import Quantities

/// Finds where a leg meets the limit of a region.
///
/// A stretch is halved until its bounds say that it does not meet the limit, that it crosses it
/// once, or that all of it lies on it. A stretch as short as twice the tolerance that still may
/// meet the limit lies on it, because a margin changes by no more than the way flown: so nothing
/// is stepped over, and the halving ends.
struct LimitSearch {
  /// Stretches on the limit that are shorter than this are touches, in meters: a circle of
  /// 300 km is left by the tolerance after less.
  private static let shortestRun = 25.0

  private let along: MarginAlongLeg
  private(set) var roots: [Double] = []
  private var runs: [Run] = []

  /// A stretch on which the margin is nowhere told from zero.
  private struct Run {
    let start: MarginSample
    var end: MarginSample

    var length: Double { end.meters - start.meters }
  }

  init(_ along: MarginAlongLeg) { self.along = along }

  /// The distances along the leg, between two of them, at which it meets the limit, in rising
  /// order.
  ///
  /// Of a way along the limit there are both ends.
  mutating func contacts(from start: Double, to end: Double) -> [Double] {
    (roots, runs) = ([], [])
    search(along.sample(start), along.sample(end))
    var contacts = roots
    for run in runs {
      if run.length >= Self.shortestRun {
        contacts += [run.start.meters, run.end.meters]
      } else if run.start.value * run.end.value < 0 {
        contacts.append(root(run.start, run.end))
      } else if !roots.contains(where: { abs($0 - run.start.meters) < Self.shortestRun }) {
        contacts.append((run.start.meters + run.end.meters) / 2)
      }
    }
    return contacts.sorted()
  }

  private mutating func search(_ start: MarginSample, _ end: MarginSample) {
    let tolerance = RegionMargin.tolerance
    let bounds = MarginBounds(start, end, along.terms)
    if bounds.low > 0 || bounds.high < 0 { return }
    if bounds.slopes.low > 0 || bounds.slopes.high < 0 {
      if start.value * end.value <= 0 { roots.append(root(start, end)) }
      return
    }
    let isOnLimit = bounds.low >= -tolerance && bounds.high <= tolerance
    if isOnLimit || end.meters - start.meters <= 2 * tolerance {
      if runs.last?.end.meters == start.meters {
        runs[runs.count - 1].end = end
      } else {
        runs.append(Run(start: start, end: end))
      }
      return
    }
    let middle = along.sample(start.meters + (end.meters - start.meters) / 2)
    search(start, middle)
    search(middle, end)
  }

  /// The root between two places where the margins have different signs: by halving, and by
  /// secants where these do better.
  private func root(_ start: MarginSample, _ end: MarginSample) -> Double {
    if start.value == 0 { return start.meters }
    if end.value == 0 { return end.meters }
    var (a, b) = ((start.meters, start.value), (end.meters, end.value))
    var (last, width) = (b, b.0 - a.0)
    for step in 0..<200 where b.0 - a.0 > Self.rootWidth {
      let secant = a.0 - a.1 * (b.0 - a.0) / (b.1 - a.1)
      // A bracket that is not halved by three secants is halved.
      let isSlow = step % 3 == 2 && b.0 - a.0 > width / 2
      if step % 3 == 2 { width = b.0 - a.0 }
      let next = isSlow || !(secant > a.0 && secant < b.0) ? (a.0 + b.0) / 2 : secant
      let value = along.sample(next).value
      if abs(value) <= Self.rootValue { return next }
      last = (next, value)
      if (value > 0) == (a.1 > 0) { a = last } else { b = last }
    }
    return (a.0 + b.0) / 2
  }

  /// A root is known to this many meters of way, or this many of margin: distances are no better.
  private static let rootWidth = 1e-7
  private static let rootValue = 1e-9
}

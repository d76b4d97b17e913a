import Geodesy
import Geometry
import Quantities

/// Finds the shortest way through a corridor that does not go inside.
///
/// A shortest way consists of geodesics from corner to corner of the border, around which it is
/// taut. They are found by a best-first search (A*), in which a geodesic is held against the
/// border only when nothing shorter is left. The geodesic polygon through the corners stands for
/// the border: where it bulges out of the inside, a way that avoids the border can follow the
/// polygon instead and becomes shorter; so no way that avoids the inside is shorter than the one
/// found, and ``excess`` says how much longer one is that does.
struct WayAround {
  /// How a search ended.
  enum Outcome {
    /// A way of `length` meters; one that avoids the inside exactly is up to `excess` longer.
    case found(length: Double, excess: Double)
    /// Every way within the corridor goes inside, or is longer than the corridor's longest.
    case none
    case tooManyCorners
  }

  private let border: PreparedBorder
  private let start, end: Point2
  private let longest: Double
  private let corners: [BorderCorner]
  private let toEnd: [Double]
  private var sight: LineOfSight

  /// More corners are too many, or more geodesics between them that wait for being tried, or that
  /// are held against the border: together some 100 MB and some seconds.
  private static let mostCorners = 8000
  private static let mostSteps = 2_000_000
  private static let mostSights = 100_000

  /// - Parameters:
  ///   - border: What is gone around.
  ///   - corridor: What the way stays in.
  ///   - pieces: The border's pieces near it.
  init?(of border: PreparedBorder, in corridor: Corridor, _ pieces: [Int]) {
    self.border = border
    (start, end) = (corridor.leg.start.point, corridor.leg.end.point)
    longest = corridor.longestWay.meters + Self.margin
    sight = LineOfSight(border)
    var corners: [BorderCorner] = []
    var toEnd: [Double] = []
    for number in pieces {
      guard let corner = BorderCorner(atStartOf: number, of: border) else { continue }
      let fromStart = Self.meters(start, corner.point)
      let rest = Self.meters(corner.point, end)
      guard fromStart + rest <= longest,
        corridor.circles.allSatisfy({
          Self.meters($0.center.point, corner.point) <= $0.radius.meters + Self.margin
        })
      else { continue }
      guard corners.count < Self.mostCorners else { return nil }
      corners.append(corner)
      toEnd.append(rest)
    }
    (self.corners, self.toEnd) = (corners, toEnd)
  }

  /// What ways and widths may be longer by than the corridor has it, in meters, for rounding.
  private static let margin = 1e-6

  private static func meters(_ a: Point2, _ b: Point2) -> Double {
    Geodesic.wgs84.departure(
      latitude1: a.y, longitude1: a.x, latitude2: b.y, longitude2: b.x
    ).meters
  }

  /// Searches.
  ///
  /// - Returns: How it ended.
  /// - Throws: ``CrossingError`` where an extract's window is left.
  mutating func search() throws(CrossingError) -> Outcome {
    var isDone = [Bool](repeating: false, count: corners.count)
    var queue = StepQueue()
    var sights = 0
    appendSteps(from: nil, flown: 0, excess: 0, isDone, to: &queue)
    while let step = queue.takeFirst() {
      if let to = step.to, isDone[to] { continue }
      sights += 1
      guard sights <= Self.mostSights, queue.count <= Self.mostSteps else { return .tooManyCorners }
      let (a, b) = (step.from.map { corners[$0] }, step.to.map { corners[$0] })
      let detour = try sight.detour(
        from: a?.point ?? start, a?.edge, to: b?.point ?? end, b?.edge)
      guard let detour else { continue }
      let excess = step.excess + detour
      guard let to = step.to else { return .found(length: step.flown, excess: excess) }
      isDone[to] = true
      appendSteps(from: to, flown: step.flown, excess: excess, isDone, to: &queue)
    }
    return .none
  }

  /// Appends the steps from a corner, or from the start, that a taut way may take.
  private func appendSteps(
    from number: Int?, flown: Double, excess: Double, _ isDone: [Bool], to queue: inout StepQueue
  ) {
    let from = number.map { corners[$0] }
    let point = from?.point ?? start
    let space = from?.space ?? SurfacePoint(latitude: start.y, longitude: start.x).space
    func append(_ to: Int?, _ length: Double, _ rest: Double) {
      guard flown + length + rest <= longest else { return }
      queue.append(
        Step(from: number, to: to, flown: flown + length, rest: rest, excess: excess))
    }
    let endSpace = SurfacePoint(latitude: end.y, longitude: end.x).space
    if from?.isCut(byWayTo: endSpace) != true { append(nil, Self.meters(point, end), 0) }
    for (index, corner) in corners.enumerated() where !isDone[index] && index != number {
      let gap = corner.space - space
      // The ground is no shorter than the chord.
      guard flown + gap.dot(gap).squareRoot() + toEnd[index] <= longest,
        !corner.isCut(byWayTo: space), from?.isCut(byWayTo: corner.space) != true,
        from?.isApart(from: corner) != true
      else { continue }
      append(index, Self.meters(point, corner.point), toEnd[index])
    }
  }
}

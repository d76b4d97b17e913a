import Geodesy
import Geometry
import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// All arcs through both ends of a lens that are no more curved than its own.
///
/// Each place of the lens lies on one of them, told by the turn that a way makes there if it comes
/// straight from the start and goes straight on to the end: along an arc that turn is everywhere
/// the same. So each stretch of a border bars a range of arcs, and an arc that no stretch bars is
/// a way that avoids the inside.
struct ArcFan {
  private let border: PreparedBorder
  private let start, end: Point2
  /// The turn on the lens's own arcs, in radians.
  private let greatest: Double
  private var barred: [ClosedRange<Double>] = []

  /// How finely turns are told apart, as a share of the greatest.
  private static let fineness = 1e-3
  /// Stretches of a border shorter than this, in meters, are not halved.
  private static let shortest = 1e-3

  init(_ border: PreparedBorder, _ corridor: Corridor, radius: Length) {
    self.border = border
    (start, end) = (corridor.leg.start.point, corridor.leg.end.point)
    // The Earth's curvature changes an arc by less than this share.
    let length = (corridor.longestWay.meters + radius.meters) / 6_335_439
    let half = corridor.leg.length / (2 * radius)
    greatest = asin(min(1, half)) * (1 - length * length)
  }

  /// Whether some arc is shown to avoid the inside.
  ///
  /// - Parameter pieces: The border's pieces near the lens, whose ends are not inside.
  /// - Returns: Whether a gap between the barred arcs was found; one that is narrower than some
  ///   thousandths of the lens may not be.
  mutating func hasFreeArc(_ pieces: [Int]) -> Bool {
    barred = []
    for number in pieces {
      bar(CorridorPiece(number, of: border), from: 0, to: 1)
    }
    var free = -greatest
    for range in barred.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > free { return true }
      free = max(free, range.upperBound)
    }
    return free < greatest
  }

  /// Bars the arcs that meet a stretch of a border, and a few more.
  ///
  /// Along a way of length s the turn changes by no more than s over the distance from the start
  /// and s over that to the end, and on so small a piece of the Earth hardly by more.
  private mutating func bar(_ piece: CorridorPiece, from low: Double, to high: Double) {
    let half = (high - low) / 2 * piece.length
    let (turn, fromStart, toEnd) = turn(at: (low + high) / 2, of: piece.number)
    let isShort = 2 * half <= Self.shortest
    guard min(fromStart, toEnd) > 2 * half else {
      if isShort { return barred.append(-greatest...greatest) }
      return halve(piece, low, high)
    }
    let spread = 1.02 * half * (1 / (fromStart - half) + 1 / (toEnd - half))
    if abs(turn) - spread > greatest { return }
    if spread > Self.fineness * greatest, !isShort { return halve(piece, low, high) }
    barred.append((turn - spread)...(turn + spread))
  }

  private mutating func halve(_ piece: CorridorPiece, _ low: Double, _ high: Double) {
    let middle = (low + high) / 2
    bar(piece, from: low, to: middle)
    bar(piece, from: middle, to: high)
  }

  /// The turn to the right at a point of a piece, in radians, and the distances from both ends.
  private func turn(
    at share: Double, of piece: Int
  ) -> (turn: Double, fromStart: Double, toEnd: Double) {
    let point = border.ground(border.foot(on: piece, at: share))
    let came = Geodesic.wgs84.inverse(
      latitude1: start.y, longitude1: start.x, latitude2: point.y, longitude2: point.x)
    let goes = Geodesic.wgs84.inverse(
      latitude1: point.y, longitude1: point.x, latitude2: end.y, longitude2: end.x)
    let turn = (goes.azimuth1 - came.azimuth2).remainder(dividingBy: 360)
    return (turn * (.pi / 180), came.meters, goes.meters)
  }
}

import Geometry
import Quantities

/// The turn at a point is what integers say, and obeys its laws.
enum Orientations: Property {
  static let name = "orientation"
  static let statement =
    "Orientation is that of exact integers; it turns with a swap, stays when the points are "
    + "taken around or moved by what doubles can hold"
  static let questionsPerSubject = 1

  static func subject(using random: inout RandomStream) {}

  static func counterexample(
    to subject: Void, question: Int, using random: inout RandomStream
  ) -> String? {
    let grid = random.nearlyCollinear(3)
    // Products of differences stay far from overflow and underflow.
    var scale = GridScale(exponent: random.one(of: [0, -45, -49, 1, 300, -400]))
    let expected = cross(grid[0], grid[1], grid[2]).signum()
    for isMoved in [false, true] {
      if isMoved {
        let reach = 1 << random.one(of: [3, 20, 51])
        scale.offset = GridPoint(x: random.int(-reach...reach), y: random.int(-reach...reach))
      }
      let p = grid.map(scale.point)
      for (a, b, c, turns) in [
        (0, 1, 2, 1), (1, 2, 0, 1), (2, 0, 1, 1), (1, 0, 2, -1), (0, 2, 1, -1), (2, 1, 0, -1),
      ] {
        let found = Orientation.of(p[a], p[b], p[c])
        if sign(of: found) != expected * Int128(turns) {
          return "\(found), but the exact sign is \(expected * Int128(turns)):\n"
            + [p[a], p[b], p[c]].map(\.exact).joined(separator: "\n")
        }
      }
    }
    return nil
  }

  private static func sign(of orientation: Orientation) -> Int128 {
    switch orientation {
    case .counterclockwise: 1
    case .clockwise: -1
    case .collinear: 0
    }
  }
}

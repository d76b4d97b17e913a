import Foundation

/// A file of numbers in the folder `Reference` beside these tests.
///
/// Lines that begin with # tell where the numbers come from. A first column that is no number is
/// the name of a family of cases.
struct ReferenceTable: Sendable {
  struct Row: Sendable {
    let family: String
    let numbers: [Double]

    subscript(index: Int) -> Double { numbers[index] }
  }

  let rows: [Row]

  init(_ name: String, filePath: String = #filePath) throws {
    let file = URL(filePath: filePath).deletingLastPathComponent().appending(
      path: "Reference/\(name)")
    let text = try String(contentsOf: file, encoding: .utf8)
    rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let columns = line.split(separator: ",")
      let family = columns.first.flatMap { Double($0) == nil ? String($0) : nil }
      return Row(
        family: family ?? "",
        numbers: columns.dropFirst(family == nil ? 0 : 1).compactMap { Double($0) })
    }
  }
}

/// The row with the greatest error, and that error.
///
/// An error that is not a number is greater than any other.
struct Worst: CustomStringConvertible {
  private(set) var error = 0.0
  private(set) var row: [Double] = []

  mutating func take(_ error: Double, _ row: [Double]) {
    if error <= self.error || self.error.isNaN { return }
    (self.error, self.row) = (error, row)
  }

  var description: String { "\(error) at \(row)" }
}

/// How far apart two directions are, in degrees.
func turn(_ a: Double, _ b: Double) -> Double { abs((a - b).remainder(dividingBy: 360)) }

/// How far apart two neighbouring places are, in meters, well enough for nanometers.
func gap(
  _ latitude1: Double, _ longitude1: Double, _ latitude2: Double, _ longitude2: Double
) -> Double {
  let north = (latitude2 - latitude1) * 111_694
  let east = turn(longitude1, longitude2) * 111_694 * cos(latitude1 * .pi / 180)
  return (north * north + east * east).squareRoot()
}

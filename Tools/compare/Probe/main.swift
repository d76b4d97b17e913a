import Airspaces
import Foundation
import Geodesy
import Geometry
import Quantities

// Answers questions that Tools/compare/points.py and geodesics.py ask, so that other programs'
// answers can be held against the product's.
//
//     Compare location BORDER    longitude, latitude        → −1 outside, 0 on the border, 1 inside
//     Compare distance BORDER    longitude, latitude        → signed meters
//     Compare inverse            φ₁, λ₁, φ₂, λ₂             → meters, azimuth, azimuth
//     Compare direct             φ₁, λ₁, azimuth, meters    → φ₂, λ₂, azimuth
//
// Questions and answers are binary doubles of this machine, on stdin and stdout; the nanoseconds
// that one question took go to stderr. BORDER is a file of Scenarios/*/borders.

/// What is asked: how many numbers make a question, and what answers it.
private struct Mode {
  let count: Int
  let answer: (ArraySlice<Double>) throws -> [Double]
}

private func place(_ latitude: Double, _ longitude: Double) throws -> GeodeticCoordinate {
  try GeodeticCoordinate(latitude: .degrees(latitude), longitude: .degrees(longitude))
}

/// Reads a border by the plainest means there are.
private func border(of file: String) throws -> PreparedBorder {
  let root = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file)))
  guard let features = (root as? [String: Any])?["features"] as? [[String: Any]],
    let properties = features.first?["properties"] as? [String: Any],
    let window = properties["window"] as? [Double],
    let whole = properties["whole_bounds"] as? [Double],
    let geometry = features.first?["geometry"] as? [String: Any],
    let parts = geometry["coordinates"] as? [[[[Double]]]]
  else { throw CocoaError(.fileReadCorruptFile) }
  func box(_ n: [Double]) -> Box {
    Box(low: Point2(x: n[0], y: n[1]), high: Point2(x: n[2], y: n[3]))
  }
  return PreparedBorder(
    try Border(
      parts: parts.map { $0.map { $0.map { Point2(x: $0[0], y: $0[1]) } } },
      extract: .init(window: box(window), whole: box(whole))))
}

private func mode(_ words: ArraySlice<String>) throws -> Mode? {
  switch (words.first, words.dropFirst().first) {
  case ("location", let file?):
    let border = try border(of: file)
    return Mode(count: 2) { question in
      let place = try place(question[question.startIndex + 1], question[question.startIndex])
      return switch border.location(of: place) {
      case .inside: [1]
      case .onBorder: [0]
      case .outside: [-1]
      }
    }
  case ("distance", let file?):
    let border = try border(of: file)
    return Mode(count: 2) { question in
      let place = try place(question[question.startIndex + 1], question[question.startIndex])
      return [border.distance(to: place)?.signed.meters ?? .nan]
    }
  case ("inverse", nil):
    return Mode(count: 4) { question in
      let q = Array(question)
      let arc = Geodesic.wgs84.inverse(from: try place(q[0], q[1]), to: try place(q[2], q[3]))
      return [arc.distance.meters, arc.initialAzimuth.degrees, arc.finalAzimuth.degrees]
    }
  case ("direct", nil):
    return Mode(count: 4) { question in
      let q = Array(question)
      let end = Geodesic.wgs84.direct(
        from: try place(q[0], q[1]), azimuth: .degrees(q[2]), distance: .meters(q[3]))
      return [end.place.latitude.degrees, end.place.longitude.degrees, end.azimuth.degrees]
    }
  default: return nil
  }
}

guard let mode = try mode(CommandLine.arguments.dropFirst()) else {
  let usage = "usage: Compare location FILE | distance FILE | inverse | direct\n"
  FileHandle.standardError.write(Data(usage.utf8))
  exit(64)
}
let input = FileHandle.standardInput.readDataToEndOfFile()
let numbers = input.withUnsafeBytes { bytes in
  (0..<bytes.count / 8).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: Double.self) }
}
let clock = ContinuousClock()
var found: [Double] = []
found.reserveCapacity(numbers.count)
let taken = try clock.measure {
  for start in stride(from: 0, to: numbers.count - mode.count + 1, by: mode.count) {
    found += try mode.answer(numbers[start..<(start + mode.count)])
  }
}
FileHandle.standardOutput.write(found.withUnsafeBytes { Data($0) })
let each = taken / .nanoseconds(max(1, numbers.count / mode.count))
FileHandle.standardError.write(Data("\(each)\n".utf8))

import Airspaces
import Foundation
import Geodesy
import Geometry
import Quantities

// Answers questions that the programs of Tools/compare ask, so that other programs' answers can be
// held against the product's.
//
//     Compare location BORDER    longitude, latitude        → −1 outside, 0 on the border, 1 inside
//     Compare distance BORDER    longitude, latitude        → signed meters
//     Compare inverse            φ₁, λ₁, φ₂, λ₂             → meters, azimuth, azimuth
//     Compare direct             φ₁, λ₁, azimuth, meters    → φ₂, λ₂, azimuth
//     Compare paths BORDER       the number of paths, the number of places of each, and of every
//                                place longitude, latitude  → for each stay: path; leg and fraction
//                                of entry, of exit; meters inside, depth; leg and fraction of the
//                                deepest place; places inside
//
// Questions and answers are binary doubles of this machine, on stdin and stdout; the nanoseconds
// that the product took for one question (of paths, for one place) go to stderr. BORDER is a file of
// Scenarios/*/borders. Locations and distances are asked many at once.

/// What is asked: how many numbers make a question, and what answers all of them.
private struct Mode {
  let count: Int
  let answer: ([Double]) throws -> (answers: [Double], taken: Duration)

  init(
    _ count: Int, _ answer: @escaping ([Double]) throws -> (answers: [Double], taken: Duration)
  ) {
    (self.count, self.answer) = (count, answer)
  }

  /// Questions that are asked one after the other.
  init(each count: Int, _ answer: @escaping (ArraySlice<Double>) throws -> [Double]) {
    self.init(count) { numbers in
      try timed {
        try stride(from: 0, to: numbers.count - count + 1, by: count).flatMap {
          try answer(numbers[$0..<($0 + count)])
        }
      }
    }
  }
}

/// What `body` gives, and how long it took.
private func timed<Answer>(_ body: () throws -> Answer) rethrows -> (Answer, Duration) {
  var answer: [Answer] = []
  let taken = try ContinuousClock().measure { answer.append(try body()) }
  return (answer[0], taken)
}

/// Places from longitudes and latitudes in turn.
private func places(_ numbers: some RandomAccessCollection<Double>) throws -> Places {
  let numbers = Array(numbers)
  let longitudes = stride(from: 0, to: numbers.count - 1, by: 2).map { numbers[$0] }
  let latitudes = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
  return try Places(latitudes: latitudes, longitudes: longitudes)
}

/// The questions about paths, and the answers.
private func stays(
  on border: PreparedBorder, _ numbers: [Double]
) throws -> (answers: [Double], taken: Duration) {
  guard let count = numbers.first.map({ Int($0) }) else { return ([], .zero) }
  var bounds = [0]
  for size in numbers[1...count] { bounds.append((bounds.last ?? 0) + Int(size)) }
  let paths = try Paths(places: places(numbers[(count + 1)...]), bounds: bounds)
  let (stays, taken) = try timed { try border.crossings(of: paths) }
  let answers = stays.flatMap { stay -> [Double] in
    let positions = [stay.entry?.position, stay.exit?.position, stay.deepest?.position].map {
      [Double($0?.leg ?? -1), $0?.fraction ?? .nan]
    }
    let meters = [stay.length.meters, stay.deepest?.depth.meters ?? .nan]
    return [Double(stay.path)] + positions[0] + positions[1] + meters + positions[2]
      + [Double(stay.placesInside)]
  }
  return (answers, taken)
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
    return Mode(2) { numbers throws -> (answers: [Double], taken: Duration) in
      let asked = try places(numbers)
      let (locations, taken) = timed { border.locations(of: asked) }
      let answers = locations.map { location -> Double in
        switch location {
        case .inside: 1
        case .onBorder: 0
        case .outside: -1
        }
      }
      return (answers, taken)
    }
  case ("distance", let file?):
    let border = try border(of: file)
    return Mode(2) { numbers in
      let asked = try places(numbers)
      let (distances, taken) = timed { border.distances(to: asked) }
      return (distances.map { $0?.signed.meters ?? .nan }, taken)
    }
  case ("paths", let file?):
    let border = try border(of: file)
    return Mode(2) { try stays(on: border, $0) }
  case ("inverse", nil):
    return Mode(each: 4) { question in
      let q = Array(question)
      let arc = Geodesic.wgs84.inverse(from: try place(q[0], q[1]), to: try place(q[2], q[3]))
      return [arc.distance.meters, arc.initialAzimuth.degrees, arc.finalAzimuth.degrees]
    }
  case ("direct", nil):
    return Mode(each: 4) { question in
      let q = Array(question)
      let end = Geodesic.wgs84.direct(
        from: try place(q[0], q[1]), azimuth: .degrees(q[2]), distance: .meters(q[3]))
      return [end.place.latitude.degrees, end.place.longitude.degrees, end.azimuth.degrees]
    }
  default: return nil
  }
}

guard let mode = try mode(CommandLine.arguments.dropFirst()) else {
  let usage = "usage: Compare location FILE | distance FILE | paths FILE | inverse | direct\n"
  FileHandle.standardError.write(Data(usage.utf8))
  exit(64)
}
let input = FileHandle.standardInput.readDataToEndOfFile()
let numbers = input.withUnsafeBytes { bytes in
  (0..<bytes.count / 8).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: Double.self) }
}
let (found, taken) = try mode.answer(numbers)
FileHandle.standardOutput.write(found.withUnsafeBytes { Data($0) })
let each = taken / .nanoseconds(max(1, numbers.count / mode.count))
FileHandle.standardError.write(Data("\(each)\n".utf8))

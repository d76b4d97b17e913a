import Airspaces
import Geodesy
import Geometry
import Quantities

/// Columns: latitude, longitude.
private func places(_ data: Columns, _ count: Int, salt: Double) throws -> Places {
  try Places(
    latitudes: data.column(0, count), longitudes: data.column(1, count, salt: salt))
}

/// Answers −1 outside, 0 on the border, 1 inside.
struct LocationOperation: BatchOperation {
  let border: PreparedBorder
  let data: Columns

  var count: Int { data.rows }

  func questions(_ count: Int, salt: Double) throws -> Places {
    try places(data, count, salt: salt)
  }

  func answer(_ questions: Places) -> [Location] { border.locations(of: questions) }

  func numbers(of answers: [Location]) -> [Double] {
    answers.map { location in
      switch location {
      case .inside: 1
      case .onBorder: 0
      case .outside: -1
      }
    }
  }
}

/// Answers signed meters, positive outside; NaN where an extract holds no border.
struct DistanceOperation: BatchOperation {
  let border: PreparedBorder
  let data: Columns

  var count: Int { data.rows }

  func questions(_ count: Int, salt: Double) throws -> Places {
    try places(data, count, salt: salt)
  }

  func answer(_ questions: Places) -> [BorderDistance?] { border.distances(to: questions) }

  func numbers(of answers: [BorderDistance?]) -> [Double] {
    answers.map { $0?.signed.meters ?? .nan }
  }
}

/// Answers for each path how many meters and how many legs it is inside, and its depth in meters.
///
/// All paths have as many places.
struct CrossingsOperation: BatchOperation {
  let border: PreparedBorder
  let data: Columns
  let placesPerPath: Int

  var count: Int { data.rows / placesPerPath }

  func questions(_ count: Int, salt: Double) throws -> Paths {
    let size = count * placesPerPath
    return try Paths(
      places: places(data, size, salt: salt),
      bounds: Array(stride(from: 0, through: size, by: placesPerPath)))
  }

  func answer(_ questions: Paths) throws -> (paths: Int, stays: [PathCrossing]) {
    (questions.count, try border.crossings(of: questions))
  }

  func numbers(of answers: (paths: Int, stays: [PathCrossing])) -> [Double] {
    var numbers = [Double](repeating: 0, count: 3 * answers.paths)
    for stay in answers.stays {
      let start = stay.entry.map(legs) ?? 0
      let end = stay.exit.map(legs) ?? Double(placesPerPath - 1)
      numbers[3 * stay.path] += stay.length.meters
      numbers[3 * stay.path + 1] += end - start
      let depth = stay.deepest?.depth.meters ?? 0
      numbers[3 * stay.path + 2] = max(numbers[3 * stay.path + 2], depth)
    }
    return numbers
  }

  /// How many legs lie before a passage.
  private func legs(before passage: PathCrossing.Passage) -> Double {
    Double(passage.position.leg) + passage.position.fraction
  }
}

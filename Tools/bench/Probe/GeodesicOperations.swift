import Geodesy

/// Answers meters and the azimuths at both ends.
///
/// Columns: latitude and longitude of the one place, latitude and longitude of the other.
struct InverseOperation: BatchOperation {
  let data: Columns

  var count: Int { data.rows }

  func questions(_ count: Int, salt: Double) -> [Double] { interleaved(data, count, salt: salt) }

  func answer(_ questions: [Double]) -> [Double] {
    let count = questions.count / 4
    return [Double](unsafeUninitializedCapacity: 3 * count) { answers, filled in
      for index in 0..<count {
        let arc = Geodesic.wgs84.inverse(
          latitude1: questions[4 * index], longitude1: questions[4 * index + 1],
          latitude2: questions[4 * index + 2], longitude2: questions[4 * index + 3])
        answers[3 * index] = arc.meters
        answers[3 * index + 1] = arc.azimuth1
        answers[3 * index + 2] = arc.azimuth2
      }
      filled = 3 * count
    }
  }

  func numbers(of answers: [Double]) -> [Double] { answers }
}

/// Answers latitude, longitude and azimuth.
///
/// Columns: latitude, longitude, azimuth and meters.
struct DirectOperation: BatchOperation {
  let data: Columns

  var count: Int { data.rows }

  func questions(_ count: Int, salt: Double) -> [Double] { interleaved(data, count, salt: salt) }

  func answer(_ questions: [Double]) -> [Double] {
    let count = questions.count / 4
    return [Double](unsafeUninitializedCapacity: 3 * count) { answers, filled in
      for index in 0..<count {
        let end = Geodesic.wgs84.direct(
          latitude: questions[4 * index], longitude: questions[4 * index + 1],
          azimuth: questions[4 * index + 2], meters: questions[4 * index + 3])
        answers[3 * index] = end.latitude
        answers[3 * index + 1] = end.longitude
        answers[3 * index + 2] = end.azimuth
      }
      filled = 3 * count
    }
  }

  func numbers(of answers: [Double]) -> [Double] { answers }
}

/// Four columns side by side, with `salt` added to the second, a longitude.
private func interleaved(_ data: Columns, _ count: Int, salt: Double) -> [Double] {
  var numbers: [Double] = []
  numbers.reserveCapacity(4 * count)
  for row in 0..<count {
    for column in 0..<4 {
      numbers.append(data.numbers[column * data.rows + row] + (column == 1 ? salt : 0))
    }
  }
  return numbers
}

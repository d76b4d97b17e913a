import Geodesy
import Quantities

extension Array {
  /// `map` for a function that throws one type of error.
  func mapThrowing<Result, E: Error>(
    _ transform: (Element) throws(E) -> Result
  ) throws(E) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(count)
    for element in self { results.append(try transform(element)) }
    return results
  }
}

extension Optional {
  /// `map` for a function that throws one type of error.
  func mapThrowing<Result, E: Error>(
    _ transform: (Wrapped) throws(E) -> Result
  ) throws(E) -> Result? {
    switch self {
    case .some(let value): try transform(value)
    case .none: nil
    }
  }
}

extension JSONObjectReader {
  /// Reads an object by `body` and then refuses the keys that `body` did not ask for.
  func closing<Result>(
    _ body: (inout JSONObjectReader) throws(FormatError) -> Result
  ) throws(FormatError) -> Result {
    var reader = self
    let result = try body(&reader)
    try reader.finish()
    return result
  }

  /// Reads the members `latitude` and `longitude`.
  mutating func coordinate() throws(FormatError) -> GeodeticCoordinate {
    let latitude = Angle(try measure("latitude", of: .angle).measure)
    let longitude = Angle(try measure("longitude", of: .angle).measure)
    guard longitude.absolute.degrees <= 180 else {
      throw try value("longitude").error(expected: "a longitude in -180…180 deg")
    }
    do throws(CoordinateError) {
      return try GeodeticCoordinate(latitude: latitude, longitude: longitude)
    } catch {
      throw try value("latitude").error(
        expected: "a latitude in -90…90 deg", advice: "are latitude and longitude swapped?")
    }
  }
}

extension JSONNode {
  /// One of the words of an enumeration.
  func word<Word: RawRepresentable & CaseIterable>() throws(FormatError) -> Word
  where Word.RawValue == String {
    let text = try oneOf(Word.allCases.map(\.rawValue))
    guard let word = Word(rawValue: text) else { throw error(expected: "a known word") }
    return word
  }

  /// A direction such as `"270 deg true"`.
  func direction() throws(FormatError) -> Angle {
    let text = try string()
    let suffix = " true"
    guard text.hasSuffix(suffix),
      let reported = try? ReportedMeasure(String(text.dropLast(suffix.count)), of: .angle),
      (0...360).contains(reported.measure.value)
    else {
      throw error(
        expected: "a direction from true north such as \"270 deg true\"",
        advice: text.hasSuffix("magnetic")
          ? "add the magnetic variation and write the true direction" : nil)
    }
    return Angle(reported.measure)
  }
}

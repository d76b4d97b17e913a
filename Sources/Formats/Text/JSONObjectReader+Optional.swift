package import Quantities

/// The twins for members that may be left out; `null` does not count as left out.
extension JSONObjectReader {
  package mutating func optionalString(_ key: String) throws(FormatError) -> String? {
    try optional(key)?.string()
  }

  package mutating func optionalBool(_ key: String) throws(FormatError) -> Bool? {
    try optional(key)?.bool()
  }

  package mutating func optionalNumber(_ key: String) throws(FormatError) -> Double? {
    try optional(key)?.number()
  }

  package mutating func optionalInteger(_ key: String) throws(FormatError) -> Int? {
    try optional(key)?.integer()
  }

  package mutating func optionalArray(_ key: String) throws(FormatError) -> [JSONNode]? {
    try optional(key)?.array()
  }

  package mutating func optionalStrings(_ key: String) throws(FormatError) -> [String]? {
    try optional(key)?.strings()
  }

  package mutating func optionalObject(
    _ key: String
  ) throws(FormatError) -> JSONObjectReader? {
    try optional(key)?.object()
  }

  package mutating func optionalObjects(
    _ key: String
  ) throws(FormatError) -> [JSONObjectReader]? {
    try optional(key)?.objects()
  }

  package mutating func optionalMeasure(
    _ key: String, of kind: MeasureUnit.Kind
  ) throws(FormatError) -> ReportedMeasure? {
    try optional(key)?.measure(of: kind)
  }

  package mutating func optionalInstant(_ key: String) throws(FormatError) -> Instant? {
    try optional(key)?.instant()
  }

  package mutating func optionalOneOf(
    _ key: String, _ names: [String]
  ) throws(FormatError) -> String? {
    try optional(key)?.oneOf(names)
  }
}

import Flights
import Incidents
import Quantities

/// Reads an aircraft of a scenario, with its envelope where one is stated.
struct AircraftReader {
  let names: ScenarioNames

  func aircraft(_ reader: JSONObjectReader) throws(FormatError) -> Aircraft {
    try reader.closing { reader throws(FormatError) in
      Aircraft(
        id: try reader.string("id"), name: try reader.string("name"),
        envelope: try reader.optionalObject("envelope").map { inner throws(FormatError) in
          try envelope(inner)
        })
    }
  }

  private func envelope(_ reader: JSONObjectReader) throws(FormatError) -> StatedEnvelope {
    let node = reader.node
    return try reader.closing { reader throws(FormatError) in
      func base(_ key: String, _ kind: MeasureUnit.Kind) throws(FormatError) -> Double? {
        try reader.optional(key).map { node throws(FormatError) in
          try node.measure(of: kind).measure.base
        }
      }
      func speed(_ key: String) throws(FormatError) -> Speed? {
        try base(key, .speed).map { .metersPerSecond($0) }
      }
      let envelope: FlightEnvelope
      do {
        envelope = try FlightEnvelope(
          lowestCalibratedAirspeed: try speed("lowestCalibratedAirspeed"),
          highestCalibratedAirspeed: try speed("highestCalibratedAirspeed"),
          lowestMach: try base("lowestMach", .count),
          highestMach: try base("highestMach", .count),
          largestLoadFactor: try base("largestLoadFactor", .count),
          largestClimbRate: try speed("largestClimbRate"),
          largestDescentRate: try speed("largestDescentRate"),
          ceiling: try base("ceiling", .length).map { .meters($0) })
      } catch let error as FlightEnvelopeError {
        throw node.error(expected: "limits that an aircraft can have", advice: "\(error)")
      } catch let error as FormatError {
        throw error
      } catch {
        preconditionFailure("no other error is thrown: \(error)")
      }
      return StatedEnvelope(limits: envelope, sources: try names.sources(&reader))
    }
  }
}

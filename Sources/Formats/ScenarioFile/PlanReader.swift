import Flights
import Geodesy
import Incidents
import Quantities

/// Reads the waypoints of a path with turns, and what changes at them.
struct PlanReader {
  let place: (JSONNode) throws(FormatError) -> PlaceDefinition
  /// What altitudes of the path are counted from, if it has one.
  let reference: Altitude.Reference?

  /// How every turn is flown: by its bank or by its load factor.
  func turn(_ reader: JSONObjectReader) throws(FormatError) -> LevelTurn {
    try reader.closing { reader throws(FormatError) in
      if let node = reader.optional("bank") {
        let bank = Angle(try node.measure(of: .angle).measure)
        do throws(LevelTurnError) { return try LevelTurn(bank: bank) } catch {
          throw node.error(expected: "a bank above 0 deg and below 90 deg")
        }
      }
      guard let node = reader.optional("loadFactor") else {
        throw reader.node.error(
          found: "a turn without \"bank\" and \"loadFactor\"", expected: "one of them",
          advice: "such as \"bank\": \"30 deg\"")
      }
      let factor = try node.measure(of: .count).measure.base
      do throws(LevelTurnError) { return try LevelTurn(loadFactor: factor) } catch {
        throw node.error(expected: "a load factor above 1, in standard gravities without a unit")
      }
    }
  }

  func waypoints(_ nodes: [JSONNode]) throws(FormatError) -> [PathDefinition.Waypoint] {
    var waypoints: [PathDefinition.Waypoint] = []
    for (index, node) in nodes.enumerated() {
      waypoints.append(
        try waypoint(node, isFirst: index == 0, isLast: index + 1 == nodes.count))
    }
    return waypoints
  }

  private func waypoint(
    _ node: JSONNode, isFirst: Bool, isLast: Bool
  ) throws(FormatError) -> PathDefinition.Waypoint {
    guard node["at"] != nil else { return PathDefinition.Waypoint(try place(node)) }
    return try node.object().closing { reader throws(FormatError) in
      let place = try self.place(try reader.value("at"))
      let kind = reader.optional("turn")
      if let kind, isFirst || isLast {
        throw kind.error(
          found: "a turn at the \(isFirst ? "first" : "last") waypoint", expected: "none there")
      }
      let changes = (
        speed: reader.optional("speedChange"), height: reader.optional("altitudeChange")
      )
      if isLast, let change = changes.speed ?? changes.height {
        throw change.error(
          found: "a change at the last waypoint", expected: "none there",
          advice: "a change begins at a waypoint, on the way to the next")
      }
      return PathDefinition.Waypoint(
        place, kind: try kind.mapThrowing { node throws(FormatError) in try node.word() } ?? .flyBy,
        speedChange: try changes.speed.mapThrowing(speedChange),
        altitudeChange: try changes.height.mapThrowing(altitudeChange))
    }
  }

  private func speedChange(_ node: JSONNode) throws(FormatError) -> FlightPlan.SpeedChange {
    try node.object().closing { reader throws(FormatError) in
      FlightPlan.SpeedChange(
        to: .metersPerSecond(try positive("to", .speed, &reader)),
        at: .metersPerSecondSquared(try positive("acceleration", .acceleration, &reader)))
    }
  }

  private func altitudeChange(_ node: JSONNode) throws(FormatError) -> FlightPlan.AltitudeChange {
    guard let reference else {
      throw node.error(
        found: "a change of altitude on a path without \"altitude\"",
        expected: "the altitude that it begins at", advice: "state the path's \"altitude\"")
    }
    return try node.object().closing { reader throws(FormatError) in
      FlightPlan.AltitudeChange(
        to: Altitude(Length(try reader.measure("to", of: .length).measure), reference),
        at: .metersPerSecond(try positive("rate", .speed, &reader)))
    }
  }

  /// A number above zero, in the base unit.
  private func positive(
    _ key: String, _ kind: MeasureUnit.Kind, _ reader: inout JSONObjectReader
  ) throws(FormatError) -> Double {
    let node = try reader.value(key)
    let number = try node.measure(of: kind).measure.base
    guard number > 0 else {
      throw node.error(
        expected: "\(kind == .acceleration ? "an" : "a") \(kind.rawValue) above zero, whether it "
          + "rises or falls")
    }
    return number
  }
}

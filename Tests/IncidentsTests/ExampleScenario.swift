import Airspaces
import Flights
import Geodesy
import Incidents
import Quantities
import TestSupport

private typealias World = ExampleSquare

/// A scenario of the example world: the square, and one track defined as each test needs it.
struct ExampleScenario {
  var course = PathDefinition.Course.straight(
    through: .named("middle"), trackAngle: .degrees(90), before: .seconds(120),
    after: .seconds(130))
  var groundSpeed = PathDefinition.GroundSpeed.given(ExampleSquare.speed)
  var anchor = PathDefinition.Anchor(moment: .entry, time: ExampleSquare.time(1000))
  var altitude: Altitude?
  /// Fixes instead of the path.
  var fixes: Track?
  var warnings: WarningSeries?
  var events: [ReportedEvent] = []
  var border = try? ExampleSquare.border()
  var airspace = "square"

  func resolve() throws -> ResolvedTrack {
    let definition = TrackDefinition(
      id: "track", title: "A track", aircraft: "glider", airspace: airspace,
      kind: .reconstruction, basis: "Invented.", sources: ["book"],
      motion: fixes.map { .fixes($0) }
        ?? .path(
          PathDefinition(
            course: course, groundSpeed: groundSpeed, altitude: altitude, anchor: anchor)),
      warnings: warnings, events: events)
    return try scenario.resolve(definition, borders: borders)
  }

  var borders: [BorderKey: PreparedBorder] {
    border.map { [BorderKey(airspace: "square", source: "map"): $0] } ?? [:]
  }

  var scenario: Scenario {
    get throws {
      Scenario(
        id: "example", title: "An example", summary: "Invented.", sources: [], parties: [],
        airspaces: [Airspace(id: "square", name: "Square")], borders: [], defaultBorder: "map",
        places: [
          NamedPlace(
            id: "middle", name: "Middle", definition: .at(try World.place(20.05)), sources: []),
          NamedPlace(
            id: "tip", name: "Tip", definition: .southernmost(airspace: "square", border: "map"),
            sources: []),
          NamedPlace(
            id: "far", name: "Far", definition: .southernmost(airspace: "isle", border: "map"),
            sources: []),
        ], aircraft: [Aircraft(id: "glider", name: "Glider")], tracks: [],
        uncertainties: Uncertainties(borderDisplacement: .zero, sources: []))
    }
  }

  static func warnings(
    _ count: Int, over seconds: Double, endingAt moment: TrackMoment = .entry
  ) -> WarningSeries {
    WarningSeries(
      count: count, over: .seconds(seconds), endingAt: moment, party: "north", sources: ["radio"])
  }

  static func event(
    _ kind: ReportedEvent.Kind, _ time: ReportedEvent.Time, _ place: ReportedEvent.Place = .onTrack
  ) -> ReportedEvent {
    ReportedEvent(kind: kind, party: "south", time: time, place: place, sources: ["book"])
  }
}

import Airspaces
import Claims
import Flights
import Geodesy
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

/// Replays of the example world to hold claims against.
///
/// The flight goes along the equator from 19.9° to 20.2° E in 300 s, at 111.319 490 793 m/s. It is
/// inside the square from 20° (100 s) to 20.1° (200 s), at most 5565.974 540 m deep. Nine
/// warnings are 10 s apart from 10 s to 90 s; the launch is at 150 s (20.05°), the hit 20 s later
/// (20.07°), the crash 60 s after that at 20.2°, outside.
enum ExampleEvidence {
  static func replay(
    _ track: Track? = nil, border: PreparedBorder? = nil, kind: TrackKind = .reconstruction,
    id: String = "flight", aircraft: String = "glider", warnings: Int = 9, events: Bool = true,
    party: String = "north", warnedUntil moment: TrackMoment = .entry
  ) throws -> Replay {
    let series = WarningSeries(
      count: warnings, over: .seconds(10 * Double(warnings)), endingAt: moment, party: party,
      sources: [])
    let definition = TrackDefinition(
      id: id, title: "", aircraft: aircraft, airspace: "square", kind: kind, basis: "",
      sources: [], motion: .fixes(try track ?? World.flight(altitude: sixKilometers)),
      warnings: warnings > 0 ? series : nil,
      events: events
        ? [
          ReportedEvent(
            kind: .launch, party: party, time: .at(World.time(150)), place: .onTrack, sources: []),
          ReportedEvent(
            kind: .hit, party: party, time: .afterEvent(.launch, .seconds(20)), place: .onTrack,
            sources: []),
          ReportedEvent(
            kind: .crash, party: party, time: .afterEvent(.hit, .seconds(60)),
            place: .at(.at(try World.place(20.2))), sources: []),
        ] : [])
    return Replay(
      of: try scenario.resolve(
        definition,
        borders: [BorderKey(airspace: "square", source: "map"): try border ?? World.border()]))
  }

  /// Under a tip 0.02° of meridian to the north: never inside, 2211.485 517 334 m at the nearest
  /// (GeographicLib 2.1, `Inverse(0, 20, 0.02, 20)`), at 150 s.
  static func passage(_ displacement: Double = 50) throws -> Evidence {
    evidence(
      try replay(border: try World.wedge(tip: 0.02), warnings: 0, events: false), displacement)
  }

  /// From 20.02° inside to 20.2°.
  static func beginningInside() throws -> Evidence {
    evidence(
      try replay(
        try World.track([(0, 20.02, 0), (180, 20.2, 0)], altitude: sixKilometers), warnings: 0))
  }

  static func flight(_ displacement: Double = 50) throws -> Evidence {
    evidence(try replay(), displacement)
  }

  static func evidence(_ replay: Replay?, _ displacement: Double = 50) -> Evidence {
    let places = (try? World.place(20.03)).map { ["mast": $0] } ?? [:]
    return Evidence(
      replay: replay, border: replay?.border, places: places,
      borderDisplacement: .meters(displacement))
  }

  static let sixKilometers = Altitude(.meters(6000), .msl)

  static var scenario: Scenario {
    Scenario(
      id: "example", title: "", summary: "", sources: [], parties: [], airspaces: [], borders: [],
      defaultBorder: "map", places: [], aircraft: [], tracks: [],
      uncertainties: Uncertainties(borderDisplacement: .zero, sources: []))
  }
}

/// `about(100, 0.5, .second)`: a number give or take a half width.
func about(_ value: Double, _ halfWidth: Double, _ unit: MeasureUnit) -> Claim.Expectation {
  .about(Measure(value, unit), halfWidth: halfWidth)
}

/// A test with what it should come to.
struct JudgedCase: Sendable, CustomTestStringConvertible {
  let test: Claim.Test
  let verdict: Verdict
  let margin: Double
  let uncertainty: Double
  let unit: MeasureUnit

  init(
    _ test: Claim.Test, _ verdict: Verdict, _ margin: Double, _ uncertainty: Double,
    _ unit: MeasureUnit
  ) {
    (self.test, self.verdict, self.margin) = (test, verdict, margin)
    (self.uncertainty, self.unit) = (uncertainty, unit)
  }

  var testDescription: String { "\(test)" }

  /// Lengths within 1 mm, times within 20 µs, whatever the unit; all else within 1e-6.
  func isMet(by judgement: Judgement) -> Bool {
    let tolerance = (unit.kind == .time ? 2e-5 : unit.kind == .length ? 1e-3 : 1e-6) / unit.factor
    return judgement.verdict == verdict && judgement.margin.unit == unit
      && judgement.uncertainty.unit == unit
      && abs(judgement.margin.value - margin) <= tolerance
      && abs(judgement.uncertainty.value - uncertainty) <= tolerance
  }
}

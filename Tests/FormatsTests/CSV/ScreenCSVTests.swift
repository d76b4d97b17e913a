import Airspaces
import Flights
import Formats
import Geodesy
import Incidents
import Quantities
import TestSupport
import Testing

@Suite struct `A screen's CSV` {
  @Test func `has the columns of the design`() {
    var text = ""
    ScreenCSV().writeHeader(to: &text)
    #expect(
      text == "track_id,airspace,crossing,entry_time,exit_time,duration_s,length_m,max_depth_m,"
        + "entry_lat_deg,entry_lon_deg,exit_lat_deg,exit_lon_deg,fixes_inside,complete\n")
  }

  /// A thousandth of a degree a second along the equator, 111.319 490 793 m: in at 20° after 100 s,
  /// out at 20.1° after 200 s, halfway 5565.974 540 m from either side.
  @Test func `has a row for each stay, numbered from 1`() throws {
    #expect(
      try rows([(0, 19.9), (300, 20.2), (450, 20.05)]) == [
        "t,square,1,2031-05-06T00:01:40.000Z,2031-05-06T00:03:20.000Z,100.000,11131.949,5565.975,"
          + "0.0000000,20.0000000,0.0000000,20.1000000,0,true",
        "t,square,2,2031-05-06T00:06:40.000Z,,50.000,5565.975,5565.975,"
          + "0.0000000,20.1000000,,,1,false",
      ])
  }

  @Test func `leaves empty what was not seen`() throws {
    #expect(
      try rows([(40, 20.04), (60, 20.06), (120, 20.12)]) == [
        "t,square,1,,2031-05-06T00:01:40.000Z,60.000,6679.169,5565.975,"
          + ",,0.0000000,20.1000000,2,false"
      ])
    #expect(
      try rows([(7, 20.02)]) == ["t,square,1,,,0.000,0.000,2226.390,,,,,1,false"])
  }

  @Test func `puts names in quotes where they need them`() throws {
    let row = try #require(try rows([(7, 20.02)], track: "a,b", airspace: "the \"square\"").first)
    #expect(row.hasPrefix("\"a,b\",\"the \"\"square\"\"\",1,,"))
  }

  private func rows(
    _ fixes: [(Double, Double)], track: String = "t", airspace: String = "square"
  ) throws -> [String] {
    let fixes = try TimedPlaces(
      times: fixes.map { ExampleSquare.time($0.0) },
      places: Places(fixes.map { try ExampleSquare.place($0.1) }))
    var text = ""
    ScreenCSV().write(
      try ExampleSquare.border().stays(of: fixes), ofTrack: track, airspace: airspace, to: &text)
    return text.split(separator: "\n").map(String.init)
  }
}

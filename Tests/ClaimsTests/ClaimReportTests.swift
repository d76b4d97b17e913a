import Airspaces
import Claims
import Flights
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

@Suite struct `A claim report` {
  private func claim(
    _ id: String, _ party: String, _ tests: [Claim.Test], aircraft: String? = "glider",
    tracks: [String]? = nil
  ) -> Claim {
    Claim(
      id: id, party: party, statement: "", sources: [], aircraft: aircraft, tracks: tracks,
      readings: tests.enumerated().map { number, test in
        Claim.Reading(id: "\(id)\(number)", meaning: nil, test: test)
      })
  }

  /// Two tracks of a glider and one of a tug, under two border sources.
  private func inputs(party: String = "north") throws -> ClaimReport.Inputs {
    let moved = try World.border([World.rectangle(20.01, 20.09)])
    let low = try World.track([(0, 19.9, 0), (300, 20.2, 0), (301, 20.2, 0.001)])
    let replays = [
      try ExampleEvidence.replay(id: "high", party: party),
      try ExampleEvidence.replay(low, kind: .recorded, id: "low", party: party),
      try ExampleEvidence.replay(id: "tow", aircraft: "tug", party: party),
    ]
    return ClaimReport.Inputs(
      replays: [
        ("old", replays),
        ("new", try replays.map { try Replay(of: $0.track, against: moved) }),
      ],
      borders: [
        BorderKey(airspace: "square", source: "old"): try World.border(),
        BorderKey(airspace: "square", source: "new"): moved,
      ], places: ["mast": try World.place(20.03)], borderDisplacement: .meters(50))
  }

  @Test func `comes by the id of the party, and within it as listed`() throws {
    let claims = [
      claim("z", "south", [.entered]), claim("y", "north", [.keptOut]),
      claim("x", "south", [.keptOut]), claim("w", "east", [.entered]),
      claim("v", "north", [.entered]),
    ]
    let report = ClaimReport(of: claims, by: try inputs())
    var order: [String] = []
    for row in report.rows where order.last != row.claim.id { order.append(row.claim.id) }
    #expect(order == ["w", "y", "v", "z", "x"])
  }

  @Test func `has a row for each reading, border source and track, in that order`() throws {
    let readings: [Claim.Test] = [
      .entered, .durationInside(about(80, 1, .second)),
      .placeToBorder(place: "mast", airspace: "square", about(3.3, 0.1, .kilometer)),
      .fallHeight(.seconds(10), about(490, 1, .meter)),
    ]
    let report = ClaimReport(of: [claim("c", "north", readings)], by: try inputs())
    let rows = report.rows.map { [$0.reading.id, $0.border ?? "-", $0.track ?? "-"] }
    #expect(
      rows == [
        ["c0", "old", "high"], ["c0", "old", "low"], ["c0", "new", "high"], ["c0", "new", "low"],
        ["c1", "old", "high"], ["c1", "old", "low"], ["c1", "new", "high"], ["c1", "new", "low"],
        ["c2", "old", "-"], ["c2", "new", "-"], ["c3", "-", "-"],
      ])
    // Inside for 100 s by the old border, for 80 s by the new one; the mast is 0.03° or 0.02° in.
    let verdicts = report.rows.map(\.judgement.verdict)
    #expect(
      verdicts == [
        .supported, .supported, .supported, .supported, .contradicted, .contradicted, .supported,
        .supported, .supported, .contradicted, .supported,
      ])
    let joint = ["c0", "c1", "c2", "c3"].map { id in
      Verdict.joint(report.rows.filter { $0.reading.id == id }.map(\.judgement.verdict))
    }
    #expect(joint == [.supported, .undetermined, .undetermined, .supported])
  }

  @Test func `holds a claim against the tracks that it is about`() throws {
    let inputs = try inputs()
    func tracks(_ claim: Claim) -> Set<String> {
      Set(ClaimReport(of: [claim], by: inputs).rows.compactMap(\.track))
    }
    #expect(tracks(claim("a", "p", [.entered])) == ["high", "low"])
    #expect(tracks(claim("a", "p", [.entered], tracks: ["low"])) == ["low"])
    #expect(tracks(claim("a", "p", [.entered], tracks: ["tow"])) == [])
    #expect(tracks(claim("a", "p", [.entered], aircraft: "tug")) == ["tow"])
    #expect(tracks(claim("a", "p", [.entered], aircraft: nil)) == [])
  }

  /// Both tracks of the glider and that of the tug are inside.
  @Test func `counts aircraft once under each border source, among the tracks it names`() throws {
    let test = Claim.Test.aircraftCount(airspace: "square", about(1, 0.5, .one))
    let elsewhere = Claim.Test.aircraftCount(airspace: "isle", about(1, 0.5, .one))
    for (claim, count) in [
      (claim("a", "p", [test], aircraft: nil), 2.0), (claim("a", "p", [test]), 1),
      (claim("a", "p", [test], aircraft: nil, tracks: ["low", "tow"]), 2),
      (claim("a", "p", [test], aircraft: nil, tracks: ["tow"]), 1),
    ] {
      let rows = ClaimReport(of: [claim], by: try inputs()).rows
      #expect(rows.map(\.border) == ["old", "new"] && rows.allSatisfy { $0.track == nil })
      #expect(rows.allSatisfy { $0.judgement.computed == Measure(count, .one) })
    }
    let none = ClaimReport(of: [claim("a", "p", [elsewhere], aircraft: nil)], by: try inputs()).rows
    #expect(none.map(\.judgement.remark) == [.missing("a track"), .missing("a track")])
  }

  @Test func `gives the same when asked twice`() throws {
    let claims = [claim("a", "north", [.entered]), claim("b", "east", [.keptOut])]
    #expect(
      ClaimReport(of: claims, by: try inputs()).rows
        == ClaimReport(of: claims, by: try inputs()).rows)
  }

  /// Neutral by construction (DESIGN.md section 1.1): a party is data.
  @Test(arguments: UInt64(1)...20)
  func `is mirrored when two parties swap their names`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let tests: [Claim.Test] = [
      .entered, .keptOut, .keptClear(by: Measure(1, .kilometer)),
      .durationInside(about(17, 0.5, .second)), .durationInside(about(100, 1, .second)),
      .depth(.nearestBorder, about(5.5, 0.5, .kilometer)), .insideAt(.launch), .outsideAt(.hit),
      .entryTime(World.time(100), halfWidth: .seconds(0.5)), .crossings(about(1, 0.5, .one)),
      .warnings(about(10, 0.5, .one), over: .minutes(5)),
      .warningBeforeEntry(atLeast: Measure(1, .minute)),
      .placeToBorder(place: "mast", airspace: "square", about(3, 0.5, .kilometer)),
      .impliedSpeed(.statuteMiles(1.15), .seconds(17), about(390, 5, .kilometerPerHour)),
    ]
    let parties = ["north", "south", "east"]
    let claims = (0..<8).map { number in
      claim(
        "c\(number)", parties[Int.random(in: 0..<3, using: &random)],
        (0..<3).map { _ in tests[Int.random(in: 0..<tests.count, using: &random)] })
    }
    let swapped = ["north": "south", "south": "north", "east": "east"]
    let mirrored = claims.map { claim in
      Claim(
        id: claim.id, party: swapped[claim.party] ?? "", statement: claim.statement,
        sources: claim.sources, aircraft: claim.aircraft, tracks: claim.tracks,
        readings: claim.readings)
    }
    let report = ClaimReport(of: claims, by: try inputs(party: "north"))
    let mirror = ClaimReport(of: mirrored, by: try inputs(party: "south"))
    #expect(report.rows.count == mirror.rows.count)
    // The rows of each party stand where its name sorts, and are those of the other.
    #expect(report.rows.map(\.claim.party) == report.rows.map(\.claim.party).sorted())
    #expect(mirror.rows.map(\.claim.party) == mirror.rows.map(\.claim.party).sorted())
    for party in parties {
      let here = report.rows.filter { $0.claim.party == party }
      let there = mirror.rows.filter { $0.claim.party == swapped[party] }
      #expect(here.map(\.judgement) == there.map(\.judgement))
      #expect(here.map(\.reading) == there.map(\.reading))
      #expect(here.map(\.track) == there.map(\.track))
      #expect(here.map(\.border) == there.map(\.border))
    }
  }
}

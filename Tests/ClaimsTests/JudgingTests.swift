import Airspaces
import Claims
import Flights
import Geodesy
import Geometry
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

// By hand, for the flight of `ExampleEvidence`: a degree of the equator is D = 111 319.490 793 274 m.
// - Inside for 100 s and 0.1 D = 11 131.949 079 327 m; at most 0.05 D = 5565.974 539 664 m deep.
// - The border lies within 50 m, and is met at right angles: each end of the way inside moves by
//   50 m, both together by √2·50 m = 70.710 678 119 m, at 111.319 490 793 m/s in
//   0.635 204 829 s; one end alone in 0.449 157 643 s.
// - Half a degree of meridian from the tip: 55 287.152 003 450 m (GeographicLib 2.1).

@Suite struct `A claim about a flight across the square` {
  @Test(arguments: [
    JudgedCase(.entered, .supported, 5565.974_540, 50, .meter),
    JudgedCase(.keptOut, .contradicted, -5565.974_540, 50, .meter),
    JudgedCase(
      .keptClear(by: Measure(1, .kilometer)), .contradicted, -6.565_974_540, 0.05, .kilometer),
    JudgedCase(.durationInside(about(100, 1, .second)), .supported, 1, 0.635_204_829, .second),
    JudgedCase(
      .durationInside(about(100, 0.5, .second)), .undetermined, 0.5, 0.635_204_829, .second),
    JudgedCase(
      .durationInside(about(17, 0.5, .second)), .contradicted, -82.5, 0.635_204_829, .second),
    JudgedCase(
      .durationInside(about(1.5, 0.05, .minute)), .contradicted, -0.116_666_667, 0.010_586_747,
      .minute),
    JudgedCase(
      .durationInside(.atLeast(Measure(90, .second))), .supported, 10, 0.635_204_829, .second),
    JudgedCase(
      .durationInside(.atMost(Measure(99.9, .second))), .undetermined, -0.1, 0.635_204_829, .second),
    JudgedCase(
      .durationInside(.between(Measure(90, .second), Measure(102, .second))), .supported, 2,
      0.635_204_829, .second),
    // 11 131.949 079 327 m are 6.010 771 641 NM; 70.710 678 119 m are 0.038 180 712 NM.
    JudgedCase(
      .lengthInside(about(6, 0.5, .nauticalMile)), .supported, 0.489_228_359, 0.038_180_712,
      .nauticalMile),
    JudgedCase(
      .lengthInside(about(11.1, 0.05, .kilometer)), .undetermined, 0.018_050_921, 0.070_710_678,
      .kilometer),
    JudgedCase(
      .lengthInside(.atMost(Measure(11, .kilometer))), .contradicted, -0.131_949_079,
      0.070_710_678, .kilometer),
  ])
  func `is judged by when and how long it was inside`(example: JudgedCase) throws {
    let judgement = example.test.judged(by: try ExampleEvidence.flight())
    #expect(example.isMet(by: judgement), "\(judgement)")
    #expect(judgement.computed != nil && judgement.remark == nil && judgement.restsOn != nil)
  }

  @Test(arguments: [
    JudgedCase(
      .depth(.nearestBorder, about(5.5, 0.5, .kilometer)), .supported, 0.434_025_460, 0.05,
      .kilometer),
    JudgedCase(
      .depth(.nearestBorder, .atLeast(Measure(5.6, .kilometer))), .undetermined, -0.034_025_460,
      0.05, .kilometer),
    JudgedCase(
      .depth(.nearestBorder, .atMost(Measure(3, .nauticalMile))), .contradicted, -0.005_385_821,
      50 / 1852, .nauticalMile),
    JudgedCase(
      .depth(.fromSouthernTip, about(55, 0.5, .kilometer)), .supported, 0.212_847_997, 0.05,
      .kilometer),
    JudgedCase(
      .depth(.fromSouthernTip, about(1.15, 0.005, .statuteMile)), .contradicted,
      0.005 - (55_287.152_003_450 / 1609.344 - 1.15), 50 / 1609.344, .statuteMile),
    JudgedCase(
      .depth(.fromEntry, .atLeast(Measure(11, .kilometer))), .supported, 0.131_949_079, 0.05,
      .kilometer),
    JudgedCase(
      .depth(.fromEntry, .atMost(Measure(11.1, .kilometer))), .undetermined, -0.031_949_079, 0.05,
      .kilometer),
  ])
  func `is judged by how deep it was, by three measures`(example: JudgedCase) throws {
    // The third case lies 10 m outside: only an exact border contradicts it.
    let displacement = example.verdict == .contradicted && example.unit == .nauticalMile ? 0.0 : 50
    let judgement = example.test.judged(by: try ExampleEvidence.flight(displacement))
    let expected = JudgedCase(
      example.test, example.verdict, example.margin, example.uncertainty * displacement / 50,
      example.unit)
    #expect(expected.isMet(by: judgement), "\(judgement)")
    #expect(judgement.restsOn != nil)
  }

  /// The entry is at 100 s; computed is by how much it is later than claimed.
  @Test(arguments: [
    (100.0, 0.5, Verdict.supported, 0.5, 0.0), (100.2, 0.5, .undetermined, 0.3, -0.2),
    (99, 0.2, .contradicted, -0.8, 1), (101, 0.5, .contradicted, -0.5, -1),
    (100, 0.4, .undetermined, 0.4, 0),
  ])
  func `is judged by when it entered`(
    claimed: Double, halfWidth: Double, verdict: Verdict, margin: Double, computed: Double
  ) throws {
    let test = Claim.Test.entryTime(World.time(claimed), halfWidth: .seconds(halfWidth))
    let judgement = test.judged(by: try ExampleEvidence.flight())
    let expected = JudgedCase(test, verdict, margin, 0.449_157_643, .second)
    #expect(expected.isMet(by: judgement), "\(judgement)")
    #expect(abs((judgement.computed?.value ?? .nan) - computed) < 1e-5)
  }

  @Test(arguments: [
    // 6000 m are 19 685.039 370 ft; 111.319 490 793 m/s are 400.750 166 856 km/h.
    JudgedCase(.altitude(about(19_685, 0.5, .foot)), .supported, 0.460_630, 0, .foot),
    JudgedCase(
      .altitude(.atMost(Measure(19_000, .foot))), .contradicted, -685.039_370, 0, .foot),
    JudgedCase(
      .altitude(.between(Measure(5, .kilometer), Measure(6, .kilometer))), .undetermined, 0, 0,
      .kilometer),
    JudgedCase(
      .groundSpeed(about(400, 5, .kilometerPerHour)), .supported, 4.249_833_144, 0,
      .kilometerPerHour),
    JudgedCase(
      .groundSpeed(.atLeast(Measure(112, .meterPerSecond))), .contradicted, -0.680_509_207, 0,
      .meterPerSecond),
    // In the 90 s before the entry, 0.09°; in 100 s all of it, 0.1°.
    JudgedCase(
      .pathLength(within: .seconds(90), about(10, 0.5, .kilometer)), .supported, 0.481_245_829, 0,
      .kilometer),
    JudgedCase(
      .pathLength(within: .seconds(99), .atLeast(Measure(12, .kilometer))), .contradicted,
      0.099 * 111.319_490_793 - 12, 0, .kilometer),
    JudgedCase(.crossings(about(1, 0.5, .one)), .supported, 0.5, 0, .one),
    JudgedCase(.crossings(about(2, 0.5, .one)), .contradicted, -0.5, 0, .one),
    JudgedCase(.crossings(.atMost(Measure(1, .one))), .supported, 0.5, 0, .one),
  ])
  func `is judged by how it flew`(example: JudgedCase) throws {
    let judgement = example.test.judged(by: try ExampleEvidence.flight())
    #expect(example.isMet(by: judgement), "\(judgement)")
    #expect(judgement.restsOn == nil && judgement.remark == nil)
  }

  @Test(arguments: [
    // The launch is 0.05° inside, the hit 0.03°, the crash 0.1° outside.
    JudgedCase(.insideAt(.launch), .supported, 5565.974_540, 50, .meter),
    JudgedCase(.outsideAt(.launch), .contradicted, -5565.974_540, 50, .meter),
    JudgedCase(.insideAt(.hit), .supported, 3339.584_724, 50, .meter),
    JudgedCase(.insideAt(.crash), .contradicted, -11_131.949_079, 50, .meter),
    JudgedCase(.outsideAt(.crash), .supported, 11_131.949_079, 50, .meter),
    JudgedCase(
      .distanceToBorder(at: .crash, about(11, 0.5, .kilometer)), .supported, 0.368_050_921, 0.05,
      .kilometer),
    JudgedCase(
      .distanceToBorder(at: .launch, .atLeast(Measure(0, .meter))), .contradicted, -5565.974_540,
      50, .meter),
    JudgedCase(
      .distanceToBorder(at: .crash, .atMost(Measure(11.1, .kilometer))), .undetermined,
      -0.031_949_079, 0.05, .kilometer),
    // 0.02° apart: 2226.389 815 865 m.
    JudgedCase(
      .distanceBetween(.launch, .hit, about(2.2, 0.05, .kilometer)), .supported, 0.023_610_184, 0,
      .kilometer),
    JudgedCase(
      .distanceBetween(.hit, .launch, .atMost(Measure(1, .nauticalMile))), .contradicted,
      1 - 2226.389_815_865 / 1852, 0, .nauticalMile),
    JudgedCase(
      .timeBetween(.event(.launch), .event(.hit), about(20, 0.5, .second)), .supported, 0.5, 0,
      .second),
    JudgedCase(
      .timeBetween(.event(.hit), .event(.launch), about(20, 0.5, .second)), .contradicted, -39.5,
      0, .second),
    JudgedCase(
      .timeBetween(.moment(.start), .moment(.end), about(5, 0.5, .minute)), .supported, 0.5, 0,
      .minute),
    // Both ends of the stay move, as they do for the time inside.
    JudgedCase(
      .timeBetween(.moment(.entry), .moment(.exit), about(100, 0.5, .second)), .undetermined, 0.5,
      0.635_204_829, .second),
    JudgedCase(
      .timeBetween(.firstWarning, .lastWarning, .atMost(Measure(1, .minute))), .contradicted,
      -20.0 / 60, 0, .minute),
    JudgedCase(
      .timeBetween(
        .event(.hit), .event(.crash), .between(Measure(1, .minute), Measure(2, .minute))),
      .undetermined, 0, 0, .minute),
  ])
  func `is judged by its events`(example: JudgedCase) throws {
    let judgement = example.test.judged(by: try ExampleEvidence.flight())
    #expect(example.isMet(by: judgement), "\(judgement)")
  }

  /// Warnings at 10, 20 … 90 s; the entry at 100 s.
  @Test(arguments: [
    JudgedCase(.warnings(about(9, 0.5, .one), over: .seconds(90)), .supported, 0.5, 0, .one),
    JudgedCase(.warnings(about(9, 0.5, .one), over: .seconds(80)), .supported, 0.5, 0, .one),
    JudgedCase(
      .warnings(about(9, 0.5, .one), over: .seconds(79)), .contradicted, -0.5, 0, .one),
    JudgedCase(
      .warnings(.atLeast(Measure(10, .one)), over: .seconds(300)), .contradicted, -0.5, 0, .one),
    JudgedCase(.warnings(about(3, 0.5, .one), over: .seconds(25)), .supported, 0.5, 0, .one),
    JudgedCase(
      .warnings(.atMost(Measure(9, .one)), over: .seconds(300)), .supported, 0.5, 0, .one),
    // The entry alone moves with the border.
    JudgedCase(
      .warningBeforeEntry(atLeast: Measure(1, .minute)), .supported, 0.5, 0.449_157_643 / 60,
      .minute),
    JudgedCase(
      .warningBeforeEntry(atLeast: Measure(100, .second)), .contradicted, -10, 0.449_157_643,
      .second),
    JudgedCase(
      .warningBeforeEntry(atLeast: Measure(89.7, .second)), .undetermined, 0.3, 0.449_157_643,
      .second),
  ])
  func `is judged by its warnings`(example: JudgedCase) throws {
    let judgement = example.test.judged(by: try ExampleEvidence.flight())
    #expect(example.isMet(by: judgement), "\(judgement)")
  }

  /// The mast stands at 20.03°, 0.03° inside: 3339.584 723 798 m from the border.
  @Test(arguments: [
    JudgedCase(
      .placeToBorder(place: "mast", airspace: "square", about(3.3, 0.5, .kilometer)), .supported,
      0.460_415_276, 0.05, .kilometer),
    JudgedCase(
      .placeToBorder(place: "mast", airspace: "square", .atLeast(Measure(2, .nauticalMile))),
      .contradicted, 3339.584_723_798 / 1852 - 2, 50 / 1852, .nauticalMile),
    JudgedCase(
      .placeToBorder(place: "mast", airspace: "square", about(3.3, 0.05, .kilometer)),
      .undetermined, 0.010_415_276, 0.05, .kilometer),
  ])
  func `is judged by a place and a border alone`(example: JudgedCase) throws {
    let flight = try ExampleEvidence.flight()
    let evidence = Evidence(
      replay: nil, border: flight.border, places: flight.places,
      borderDisplacement: flight.borderDisplacement)
    #expect(example.isMet(by: example.test.judged(by: evidence)))
  }
}

@Suite struct `A claim about numbers alone` {
  /// A fall without drag: h = gt²/2 with g = 9.806 65 m/s², 490.332 5 m in 10 s.
  ///
  /// 1.15 mi are
  /// 1850.745 6 m, in 17 s 391.922 597 647 km/h; 1.15 NM are 2129.8 m, in 17 s 451.016 470 588 km/h.
  /// 2 km at 980 km/h take 7.346 938 776 s; 300 s at 980 km/h are 81.666 666 667 km.
  @Test(arguments: [
    JudgedCase(.fallHeight(.seconds(10), about(490, 1, .meter)), .supported, 0.667_5, 0, .meter),
    JudgedCase(
      .fallHeight(.seconds(10), .atLeast(Measure(1, .kilometer))), .contradicted, -0.509_667_5, 0,
      .kilometer),
    JudgedCase(
      .fallTime(from: .meters(490.332_5), about(10, 0.5, .second)), .supported, 0.5, 0, .second),
    JudgedCase(
      .fallTime(from: .meters(4 * 490.332_5), .atMost(Measure(10, .second))), .contradicted, -10,
      0, .second),
    JudgedCase(
      .impliedSpeed(.statuteMiles(1.15), .seconds(17), about(390, 5, .kilometerPerHour)),
      .supported, 3.077_402_353, 0, .kilometerPerHour),
    JudgedCase(
      .impliedSpeed(.nauticalMiles(1.15), .seconds(17), .atLeast(Measure(600, .kilometerPerHour))),
      .contradicted, -148.983_529_412, 0, .kilometerPerHour),
    JudgedCase(
      .impliedDuration(.kilometers(2), .kilometersPerHour(980), about(17, 0.5, .second)),
      .contradicted, -9.153_061_224, 0, .second),
    JudgedCase(
      .impliedDuration(
        .meters(1700), .metersPerSecond(100), .between(Measure(17, .second), Measure(18, .second))),
      .undetermined, 0, 0, .second),
    JudgedCase(
      .impliedLength(.kilometersPerHour(980), .minutes(5), .atLeast(Measure(80, .kilometer))),
      .supported, 1.666_666_667, 0, .kilometer),
  ])
  func `needs no evidence`(example: JudgedCase) {
    let nothing = Evidence(replay: nil, border: nil, places: [:], borderDisplacement: .meters(50))
    let judgement = example.test.judged(by: nothing)
    #expect(example.isMet(by: judgement), "\(judgement)")
    #expect(judgement.restsOn == nil)
  }
}

@Suite struct `A claim about a flight that stays outside` {
  /// 2211.485 517 334 m at the nearest; the border lies within 50 m.
  @Test(arguments: [
    JudgedCase(.entered, .contradicted, -2211.485_517, 50, .meter),
    JudgedCase(.keptOut, .supported, 2211.485_517, 50, .meter),
    JudgedCase(.keptClear(by: Measure(1, .kilometer)), .supported, 1.211_485_517, 0.05, .kilometer),
    JudgedCase(
      .keptClear(by: Measure(2.2, .kilometer)), .undetermined, 0.011_485_517, 0.05, .kilometer),
    JudgedCase(
      .keptClear(by: Measure(2, .nauticalMile)), .contradicted, 2211.485_517_334 / 1852 - 2,
      50 / 1852, .nauticalMile),
    JudgedCase(.durationInside(about(17, 0.5, .second)), .contradicted, -16.5, 0, .second),
    JudgedCase(.lengthInside(about(2, 0.5, .kilometer)), .contradicted, -1.5, 0, .kilometer),
    JudgedCase(
      .depth(.nearestBorder, about(1, 0.05, .kilometer)), .contradicted, -0.95, 0.05, .kilometer),
    JudgedCase(
      .depth(.fromEntry, .atMost(Measure(1, .kilometer))), .supported, 1, 0.05, .kilometer),
    JudgedCase(
      .depth(.fromSouthernTip, .atMost(Measure(40, .meter))), .undetermined, 40, 50, .meter),
    JudgedCase(.crossings(about(0, 0.5, .one)), .supported, 0.5, 0, .one),
    // At the nearest approach, at 150 s.
    JudgedCase(.altitude(about(6, 0.5, .kilometer)), .supported, 0.5, 0, .kilometer),
    JudgedCase(
      .groundSpeed(about(400, 5, .kilometerPerHour)), .supported, 4.249_833_144, 0,
      .kilometerPerHour),
  ])
  func `is judged by how far it stayed away`(example: JudgedCase) throws {
    let judgement = example.test.judged(by: try ExampleEvidence.passage())
    #expect(example.isMet(by: judgement), "\(judgement)")
    #expect(judgement.remark == nil)
  }

  /// Nothing can be inside for less than 0 s: what is 0 lies in "0 s to 3 s" as in "at most 3 s".
  @Test(arguments: [
    (
      Claim.Test.durationInside(.between(Measure(0, .second), Measure(3, .second))),
      Measure(3, .second)
    ),
    (.lengthInside(about(1, 1, .kilometer)), Measure(2, .kilometer)),
    (
      .depth(.nearestBorder, .between(Measure(0, .kilometer), Measure(1, .kilometer))),
      Measure(1, .kilometer)
    ),
  ])
  func `is within a range from zero by how far its end lies off`(
    test: Claim.Test, margin: Measure
  ) throws {
    let judgement = test.judged(by: try ExampleEvidence.passage())
    #expect(judgement.verdict == .supported)
    #expect(judgement.margin == margin)
  }

  /// It stays 2211 m outside; a line that may lie 3 km off may have been crossed.
  @Test(arguments: [
    Claim.Test.durationInside(about(17, 0.5, .second)),
    .lengthInside(about(2, 0.5, .kilometer)), .crossings(about(0, 0.5, .one)),
  ])
  func `decides no amount inside where the border may be displaced further`(
    test: Claim.Test
  ) throws {
    let judgement = test.judged(by: try ExampleEvidence.passage(3000))
    #expect(judgement.verdict == .undetermined)
    #expect(judgement.remark == .withinDisplacement)
    #expect(test.judged(by: try ExampleEvidence.passage(2000)).remark == nil)
  }

  /// Decision 0006: what presupposes an entry is judged in meters, as "entered" is.
  @Test func `has a margin in meters where an entry is presupposed`() throws {
    let warned = ExampleEvidence.evidence(
      try ExampleEvidence.replay(
        try World.track([(0, 19.9, 0), (90, 19.99, 0)]), warnings: 0, events: false))
    let test = Claim.Test.entryTime(World.time(100), halfWidth: .seconds(0.5))
    // 0.01° short of the square: 1113.194 907 933 m.
    let judgement = test.judged(by: warned)
    #expect(JudgedCase(test, .contradicted, -1113.194_908, 50, .meter).isMet(by: judgement))
    #expect(judgement.remark == .neverInside && judgement.computed == nil)
  }

  @Test func `says nothing about moments inside`() throws {
    let evidence = try ExampleEvidence.passage()
    let expected = about(1, 1, .second)
    for moment in [TrackMoment.entry, .deepest, .exit] {
      let test = Claim.Test.timeBetween(.moment(.start), .moment(moment), expected)
      #expect(test.judged(by: evidence).remark == .missing("the moments"))
    }
    let nearest = Claim.Test.timeBetween(
      .moment(.start), .moment(.nearestApproach), about(150, 1, .second))
    #expect(nearest.judged(by: evidence).verdict == .supported)
  }
}

@Suite struct `A claim about a flight that begins inside` {
  @Test func `is undetermined where it needs the entry that nobody saw`() throws {
    let evidence = try ExampleEvidence.beginningInside()
    let tests: [(Claim.Test, MeasureUnit)] = [
      (.entryTime(World.time(0), halfWidth: .seconds(5)), .second),
      (.depth(.fromEntry, about(1, 1, .kilometer)), .kilometer),
      (.groundSpeed(about(400, 5, .kilometerPerHour)), .kilometerPerHour),
      (.altitude(about(6, 1, .kilometer)), .kilometer),
      (.pathLength(within: .seconds(10), about(1, 1, .kilometer)), .kilometer),
    ]
    for (test, unit) in tests {
      let judgement = test.judged(by: evidence)
      #expect(judgement.verdict == .undetermined && judgement.computed == nil, "\(test)")
      #expect(judgement.margin == Measure(0, unit) && judgement.remark != nil, "\(test)")
    }
  }

  @Test func `knows no time of warning before it`() throws {
    let replay = try ExampleEvidence.replay(
      try World.track([(0, 20.02, 0), (180, 20.2, 0)]), warnings: 9, events: false,
      warnedUntil: .exit)
    let judgement = Claim.Test.warningBeforeEntry(atLeast: Measure(1, .second))
      .judged(by: ExampleEvidence.evidence(replay))
    #expect(judgement.verdict == .undetermined && judgement.remark == .missing("an entry"))
  }

  /// Inside for the 80 s that were seen; only the exit moves with the border: 0.449 157 643 s.
  @Test func `still was inside`() throws {
    let evidence = try ExampleEvidence.beginningInside()
    #expect(Claim.Test.entered.judged(by: evidence).verdict == .supported)
    let test = Claim.Test.durationInside(about(80, 0.5, .second))
    let judgement = test.judged(by: evidence)
    #expect(JudgedCase(test, .supported, 0.5, 0.449_157_643, .second).isMet(by: judgement))
  }
}

@Suite struct `A claim about what is missing` {
  @Test func `is undetermined, in its own unit, and says what is missing`() throws {
    let evidence = ExampleEvidence.evidence(
      try ExampleEvidence.replay(try World.flight(), warnings: 0, events: false))
    let (length, time) = (about(1, 1, .nauticalMile), about(1, 1, .minute))
    let cases: [(Claim.Test, MeasureUnit)] = [
      (.insideAt(.launch), .meter), (.outsideAt(.crash), .meter),
      (.distanceToBorder(at: .hit, length), .nauticalMile),
      (.distanceBetween(.launch, .hit, length), .nauticalMile),
      (.timeBetween(.event(.launch), .moment(.entry), time), .minute),
      (.timeBetween(.firstWarning, .moment(.entry), time), .minute),
      (.warnings(about(10, 0.5, .one), over: .minutes(5)), .one),
      (.warningBeforeEntry(atLeast: Measure(1, .minute)), .minute),
      (.altitude(length), .nauticalMile),
      // The track begins 100 s before it enters.
      (.pathLength(within: .seconds(101), length), .nauticalMile),
      (.pathLength(within: .seconds(1e300), length), .nauticalMile),
      (.placeToBorder(place: "nowhere", airspace: "square", length), .nauticalMile),
    ]
    for (test, unit) in cases {
      let judgement = test.judged(by: evidence)
      #expect(judgement.verdict == .undetermined, "\(test)")
      #expect(judgement.margin == Measure(0, unit), "\(test)")
      #expect(judgement.uncertainty == Measure(0, unit) && judgement.computed == nil, "\(test)")
      guard case .missing(let what) = judgement.remark else {
        Issue.record("\(test): no remark")
        continue
      }
      #expect(!what.isEmpty)
    }
  }

  @Test(arguments: Altitude.Reference.allCases)
  func `decides nothing by an altitude of unknown reference`(
    reference: Altitude.Reference
  ) throws {
    let track = try World.flight(altitude: Altitude(.meters(6000), reference))
    let evidence = ExampleEvidence.evidence(try ExampleEvidence.replay(track))
    let judgement = Claim.Test.altitude(about(6, 0.5, .kilometer)).judged(by: evidence)
    let isUnknown = reference == .unknown
    #expect(judgement.verdict == (isUnknown ? .undetermined : .supported))
    #expect(judgement.remark == (isUnknown ? .altitudeReferenceUnknown : nil))
    // The numbers are told all the same.
    #expect(judgement.margin == Measure(0.5, .kilometer))
    #expect(judgement.computed == Measure(6, .kilometer))
  }
}

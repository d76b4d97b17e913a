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

@Suite struct `The displacement of the border` {
  /// The margin of a side is a distance, and so is its uncertainty: equal ones decide nothing.
  @Test func `makes a side undetermined exactly at its margin`() throws {
    let nearest = try #require(try ExampleEvidence.passage().replay?.encounter.nearestApproach)
    let distance = nearest.distance.meters
    for (displacement, verdict) in [
      (distance.nextDown, Verdict.supported), (distance, .undetermined),
      (distance.nextUp, .undetermined),
    ] {
      let evidence = try ExampleEvidence.passage(displacement)
      #expect(Claim.Test.keptOut.judged(by: evidence).verdict == verdict)
      let opposite = Claim.Test.entered.judged(by: evidence).verdict
      #expect(opposite == (verdict == .supported ? .contradicted : .undetermined))
    }
  }

  /// A side that is met at an angle θ moves the entry by b/sin θ; the exit is met at 90°.
  ///
  /// At 30° that is 2b: √(4 + 1)·50 m = 111.803 398 875 m, in 1.004 347 017 s.
  @Test(arguments: [
    (90.0, 70.710_678_119, 0.449_157_643), (30, 111.803_398_875, 0.898_315_284),
  ])
  func `counts over the sine of the angle at which the border is met`(
    degrees: Double, length: Double, entry: Double
  ) throws {
    let f = 1 / 298.257_223_563
    let height = 0.001
    let tangent = Angle.degrees(degrees).sine / Angle.degrees(90 - degrees).sine
    let reach = degrees == 90 ? 0 : height * (1 - f * (2 - f)) / tangent
    let border = try World.border([
      [(20 - reach, -height), (20.1, -height), (20.1, height), (20 + reach, height)]
    ])
    let evidence = ExampleEvidence.evidence(try ExampleEvidence.replay(border: border))
    func uncertainty(_ test: Claim.Test) -> Measure { test.judged(by: evidence).uncertainty }
    #expect(
      abs(uncertainty(.lengthInside(about(1, 1, .meter))).value - length) < 1e-5)
    #expect(
      abs(uncertainty(.durationInside(about(1, 1, .second))).value - length / 111.319_490_793)
        < 1e-7)
    #expect(
      abs(uncertainty(.entryTime(World.time(0), halfWidth: .zero)).value - entry) < 1e-7)
    #expect(
      abs(uncertainty(.depth(.fromEntry, about(1, 1, .meter))).value - entry * 111.319_490_793)
        < 1e-5)
    // A distance to the border is as uncertain as the border, whatever the angle.
    #expect(uncertainty(.entered) == Measure(50, .meter))
    #expect(uncertainty(.depth(.fromSouthernTip, about(1, 1, .meter))) == Measure(50, .meter))
  }

  /// Two strips, four ends at right angles: √4·50 m.
  @Test func `adds up in squares over all crossings`() throws {
    let border = try World.border([World.rectangle(20, 20.02), World.rectangle(20.04, 20.06)])
    let evidence = ExampleEvidence.evidence(try ExampleEvidence.replay(border: border))
    let judgement = Claim.Test.lengthInside(about(1, 1, .kilometer)).judged(by: evidence)
    #expect(abs(judgement.uncertainty.value - 0.1) < 1e-8)
    #expect(abs((judgement.computed?.value ?? 0) - 4.452_779_631_731) < 1e-6)
  }

  @Test func `switched off leaves every margin a verdict`() throws {
    let evidence = try ExampleEvidence.flight(0)
    for test in [
      Claim.Test.durationInside(about(100, 0.5, .second)),
      .lengthInside(about(11.1, 0.05, .kilometer)),
      .entryTime(World.time(100.2), halfWidth: .seconds(0.5)), .entered,
    ] {
      let judgement = test.judged(by: evidence)
      #expect(judgement.verdict == .supported && judgement.uncertainty.value == 0)
    }
  }
}

@Suite struct `A claim judged on an extract` {
  /// The window ends at 20.15° E; the land may go on beyond it.
  private func evidence(_ fixes: [(Double, Double, Double)], window east: Double) throws -> Evidence
  {
    let border = try World.border(
      [World.rectangle(20, 20.1)],
      extract: .init(
        window: Box(low: Point2(x: 19, y: -1), high: Point2(x: east, y: 1)),
        whole: Box(low: Point2(x: 19, y: -1), high: Point2(x: 21, y: 1))))
    return ExampleEvidence.evidence(
      try ExampleEvidence.replay(
        try World.track(fixes), border: border, warnings: 0, events: fixes.count > 2))
  }

  @Test func `does not say clear of what lies beyond the window`() throws {
    // From 20.14° the seen border is 0.04° away and the window's side 0.01°.
    let near = try evidence([(0, 20.14, 0), (60, 20.145, 0)], window: 20.15)
    let test = Claim.Test.keptClear(by: Measure(1, .kilometer))
    let judgement = test.judged(by: near)
    #expect(judgement.verdict == .undetermined && judgement.remark == .beyondTheData)
    #expect(abs(judgement.margin.value - 3.452_779_632) < 1e-5)
    // Nearer than claimed stays nearer; and a wide window says it.
    let close = Claim.Test.keptClear(by: Measure(5, .kilometer)).judged(by: near)
    #expect(close.verdict == .contradicted)
    let wide = try evidence([(0, 20.14, 0), (60, 20.145, 0)], window: 20.9)
    #expect(test.judged(by: wide).verdict == .supported)
  }

  /// Cut at 0.02° N, 2.2 km from the flight: the sides are 5.6 km away, border beyond may be nearer.
  @Test func `does not say how deep where border beyond the window may be nearer`() throws {
    let border = try World.border(
      [[(20, -0.5), (20.1, -0.5), (20.1, 0.02), (20, 0.02)]],
      extract: .init(
        window: Box(low: Point2(x: 19, y: -1), high: Point2(x: 21, y: 0.02)),
        whole: Box(low: Point2(x: 19, y: -1), high: Point2(x: 21, y: 1))))
    let evidence = ExampleEvidence.evidence(try ExampleEvidence.replay(border: border))
    let test = Claim.Test.depth(.nearestBorder, about(5.5, 0.5, .kilometer))
    let judgement = test.judged(by: evidence)
    #expect(judgement.verdict == .undetermined && judgement.remark == .beyondTheData)
    #expect(abs(judgement.margin.value - 0.434_025_460) < 1e-6)
    #expect(Claim.Test.entered.judged(by: evidence).verdict == .supported)
  }

  /// The crash at 20.2° lies outside the window: nobody knows on which side.
  @Test func `does not say on which side an event beyond the window is`() throws {
    let fixes = [(0.0, 19.9, 0.0), (160, 20.06, 0), (240, 20.14, 0)]
    let narrow = try evidence(fixes, window: 20.15)
    for test in [Claim.Test.insideAt(.crash), .outsideAt(.crash)] {
      #expect(test.judged(by: narrow).verdict == .undetermined)
      #expect(test.judged(by: narrow).remark == .beyondTheData)
    }
    #expect(Claim.Test.insideAt(.launch).judged(by: narrow).verdict == .supported)
    let wide = try evidence(fixes, window: 20.9)
    #expect(Claim.Test.outsideAt(.crash).judged(by: wide).verdict == .supported)
    let distance = Claim.Test.distanceToBorder(at: .crash, .atLeast(Measure(1, .kilometer)))
    #expect(distance.judged(by: narrow).remark == .beyondTheData)
    #expect(distance.judged(by: wide).verdict == .supported)
  }
}

@Suite struct `What a number rests on` {
  private func basis(_ kind: TrackKind, _ seconds: [Double]) throws -> Judgement.Basis? {
    let track = try World.track(seconds.map { ($0, 19.9 + $0 / 1000, 0) })
    let replay = try ExampleEvidence.replay(track, kind: kind, warnings: 0, events: false)
    return Claim.Test.durationInside(about(1, 1, .second))
      .judged(by: ExampleEvidence.evidence(replay)).restsOn
  }

  /// Inside from 100 s to 200 s: between the first and the last fix there the stay was seen.
  @Test(
    arguments: [
      ([0, 300], 0, 1.0), ([0, 150, 300], 1, 1), ([0, 120, 180, 300], 2, 0.4),
      ([0, 110, 150, 190, 300], 3, 0.2), ([0, 99, 101, 199, 201, 300], 2, 0.02),
    ] as [([Double], Int, Double)])
  func `is the fixes inside, for a recorded track`(
    seconds: [Double], fixes: Int, share: Double
  ) throws {
    let basis = try #require(try basis(.recorded, seconds))
    #expect(basis.fixesInside == fixes)
    #expect(abs(basis.interpolatedShare - share) < 1e-6)
  }

  @Test func `is all of the time, for a recorded track that never leaves`() throws {
    let track = try World.track([(0, 20.02, 0), (30, 20.05, 0), (60, 20.08, 0)])
    let replay = try ExampleEvidence.replay(track, kind: .recorded, warnings: 0, events: false)
    let basis = Claim.Test.entered.judged(by: ExampleEvidence.evidence(replay)).restsOn
    #expect(basis?.fixesInside == 3 && basis?.interpolatedShare == 0)
  }

  @Test func `is nothing seen, for a reconstruction, however many fixes it has`() throws {
    let basis = try #require(try basis(.reconstruction, [0, 110, 150, 190, 300]))
    #expect(basis.fixesInside == 0 && basis.interpolatedShare == 1)
  }

  @Test func `is not told of a track outside`() throws {
    #expect(Claim.Test.keptOut.judged(by: try ExampleEvidence.passage()).restsOn == nil)
  }
}

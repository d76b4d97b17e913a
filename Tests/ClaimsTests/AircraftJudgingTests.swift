import Claims
import Flights
import Geodesy
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

/// The flight is level at a pressure altitude of 6000 m, at 111.319 490 793 m/s in calm air.
///
/// The standard atmosphere has 249.15 K there, so that sound has √(1.4·287.05287·249.15) =
/// 316.428 395 m/s, and the flight a Mach number of 0.351 799 972.
@Suite struct `A claim that a track can be flown` {
  private func judged(
    _ envelope: FlightEnvelope, _ isFlyable: Bool = true, on track: Track? = nil
  ) throws -> Judgement {
    let track = try track ?? World.flight(altitude: Altitude(.meters(6000), .pressure))
    let evidence = ExampleEvidence.evidence(
      try ExampleEvidence.replay(track, warnings: 0, events: false))
    return Claim.Test.flyable(isFlyable, within: envelope).judged(by: evidence)
  }

  /// Of 7000 m a seventh is left; of a Mach number of 0.5 (0.5 − 0.3518)/0.5 = 0.296.
  @Test func `is decided by the limit that is kept by the least share of it`() throws {
    let envelope = try FlightEnvelope(highestMach: 0.5, ceiling: .meters(7000))
    let judgement = try judged(envelope)
    #expect(
      JudgedCase(.flyable(true, within: envelope), .supported, 1000, 0, .meter)
        .isMet(by: judgement))
    #expect(judgement.computed == Measure(6000, .meter))
    #expect(
      judgement.remark
        == .limit(
          .ceiling, value: Measure(6000, .meter), bound: Measure(7000, .meter),
          at: World.time(0)))
    #expect(
      JudgedCase(.flyable(false, within: envelope), .contradicted, -1000, 0, .meter)
        .isMet(by: try judged(envelope, false)))
  }

  @Test func `is contradicted by the limit that is broken`() throws {
    let envelope = try FlightEnvelope(highestMach: 0.3, ceiling: .meters(7000))
    let judgement = try judged(envelope)
    let test = Claim.Test.flyable(true, within: envelope)
    #expect(JudgedCase(test, .contradicted, -0.051_799_972, 0, .one).isMet(by: judgement))
    #expect(abs((judgement.computed?.value ?? 0) - 0.351_799_972) < 1e-6)
    // Above a lowest Mach number of 0.3 it is by as much.
    let slow = try FlightEnvelope(lowestMach: 0.3)
    let kept = try judged(slow)
    #expect(JudgedCase(test, .supported, 0.051_799_972, 0, .one).isMet(by: kept))
    #expect(abs((kept.computed?.value ?? 0) - 0.351_799_972) < 1e-6)
  }

  @Test func `is undetermined where a limit cannot be judged and the others are kept`() throws {
    let envelope = try FlightEnvelope(largestLoadFactor: 5, ceiling: .meters(7000))
    let level = try World.flight(altitude: Altitude(.meters(6000), .unknown))
    let judgement = try judged(envelope, on: level)
    let test = Claim.Test.flyable(true, within: envelope)
    // A straight flight has a load factor of 1.
    #expect(JudgedCase(test, .undetermined, 4, 0, .one).isMet(by: judgement))
    #expect(judgement.remark == .altitudeReferenceUnknown)
    let nowhere = try judged(try FlightEnvelope(ceiling: .meters(7000)), on: try World.flight())
    #expect(nowhere.verdict == .undetermined && nowhere.computed == nil)
    #expect(nowhere.remark == .missing("an altitude"))
    let empty = try judged(try FlightEnvelope())
    #expect(empty.remark == .missing("a limit of the envelope"))
  }

  /// Half a turn in the 10 s from the middle of one leg to that of the next.
  ///
  /// √(1 + (111.319 490 793·(π/10)/9.806 65)²) = 3.703 710 676.
  @Test func `is contradicted by one broken limit, whatever the others are`() throws {
    let envelope = try FlightEnvelope(largestLoadFactor: 3, ceiling: .meters(7000))
    let track = try World.track([(0, 20, 0), (10, 20.01, 0), (20, 20, 0)])
    let judgement = try judged(envelope, on: track)
    #expect(judgement.verdict == .contradicted && judgement.margin.unit == .one)
    #expect(abs(judgement.margin.value + 0.703_710_676) < 1e-6)
  }
}

@Suite struct `A claim of how many aircraft were inside` {
  private func judged(
    _ expected: Claim.Expectation, _ replays: [Replay], displacement: Double = 50
  ) -> Judgement {
    let evidence = Evidence(
      replay: nil, border: nil, places: [:], borderDisplacement: .meters(displacement),
      replays: replays)
    return Claim.Test.aircraftCount(airspace: "square", expected).judged(by: evidence)
  }

  private func inside(_ aircraft: String) throws -> Replay {
    try ExampleEvidence.replay(aircraft: aircraft)
  }

  private func outside(_ aircraft: String) throws -> Replay {
    try ExampleEvidence.replay(
      border: try World.wedge(tip: 0.02), aircraft: aircraft, warnings: 0, events: false)
  }

  /// Two are inside; a third without a track may have been.
  @Test(arguments: [
    (Claim.Expectation.atLeast(Measure(2, .one)), Verdict.supported, 0.5),
    (.atLeast(Measure(1, .one)), .supported, 1.5), (about(1, 0.5, .one), .contradicted, -0.5),
    (.atMost(Measure(1, .one)), .contradicted, -0.5), (about(2, 0.5, .one), .undetermined, 0.5),
    (.atMost(Measure(3, .one)), .undetermined, 1.5),
    (.atLeast(Measure(3, .one)), .undetermined, -0.5),
    (.between(Measure(3, .one), Measure(4, .one)), .undetermined, -0.5),
  ])
  func `is judged by the least number`(
    expected: Claim.Expectation, verdict: Verdict, margin: Double
  ) throws {
    let judgement = judged(expected, [try inside("glider"), try inside("tug")])
    #expect(judgement.verdict == verdict && judgement.margin == Measure(margin, .one))
    #expect(judgement.computed == Measure(2, .one))
    #expect(judgement.remark == .aircraftInside(least: 2, most: 2))
  }

  @Test func `takes the tracks of one aircraft for accounts of it`() throws {
    let accounts = [try inside("glider"), try outside("glider"), try outside("tug")]
    let judgement = judged(.atLeast(Measure(1, .one)), accounts)
    #expect(judgement.verdict == .undetermined)
    #expect(judgement.remark == .aircraftInside(least: 0, most: 1))
    let twice = judged(.atLeast(Measure(1, .one)), [try inside("glider"), try inside("glider")])
    #expect(twice.verdict == .supported && twice.remark == .aircraftInside(least: 1, most: 1))
  }

  /// The flight is at most 5566 m deep, and passes the tip at 2211 m.
  @Test func `counts nothing for sure within the displacement of the border`() throws {
    let replays = [try inside("glider"), try outside("tug")]
    let near = judged(.atLeast(Measure(1, .one)), replays, displacement: 5000)
    #expect(near.verdict == .supported && near.remark == .aircraftInside(least: 1, most: 2))
    let nearer = judged(.atLeast(Measure(1, .one)), replays, displacement: 6000)
    #expect(nearer.verdict == .undetermined && nearer.remark == .aircraftInside(least: 0, most: 2))
  }

  @Test func `is undetermined without a track`() {
    let judgement = judged(about(1, 0.5, .one), [])
    #expect(judgement.verdict == .undetermined && judgement.remark == .missing("a track"))
  }
}

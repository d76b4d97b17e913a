import Claims
import Flights
import Incidents
import Quantities
import Testing

@Suite struct `A verdict` {
  @Test(
    arguments: [
      (1, 0, .supported), (5e-300, 0, .supported), (-1, 0, .contradicted), (0, 0, .undetermined),
      (-0.0, 0, .undetermined), (50, 50, .undetermined), (-50, 50, .undetermined),
      (50.0.nextUp, 50, .supported), ((-50.0).nextDown, 50, .contradicted),
      (50.0.nextDown, 50, .undetermined), (0, 50, .undetermined), (1e9, .infinity, .undetermined),
      (.nan, 0, .undetermined), (1, .nan, .undetermined),
    ] as [(Double, Double, Verdict)])
  func `needs a margin beyond its uncertainty`(
    margin: Double, uncertainty: Double, verdict: Verdict
  ) {
    #expect(Verdict(margin: margin, uncertainty: uncertainty) == verdict)
  }

  @Test(
    arguments: [
      ([.supported], .supported), ([.supported, .supported], .supported),
      ([.contradicted, .contradicted, .contradicted], .contradicted),
      ([.supported, .contradicted], .undetermined), ([.supported, .undetermined], .undetermined),
      ([.undetermined, .contradicted], .undetermined), ([.undetermined], .undetermined),
      ([], .undetermined),
    ] as [([Verdict], Verdict)])
  func `of several border sources is what all of them say`(verdicts: [Verdict], joint: Verdict) {
    #expect(Verdict.joint(verdicts) == joint)
    #expect(Verdict.joint(verdicts.reversed()) == joint)
  }
}

@Suite struct `An expectation` {
  /// A band of 100 ± 5 m, and so on; the margin is the distance to the nearer bound.
  @Test(
    arguments: [
      (about(100, 5, .meter), 100, 5), (about(100, 5, .meter), 103, 2),
      (about(100, 5, .meter), 105, 0), (about(100, 5, .meter), 94, -1),
      (about(2, 0.5, .kilometer), 2100, 400), (about(2, 0, .kilometer), 2000, 0),
      (.atLeast(Measure(1, .nauticalMile)), 2000, 148), (.atLeast(Measure(1, .minute)), 59, -1),
      (.atMost(Measure(1, .nauticalMile)), 2000, -148), (.atMost(Measure(1, .minute)), 59, 1),
      (.between(Measure(1, .kilometer), Measure(3, .kilometer)), 1200, 200),
      (.between(Measure(1, .kilometer), Measure(3, .kilometer)), 2900, 100),
      (.between(Measure(1, .kilometer), Measure(3, .kilometer)), 3500, -500),
      (.between(Measure(1, .kilometer), Measure(3, .kilometer)), 0, -1000),
      // Bounds in two units: the first one's is the claim's.
      (.between(Measure(1, .kilometer), Measure(1, .nauticalMile)), 1800, 52),
      (.between(Measure(3, .kilometer), Measure(1, .kilometer)), 2000, -1000),
    ] as [(Claim.Expectation, Double, Double)])
  func `has a margin inside and outside`(
    expected: Claim.Expectation, value: Double, margin: Double
  ) {
    #expect(abs(expected.margin(of: value) - margin) < 1e-9)
  }

  @Test func `speaks in the unit of its first number`() {
    #expect(about(1, 1, .foot).unit == .foot)
    #expect(Claim.Expectation.atLeast(Measure(1, .knot)).unit == .knot)
    #expect(Claim.Expectation.atMost(Measure(1, .hour)).unit == .hour)
    #expect(
      Claim.Expectation.between(Measure(1, .kilometer), Measure(1, .meter)).unit == .kilometer)
  }
}

@Suite struct `The scope of a test` {
  @Test func `is a track, all of an airspace, a border or nothing but numbers`() throws {
    let expected = about(1, 1, .meter)
    let ofTracks: [Claim.Test] = [
      .entered, .keptOut, .keptClear(by: Measure(1, .meter)), .durationInside(expected),
      .lengthInside(expected), .depth(.fromEntry, expected),
      .entryTime(Instant(nanosecondsSince1970: 0), halfWidth: .zero), .altitude(expected),
      .groundSpeed(expected), .pathLength(within: .zero, expected), .insideAt(.hit),
      .outsideAt(.hit), .distanceToBorder(at: .hit, expected),
      .distanceBetween(.hit, .crash, expected),
      .timeBetween(.firstWarning, .lastWarning, expected), .warnings(expected, over: .zero),
      .warningBeforeEntry(atLeast: Measure(1, .second)), .crossings(expected),
      .flyable(true, within: try FlightEnvelope()),
    ]
    #expect(ofTracks.allSatisfy { $0.scope == .track })
    #expect(
      Claim.Test.placeToBorder(place: "mast", airspace: "square", expected).scope
        == .border(airspace: "square"))
    #expect(
      Claim.Test.aircraftCount(airspace: "square", expected).scope == .tracks(airspace: "square"))
    let ofNumbers: [Claim.Test] = [
      .fallHeight(.zero, expected), .fallTime(from: .zero, expected),
      .impliedSpeed(.zero, .zero, expected), .impliedDuration(.zero, .zero, expected),
      .impliedLength(.zero, .zero, expected),
    ]
    #expect(ofNumbers.allSatisfy { $0.scope == .numbers })
    let nobody = Evidence(replay: nil, border: nil, places: [:], borderDisplacement: .zero)
    for test in ofTracks {
      let judgement = test.judged(by: nobody)
      #expect(judgement.verdict == .undetermined && judgement.computed == nil)
      #expect(judgement.remark == .missing("the track"))
    }
  }
}

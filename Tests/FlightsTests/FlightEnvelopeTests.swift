import Flights
import Quantities
import Testing

@Suite struct `A flight envelope` {
  @Test func `has the limits that were stated, each in its unit`() throws {
    let envelope = try FlightEnvelope(
      lowestCalibratedAirspeed: .kilometersPerHour(252), highestMach: 1.35,
      largestLoadFactor: 6.5, ceiling: .meters(11_000))
    #expect(envelope.limits == [.lowestCalibratedAirspeed, .highestMach, .loadFactor, .ceiling])
    #expect(envelope[.lowestCalibratedAirspeed] == Measure(70, .meterPerSecond))
    #expect(envelope[.highestMach] == Measure(1.35, .one))
    #expect(envelope[.ceiling] == Measure(11_000, .meter))
    #expect(envelope[.climbRate] == nil && envelope[.lowestMach] == nil)
    #expect(try FlightEnvelope().limits.isEmpty)
  }

  @Test(arguments: [-1, .nan, .infinity] as [Double])
  func `is refused where a limit is no limit`(value: Double) {
    let speed = Speed.metersPerSecond(value)
    #expect(throws: FlightEnvelopeError.self) {
      try FlightEnvelope(lowestCalibratedAirspeed: speed)
    }
    #expect(throws: FlightEnvelopeError.self) { try FlightEnvelope(highestMach: value) }
    #expect(throws: FlightEnvelopeError.self) { try FlightEnvelope(largestLoadFactor: value) }
    #expect(throws: FlightEnvelopeError.self) { try FlightEnvelope(largestDescentRate: speed) }
    let error = #expect(throws: FlightEnvelopeError.self) {
      try FlightEnvelope(largestClimbRate: speed)
    }
    #expect(error?.description == "the climbRate of an envelope cannot be \(value) m/s")
  }

  @Test func `is refused where it has no speed or cannot fly level`() {
    #expect(throws: FlightEnvelopeError.lowestAboveHighest(.lowestMach, .highestMach)) {
      try FlightEnvelope(lowestMach: 0.9, highestMach: 0.8)
    }
    let error = #expect(throws: FlightEnvelopeError.self) {
      try FlightEnvelope(
        lowestCalibratedAirspeed: .knots(200), highestCalibratedAirspeed: .knots(199))
    }
    #expect(
      error?.description
        == "the lowestCalibratedAirspeed of an envelope is above its highestCalibratedAirspeed")
    #expect(throws: FlightEnvelopeError.outOfRange(.loadFactor, Measure(0.9, .one))) {
      try FlightEnvelope(largestLoadFactor: 0.9)
    }
  }
}

import Flights
import Quantities
import Testing

@Suite struct `A level turn` {
  /// v²/(g tan φ) by hand: 62 500/(9.80665·√3) = 3679.584 m at 250 m/s and 60°; at 45° the tangent
  /// is 1, and 100²/9.80665 = 1019.716 m.
  @Test(
    arguments: [
      (250.0, 60.0, 3679.583_9), (250, 30, 11_038.751_8), (100, 45, 1019.716_2), (0, 30, 0),
    ])
  func `has the radius that its speed and bank give`(
    speed: Double, bank: Double, radius: Double
  ) {
    let found = Speed.metersPerSecond(speed).turnRadius(atBank: .degrees(bank))
    #expect(abs(found.meters - radius) < 1e-3)
  }
}

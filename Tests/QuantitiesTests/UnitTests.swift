import Quantities
import Testing

@Suite struct `A unit` {
  /// The definitions as fractions: foot and mile of the international yard agreement of 1959
  /// (0.3048 m, 5280 ft), nautical mile of Monaco 1929 (1852 m), hour of 3600 s, standard gravity of
  /// 1901 (9.80665 m/s²).
  @Test(arguments: [
    (MeasureUnit.meter, 1.0, 1.0), (.kilometer, 1000, 1), (.foot, 3048, 10_000),
    (.statuteMile, 5280 * 3048, 10_000), (.nauticalMile, 1852, 1), (.second, 1, 1),
    (.minute, 60, 1), (.hour, 3600, 1), (.meterPerSecond, 1, 1), (.kilometerPerHour, 1000, 3600),
    (.knot, 1852, 3600), (.milePerHour, 1_609_344, 3_600_000), (.degree, 1, 1), (.one, 1, 1),
    (.meterPerSecondSquared, 1, 1), (.standardGravity, 980_665, 100_000),
  ])
  func `has the factor of its definition, rounded once`(
    unit: MeasureUnit, numerator: Double, denominator: Double
  ) {
    #expect(unit.factor == numerator / denominator)
  }

  @Test(arguments: MeasureUnit.allCases)
  func `is read and written in one spelling, and its base comes back`(unit: MeasureUnit) {
    #expect(MeasureUnit(rawValue: unit.rawValue) == unit)
    let measure = Measure(base: Measure(7, unit).base, in: unit)
    #expect(abs(measure.value - 7) <= 7.0.ulp)
    #expect(measure.unit == unit)
  }

  @Test(arguments: ["MI", "nm", "M", "meter", "feet", "Km", "kmh", "knots", "sec", "°", "m "])
  func `has no other spelling`(text: String) {
    #expect(MeasureUnit(rawValue: text) == nil)
  }
}

@Suite struct `A quantity` {
  @Test func `is made from every unit of its kind by the exact factor`() {
    #expect(Length.kilometers(2.5).meters == 2500)
    #expect(Length.feet(10_000).meters == 3048)
    #expect(Length.statuteMiles(1000).meters == 1_609_344)
    #expect(Length.nauticalMiles(3).meters == 5556)
    #expect(TimeSpan.minutes(5).seconds == 300)
    // 36 km/h is 10 m/s; 3600 knots are 1852 m/s.
    #expect(Speed.kilometersPerHour(36).metersPerSecond == 10)
    #expect(Speed.knots(3600).metersPerSecond == 1852)
    #expect(Angle.radians(.pi).degrees == 180)
    #expect(Angle.degrees(90).radians == .pi / 2)
  }

  @Test(arguments: [0.0, 1, -3, 1.15, 1e-9, 6_378_137])
  func `gives the number back in every unit`(value: Double) {
    let tolerance = 2 * value.ulp
    #expect(abs(Length.kilometers(value).kilometers - value) <= tolerance)
    #expect(abs(Length.feet(value).feet - value) <= tolerance)
    #expect(abs(Length.statuteMiles(value).statuteMiles - value) <= tolerance)
    #expect(abs(Length.nauticalMiles(value).nauticalMiles - value) <= tolerance)
    #expect(abs(Speed.kilometersPerHour(value).kilometersPerHour - value) <= tolerance)
    #expect(abs(Speed.knots(value).knots - value) <= tolerance)
    #expect(abs(Angle.radians(value).radians - value) <= tolerance)
    #expect(Angle.degrees(value).degrees == value)
  }

  @Test func `is added, scaled, compared and divided`() {
    let (a, b) = (Length.meters(7), Length.meters(-2))
    #expect(a + b == .meters(5))
    #expect(a - b == .meters(9))
    #expect(-a == .meters(-7))
    #expect(a * 3 == .meters(21) && 3 * a == .meters(21))
    #expect(a / 2 == .meters(3.5))
    #expect(a / b == -3.5)
    #expect(b < a && !(a < b) && a >= a)
    #expect(b.absolute == .meters(2) && a.absolute == a && Length.zero == .meters(0))
    #expect([a, b, a].reduce(.zero, +) == .meters(12))
  }

  @Test func `of length, time and speed makes the third from two`() {
    #expect(Length.meters(1700) / TimeSpan.seconds(17) == .metersPerSecond(100))
    #expect(Length.meters(1700) / Speed.metersPerSecond(100) == .seconds(17))
    #expect(Speed.metersPerSecond(100) * TimeSpan.seconds(-17) == .meters(-1700))
  }

  @Test func `is read from a measure of its kind`() {
    #expect(Length(Measure(2, .nauticalMile)) == .meters(3704))
    #expect(TimeSpan(Measure(2, .hour)) == .seconds(7200))
    #expect(abs(Speed(Measure(36, .knot)).metersPerSecond - 18.52) <= 18.52.ulp)
    #expect(Angle(Measure(20, .degree)) == .degrees(20))
  }

  @Test func `of speed, time and acceleration makes the third from two`() {
    #expect(Speed.metersPerSecond(30) / TimeSpan.seconds(12) == .metersPerSecondSquared(2.5))
    #expect(Speed.metersPerSecond(30) / Acceleration.metersPerSecondSquared(2.5) == .seconds(12))
    #expect(Acceleration.metersPerSecondSquared(2.5) * TimeSpan.seconds(12) == .metersPerSecond(30))
  }

  @Test func `of angle, time and rate of turn makes the third from two`() {
    #expect(Angle.degrees(90) / TimeSpan.seconds(30) == .degreesPerSecond(3))
    #expect(Angle.degrees(90) / AngularRate.degreesPerSecond(3) == .seconds(30))
    #expect(AngularRate.degreesPerSecond(3) * TimeSpan.seconds(30) == .degrees(90))
    #expect(AngularRate.radiansPerSecond(.pi).degreesPerSecond == 180)
    #expect(AngularRate.degreesPerSecond(90).radiansPerSecond == .pi / 2)
  }

  /// 2 × 9.80665 = 19.6133.
  @Test func `of acceleration is told in standard gravities too`() {
    #expect(Acceleration.standardGravity == .metersPerSecondSquared(9.806_65))
    #expect(Acceleration.standardGravities(2) == .metersPerSecondSquared(19.6133))
    #expect(Acceleration.metersPerSecondSquared(19.6133).standardGravities == 2)
  }
}

import Quantities
import Testing

@Suite struct `A reported measure` {
  @Test(
    arguments: [
      ("17 s", .time, 17.0, .second, 0.5), ("17.0 s", .time, 17, .second, 0.05),
      ("1.36 mi", .length, 1.36, .statuteMile, 0.005),
      ("1.15 NM", .length, 1.15, .nauticalMile, 0.005),
      ("19000 ft", .length, 19_000, .foot, 0.5), ("1.2e3 m", .length, 1200, .meter, 50),
      ("1.2E+3 m", .length, 1200, .meter, 50), ("12e-1 m", .length, 1.2, .meter, 0.05),
      ("-5 s", .time, -5, .second, 0.5), ("+5 s", .time, 5, .second, 0.5),
      ("980 km/h", .speed, 980, .kilometerPerHour, 0.5), ("0.30 kt", .speed, 0.3, .knot, 0.005),
      ("20 deg", .angle, 20, .degree, 0.5), ("10", .count, 10, .one, 0.5),
      ("1e-400 m", .length, 0, .meter, 0), ("1e-20 m", .length, 1e-20, .meter, 5e-21),
      ("0.000001 s", .time, 1e-6, .second, 5e-7), ("1.7e22 m", .length, 1.7e22, .meter, 5e20),
      // Exponents that no 64-bit number holds, or only just.
      ("1e-99999999999999999999 m", .length, 0, .meter, 0),
      ("1.0e-9223372036854775808 m", .length, 0, .meter, 0),
      ("1e-9223372036854775808 m", .length, 0, .meter, 0),
    ] as [(String, MeasureUnit.Kind, Double, MeasureUnit, Double)])
  func `claims the precision of its digits`(
    text: String, kind: MeasureUnit.Kind, value: Double, unit: MeasureUnit, halfWidth: Double
  ) throws {
    let reported = try ReportedMeasure(text, of: kind)
    #expect(reported.measure == Measure(value, unit))
    #expect(reported.halfWidth == halfWidth)
  }

  @Test(
    arguments: [
      ("", MeasureError.notANumber("")), (" 17 s", .notANumber(" 17 s")), ("s", .notANumber("s")),
      ("seventeen s", .notANumber("seventeen s")), ("0x11 s", .notANumber("0x11 s")),
      ("1_7 s", .notANumber("1_7 s")), ("1,7 s", .notANumber("1,7 s")), ("17s", .notANumber("17s")),
      ("1.2.3 s", .notANumber("1.2.3 s")), ("--1 s", .notANumber("--1 s")),
      ("e5 s", .notANumber("e5 s")),
      ("\u{2212}17 s", .notANumber("\u{2212}17 s")), ("١٧ s", .notANumber("١٧ s")),
      ("nan s", .notFinite("nan s")), ("NaN s", .notFinite("NaN s")),
      ("inf s", .notFinite("inf s")),
      ("-inf s", .notFinite("-inf s")), ("Infinity s", .notFinite("Infinity s")),
      ("1e400 s", .notFinite("1e400 s")), ("1e999999999 s", .notFinite("1e999999999 s")),
      ("1e99999999999999999999 s", .notFinite("1e99999999999999999999 s")),
      // Finite as written, but not in seconds; and a zero of a precision that is none.
      ("1e308 h", .notFinite("1e308 h")), ("0e400 s", .notFinite("0e400 s")),
      ("0e99999999999999999999 s", .notFinite("0e99999999999999999999 s")),
      ("0e307 h", .notFinite("0e307 h")),
      ("17", .unitMissing("17")), ("17 ", .unitMissing("17 ")), ("17  s", .unknownUnit(" s")),
      ("17 s ", .unknownUnit("s ")), ("17 sec", .unknownUnit("sec")), ("17 S", .unknownUnit("S")),
      ("17 s s", .unknownUnit("s s")), ("17\ts", .notANumber("17\ts")),
      ("17 m", .wrongKind(unit: .meter, expected: .time)),
      ("17 m/s", .wrongKind(unit: .meterPerSecond, expected: .time)),
    ] as [(String, MeasureError)])
  func `is refused as a time where it is none, with what was found`(
    text: String, error: MeasureError
  ) {
    #expect(throws: error) { try ReportedMeasure(text, of: .time) }
    #expect(!error.description.isEmpty && !error.description.contains("\n"))
  }

  @Test func `is no count with a unit, and nothing else without one`() {
    #expect(throws: MeasureError.wrongKind(unit: .second, expected: .count)) {
      try ReportedMeasure("10 s", of: .count)
    }
    for kind in [MeasureUnit.Kind.length, .time, .speed, .angle] {
      #expect(throws: MeasureError.unitMissing("10")) { try ReportedMeasure("10", of: kind) }
    }
  }
}

import Quantities
import Testing

@Suite struct `An angle wrapped to half a turn` {
  /// Whole turns taken off by hand; 1e9 = 2 777 777 · 360 + 280, and 2⁷⁰ mod 360 = 304
  /// (Python's integers).
  @Test(
    arguments: [
      (0.0, 0.0), (179, 179), (180, -180), (-180, -180), (181, -179), (-181, 179), (359.5, -0.5),
      (360, 0), (540, -180), (-540, -180), (720.25, 0.25), (1e9, -80), (0x1p70, -56),
      (180.0.nextDown, 180.0.nextDown), (180.0.nextUp, -180 + 180.0.ulp), (1e-300, 1e-300),
    ] as [(Double, Double)])
  func `lies from −180° to below 180°`(degrees: Double, wrapped: Double) {
    #expect(Angle.degrees(degrees).wrappedToHalfTurn.degrees == wrapped)
  }

  @Test func `keeps the sign of zero`() {
    #expect(Angle.degrees(-0.0).wrappedToHalfTurn.degrees.sign == .minus)
    #expect(Angle.degrees(0).wrappedToHalfTurn.degrees.sign == .plus)
  }

  @Test(arguments: UInt64(1)...50)
  func `differs by whole turns, and wraps to itself`(seed: UInt64) {
    var random = RandomStream(seed: seed)
    for _ in 0..<20 {
      // Multiples of 2⁻¹⁰ degree, so that whole turns are added without rounding.
      let base = Double(Int.random(in: -184_320..<184_320, using: &random)) / 1024
      let turns = Double(Int.random(in: -1_000_000...1_000_000, using: &random))
      let wrapped = Angle.degrees(base + 360 * turns).wrappedToHalfTurn
      #expect(wrapped.degrees == base)
      #expect(wrapped.wrappedToHalfTurn == wrapped)
      let full = Angle.degrees(base + 360 * turns).wrappedToFullTurn.degrees
      #expect(full == (base < 0 ? base + 360 : base))
    }
  }
}

@Suite struct `An angle wrapped to a full turn` {
  @Test(
    arguments: [
      (0.0, 0.0), (90, 90), (180, 180), (-180, 180), (-90, 270), (359.5, 359.5), (360, 0),
      (-360, 0), (450, 90), (1e9, 280), (0x1p70, 304), (-1e-20, 0), (-1e-300, 0),
      (360.0.nextDown, 360.0.nextDown),
    ] as [(Double, Double)])
  func `lies from 0° to below 360°`(degrees: Double, wrapped: Double) {
    #expect(Angle.degrees(degrees).wrappedToFullTurn.degrees == wrapped)
  }

  @Test(arguments: [-0.0, -360, -720, 360])
  func `is never negative zero, so that no course reads −0°`(degrees: Double) {
    #expect(Angle.degrees(degrees).wrappedToFullTurn.degrees.sign == .plus)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `is no number where the angle is none`(degrees: Double) {
    #expect(Angle.degrees(degrees).wrappedToFullTurn.degrees.isNaN)
    #expect(Angle.degrees(degrees).wrappedToHalfTurn.degrees.isNaN)
  }
}

@Suite struct `The sine of an angle` {
  /// sin 30° = 1/2, sin 45° = √½, sin 60° = √¾.
  @Test(
    arguments: [
      (0.0, 0.0), (30, 0.5), (45, 0.5.squareRoot()), (60, 0.75.squareRoot()), (90, 1), (-90, -1),
      (180, 0),
    ] as [(Double, Double)])
  func `is that of the circle`(degrees: Double, sine: Double) {
    #expect(abs(Angle.degrees(degrees).sine - sine) < 2e-16)
  }
}

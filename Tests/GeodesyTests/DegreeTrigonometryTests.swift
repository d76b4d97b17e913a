import Foundation
import Geodesy
import Quantities
import Testing

@Suite struct DegreeTrigonometryTests {
  @Test(arguments: -9...9)
  func `quarter turns are exact`(quarter: Int) {
    let angle = SineCosine(degrees: Double(quarter) * 90)
    let sines = [0.0, 1, 0, -1]
    #expect(angle.sine == sines[(quarter + 12) % 4])
    #expect(angle.cosine == sines[(quarter + 13) % 4])
    #expect(angle.degrees == (Double(quarter) * 90).remainder(dividingBy: 360) || quarter % 4 == -2)
  }

  @Test func `zeros have the sign of the angle in the sine and none in the cosine`() {
    #expect(SineCosine(degrees: -0.0).sine.sign == .minus)
    #expect(SineCosine(degrees: 180).sine.sign == .plus)
    #expect(SineCosine(degrees: -180).sine.sign == .minus)
    #expect(SineCosine(degrees: 90).cosine.sign == .plus)
    #expect(SineCosine(degrees: -90).cosine.sign == .plus)
  }

  @Test(arguments: UInt64(1)...20)
  func `sines and cosines are within 2.5e-16 of the C library's`(seed: UInt64) {
    var random = RandomStream(seed: seed)
    for _ in 0..<500 {
      let degrees = Double.random(in: -360...360, using: &random)
      let radians = Double.random(in: -6.3...6.3, using: &random)
      // The reference reduces to an octant exactly, then asks the C library.
      let octant = (degrees / 90).rounded()
      let r = (degrees - octant * 90) * (.pi / 180)
      let quarter = SineCosine(sine: sin(r), cosine: cos(r)).degrees + octant * 90
      #expect(turn(quarter, degrees) < 1.2e-13)
      let ofDegrees = SineCosine(degrees: degrees)
      let (s, c) = octant.remainder(dividingBy: 2) == 0 ? (sin(r), cos(r)) : (cos(r), -sin(r))
      let sign = Int(octant) & 2 == 0 ? 1.0 : -1.0
      #expect(abs(ofDegrees.sine - sign * s) <= 2.5e-16, "\(degrees)")
      #expect(abs(ofDegrees.cosine - sign * c) <= 2.5e-16, "\(degrees)")
      let ofRadians = SineCosine(radians: radians)
      #expect(abs(ofRadians.sine - sin(radians)) <= 2.5e-16, "\(radians)")
      #expect(abs(ofRadians.cosine - cos(radians)) <= 2.5e-16, "\(radians)")
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `an angle comes back from its sine and cosine`(seed: UInt64) {
    var random = RandomStream(seed: seed)
    for _ in 0..<500 {
      let degrees = Double.random(in: -180...180, using: &random)
      #expect(abs(SineCosine(degrees: degrees).degrees - degrees) <= 6e-14, "\(degrees)")
    }
  }

  @Test func `angles far beyond a turn are reduced, and no number gives no number`() {
    #expect(SineCosine(degrees: 90 + 360e12).sine == 1)
    #expect(abs(SineCosine(radians: 1e6).sine - sin(1e6)) < 1e-9)
    #expect(SineCosine(degrees: .infinity).sine.isNaN)
    #expect(SineCosine(degrees: .nan).cosine.isNaN)
  }
}

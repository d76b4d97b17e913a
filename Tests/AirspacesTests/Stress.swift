import Airspaces
import Foundation
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

@Suite struct Stress {
  @Test func run() throws {
    let n = UInt64(ProcessInfo.processInfo.environment["N"] ?? "20") ?? 20
    var bad: [Int: Int] = [:], legs = 0, shown = 0
    for seed in 1...n {
      var random = RandomStream(seed: seed)
      let toPole = pow(10, Double.random(in: 3.5...6, using: &random))
      let scale = toPole * Double.random(in: 0.05...0.9, using: &random)
      let center = Point2(x: .random(in: -100...100, using: &random), y: 90 - toPole / 111_700)
      guard let b = try? starBorder(around: center, meters: scale/4...scale, vertices: .random(in: 5...30, using: &random), using: &random) else { continue }
      for _ in 0..<20 {
        let far = { (p: Point2, az: Double, d: Double) in
          Geodesic.wgs84.direct(from: try! place(p), azimuth: .degrees(az), distance: .meters(d)).place }
        let a = far(center, .random(in: -180...180, using: &random), .random(in: 0.01...3, using: &random)*scale)
        let c = far(center, .random(in: -180...180, using: &random), .random(in: 0.01...3, using: &random)*scale)
        let leg = GeodesicLeg(from: a, to: c)
        legs += 1
        let crossings = try b.crossings(of: leg)
        let broken = brokenLaws(crossings, of: leg, with: b.border)
        if !broken.isEmpty { bad[Int(log10(toPole)*2), default: 0] += 1; shown += 1; if shown < 10 { print("seed \(seed) scale \(scale) toPole \(toPole)", broken.prefix(2), broken.count, crossings.pieces.count) } }
      }
    }
    print("STRESS", legs, "legs", bad, "bad by log10 of meters to the pole x2")
    let ring = rectangle((-180, -90), (180, -70))
    let b = try prepared([ring])
    for (p, q) in [((-60.0, 10.0), (-60.0, -170.0)), ((-60, 10), (-60, -169.9999)), ((-60, 10), (-60, -169)), ((-60, 0), (-75, 180)), ((-80, 30), (-85, -150)), ((-60,-90),(-60,90))] {
      let leg = GeodesicLeg(from: try place(p.0, p.1), to: try place(q.0, q.1))
      let f = try b.crossings(of: leg)
      let far = b.furthest(on: leg, within: .zero...leg.length)
      print("POLE", p, q, f.pieces.map { ($0.location, $0.length.kilometers) }, far!.distance.kilometers)
    }
  }
}

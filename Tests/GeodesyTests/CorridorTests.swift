import Geodesy
import Quantities
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

private func place(_ latitude: Double, _ longitude: Double) throws -> GeodeticCoordinate {
  try GeodeticCoordinate(latitude: .degrees(latitude), longitude: .degrees(longitude))
}

/// A degree of the equator, in meters: 6 378 137·π/180.
private let degree = 6_378_137 * Double.pi / 180

/// The radius of a turn at 250 m/s: 62 500 m²/s²/(9.80665 m/s²·√3) at 60°, and three times as much
/// at 30°, since tan 60° = √3 = 3 tan 30°.
private let radius60 = 62_500 / (9.80665 * 3.0.squareRoot())
private let radius30 = 3 * radius60

@Suite struct `The lens between two arcs` {
  /// r − √(r² − c²/4) with a calculator of 12 digits, for c of 250 m/s times the seconds.
  @Test(
    arguments: [
      (60.0, 4.0, 34.129_514), (60, 5, 53.468_529), (60, 10, 218.827_091), (60, 12, 319.622_933),
      (30, 4, 11.329_558), (30, 5, 17.707_553), (30, 10, 71.001_743), (30, 12, 102.388_542),
    ])
  func `is as wide as the gap between chord and arc`(
    bank: Double, seconds: Double, gap: Double
  ) throws {
    let radius = bank == 60 ? radius60 : radius30
    let chord = 250 * seconds
    let lens = try Corridor(
      from: try place(0, 20), to: try place(0, 20 + chord / degree),
      leastRadius: .meters(radius))
    #expect(abs(lens.greatestHalfWidth.meters - gap) < 1e-5)
  }

  /// The gaps that are told of 250 m/s, which are c²/8r in whole meters.
  ///
  /// They are 34, 53, 212, 306 m at 60°, and 11, 18, 71, 102 m at 30°. With q = (c/4r)², the gap is
  /// c²/8r·(1 + q + 2q² + …).
  @Test(
    arguments: [
      (60.0, 4.0, 34.0), (60, 5, 53), (60, 10, 212), (60, 12, 306), (30, 4, 11), (30, 5, 18),
      (30, 10, 71), (30, 12, 102),
    ])
  func `agrees with the table of gaps to the second order`(
    bank: Double, seconds: Double, gap: Double
  ) throws {
    let radius = bank == 60 ? radius60 : radius30
    let chord = 250 * seconds
    let lens = try Corridor(
      from: try place(0, 20), to: try place(0, 20 + chord / degree),
      leastRadius: .meters(radius))
    let q = chord * chord / (16 * radius * radius)
    #expect((lens.greatestHalfWidth.meters / (1 + q + 2 * q * q)).rounded() == gap)
  }

  /// At x of the chord, √(r² − (x − c/2)²) − √(r² − c²/4): places across the middle of a leg along
  /// the equator, whose perpendiculars are meridians.
  @Test(arguments: [0.1, 0.25, 0.5, 0.9])
  func `ends at the arcs`(share: Double) throws {
    let (radius, chord) = (10_000.0, 9000.0)
    let lens = try Corridor(
      from: try place(0, 20), to: try place(0, 20 + chord / degree), leastRadius: .meters(radius))
    let x = share * chord
    let gap =
      (radius * radius - (x - chord / 2) * (x - chord / 2)).squareRoot()
      - (radius * radius - chord * chord / 4).squareRoot()
    #expect(abs(lens.halfWidth(at: .meters(x)).meters - gap) < 1e-8)
    for side in [0.0, 180] {
      let across = GeodesicLine(
        from: try place(0, 20 + x / degree), azimuth: .degrees(side))
      #expect(lens.contains(across.place(at: .meters(gap - 0.001))))
      #expect(!lens.contains(across.place(at: .meters(gap + 0.01))))
    }
    let length = 2 * radius * asin(0.45)
    #expect(abs(lens.longestWay.meters - length) < 1e-8)
  }

  /// Flights of a thousand geodesic steps a radius that turn at random, by 1 ‰ less than it allows.
  @Test(arguments: UInt64(1)...60)
  func `holds every flight that turns no more sharply and goes no further`(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let radius = Double.random(in: 1000...100_000, using: &random)
    let step = radius / 1000
    // Up to half a circle, with turns kept for long.
    let count = Int.random(in: 100...3000, using: &random)
    let hold = Int.random(in: 1...1000, using: &random)
    let isExtreme = Bool.random(using: &random)
    var places = [
      try place(
        Double.random(in: -70...70, using: &random), Double.random(in: -179...179, using: &random))
    ]
    var azimuth = Double.random(in: 0..<360, using: &random)
    var curvature = 0.0
    for number in 0..<count {
      if number % hold == 0 {
        curvature = Double.random(in: -0.999...0.999, using: &random)
        if isExtreme { curvature = curvature < 0 ? -0.999 : 0.999 }
      }
      let line = GeodesicLine(from: places[number], azimuth: .degrees(azimuth))
      let (next, arrived) = line.placeAndAzimuth(at: .meters(step))
      places.append(next)
      azimuth = arrived.degrees + curvature * step / radius * 180 / .pi
    }
    // No lens spans the ends of a flight that went straight for too long.
    let distance = GeodesicLeg(from: places[0], to: places[count]).length.meters
    guard distance < 1.999 * radius else { return }
    let lens = try Corridor(
      from: places[0], to: places[count], leastRadius: .meters(radius))
    #expect(Double(count) * step <= lens.longestWay.meters)
    #expect(places.dropFirst().dropLast().allSatisfy(lens.contains))
  }

  @Test func `is refused where no arc spans the places`() throws {
    let (a, b) = (try place(0, 20), try place(0, 20.1))
    let distance = Length.meters(0.1 * degree)
    for radius in [0.0, -1, .nan, 300_001, .infinity] {
      #expect(throws: CorridorError.self) {
        try Corridor(from: a, to: b, leastRadius: .meters(radius))
      }
    }
    // Half of 11 131.949 m is 5565.975 m.
    #expect(throws: CorridorError.self) {
      try Corridor(from: a, to: b, leastRadius: .meters(5565.9))
    }
    let half = try Corridor(from: a, to: b, leastRadius: .meters(5566.1))
    #expect(half.longestWay > distance * 1.5 && half.longestWay < distance * 1.571)
  }
}

@Suite struct `The ellipse of ways up to a length` {
  /// With ends 0.08° apart on the equator and ways up to 0.1°: half axes 0.05° and 0.03°.
  @Test func `has its half axes along and across`() throws {
    let ellipse = try Corridor(
      from: try place(0, 20), to: try place(0, 20.08), longestWay: .meters(0.1 * degree))
    #expect(abs(ellipse.greatestHalfWidth.meters - 0.03 * degree) < 1e-6)
    #expect(ellipse.contains(try place(0, 20.09 - 1e-9)))
    #expect(!ellipse.contains(try place(0, 20.09 + 1e-9)))
    #expect(ellipse.contains(try place(0, 19.99 + 1e-9)))
    let across = GeodesicLine(from: try place(0, 20.04), azimuth: .zero)
    #expect(ellipse.contains(across.place(at: .meters(0.02999 * degree))))
    #expect(!ellipse.contains(across.place(at: .meters(0.03001 * degree))))
    // At a focus the half width is b²/a = 0.018°.
    #expect(abs(ellipse.halfWidth(at: .zero).meters - 0.018 * degree) < 1e-6)
    #expect(ellipse.halfWidth(at: .meters(0.2 * degree)) == .zero)
  }

  @Test func `is refused for lengths that no way has`() throws {
    let (a, b) = (try place(10, 20), try place(10, 21))
    let distance = GeodesicLeg(from: a, to: b).length
    #expect(throws: CorridorError.wayTooShort(distance - .meters(1e-6), least: distance)) {
      try Corridor(from: a, to: b, longestWay: distance - .meters(1e-6))
    }
    for length in [.nan, .infinity, 9_000_001.0] {
      #expect(throws: CorridorError.self) {
        try Corridor(from: a, to: b, longestWay: .meters(length))
      }
    }
    #expect(try Corridor(from: a, to: b, longestWay: distance).longestWay == distance)
  }
}

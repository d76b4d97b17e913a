import Airspaces
import Flights
import Geodesy
import Geometry
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

/// The path of the example world, or another track, as samples of which are drawn.
private func sampled(
  _ others: [UncertainParameter: Distribution], of track: Track? = nil,
  by border: PreparedBorder? = nil, displacement: Length = .zero, borderSources: [String] = []
) throws -> SampleReplayer {
  var example = ExampleScenario()
  if let border { example.border = border }
  example.altitude = Altitude(.meters(6000), .msl)
  let resolved: ResolvedTrack
  if let track {
    let definition = TrackDefinition(
      id: "track", title: "", aircraft: "glider", airspace: "square", kind: .recorded, basis: "",
      sources: [], motion: .fixes(track), warnings: nil, events: [])
    resolved = try example.scenario.resolve(definition, borders: example.borders)
  } else {
    resolved = try example.resolve()
  }
  let track = SampledTrack(
    TrackVariations(
      of: try VariableTrack(resolved), in: try example.scenario, borders: example.borders),
    uncertainties: Uncertainties(
      borderDisplacement: displacement, sources: [],
      others: others.mapValues { Uncertainty($0, sources: []) }),
    borderSources: borderSources)
  return SampleReplayer(track, borders: [:], placesEvents: false)
}

extension SampleReplayer {
  /// What a sample of seed 1 comes to.
  fileprivate func encounter(_ number: Int, seed: UInt64 = 1) throws -> Encounter {
    try replay(track.sample(SampleDraw(seed: seed, sample: number))).encounter
  }
}

@Suite struct `A sample of an uncertain track` {
  @Test func `is the track itself where nothing is uncertain`() throws {
    let replayer = try sampled([:])
    let sample = replayer.track.sample(SampleDraw(seed: 1, sample: 7))
    #expect(sample.variation == Variation() && sample.scan == nil && sample.noise == .zero)
    let replay = try replayer.replay(sample)
    #expect(replay.track.track.fixes == replayer.track.variations.track.resolved.track.fixes)
  }

  /// The same numbers for ever: a result that somebody quoted with its seed can be drawn again.
  ///
  /// By SplitMix64 and `statistics.NormalDist` in Python 3.11.
  @Test func `has the numbers that its seed and number promise`() throws {
    let replayer = try sampled([
      .clock: .uniform(0, 1), .altitude: .uniform(0, 1000),
      .positionBias: .normal(standardDeviation: 100),
    ])
    let change = replayer.track.sample(SampleDraw(seed: 2015, sample: 17)).variation.change
    #expect(change.delay.seconds == 0.102_482_697_459_502_17)
    #expect(change.altitude?.meters == 6618.202_180_036_192)
    #expect(abs(change.north.meters + 22.092_172_057_701_738) < 1e-11)
    #expect(abs(change.east.meters + 209.883_805_474_589_96) < 1e-11)
  }

  @Test func `draws one thing alike whatever else is uncertain`() throws {
    let few = try sampled([.clock: .uniform(0, 1)])
    let many = try sampled(
      [
        .clock: .uniform(0, 1), .altitude: .uniform(0, 1), .scanPeriod: .uniform(4, 12),
        .positionNoise: .normal(standardDeviation: 10), .trackAngle: .uniform(-1, 1),
        .groundSpeed: .normal(standardDeviation: 1),
      ], displacement: .meters(50))
    for number in 0..<50 {
      let draw = SampleDraw(seed: 3, sample: number)
      #expect(
        few.track.sample(draw).variation.change.delay
          == many.track.sample(draw).variation.change.delay)
    }
  }

  @Test(arguments: [UInt64(1), 2, 99])
  func `has its spreads, and no two of them together`(seed: UInt64) throws {
    let replayer = try sampled(
      [
        .clock: .uniform(-1, 1), .positionBias: .normal(standardDeviation: 1),
        .trackAngle: .normal(standardDeviation: 1), .scanPeriod: .uniform(3, 5),
      ], displacement: .meters(NormalDistribution.halfWidth95), borderSources: ["a", "b", "c"])
    let count = 4000
    var columns = Array(repeating: [Double](), count: 8)
    var ofSource: [String: Int] = [:]
    for number in 0..<count {
      let sample = replayer.track.sample(SampleDraw(seed: seed, sample: number))
      let (change, border) = (sample.variation.change, sample.variation.borderChange)
      let scan = try #require(sample.scan)
      let root3 = 3.0.squareRoot()
      // Each with mean 0 and deviation 1: a uniform spread of half width w has w/√3.
      let values: [Double] = [
        change.delay.seconds * root3, change.north.meters, change.east.meters,
        change.rotation.degrees, border.north.meters, border.east.meters,
        (scan.period.seconds - 4) * root3, (scan.first / scan.period * 2 - 1) * root3,
      ]
      for (index, value) in values.enumerated() { columns[index].append(value) }
      ofSource[sample.variation.border ?? "", default: 0] += 1
    }
    // Four standard deviations of what 4000 draws give: 1/√4000, and √2/√4000 for squares.
    let allowed = 4 / Double(count).squareRoot()
    for (index, column) in columns.enumerated() {
      #expect(abs(column.reduce(0, +) / Double(count)) < allowed)
      let square = column.reduce(0) { $0 + $1 * $1 } / Double(count)
      #expect(abs(square - 1) < allowed * 2.0.squareRoot())
      for other in columns[..<index] {
        let product = zip(column, other).reduce(0) { $0 + $1.0 * $1.1 } / Double(count)
        #expect(abs(product) < allowed)
      }
    }
    for id in ["a", "b", "c"] { #expect(abs(ofSource[id, default: 0] - count / 3) < 120) }
  }

  /// 250 s from the first scan on; the altitude stays, the places are those of the track.
  @Test func `is seen at the times of its scans`() throws {
    let replayer = try sampled([.scanPeriod: .uniform(7, 7)])
    let flown = replayer.track.variations.track.resolved.track
    for number in 0..<20 {
      let sample = replayer.track.sample(SampleDraw(seed: 5, sample: number))
      let scan = try #require(sample.scan)
      #expect(scan.period == .seconds(7) && (0..<7).contains(scan.first.seconds))
      let seen = try sample.seen(flown)
      #expect(seen.fixes.count == Int(((250 - scan.first.seconds) / 7).rounded(.down)) + 1)
      for (index, fix) in seen.fixes.enumerated() {
        let seconds = fix.time.since(flown.start.time).seconds
        #expect(abs(seconds - scan.first.seconds - 7 * Double(index)) < 1e-8)
        #expect(fix.place == flown.state(at: fix.time)?.place)
        #expect(fix.altitude == Altitude(.meters(6000), .msl))
      }
    }
  }

  @Test func `misses each place by as much north as east`() throws {
    let track = try World.track((0..<3000).map { (Double($0), 19.9 + Double($0) * 1e-5, 0) })
    let replayer = try sampled([.positionNoise: .normal(standardDeviation: 100)], of: track)
    let sample = replayer.track.sample(SampleDraw(seed: 5, sample: 0))
    let seen = try sample.seen(track)
    var (north, east) = (0.0, 0.0)
    for (fix, miss) in zip(track.fixes, seen.fixes) {
      #expect(fix.time == miss.time)
      let arc = Geodesic.wgs84.inverse(from: fix.place, to: miss.place)
      let (sine, cosine) = (arc.initialAzimuth.sine, (arc.initialAzimuth + .degrees(90)).sine)
      north += arc.distance.meters * cosine * arc.distance.meters * cosine
      east += arc.distance.meters * sine * arc.distance.meters * sine
    }
    // Four deviations of a variance from 3000 draws: 4·√(2/3000) of it.
    for square in [north, east] { #expect(abs(square / 3000 / 10_000 - 1) < 0.104) }
  }

  @Test func `is not seen by fewer than two scans`() throws {
    let replayer = try sampled([.scanPeriod: .uniform(400, 400)])
    let sample = replayer.track.sample(SampleDraw(seed: 1, sample: 0))
    #expect(throws: VariationError.change(.seenTooRarely)) { try replayer.replay(sample) }
  }
}

extension Findings {
  /// Whether the numbers are those of others, to a share of them and some micrometers.
  fileprivate func isLike(_ other: Findings, share: Double) -> Bool {
    func alike(_ a: Double?, _ b: Double?) -> Bool {
      guard let a, let b else { return a == nil && b == nil }
      return abs(a - b) <= 5e-4 + share * abs(b)
    }
    func alike(_ a: Quantities.Instant?, _ b: Quantities.Instant?) -> Bool {
      guard let a, let b else { return a == nil && b == nil }
      return abs(a.since(b).seconds) <= 1e-5 + 100 * share
    }
    let (a, b) = (figures, other.figures)
    return a.crossings == b.crossings && a.isComplete == b.isComplete
      && alike(a.entry, b.entry) && alike(a.exit, b.exit)
      && alike(a.duration.seconds, b.duration.seconds) && alike(a.length.meters, b.length.meters)
      && alike(a.depth?.meters, b.depth?.meters)
      && alike(a.southernTipDepth?.meters, b.southernTipDepth?.meters)
      && alike(a.entryDepth?.meters, b.entryDepth?.meters)
      && alike(a.nearestApproach?.meters, b.nearestApproach?.meters)
      && alike(a.entrySpeed?.metersPerSecond, b.entrySpeed?.metersPerSecond)
      && alike(referenceTime, other.referenceTime)
      && alike(referenceSpeed?.metersPerSecond, other.referenceSpeed?.metersPerSecond)
  }
}

@Suite struct `What samples do` {
  private static let everything: [UncertainParameter: Distribution] = [
    .positionNoise: .normal(standardDeviation: 200), .positionBias: .normal(standardDeviation: 500),
    .clock: .uniform(0, 20), .groundSpeed: .normal(standardDeviation: 10),
    .trackAngle: .uniform(-60, 60), .altitude: .uniform(-200, 200), .scanPeriod: .uniform(4, 12),
  ]

  /// The plain form replays each sample, against a border that is moved.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `is found without replays, but for the last digits`(seed: UInt64) throws {
    var others = Self.everything
    if seed.isMultiple(of: 3) { others[.scanPeriod] = nil }
    if seed.isMultiple(of: 4) { others[.positionNoise] = nil }
    let replayer = try sampled(others, displacement: seed < 7 ? .meters(50) : .zero)
    var finder = SampleFinder(replayer)
    var inside = 0
    for number in 0..<20 {
      let sample = replayer.track.sample(SampleDraw(seed: seed, sample: number))
      let replay = try replayer.replay(sample)
      let plain = Findings(of: replay.encounter, along: replay.track.track)
      let found = try finder.findings(sample)
      #expect(found.isLike(plain, share: seed < 7 ? 2e-5 : 1e-7), "\(found) \(plain)")
      inside += found.isInside ? 1 : 0
    }
    #expect(inside > 0)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `is found alike where they stay outside`(seed: UInt64) throws {
    let track = try World.track([(0, 19.9, -0.3), (200, 19.97, -0.05), (400, 19.9, 0.2)])
    let replayer = try sampled(Self.everything, of: track)
    var finder = SampleFinder(replayer)
    var outside = 0
    for number in 0..<15 {
      let sample = replayer.track.sample(SampleDraw(seed: seed, sample: number))
      let replay = try replayer.replay(sample)
      let plain = Findings(of: replay.encounter, along: replay.track.track)
      let found = try finder.findings(sample)
      #expect(found.isLike(plain, share: 1e-7), "\(found) \(plain)")
      outside += found.isInside ? 0 : 1
    }
    #expect(outside > 0)
  }

  /// Beyond 80° of latitude degrees of longitude are too short to be added to.
  @Test func `is found near a pole too`() throws {
    let border = try World.border([[(20, 84), (21, 84), (21, 85), (20, 85)]])
    let track = try World.track([(0, 19, 84.4), (200, 22, 84.5)])
    let replayer = try sampled(Self.everything, of: track, by: border)
    var finder = SampleFinder(replayer)
    for number in 0..<10 {
      let sample = replayer.track.sample(SampleDraw(seed: 1, sample: number))
      let replay = try replayer.replay(sample)
      #expect(
        try finder.findings(sample) == Findings(of: replay.encounter, along: replay.track.track))
    }
  }

  @Test func `is nothing where fewer than two scans see them`() throws {
    let replayer = try sampled([.scanPeriod: .uniform(400, 400)])
    var finder = SampleFinder(replayer)
    let sample = replayer.track.sample(SampleDraw(seed: 1, sample: 0))
    #expect(throws: VariationError.change(.seenTooRarely)) { try finder.findings(sample) }
  }

  @Test func `does not depend on what was found before`() throws {
    let replayer = try sampled(Self.everything, displacement: .meters(50))
    var finder = SampleFinder(replayer)
    let samples = (0..<30).map { replayer.track.sample(SampleDraw(seed: 4, sample: $0)) }
    let found = try samples.map { try finder.findings($0) }
    for (index, sample) in samples.enumerated().reversed() {
      #expect(try finder.findings(sample) == found[index])
    }
  }
}

@Suite struct `Samples together` {
  /// North along a meridian 0.01° west of the strip, with a bias of 1 km: inside where it is more
  /// than 1113.19 m to the east.
  ///
  /// The probability is Φ(−1.113 194 9) = 0.132 812 (mpmath 1.3); away from the equator
  /// the way to the border is shorter by up to 6 mm.
  @Test(arguments: [UInt64(1), 2, 3])
  func `cross a straight border as often as normal errors do`(seed: UInt64) throws {
    let track = try World.track([(0, 19.99, -0.1), (200, 19.99, 0.1)])
    let replayer = try sampled([.positionBias: .normal(standardDeviation: 1000)], of: track)
    let count = 300
    var inside = 0
    for number in 0..<count {
      if try !replayer.encounter(number, seed: seed).crossings.isEmpty { inside += 1 }
    }
    let p = NormalDistribution.probability(below: -1.113_194_9)
    let error = (p * (1 - p) / Double(count)).squareRoot()
    #expect(abs(Double(inside) / Double(count) - p) < 3 * error)
  }

  /// Seventeen seconds at 250 m/s between two sides that lean by 0.52 of their height, scanned every
  /// 4 s with errors at random.
  ///
  /// Each end of the stay is misplaced by the error along the track and 0.52 times that across it, of
  /// a place between two scans, where it is √(w² + (1 − w)²) of a scan's, 2/3 of the square on
  /// average. So the duration's deviation is σ/v·√(2·2/3·(1 + 0.52²)), 0.130 s for 25 m and 0.521 s
  /// for 100 m; at 300 m, 1.56 s are what the first order gives and 1.66 s were measured with another
  /// program on such a wedge.
  @Test(arguments: [(25.0, 0.130, 0.012), (100, 0.53, 0.05), (300, 1.62, 0.16)])
  func `spread a duration as random errors of position do`(
    deviation: Double, seconds: Double, allowed: Double
  ) throws {
    // 2125 m either side of 20° E on the equator; degrees of latitude are 110 574.3 m.
    let half = 2125 / World.degree
    let lean = 0.52 * 110_574.3 / World.degree * 0.03
    let border = try World.border([
      [
        (20 - half + lean, -0.03), (20 + half - lean, -0.03), (20 + half + lean, 0.03),
        (20 - half - lean, 0.03),
      ]
    ])
    let start = 20 - 15_000 / World.degree
    let track = try World.track([(0, start, 0), (120, 20 + 15_000 / World.degree, 0)])
    let replayer = try sampled(
      [.scanPeriod: .uniform(4, 4), .positionNoise: .normal(standardDeviation: deviation)],
      of: track, by: border)
    let count = 400
    var (sum, squares) = (0.0, 0.0)
    for number in 0..<count {
      let duration = try replayer.encounter(number).durationInside.seconds
      sum += duration
      squares += duration * duration
    }
    let mean = sum / Double(count)
    let spread = (squares / Double(count) - mean * mean).squareRoot()
    #expect(abs(mean - 17) < 0.25)
    #expect(abs(spread - seconds) < allowed, "\(spread)")
  }

  /// The strip's western side, moved by a standard deviation of 500 m, is passed that much later.
  @Test func `enter when the border that is drawn lets them`() throws {
    let replayer = try sampled(
      [:], displacement: .meters(500 * NormalDistribution.halfWidth95))
    for number in 0..<50 {
      let sample = replayer.track.sample(SampleDraw(seed: 8, sample: number))
      let entry = try #require(
        try replayer.replay(sample).encounter.crossings.first?.entry)
      let later = entry.time.since(World.time(1000)).seconds * World.speed.metersPerSecond
      // The corner half a degree south moves by the meters told, the equator by 1/cos 0.5° of them.
      #expect(abs(later - sample.variation.borderChange.east.meters) < 0.1)
    }
  }
}

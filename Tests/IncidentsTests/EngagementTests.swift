import Flights
import Geodesy
import Incidents
import Quantities
import TestSupport
import Testing

private typealias World = ExampleSquare

/// The aircraft flies a thousandth of a degree of the equator a second, 111.319 490 793 m; it enters
/// after 1000 s and leaves after 1100 s, across meridians, on a track from 880 s to 1130 s.
@Suite struct `An engagement` {
  private static let second = World.degree / 1000

  private func engagement(
    _ known: Engagement.Moment, at seconds: Double, _ band: ClosedRange<Double>,
    displacement: Double = 0, _ change: (inout ExampleScenario) throws -> Void = { _ in }
  ) throws -> Engagement? {
    var example = ExampleScenario()
    try change(&example)
    let flight = try MissileFlight(
      duration: .seconds(band.lowerBound)...(.seconds(band.upperBound)))
    return Replay(of: try example.resolve()).engagement(
      with: known, at: World.time(seconds), flight: flight,
      borderDisplacement: .meters(displacement))
  }

  /// Launched 10 s before the exit: a hit after 5 s is 5 s inside, one after 25 s is 15 s outside.
  @Test func `tells where a target is hit that is launched at inside`() throws {
    let found = try #require(try engagement(.launch, at: 1090, 5...25))
    #expect(found.position.side == .inside && found.known == .launch)
    for (end, flight, distance, side) in [
      (found.shortest, 5.0, -5.0, Engagement.Side.inside), (found.longest, 25, 15, .outside),
    ] {
      let end = try #require(end)
      #expect(end.flightTime == .seconds(flight) && end.position.side == side)
      #expect(end.position.time == World.time(1090 + flight))
      #expect(abs(end.flown.meters - flight * Self.second) < 1e-6)
      let meters = try #require(end.position.borderDistance?.meters)
      #expect(abs(meters - distance * Self.second) < 1e-3)
    }
    let change = try #require(found.changes.first)
    #expect(found.changes.count == 1 && !change.isEntry && change.uncertainty == .zero)
    #expect(abs(change.flightTime.seconds - 10) < 1e-6)
    #expect(found.stretches.map(\.isInside) == [true, false])
    for (share, expected) in zip(found.stretches.map(\.share), [0.25, 0.75]) {
      #expect(abs(share - expected) < 1e-6)
    }
  }

  /// A hit 10 s after the entry: launches 5 s before are inside, those 40 s before outside.
  @Test func `tells where a target was launched at that is hit inside`() throws {
    let found = try #require(try engagement(.hit, at: 1010, 5...40))
    #expect(found.shortest?.position.time == World.time(1005))
    #expect(found.shortest?.position.side == .inside && found.longest?.position.side == .outside)
    #expect(found.changes.map(\.isEntry) == [true])
    #expect(found.stretches.map(\.isInside) == [true, false])
    for (share, expected) in zip(found.stretches.map(\.share), [1.0 / 7, 6.0 / 7]) {
      #expect(abs(share - expected) < 1e-6)
    }
  }

  /// Two lands from 20° and from 20.04°, each 0.02° wide, and a launch 10 s before the first.
  @Test func `counts every change of the side`() throws {
    let found = try #require(
      try engagement(.launch, at: 990, 5...55) {
        $0.border = try World.border([World.rectangle(20, 20.02), World.rectangle(20.04, 20.06)])
        $0.course = .straight(
          through: .at(try World.place(20.01)), trackAngle: .degrees(90), before: .seconds(20),
          after: .seconds(100))
      })
    #expect(found.changes.map(\.isEntry) == [true, false, true, false])
    for (change, seconds) in zip(found.changes, [10.0, 30, 50, 70]) {
      #expect(abs(change.flightTime.seconds - seconds) < 1e-6)
    }
    #expect(found.stretches.map(\.isInside) == [false, true, false, true])
    for (share, expected) in zip(found.stretches.map(\.share), [0.1, 0.4, 0.4, 0.1]) {
      #expect(abs(share - expected) < 1e-6)
    }
  }

  /// The line may lie 6 s of flight from where it is drawn: more than the 5 s of the nearer hit.
  ///
  /// The 10 s at which the side changes are uncertain by 6 s, and its share of 20 s by 0.3.
  @Test func `leaves a side undetermined within the displacement of the border`() throws {
    let found = try #require(
      try engagement(.launch, at: 1090, 5...25, displacement: 6 * Self.second))
    #expect(found.position.side == .inside)
    #expect(found.shortest?.position.side == .undetermined)
    #expect(found.longest?.position.side == .outside)
    let change = try #require(found.changes.first)
    #expect(abs(change.uncertainty.seconds - 6) < 1e-6)
    for stretch in found.stretches { #expect(abs(stretch.shareUncertainty - 0.3) < 1e-6) }
  }

  /// The track ends 10 s after the launch, which is a quarter of the band from 5 s to 25 s.
  @Test func `tells nothing beyond the track`() throws {
    let found = try #require(try engagement(.launch, at: 1120, 5...25))
    #expect(found.shortest?.position.side == .outside && found.longest == nil)
    #expect(found.stretches.map(\.isInside) == [false])
    #expect(abs((found.stretches.first?.share ?? 0) - 0.25) < 1e-6)
    #expect(try engagement(.launch, at: 1131, 5...25) == nil)
    #expect(try engagement(.hit, at: 879, 5...25) == nil)
    #expect(try engagement(.launch, at: 1129, 5...1e12)?.stretches == [])
  }

  @Test func `has no shares of a band without width`() throws {
    let found = try #require(try engagement(.launch, at: 1090, 12...12))
    #expect(found.shortest == found.longest && found.longest?.position.side == .outside)
    #expect(found.stretches.isEmpty)
  }
}

import Airspaces
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

private func at(_ feet: Double, _ reference: Altitude.Reference) -> Altitude {
  Altitude(.feet(feet), reference)
}

private func limits(_ floor: VerticalLimit, _ ceiling: VerticalLimit) throws -> VerticalLimits {
  try VerticalLimits(floor: floor, ceiling: ceiling)
}

@Suite struct `Vertical limits` {
  @Test func `have an altitude inside, outside or exactly on them`() throws {
    let band = try limits(.at(at(1000, .msl)), .at(at(3000, .msl)))
    for (feet, location) in [
      (999.9, Location.outside), (1000, .onBorder), (1000.1, .inside), (3000, .onBorder),
      (3000.1, .outside),
    ] {
      #expect(band.location(of: at(feet, .msl)) == .determined(location))
    }
  }

  @Test func `answer nothing across two references, and say which`() throws {
    let band = try limits(.surface, .at(at(10_000, .pressure)))
    for reference in [Altitude.Reference.msl, .ellipsoid, .agl] {
      let doubt = VerticalDoubt.differentReferences(altitude: reference, limit: .pressure)
      #expect(band.location(of: at(500, reference)) == .undetermined(doubt))
      #expect(
        doubt.description
          == "an altitude counted from \(reference.rawValue) cannot be compared with a limit "
          + "counted from pressure")
    }
    #expect(band.location(of: at(500, .unknown)) == .undetermined(.unknownReference))
    #expect(band.location(of: nil) == .undetermined(.noAltitude))
    let vague = try limits(.surface, .at(at(10_000, .unknown)))
    #expect(vague.location(of: at(500, .unknown)) == .undetermined(.unknownReference))
  }

  @Test func `from the surface without end need no altitude`() {
    for altitude in [nil, at(19_000, .unknown), at(-100, .msl)] {
      #expect(VerticalLimits.none.location(of: altitude) == .determined(.inside))
    }
  }

  @Test func `are decided by the one that is broken`() throws {
    let mixed = try limits(.at(at(1000, .msl)), .at(at(10_000, .pressure)))
    #expect(mixed.location(of: at(900, .msl)) == .determined(.outside))
    #expect(mixed.location(of: at(11_000, .pressure)) == .determined(.outside))
    #expect(mixed.location(of: at(2000, .msl)).answer == nil)
  }

  @Test func `are refused where they bound nothing`() throws {
    let low = VerticalLimit.at(at(1000, .msl))
    for (floor, ceiling, error) in [
      (VerticalLimit.unlimited, low, VerticalLimitsError.floorUnlimited),
      (low, .surface, .ceilingAtSurface),
      (low, low, .floorNotBelowCeiling(floor: .feet(1000), ceiling: .feet(1000))),
      (.at(at(.nan, .msl)), .unlimited, .notFinite),
    ] {
      #expect(throws: error) { try limits(floor, ceiling) }
    }
    // Of two references nothing is known that would forbid it.
    #expect(throws: Never.self) { try limits(low, .at(at(500, .agl))) }
  }
}

@Suite struct `An airspace volume` {
  /// A land of the equator from 20° to 21° E, up to 3000 ft.
  private func volume(_ floor: VerticalLimit, _ ceiling: VerticalLimit) throws -> AirspaceVolume {
    AirspaceVolume(
      Region(try prepared([rectangle((20, -1), (21, 1))])), try limits(floor, ceiling))
  }

  private func leg(_ west: Double, _ east: Double) throws -> GeodesicLeg {
    GeodesicLeg(from: try place(0, west), to: try place(0, east))
  }

  private let ceiling = VerticalLimit.at(at(3000, .msl))
  private let degree = 6_378_137 * Double.pi / 180

  @Test func `asks for an altitude only within its region`() throws {
    let volume = try volume(.surface, ceiling)
    #expect(volume.location(of: try place(0, 19), at: nil) == .determined(.outside))
    #expect(volume.location(of: try place(0, 20.5), at: nil) == .undetermined(.noAltitude))
    let over = try place(0, 20.5)
    #expect(volume.location(of: over, at: at(2999, .msl)) == .determined(.inside))
    #expect(volume.location(of: over, at: at(3000, .msl)) == .determined(.onBorder))
    #expect(volume.location(of: over, at: at(3001, .msl)) == .determined(.outside))
    #expect(volume.location(of: try place(0, 20), at: at(2999, .msl)) == .determined(.onBorder))
    #expect(volume.location(of: try place(0, 20), at: at(3001, .msl)) == .determined(.outside))
  }

  /// From 19.5° E at 1000 ft to 21.5° E at 5000 ft: 3000 ft at 20.5° E.
  @Test func `is left through its ceiling by a climbing leg`() throws {
    let profile = AltitudeProfile(from: at(1000, .msl), to: at(5000, .msl))
    let answer = try volume(.surface, ceiling).crossings(of: leg(19.5, 21.5), profile).answer
    let found = try #require(answer)
    #expect(found.pieces.map(\.location) == [.outside, .inside, .outside])
    #expect(abs(found.contacts[0].at.meters - 0.5 * degree) < 1e-6)
    #expect(abs(found.contacts[1].at.meters - degree) < 1e-6)
    // 1219.2 m in 2°: by the tangent.
    #expect(abs(found.contacts[1].angle.radians - 1219.2 / (2 * degree)) < 1e-6)
  }

  @Test func `is passed above, or below its floor, without entering`() throws {
    let band = try volume(.at(at(1000, .msl)), ceiling)
    for (start, end) in [(4000.0, 5000.0), (900, 100), (900, 900)] {
      let profile = AltitudeProfile(from: at(start, .msl), to: at(end, .msl))
      let found = try #require(try band.crossings(of: leg(19.5, 21.5), profile).answer)
      #expect(!found.pieces.contains { $0.location != .outside } && found.contacts.isEmpty)
    }
  }

  @Test func `is entered through the ceiling and left through the floor`() throws {
    let band = try volume(.at(at(1000, .msl)), ceiling)
    let profile = AltitudeProfile(from: at(5000, .msl), to: at(0, .msl))
    let found = try #require(try band.crossings(of: leg(20.1, 20.9), profile).answer)
    #expect(found.pieces.map(\.location) == [.outside, .inside, .outside])
    #expect(abs(found.contacts[0].at.meters - 0.4 * 0.8 * degree) < 1e-6)
    #expect(abs(found.contacts[1].at.meters - 0.8 * 0.8 * degree) < 1e-6)
  }

  @Test func `has a leg at its ceiling on its line, where the region is inside`() throws {
    let profile = AltitudeProfile(level: at(3000, .msl))
    let found = try #require(
      try volume(.surface, ceiling).crossings(of: leg(19.5, 21.5), profile).answer)
    #expect(found.pieces.map(\.location) == [.outside, .onBorder, .outside])
  }

  @Test func `has a leg that begins at its ceiling begin there`() throws {
    let profile = AltitudeProfile(from: at(3000, .msl), to: at(2000, .msl))
    let found = try #require(
      try volume(.surface, ceiling).crossings(of: leg(20.2, 20.8), profile).answer)
    #expect(found.pieces.map(\.location) == [.inside] && found.atStart?.at == .zero)
  }

  @Test func `is undetermined only where the region is met`() throws {
    let volume = try volume(.surface, ceiling)
    let vague = AltitudeProfile(level: at(2000, .pressure))
    #expect(try volume.crossings(of: leg(18, 19), vague).answer?.pieces.count == 1)
    #expect(
      try volume.crossings(of: leg(19.5, 20.5), vague)
        == .undetermined(.differentReferences(altitude: .pressure, limit: .msl)))
    let half = AltitudeProfile(from: at(2000, .msl), to: nil)
    #expect(try volume.crossings(of: leg(19.5, 20.5), half) == .undetermined(.noAltitude))
    let mixed = AltitudeProfile(from: at(2000, .msl), to: at(2000, .agl))
    #expect(
      try volume.crossings(of: leg(19.5, 20.5), mixed)
        == .undetermined(.mixedReferences(start: .msl, end: .agl)))
  }

  /// The floor is counted from the sea as the altitude is, the ceiling by pressure: below the floor
  /// it is outside whatever the pressure.
  @Test func `is decided below its floor though its ceiling is counted otherwise`() throws {
    let mixed = try volume(.at(at(1000, .msl)), .at(at(9000, .pressure)))
    let below = AltitudeProfile(from: at(100, .msl), to: at(900, .msl))
    let found = try #require(try mixed.crossings(of: leg(19.5, 20.5), below).answer)
    #expect(found.pieces.map(\.location).allSatisfy { $0 == .outside })
    // It climbs through the floor before it comes to the region.
    let early = AltitudeProfile(from: at(900, .msl), to: at(3000, .msl))
    #expect(try mixed.crossings(of: leg(19.5, 20.5), early).answer == nil)
    // It sinks through the floor before it comes to the region.
    let late = AltitudeProfile(from: at(1100, .msl), to: at(0, .msl))
    #expect(try mixed.crossings(of: leg(19.5, 20.5), late).answer?.contacts.isEmpty == true)
  }

  @Test func `of no limits answers as its region does`() throws {
    let region = Region(try prepared([rectangle((20, -1), (21, 1))]))
    let volume = AirspaceVolume(region, .none)
    let path = try leg(19.5, 21.5)
    let answer = try volume.crossings(of: path, AltitudeProfile(level: nil))
    #expect(answer.answer == (try region.crossings(of: path)))
  }

  @Test func `asks a leg of no length at its first altitude`() throws {
    let volume = try volume(.surface, ceiling)
    let profile = AltitudeProfile(from: at(2000, .msl), to: at(4000, .msl))
    let found = try #require(try volume.crossings(of: leg(20.5, 20.5), profile).answer)
    #expect(found.pieces.map(\.location) == [.inside] && found.pieces[0].length == .zero)
  }
}

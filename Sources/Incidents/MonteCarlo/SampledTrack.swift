import Airspaces
public import Flights
import Geodesy
public import Quantities

/// A track with everything that is uncertain about it: what samples are drawn from.
public struct SampledTrack: Sendable {
  public let variations: TrackVariations
  public let uncertainties: Uncertainties
  /// The border sources, each as likely as the others; the scenario's default where there is none.
  public let borderSources: [String]

  /// - Parameters:
  ///   - variations: The track.
  ///   - uncertainties: What is not known exactly.
  ///   - borderSources: The border sources, each as likely as the others.
  public init(
    _ variations: TrackVariations, uncertainties: Uncertainties, borderSources: [String] = []
  ) {
    (self.variations, self.uncertainties) = (variations, uncertainties)
    self.borderSources = borderSources
  }
}

/// One sample: a variant, and how it was seen.
public struct Sample: Hashable, Sendable {
  public let variation: Variation
  /// When the track was seen; at its own fixes where there is no radar.
  public let scan: Scan?
  /// The standard deviation of the errors of each fix, north and east.
  public let noise: Length
  let draw: SampleDraw

  /// When a radar saw a track.
  public struct Scan: Hashable, Sendable {
    public let period: TimeSpan
    /// When the first scan was, after the track's start.
    public let first: TimeSpan
  }
}

extension SampledTrack {
  /// What a sample takes for everything that is uncertain.
  public func sample(_ draw: SampleDraw) -> Sample {
    var variation = Variation()
    func value(_ parameter: UncertainParameter, _ key: SampleDraw.Key) -> Double? {
      uncertainties.others[parameter]?.distribution.quantile(draw.probability(key))
    }
    if let north = value(.positionBias, .biasNorth) { variation.change.north = .meters(north) }
    if let east = value(.positionBias, .biasEast) { variation.change.east = .meters(east) }
    if let angle = value(.trackAngle, .trackAngle) { variation.change.rotation = .degrees(angle) }
    if let later = value(.clock, .clock) { variation.change.delay = .seconds(later) }
    if let faster = value(.groundSpeed, .groundSpeed) {
      let told = variations.track.pivot.groundSpeed.metersPerSecond
      variation.change.groundSpeed = .scaled((told + faster) / told)
    }
    let altitude = variations.track.resolved.track.start.altitude
    if let higher = value(.altitude, .altitude), let altitude {
      variation.change.altitude = altitude.height + .meters(higher)
    }
    if !borderSources.isEmpty {
      let share = draw.probability(.borderSource) * Double(borderSources.count)
      variation.border = borderSources[Int(share)]
    }
    let deviation = uncertainties.borderDisplacement / NormalDistribution.halfWidth95
    if deviation > .zero {
      func displacement(_ key: SampleDraw.Key) -> Length {
        deviation * NormalDistribution.quantile(draw.probability(key))
      }
      variation.borderChange.north = displacement(.displacementNorth)
      variation.borderChange.east = displacement(.displacementEast)
    }
    let scan = value(.scanPeriod, .scanPeriod).map { period in
      Sample.Scan(
        period: .seconds(period), first: .seconds(period * draw.probability(.scanPhase)))
    }
    var noise = Length.zero
    if case .normal(let deviation) = uncertainties.others[.positionNoise]?.distribution {
      noise = .meters(deviation)
    }
    return Sample(variation: variation, scan: scan, noise: noise, draw: draw)
  }
}

extension Sample {
  /// The track as it was seen: at the times of the scans, each fix with its error.
  ///
  /// What was flown before the first scan and after the last one is not seen.
  ///
  /// - Throws: ``TrackChangeError/seenTooRarely`` where fewer than two scans see it.
  public func seen(_ track: Track) throws(TrackChangeError) -> Track {
    if scan == nil, noise == .zero { return track }
    var errors = errors
    var fixes: [Fix] = []
    for fix in scanned(track) {
      fixes.append(
        noise == .zero
          ? fix
          : Fix(time: fix.time, place: fix.place.missed(by: noise, &errors), altitude: fix.altitude)
      )
    }
    do throws(TrackError) { return try Track(fixes) } catch { throw .seenTooRarely }
  }

  /// What the errors of fixes are drawn from, north and then east for each.
  var errors: RandomStream { draw.stream(.positionNoise) }

  private func scanned(_ track: Track) -> [Fix] {
    guard let scan else { return track.fixes }
    var fixes: [Fix] = []
    var number = 0.0
    while true {
      let time = track.start.time.advanced(by: scan.first + scan.period * number)
      guard let state = track.state(at: time) else { return fixes }
      fixes.append(Fix(time: time, place: state.place, altitude: state.altitude))
      number += 1
    }
  }
}

extension GeodeticCoordinate {
  /// The place at an error from this one whose components north and east are normal.
  fileprivate func missed(by deviation: Length, _ errors: inout RandomStream) -> GeodeticCoordinate
  {
    let north = deviation * NormalDistribution.quantile(errors.nextProbability())
    let east = deviation * NormalDistribution.quantile(errors.nextProbability())
    return movedInPlane(north: north, east: east)
  }

  /// The place so far north and east in the plane that touches the ground here; near the poles,
  /// along the geodesic that leaves in that direction.
  private func movedInPlane(north: Length, east: Length) -> GeodeticCoordinate {
    guard SeenPath.isAwayFromPoles(latitude.degrees) else {
      let way = Length.meters(
        (north.meters * north.meters + east.meters * east.meters).squareRoot())
      let bearing = Angle(ofNorth: north.meters, east: east.meters)
      return GeodesicLine(from: self, azimuth: bearing).place(at: way)
    }
    let degrees = Ellipsoid.wgs84.degrees(
      north: north.meters, east: east.meters, atLatitude: latitude.degrees)
    return GeodeticCoordinate(
      knownLatitude: latitude.degrees + degrees.latitude,
      longitude: (longitude.degrees + degrees.longitude).remainder(dividingBy: 360))
  }
}

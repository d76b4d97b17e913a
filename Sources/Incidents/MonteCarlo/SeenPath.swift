import Flights
import Geodesy
import Quantities

/// The places and times of a track as one sample has them, in flat arrays that are used again.
///
/// It makes what `Sample.seen(_:)` makes of a changed track, without legs and altitudes, and with
/// places from ``ArcChain``.
struct SeenPath: Sendable {
  /// In degrees.
  private(set) var latitudes: [Double] = []
  private(set) var longitudes: [Double] = []
  private(set) var times: [Instant] = []

  /// Whether degrees of longitude are long enough to be added to.
  static func isAwayFromPoles(_ latitude: Double) -> Bool { abs(latitude) <= 80 }
}

extension SeenPath {
  /// Takes up the fixes of a sample.
  ///
  /// - Parameters:
  ///   - sample: When it is seen, and how far fixes miss.
  ///   - places: The places of the changed track.
  ///   - flown: Its times.
  /// - Returns: Whether it could; not near the poles, nor where fewer than two scans see the track.
  mutating func take(
    _ sample: Sample, of places: [GeodeticCoordinate], at flown: [Instant]
  ) -> Bool {
    latitudes.removeAll(keepingCapacity: true)
    longitudes.removeAll(keepingCapacity: true)
    times.removeAll(keepingCapacity: true)
    if let scan = sample.scan {
      take(scan, of: places, at: flown)
    } else {
      for place in places {
        latitudes.append(place.latitude.degrees)
        longitudes.append(place.longitude.degrees)
      }
      times.append(contentsOf: flown)
    }
    guard times.count > 1, latitudes.allSatisfy(Self.isAwayFromPoles) else { return false }
    if sample.noise > .zero { miss(by: sample.noise.meters, sample.errors) }
    return true
  }

  /// The places at the times of scans.
  private mutating func take(
    _ scan: Sample.Scan, of places: [GeodeticCoordinate], at flown: [Instant]
  ) {
    let last = flown.count - 2
    var leg = 0
    var chain = ArcChain(from: places[0], to: places[1])
    var number = 0.0
    while true {
      let time = flown[0].advanced(by: scan.first + scan.period * number)
      guard time <= flown[last + 1] else { return }
      if leg < last, flown[leg + 1] <= time {
        repeat { leg += 1 } while leg < last && flown[leg + 1] <= time
        chain = ArcChain(from: places[leg], to: places[leg + 1])
      }
      let share = time.since(flown[leg]) / flown[leg + 1].since(flown[leg])
      let place = chain.place(at: chain.length * min(1, max(0, share)))
      latitudes.append(place.latitude)
      longitudes.append(place.longitude)
      times.append(time)
      number += 1
    }
  }

  /// Moves each place by an error whose components north and east are normal.
  private mutating func miss(by deviation: Double, _ errors: RandomStream) {
    var errors = errors
    var local = ShortDistances(around: latitudes[0])
    for index in latitudes.indices {
      if !local.hold(at: latitudes[index]) { local = ShortDistances(around: latitudes[index]) }
      let north = deviation * NormalDistribution.quantile(errors.nextProbability())
      let east = deviation * NormalDistribution.quantile(errors.nextProbability())
      let degrees = local.degrees(north: north, east: east, atLatitude: latitudes[index])
      latitudes[index] += degrees.latitude
      longitudes[index] += degrees.longitude
    }
  }

  /// The places as a border that is moved by so many degrees sees them, if it stays where it was.
  func places(against offset: (latitude: Double, longitude: Double)) -> Places? {
    try? Places(
      latitudes: latitudes.map { $0 - offset.latitude },
      longitudes: longitudes.map {
        let x = $0 - offset.longitude
        return abs(x) <= 180 ? x : x.remainder(dividingBy: 360)
      })
  }
}

extension ArcChain {
  fileprivate init(from start: GeodeticCoordinate, to end: GeodeticCoordinate) {
    self.init(
      latitude1: start.latitude.degrees, longitude1: start.longitude.degrees,
      latitude2: end.latitude.degrees, longitude2: end.longitude.degrees)
  }
}

import Flights
import Geodesy
import Incidents
import Quantities

/// How far a path is flown from a given track: the root mean square of the geodesic distances between
/// the places of both at the same times, at thirteen moments evenly over the track's time inside, or
/// its nearest approach, and a minute either way.
///
/// Before its first fix and after its last a path is at that fix.
struct Nearness: Sendable {
  private let places: [(time: Instant, place: GeodeticCoordinate)]

  /// How many displacements there are.
  var count: Int { 2 * places.count }

  init(to resolved: ResolvedTrack) {
    let (track, encounter) = (resolved.track, resolved.encounter)
    let nearest = encounter.nearestApproach?.time ?? track.start.time
    let start = encounter.crossings.first?.start ?? nearest
    let end = encounter.crossings.last?.end ?? nearest
    let from = max(track.start.time, start.moment(after: .seconds(-60)) ?? start)
    let to = min(track.end.time, end.moment(after: .seconds(60)) ?? end)
    places = (0...12).map { number in
      let time = from.advanced(by: to.since(from) * (Double(number) / 12))
      return (time, track.place(nearestTo: time))
    }
  }

  /// North and east of the given track, in meters, one after the other.
  func displacements(of track: Track) -> [Double] {
    places.flatMap { time, place in
      let way = Geodesic.wgs84.inverse(from: place, to: track.place(nearestTo: time))
      let azimuth = way.initialAzimuth
      return [
        way.distance.meters * (azimuth + .degrees(90)).sine, way.distance.meters * azimuth.sine,
      ]
    }
  }

  func distance(of track: Track) -> Length {
    let squares = displacements(of: track).reduce(0) { $0 + $1 * $1 }
    return .meters((squares / Double(places.count)).squareRoot())
  }
}

extension Track {
  fileprivate func place(nearestTo time: Instant) -> GeodeticCoordinate {
    state(at: min(end.time, max(start.time, time)))?.place ?? start.place
  }
}

import Airspaces
import Flights
import Geodesy
import Quantities

/// Tells what samples of an uncertain track do, one after the other, in the same memory.
///
/// The numbers are those of ``SampleReplayer/replay(_:)`` but for two things. Places of a leg are
/// taken from short arcs, which is 20 nm. And a border is not moved: the path is, the other way by as
/// many degrees. What a degree of longitude is then longer or shorter by, tan φ times the move over
/// the Earth's radius, is left out: 6 parts in a million of every distance for 50 m at 36°.
public struct SampleFinder: Sendable {
  public let replayer: SampleReplayer
  /// Those that were needed, with their source.
  private var airspaces: [(source: String?, airspace: Airspace)] = []
  private var timetable: Timetable
  private var seen = SeenPath()

  /// A border with what is known of it.
  fileprivate struct Airspace {
    let border: PreparedBorder
    var scanner: PathScanner
    /// The degrees that a meter is at its southernmost vertex.
    let perMeter: (north: Double, east: Double)
    let southernmost: GeodeticCoordinate?
    var distances: ShortDistances
  }

  public init(_ replayer: SampleReplayer) {
    self.replayer = replayer
    timetable = Timetable(of: replayer.track.variations.track.resolved.track)
  }
}

extension SampleFinder {
  /// What a sample does, as it was seen.
  ///
  /// - Throws: ``VariationError``, where ``SampleReplayer/replay(_:)`` throws it.
  public mutating func findings(_ sample: Sample) throws(VariationError) -> Findings {
    if let found = try quickFindings(sample) { return found }
    let replay = try replayer.replay(sample)
    return Findings(of: replay.encounter, along: replay.track.track)
  }

  /// The findings of a sample; nothing where a whole replay must tell them.
  private mutating func quickFindings(_ sample: Sample) throws(VariationError) -> Findings? {
    let variable = replayer.track.variations.track
    let change = sample.variation.change
    let told = variable.resolved.track
    for (index, fix) in told.fixes.enumerated() { timetable.times[index] = fix.time }
    let places: [GeodeticCoordinate]
    do throws(TrackChangeError) {
      places = try variable.places(movedBy: change)
      _ = try variable.retime(&timetable, by: change)
    } catch {
      throw .change(error)
    }
    guard seen.take(sample, of: places, at: timetable.times) else { return nil }
    let source = sample.variation.border
    if !airspaces.contains(where: { $0.source == source }) {
      airspaces.append((source, Airspace(replayer.border(of: sample))))
    }
    guard let index = airspaces.firstIndex(where: { $0.source == source }) else { return nil }
    return airspaces[index].airspace.findings(of: seen, movedBy: sample.variation.borderChange)
  }
}

extension SampleFinder.Airspace {
  fileprivate init(_ border: PreparedBorder) {
    (self.border, scanner) = (border, PathScanner(border))
    perMeter = border.degreesPerMeter
    southernmost = border.isSouthernmostCertain ? border.southernmostVertex : nil
    distances = ShortDistances(around: 0)
  }

  /// What a path does against the moved border; nothing where it leaves an extract's window.
  fileprivate mutating func findings(of seen: SeenPath, movedBy change: BorderChange) -> Findings? {
    let offset = (
      latitude: perMeter.north * change.north.meters, longitude: perMeter.east * change.east.meters
    )
    guard let path = seen.places(against: offset),
      let crossings = try? scanner.crossings(of: path)
    else { return nil }
    return findings(crossings, of: path, at: seen.times)
  }

  private mutating func findings(
    _ crossings: [PathCrossing], of path: Places, at times: [Instant]
  ) -> Findings {
    // The last digits must not depend on the sample before.
    distances = ShortDistances(around: path.latitudes[0])
    /// The lengths of legs on which it comes in, goes out or is nearest; nobody asks for others.
    var lengths = [Length](repeating: .zero, count: times.count - 1)
    func measure(around position: PathCrossing.Position) {
      for leg in position.leg...(position.leg + 1) where leg < lengths.count {
        lengths[leg] = distances.distance(from: path[leg], to: path[leg + 1])
      }
    }
    var meeting = Meeting()
    for crossing in crossings {
      if let entry = crossing.entry { measure(around: entry.position) }
      if let exit = crossing.exit { measure(around: exit.position) }
      meeting.stays.append(stay(crossing, of: path))
    }
    if crossings.isEmpty, let (leg, found) = border.nearest(on: path) {
      measure(around: PathCrossing.Position(leg: leg, fraction: 0))
      let fraction = lengths[leg] > .zero ? found.at / lengths[leg] : 0
      meeting.nearest = Meeting.Approach(
        position: PathCrossing.Position(leg: leg, fraction: min(1, fraction)),
        found: Findings.Approach(
          distance: found.distance,
          isCertain: border.isCertain(found.distance, from: found.place)))
    }
    return Findings(of: meeting, at: Timetable(times: times, lengths: lengths))
  }

  private mutating func stay(_ crossing: PathCrossing, of path: Places) -> Meeting.Stay {
    let start = crossing.entry?.position ?? PathCrossing.Position(leg: 0, fraction: 0)
    let end =
      crossing.exit?.position ?? PathCrossing.Position(leg: path.count - 2, fraction: 1)
    var stations = [crossing.entry?.place ?? path[0]]
    for number in stride(from: start.leg + 1, through: end.leg, by: 1) {
      stations.append(path[number])
    }
    stations.append(crossing.exit?.place ?? path[path.count - 1])
    return Meeting.Stay(
      entry: crossing.entry.map { Meeting.Passage(position: $0.position, sine: 1) },
      exit: crossing.exit.map { Meeting.Passage(position: $0.position, sine: 1) },
      start: start, end: end, length: crossing.length,
      deepest: crossing.deepest.map { deepest in
        Meeting.Approach(
          position: deepest.position,
          found: Findings.Approach(
            distance: deepest.depth,
            isCertain: border.isCertain(deepest.depth, from: deepest.place)))
      },
      southernTipDepth: southernmost.map { tip in
        zip(stations, stations.dropFirst()).map { northernmostPlace(between: $0, $1) }
          .max { $0.latitude < $1.latitude }?.distanceNorth(of: tip) ?? .zero
      },
      entryDepth: crossing.entry.map { entry in
        stations.map { distances.distance(from: entry.place, to: $0) }.max() ?? .zero
      })
  }
}

/// The northernmost place of the geodesic between two places.
private func northernmostPlace(
  between start: GeodeticCoordinate, _ end: GeodeticCoordinate
) -> GeodeticCoordinate {
  let further = start.latitude < end.latitude ? end : start
  // A geodesic turns by its longitudes' difference times the sine of latitude, which is all that its
  // course may differ from that of the chord; twice that is more than the bend makes of it.
  let rise = (end.latitude - start.latitude).absolute.degrees
  let run = (end.longitude - start.longitude).wrappedToHalfTurn.absolute.degrees
  guard rise < 2 * run * run * (.pi / 180) else { return further }
  let leg = GeodesicLeg(from: start, to: end)
  return northernmostPlace(of: leg, .zero, leg.length)
}

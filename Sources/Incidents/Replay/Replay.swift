public import Airspaces
import Flights
package import Geodesy
import Geometry
import Quantities

/// A track seen against a border, as a sequence of events in rising time.
///
/// A replay is a pure function of its track and border: asking twice gives the same answer.
/// Events at one moment come in the order of ``Event/Kind``'s cases.
public struct Replay: Sequence, Sendable {
  public let track: ResolvedTrack
  public let border: PreparedBorder
  public let encounter: Encounter

  /// The replay on the border that the track was put in place on.
  public init(of track: ResolvedTrack) {
    self.init(track, track.border, track.encounter)
  }

  /// The replay of the same path on another border.
  ///
  /// - Throws: `CrossingError` where the track leaves the window of an extract.
  public init(of track: ResolvedTrack, against border: PreparedBorder) throws(CrossingError) {
    self.init(track, border, try Encounter(of: track.track, with: border))
  }

  /// The replay on a border that the track is known to meet so.
  init(of track: ResolvedTrack, against border: PreparedBorder, meeting encounter: Encounter) {
    self.init(track, border, encounter)
  }

  private init(_ track: ResolvedTrack, _ border: PreparedBorder, _ encounter: Encounter) {
    (self.track, self.border, self.encounter) = (track, border, encounter)
  }

  /// - Complexity: The events are found anew each time, with a border distance for each.
  public func makeIterator() -> IndexingIterator<[Event]> {
    var events = track.endpoints(border)
    for (index, time) in track.warnings.enumerated() {
      events.append(track.warning(number: index + 1, at: time, border))
    }
    for (index, crossing) in encounter.crossings.enumerated() {
      events += track.events(of: crossing, number: index + 1)
    }
    events += encounter.grazes.map { graze in
      Event(
        kind: .touchedBorder, time: graze.time, place: graze.place, borderDistance: .zero,
        party: nil, sources: track.definition.sources)
    }
    if let nearest = encounter.nearestApproach {
      events.append(
        Event(
          kind: .cameNearest, time: nearest.time, place: nearest.place,
          borderDistance: nearest.certainDistance, party: nil, sources: track.definition.sources))
    }
    events += track.events.map { event in
      Event(
        kind: .reported(event.kind), time: event.time, place: event.place,
        borderDistance: event.place.flatMap { certainDistance(to: $0, from: border) },
        party: event.party, sources: event.sources)
    }
    // A stable order: by time, then by kind.
    return events.enumerated().sorted { a, b in
      (a.element.time, a.element.kind.order, a.offset)
        < (b.element.time, b.element.kind.order, b.offset)
    }.map(\.element).makeIterator()
  }
}

extension Event.Kind {
  fileprivate var order: Int {
    switch self {
    case .trackStarts: 0
    case .warning: 1
    case .entered: 2
    case .deepest: 3
    case .left: 4
    case .touchedBorder: 5
    case .cameNearest: 6
    case .reported: 7
    case .trackEnds: 8
    }
  }
}

/// The signed distance to a border, if no border beyond an extract's window can be nearer.
func certainDistance(to place: GeodeticCoordinate, from border: PreparedBorder) -> Length? {
  border.distance(to: place).flatMap { $0.isCertain ? $0.signed : nil }
}

extension PreparedBorder {
  /// Whether a place lies outside the window of an extract, where no side of it is known.
  package func isBeyondTheData(_ place: GeodeticCoordinate) -> Bool {
    guard let window = border.extract?.window else { return false }
    return !window.contains(Point2(x: place.longitude.degrees, y: place.latitude.degrees))
  }
}

extension ResolvedTrack {
  fileprivate func endpoints(_ border: PreparedBorder) -> [Event] {
    [(Event.Kind.trackStarts, track.start), (.trackEnds, track.end)].map { kind, fix in
      Event(
        kind: kind, time: fix.time, place: fix.place,
        borderDistance: certainDistance(to: fix.place, from: border), party: nil,
        sources: definition.sources)
    }
  }

  fileprivate func warning(number: Int, at time: Instant, _ border: PreparedBorder) -> Event {
    let place = track.state(at: time)?.place
    return Event(
      kind: .warning(number: number), time: time, place: place,
      borderDistance: place.flatMap { certainDistance(to: $0, from: border) },
      party: definition.warnings?.party, sources: definition.warnings?.sources ?? [])
  }

  fileprivate func events(of crossing: Crossing, number: Int) -> [Event] {
    var events: [Event] = []
    func add(_ kind: Event.Kind, _ time: Instant, _ place: GeodeticCoordinate, _ distance: Length?)
    {
      events.append(
        Event(
          kind: kind, time: time, place: place, borderDistance: distance, party: nil,
          sources: definition.sources))
    }
    if let entry = crossing.entry {
      add(.entered(crossing: number), entry.time, entry.place, .zero)
    }
    if let deepest = crossing.deepest {
      add(
        .deepest(crossing: number), deepest.time, deepest.place, deepest.certainDistance.map { -$0 }
      )
    }
    if let exit = crossing.exit { add(.left(crossing: number), exit.time, exit.place, .zero) }
    return events
  }
}

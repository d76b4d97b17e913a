public import Airspaces
import Flights
import Geodesy
import Quantities

/// What becomes of a track when it is flown otherwise: its replays by change.
///
/// Warnings and reported events are put in place anew for each change, as the scenario defines them:
/// those that hang on a moment, such as the entry, move with it, and are left out where the changed
/// track has no such moment. As in the scenario, they are put in place on the default border.
public struct TrackVariations: Sendable {
  public let track: VariableTrack
  private let resolver: TrackResolver

  /// - Parameters:
  ///   - track: A track of the scenario.
  ///   - scenario: The scenario.
  ///   - borders: At least those that the track needs; see `Scenario.bordersNeeded(for:)`.
  public init(
    of track: VariableTrack, in scenario: Scenario, borders: [BorderKey: PreparedBorder]
  ) {
    self.track = track
    resolver = TrackResolver(scenario: scenario, borders: borders, border: track.resolved.border)
  }
}

/// Why there is no replay of a changed track.
public enum VariationError: Error, Hashable {
  case change(TrackChangeError)
  /// The border cannot be moved so far.
  case border(BorderError)
  /// The track leaves the window of an extract.
  case crossing(CrossingError)
}

extension VariationError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .change(let error): error.description
    case .border(let error): error.description
    case .crossing(let error): error.description
    }
  }
}

extension TrackVariations {
  /// The replay of the changed track against a border.
  ///
  /// - Parameters:
  ///   - change: What is different.
  ///   - border: What it is held against; the scenario's default border where none is given.
  /// - Returns: What a `Replay` of a scenario with that track would be.
  /// - Throws: ``VariationError``.
  public func replay(
    _ change: TrackChange, against border: PreparedBorder? = nil
  ) throws(VariationError) -> Replay {
    let moved = try moved(by: change)
    return try replay(
      change, flown: moved, meetingDefault: try encounter(of: moved, with: track.resolved.border),
      against: try border.map { border throws(VariationError) in
        (border, try encounter(of: moved, with: border))
      })
  }

  func moved(by change: TrackChange) throws(VariationError) -> Track {
    do throws(TrackChangeError) { return try track.moved(by: change) } catch {
      throw .change(error)
    }
  }

  func encounter(
    of track: Track, with border: PreparedBorder
  ) throws(VariationError) -> Encounter {
    do throws(CrossingError) { return try Encounter(of: track, with: border) } catch {
      throw .crossing(error)
    }
  }

  /// The replay of a track that was moved, at its changed times.
  func replay(
    _ change: TrackChange, flown moved: Track, meetingDefault encounter: Encounter,
    against other: (border: PreparedBorder, encounter: Encounter)?
  ) throws(VariationError) -> Replay {
    let flown: Track
    do throws(TrackChangeError) { flown = try track.retimed(moved, by: change) } catch {
      throw .change(error)
    }
    return try replay(
      change, flown: flown, meeting: encounter.retimed(along: flown),
      against: other.map { ($0.border, $0.encounter.retimed(along: flown)) })
  }

  /// The replay of a track as it is flown.
  ///
  /// - Parameters:
  ///   - change: What its events are timed by.
  ///   - flown: The track.
  ///   - encounter: How it meets the border that warnings and events are put in place on.
  ///   - other: What it is held against instead, and how it meets that.
  /// - Returns: The replay.
  /// - Throws: ``VariationError`` where an event that is to be timed is missing.
  func replay(
    _ change: TrackChange, flown: Track, meeting encounter: Encounter,
    against other: (border: PreparedBorder, encounter: Encounter)?
  ) throws(VariationError) -> Replay {
    let definition: TrackDefinition
    do throws(TrackChangeError) {
      definition = try track.resolved.definition.timed(by: change)
    } catch {
      throw .change(error)
    }
    let resolved = resolver.resolve(definition, flownAs: flown, meeting: encounter)
    guard let other else { return Replay(of: resolved) }
    return Replay(of: resolved, against: other.border, meeting: other.encounter)
  }
}

extension TrackVariations {
  /// Checks that the events are there that a change times.
  ///
  /// - Throws: ``TrackChangeError/noSuchEvent(_:)``.
  func checkEvents(timedBy change: TrackChange) throws(VariationError) {
    guard change.timeToHit != nil || change.fallTime != nil else { return }
    do throws(TrackChangeError) { _ = try track.resolved.definition.timed(by: change) } catch {
      throw .change(error)
    }
  }
}

extension TrackDefinition {
  /// The same definition with the times between events that a change sets.
  fileprivate func timed(by change: TrackChange) throws(TrackChangeError) -> TrackDefinition {
    guard change.timeToHit != nil || change.fallTime != nil else { return self }
    let events = try events.timed(.hit, by: change.timeToHit).timed(.crash, by: change.fallTime)
    return TrackDefinition(
      id: id, title: title, aircraft: aircraft, airspace: airspace, kind: kind, basis: basis,
      sources: sources, motion: motion, warnings: warnings, events: events)
  }
}

extension [ReportedEvent] {
  /// The same events, those of a kind so long after the ones that they are timed by.
  fileprivate func timed(
    _ kind: ReportedEvent.Kind, by span: TimeSpan?
  ) throws(TrackChangeError) -> [ReportedEvent] {
    guard let span else { return self }
    var isFound = false
    let events = map { event in
      guard event.kind == kind, case .afterEvent(let base, _) = event.time else { return event }
      isFound = true
      return ReportedEvent(
        kind: kind, party: event.party, time: .afterEvent(base, span), place: event.place,
        sources: event.sources)
    }
    guard isFound else { throw .noSuchEvent(kind) }
    return events
  }
}

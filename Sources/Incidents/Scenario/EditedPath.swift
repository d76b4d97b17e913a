public import Airspaces
public import Flights
public import Geodesy

/// Another path for a track, as somebody drew or edited it.
public enum EditedPath: Sendable {
  /// With times of its own.
  case timed(Track)
  /// Places only, two or more, each at least a millimeter from the one before it.
  case places([GeodeticCoordinate])
}

extension Scenario {
  /// Puts a track in place on another path.
  ///
  /// A path with times is flown at those. One of places only is flown at the ground speed and the
  /// altitude that the told track has at the moment by which it is timed, and has its own such moment
  /// at the same time. Where it has no such moment, it is timed by the first that it has of its
  /// entry, its nearest approach and its deepest point: a path that stays outside comes nearest when
  /// the told track entered. Warnings and events that hang on a moment which it has not are left out.
  ///
  /// - Parameters:
  ///   - told: The track as this scenario tells it.
  ///   - path: Its new path.
  ///   - source: Where the path is from.
  ///   - borders: At least ``bordersNeeded(for:)`` the track.
  /// - Returns: The track on that path; its definition says how it is flown.
  /// - Throws: ``ResolutionError``.
  public func resolve(
    _ told: ResolvedTrack, along path: EditedPath, from source: String,
    borders: [BorderKey: PreparedBorder]
  ) throws(ResolutionError) -> ResolvedTrack {
    let resolver = TrackResolver(scenario: self, borders: borders, border: told.border)
    switch path {
    case .timed(let track):
      let definition = told.definition.flown(.fixes(track), from: source)
      return try resolver.resolve(definition, flownAs: track)
    case .places(let places):
      guard let timed = told.timed else { throw .momentMissing(.nearestApproach) }
      for moment in [timed.moment, .entry, .nearestApproach, .deepest] {
        let path = PathDefinition(
          course: .waypoints(places.map { .at($0) }), groundSpeed: .given(timed.state.groundSpeed),
          altitude: timed.state.altitude,
          anchor: .init(moment: moment, time: timed.state.time))
        do throws(ResolutionError) {
          let definition = told.definition.flown(.path(path), from: source)
          return try resolver.resolve(definition, flownAs: try resolver.track(along: path))
        } catch {
          guard case .momentMissing = error else { throw error }
        }
      }
      throw .momentMissing(timed.moment)
    }
  }
}

extension ResolvedTrack {
  /// The moment by which the track is timed, and the aircraft then.
  var timed: (moment: TrackMoment, state: FlightState)? {
    let moments = Moments(track: track, encounter: encounter)
    guard let time = moments.time(of: timedMoment), let state = track.state(at: time) else {
      return nil
    }
    return (timedMoment, state)
  }

  /// The moment by which a path is timed; for a recorded track, its entry or nearest approach.
  var timedMoment: TrackMoment {
    switch definition.motion {
    case .path(let path): path.anchor.moment
    case .fixes: encounter.crossings.first?.entry == nil ? .nearestApproach : .entry
    }
  }
}

extension TrackDefinition {
  /// The same track, flown otherwise.
  fileprivate func flown(_ motion: Motion, from source: String) -> TrackDefinition {
    TrackDefinition(
      id: id, title: title, aircraft: aircraft, airspace: airspace, kind: .reconstruction,
      basis: "The path is that of \(source); the rest is as told of this track: \(basis)",
      sources: [source], motion: motion, warnings: warnings, events: events)
  }
}

extension TrackResolver {
  /// A track with what is left of its warnings and events.
  fileprivate func resolve(
    _ definition: TrackDefinition, flownAs track: Track
  ) throws(ResolutionError) -> ResolvedTrack {
    resolve(definition, flownAs: track, meeting: try encounter(of: track))
  }
}

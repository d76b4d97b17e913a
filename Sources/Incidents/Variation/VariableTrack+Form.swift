import Airspaces
import Flights
import Geodesy
import Quantities

/// What changes the form of a path: turns for corners, and another wind.
extension VariableTrack {
  /// The moved track at its changed speed, with its turns and in its other wind.
  func reshaped(_ moved: Track, by change: TrackChange) throws(TrackChangeError) -> Track {
    var timetable = Timetable(of: moved)
    let timed = timetable.time(at: held)
    var track = moved
    if try fly(&timetable, at: change.groundSpeed) {
      do throws(TrackError) { track = try moved.retimed(timetable.times) } catch {
        throw .outOfRange
      }
    }
    if let bank = change.bank { track = try track.turning(at: bank, keeping: timed) }
    return change.wind == .calm ? track : try track.drifting(in: change.wind, from: timed)
  }
}

extension Track {
  /// The track with fly-by turns at its corners.
  fileprivate func turning(
    at bank: Angle, keeping time: Instant
  ) throws(TrackChangeError) -> Track {
    let turn: LevelTurn
    do throws(LevelTurnError) { turn = try LevelTurn(bank: bank) } catch {
      throw .bankOutOfRange(bank)
    }
    do throws(FlightPlanError) { return try turning(by: turn, keeping: time) } catch {
      throw .turn(error)
    }
  }

  /// The track with every fix where a wind takes it from a moment on, and from where before.
  ///
  /// The place of that moment becomes a fix, so that it stays: legs between fixes that drifted are
  /// geodesics again, and would pass it by some meters where they are long.
  fileprivate func drifting(
    in wind: Wind, from timed: Instant
  ) throws(TrackChangeError) -> Track {
    var fixes = fixes
    if let number = fixes.firstIndex(where: { $0.time >= timed }), number > 0,
      fixes[number].time > timed
    {
      let state = legs[number - 1].state(at: timed)
      fixes.insert(Fix(time: timed, place: state.place, altitude: state.altitude), at: number)
    }
    let speed = wind.speed
    let bearing = Angle(
      ofNorth: wind.north.metersPerSecond, east: wind.east.metersPerSecond)
    fixes = try fixes.map { fix throws(TrackChangeError) in
      let way = speed * fix.time.since(timed)
      guard way != .zero else { return fix }
      // Farther than to the other side of the Earth a drift means nothing.
      guard way.absolute < .kilometers(20_000) else { throw .outOfRange }
      let place = GeodesicLine(from: fix.place, azimuth: bearing).place(at: way)
      return Fix(time: fix.time, place: place, altitude: fix.altitude)
    }
    do throws(TrackError) { return try Track(fixes) } catch { throw .outOfRange }
  }
}

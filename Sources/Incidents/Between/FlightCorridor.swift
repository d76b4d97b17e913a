import Airspaces
import Flights
import Geodesy
import Geometry
import Quantities

/// Where an aircraft could have been between two fixes.
enum FlightCorridor {
  /// In all of the corridor, and nowhere else.
  case all(Corridor)
  /// Nowhere else, but where in the corridor is not known.
  case within(Corridor)
  case anywhere

  /// - Parameters:
  ///   - leg: The leg.
  ///   - limit: The limit.
  ///   - number: The leg's number, for an error.
  /// - Throws: ``FlightLimitError/tooSlow(leg:limit:flown:)``.
  init(of leg: TrackLeg, _ limit: FlightLimit, number: Int) throws(FlightLimitError) {
    let (from, to) = (leg.start.place, leg.end.place)
    switch limit {
    case .groundSpeed(let speed):
      guard !speed.metersPerSecond.isNaN else {
        throw .tooSlow(leg: number, limit: speed, flown: leg.groundSpeed)
      }
      do throws(CorridorError) {
        self = .all(try Corridor(from: from, to: to, longestWay: speed * leg.duration))
      } catch .wayTooShort {
        throw .tooSlow(leg: number, limit: speed, flown: leg.groundSpeed)
      } catch {
        self = .anywhere
      }
    case .turn(let turn):
      // An aircraft that does not move over the ground does not turn either.
      let radius = turn.radius(at: leg.groundSpeed)
      let lens = try? Corridor(from: from, to: to, leastRadius: radius)
      // No arc is longer, for its chord, than half a circle.
      let longest = leg.length * (.pi / 2)
      let around = try? Corridor(from: from, to: to, longestWay: longest)
      self = lens.map(Self.all) ?? around.map(Self.within) ?? .anywhere
    }
  }

  /// Between it and its ends lies no more way than this; nothing where it has no bound.
  var longestWay: Length? {
    switch self {
    case .all(let corridor), .within(let corridor): corridor.longestWay
    case .anywhere: nil
    }
  }

  /// How the inside of a border meets it.
  func meeting(with border: PreparedBorder, on leg: GeodesicLeg) -> CorridorMeeting {
    switch self {
    case .all(let corridor): return border.meeting(with: corridor)
    case .within(let corridor):
      let meeting = border.meeting(with: corridor)
      let known = border.meeting(onlyAlong: leg)
      return CorridorMeeting(
        canEnter: meeting.canEnter == .no ? .no : known.canEnter,
        mustEnter: meeting.mustEnter == .yes ? .yes : known.mustEnter,
        leastFromStart: meeting.leastFromStart, leastToEnd: meeting.leastToEnd)
    case .anywhere: return border.meeting(onlyAlong: leg)
    }
  }
}

extension PreparedBorder {
  /// What the fixes and the straight flight between them decide, which is within every limit.
  fileprivate func meeting(onlyAlong leg: GeodesicLeg) -> CorridorMeeting {
    func meeting(_ can: CorridorAnswer, _ must: CorridorAnswer) -> CorridorMeeting {
      CorridorMeeting(canEnter: can, mustEnter: must, leastFromStart: nil, leastToEnd: nil)
    }
    let areInside = [leg.start, leg.end].map { location(of: $0) == .inside }
    if areInside.contains(true) { return meeting(.yes, .yes) }
    let unknown = CorridorAnswer.undetermined(.noCorridor)
    do throws(CrossingError) {
      let isEntered = try crossings(of: leg).pieces.contains { $0.location == .inside }
      return isEntered ? meeting(.yes, unknown) : meeting(unknown, .no)
    } catch {
      return meeting(unknown, unknown)
    }
  }
}

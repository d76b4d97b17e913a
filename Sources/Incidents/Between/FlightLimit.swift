public import Flights
public import Quantities

/// What an aircraft could do between two fixes.
public enum FlightLimit: Hashable, Sendable {
  /// It flew no faster over the ground than this.
  case groundSpeed(Speed)
  /// It flew at the leg's ground speed and turned no more sharply than this.
  case turn(LevelTurn)
}

/// Why a limit does not fit a track.
public enum FlightLimitError: Error, Hashable {
  /// The fixes at both ends of a leg, counted from 0, are further apart than the limit allows.
  case tooSlow(leg: Int, limit: Speed, flown: Speed)
}

extension FlightLimitError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooSlow(let leg, let limit, let flown):
      "leg \(leg + 1) was flown at \(flown.metersPerSecond) m/s or more, and the limit is "
        + "\(limit.metersPerSecond) m/s"
    }
  }
}

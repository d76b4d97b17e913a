public import Airspaces
public import Flights
import Geometry
public import Quantities

/// What can be said of an aircraft inside an airspace between two fixes, whatever it flew there
/// within a limit.
public struct PossibleEntry: Sendable {
  /// The leg's number, counted from 0.
  public let number: Int
  public let leg: TrackLeg
  /// Whether some flight within the limit was inside at some moment.
  public let could: CorridorAnswer
  /// Whether every flight within the limit was inside at some moment.
  public let must: CorridorAnswer
  /// When it could have been inside: by no flight within the limit was it so earlier or later.
  public let window: ClosedRange<Instant>
  /// When it must have been inside, if it must: every flight was so at some moment of this span.
  public let mustWindow: ClosedRange<Instant>?
}

extension PossibleEntry {
  /// - Parameters:
  ///   - number: The leg's number.
  ///   - leg: The leg.
  ///   - corridor: Where the aircraft could have been.
  ///   - border: The airspace.
  init(_ number: Int, _ leg: TrackLeg, _ corridor: FlightCorridor, into border: PreparedBorder) {
    let meeting = corridor.meeting(with: border, on: leg.path)
    var (first, last) = (leg.start.time, leg.end.time)
    if let longest = corridor.longestWay, longest > .zero {
      let fromStart = leg.duration * ((meeting.leastFromStart ?? .zero) / longest)
      let toEnd = leg.duration * ((meeting.leastToEnd ?? .zero) / longest)
      first = leg.start.time.advanced(by: fromStart)
      // Of a single moment both ends may be rounded past each other.
      last = max(first, leg.end.time.advanced(by: -toEnd))
    }
    (self.number, self.leg) = (number, leg)
    (could, must) = (meeting.canEnter, meeting.mustEnter)
    window = first...last
    if meeting.mustEnter == .yes {
      // A fix inside is a moment inside, and nothing narrower can be said.
      let inside = [leg.start, leg.end].first { border.location(of: $0.place) == .inside }
      mustWindow = inside.map { $0.time...$0.time } ?? window
    } else {
      mustWindow = nil
    }
  }
}

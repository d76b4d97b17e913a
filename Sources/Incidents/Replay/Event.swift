public import Geodesy
public import Quantities

/// Something that happened on a track, at a time.
public struct Event: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case trackStarts
    /// A warning; the first has number 1.
    case warning(number: Int)
    case entered(crossing: Int)
    case deepest(crossing: Int)
    case left(crossing: Int)
    case touchedBorder
    case cameNearest
    case reported(ReportedEvent.Kind)
    case trackEnds
  }

  public let kind: Kind
  public let time: Instant
  /// Where it happened, if that is known.
  public let place: GeodeticCoordinate?
  /// The signed distance to the border there; negative inside, zero on the line.
  public let borderDistance: Length?
  /// Who says so, for events that somebody reported.
  public let party: String?
  public let sources: [String]
}

extension Event.Kind {
  /// A word for machines, as in the column `event` of a track CSV.
  public var word: String {
    switch self {
    case .trackStarts: "start"
    case .warning: "warning"
    case .entered: "entry"
    case .deepest: "deepest"
    case .left: "exit"
    case .touchedBorder: "graze"
    case .cameNearest: "nearest"
    case .reported(let kind): kind.rawValue
    case .trackEnds: "end"
    }
  }
}

import Formats
import Incidents
import Quantities

/// A moment of a track as it is typed: `entry`, `deepest-5s`, `launch`, `2015-11-24T07:24:07Z`.
enum TypedMoment: Hashable, Sendable {
  case at(Instant)
  /// So long after a moment that follows from how the track meets the border.
  case after(TrackMoment, TimeSpan)
  /// So long after an event that the scenario reports.
  case afterEvent(ReportedEvent.Kind, TimeSpan)

  /// What can be typed, as it completes "is not …".
  static let expected =
    "a moment: " + words.joinedByOr + ", with or without a time such as entry+2s, or a time such "
    + "as 2015-11-24T07:24:07Z"

  private static let words =
    TrackMoment.allCases.map(\.rawValue) + ReportedEvent.Kind.allCases.map(\.rawValue)

  /// Reads a moment; nothing where the text is none.
  init?(_ text: String) {
    if let time = try? Instant(rfc3339: text) {
      self = .at(time)
      return
    }
    let word = String(text.prefix { $0.isLetter })
    let rest = text.dropFirst(word.count)
    var span = TimeSpan.zero
    if let sign = rest.first {
      guard sign == "+" || sign == "-", let measure = typedMeasure(rest, of: .time) else {
        return nil
      }
      span = TimeSpan(measure)
    }
    if let moment = TrackMoment(rawValue: word) {
      self = .after(moment, span)
    } else if let event = ReportedEvent.Kind(rawValue: word) {
      self = .afterEvent(event, span)
    } else {
      return nil
    }
  }
}

extension TypedMoment {
  /// When the moment is, and who says so where somebody reported it.
  ///
  /// - Parameter replay: The track, under a border.
  /// - Returns: Nothing where the track has no such moment.
  func found(in replay: Replay) -> (time: Instant, event: LocatedEvent?)? {
    switch self {
    case .at(let time): return (time, nil)
    case .after(let moment, let span):
      return replay.time(of: moment)?.moment(after: span).map { ($0, nil) }
    case .afterEvent(let kind, let span):
      let event = replay.track.events.last { $0.kind == kind }
      return event.flatMap { event in event.time.moment(after: span).map { ($0, event) } }
    }
  }

  /// The moment in words: "the entry", "5 s before the deepest".
  var words: String {
    switch self {
    case .at(let time): time.rfc3339
    case .after(let moment, let span): Self.words(span, "the \(moment.words)")
    case .afterEvent(let kind, let span): Self.words(span, "the reported \(kind.rawValue)")
    }
  }

  private static func words(_ span: TimeSpan, _ base: String) -> String {
    if span == .zero { return base }
    return "\(span.absolute.inSeconds) \(span > .zero ? "after" : "before") \(base)"
  }
}

extension TrackMoment {
  fileprivate var words: String {
    switch self {
    case .start: "start"
    case .entry: "entry"
    case .deepest: "deepest point"
    case .exit: "exit"
    case .nearestApproach: "nearest approach"
    case .end: "end"
    }
  }
}

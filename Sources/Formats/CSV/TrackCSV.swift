import Airspaces
import Flights
import Geodesy
import Geometry
public import Incidents
public import Quantities

/// Writes replays as track CSV: one row for each sample, and one for each event at its exact time.
///
/// Degrees have 7 decimals; meters and seconds have 3; times are RFC 3339 with three decimals.
/// An empty field is a value that is not known. `inside` is `true`, `false`, or `border` exactly
/// on the line; `border_distance_m` is positive outside and negative inside.
public struct TrackCSV: Sendable {
  public static let columns = [
    "track_id", "time_utc", "lat_deg", "lon_deg", "alt_m", "alt_ref", "gs_mps", "track_deg",
    "vs_mps", "inside", "border_distance_m", "event", "source_id",
  ]

  /// The time from one sample to the next; samples begin at the first fix and the last fix is
  /// always one.
  public let step: TimeSpan

  /// The most samples that are written of one track: 10 million.
  public static let sampleLimit = 10_000_000

  /// - Precondition: `step` is above zero.
  public init(step: TimeSpan) {
    precondition(step > .zero)
    self.step = step
  }

  public func writeHeader(to output: inout some TextOutputStream) {
    output.writeCSVRecord(Self.columns)
  }

  /// Writes all rows of one replay, in rising time; events in the millisecond of a sample stand
  /// for it.
  public func write(_ replay: Replay, to output: inout some TextOutputStream) {
    let track = replay.track.track
    let duration = track.end.time.since(track.start.time)
    var events = replay.filter { replay.isOnTrack($0) }[...]
    let count = Int((duration / step).rounded(.down))
    for number in 0...(count + 1) {
      let sample =
        number > count ? track.end.time : track.start.time.advanced(by: step * Double(number))
      let text = sample.rfc3339
      if number == count, text == track.end.time.rfc3339 { continue }
      var isWritten = false
      while let event = events.first, event.time <= sample || event.time.rfc3339 == text {
        writeRow(replay, at: event.time, event: event, to: &output)
        isWritten = event.time.rfc3339 == text
        events = events.dropFirst()
      }
      if !isWritten { writeRow(replay, at: sample, event: nil, to: &output) }
    }
  }

  private func writeRow(
    _ replay: Replay, at time: Instant, event: Event?, to output: inout some TextOutputStream
  ) {
    guard let state = replay.track.track.state(at: time) else { return }
    let place = event?.place ?? state.place
    let side = replay.side(at: place, event)
    output.writeCSVRecord([
      replay.track.definition.id, time.rfc3339, place.latitude.degrees.fixed(7),
      place.longitude.degrees.fixed(7), state.altitude?.height.meters.fixed(3) ?? "",
      state.altitude?.reference.rawValue ?? "", state.groundSpeed.metersPerSecond.fixed(3),
      state.trackAngle.degrees.fixed(3), state.verticalSpeed?.metersPerSecond.fixed(3) ?? "",
      side.inside, side.distance?.meters.fixed(3) ?? "", event?.kind.word ?? "",
      (event?.sources ?? replay.track.definition.sources).joined(separator: ";"),
    ])
  }
}

extension Replay {
  /// Whether an event is a place of the track itself; a crash, or a hit reported elsewhere, is not.
  fileprivate func isOnTrack(_ event: Event) -> Bool {
    switch event.kind {
    case .trackStarts, .warning, .entered, .deepest, .left, .touchedBorder, .cameNearest,
      .trackEnds:
      true
    case .reported: event.place != nil && event.place == track.track.state(at: event.time)?.place
    }
  }
}

extension Replay {
  /// Whether a place of the track is inside, and how far from the border.
  fileprivate func side(
    at place: GeodeticCoordinate, _ event: Event?
  ) -> (inside: String, distance: Length?) {
    if let event, event.isOnBorder { return ("border", .zero) }
    let inside =
      switch border.location(of: place) {
      case .inside: "true"
      case .outside: "false"
      case .onBorder: "border"
      }
    let distance = border.distance(to: place).flatMap { $0.isCertain ? $0.signed : nil }
    return (inside, distance)
  }
}

extension Event {
  fileprivate var isOnBorder: Bool {
    switch kind {
    case .entered, .left, .touchedBorder: true
    case .trackStarts, .warning, .deepest, .cameNearest, .reported, .trackEnds: false
    }
  }
}

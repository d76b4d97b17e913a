import Flights
import Formats
import Incidents
import Quantities

/// The text of `missile`: where the aircraft is at launch and hit, and which flight times mean which side.
struct MissileText {
  let request: MissileRequest
  let allowsUnsourced: Bool
  let width: Int
  let style: Style

  var text: String {
    let heading = "\(request.track.id), while a missile flies: \(request.track.title)"
    var text = style(.heading, heading.printableLine) + "\n\n"
    if allowsUnsourced {
      text += "NOT EVERY STATEMENT HERE HAS A SOURCE (--allow-unsourced)\n\n"
    }
    text += introduction.printableLine.wrapped(to: width).joined(separator: "\n") + "\n\n"
    text += positions.text(style)
    if hasBand { text += "\n" + stretches.text(style) + notes }
    return text
  }

  private var flight: ClosedRange<TimeSpan> { request.flight.duration }

  private var hasBand: Bool { flight.lowerBound < flight.upperBound }

  private var airspace: String {
    request.scenario.airspaces.first { $0.id == request.track.airspace }?.name ?? ""
  }

  private var introduction: String {
    let duration =
      hasBand
      ? "\(flight.lowerBound.inSeconds) to \(flight.upperBound.inSeconds)"
      : flight.lowerBound.inSeconds
    let way =
      request.way.map { way in
        ": \(words(way.ranges) { $0.kilometers() }) at a mean speed of "
          + words(way.speeds) { $0.inKilometersPerHour }
      } ?? ""
    let verb = request.known == .launch ? "Launched" : "Hit"
    let displacement = request.borderDisplacement.kilometers()
    return """
      \(verb) at \(request.moment.words)\(reporter); the missile flies for \(duration)\(way). Its \
      flight is stated, not modelled. Sides are those of \(airspace); a side is undetermined within \
      \(displacement) of the line, by which that may be displaced, and where border beyond the data \
      could be as near. A distance is – where such border could be nearer. Shares of the band take the \
      line as it is.
      """
  }

  private func words<Value: Comparable>(
    _ range: ClosedRange<Value>, _ word: (Value) -> String
  ) -> String {
    range.lowerBound == range.upperBound
      ? word(range.lowerBound) : "\(word(range.lowerBound)) to \(word(range.upperBound))"
  }

  private var reporter: String {
    guard let event = request.answers.first?.event else { return "" }
    return ", by \(event.party) (\(event.sources.joined(separator: ", ")))"
  }

  private var positions: Table {
    var table = Table([
      .init("border"), .init(""), .init("flight", .decimal), .init("time"), .init("place"),
      .init("flown", .decimal), .init("apart", .decimal), .init("to border", .decimal),
      .init("side"),
    ])
    for answer in request.answers {
      let engagement = answer.engagement
      table.add(
        [.init(answer.border), .init(engagement.known.rawValue, .event), .init("–")]
          + cells(of: engagement.position, flown: nil, distance: nil))
      let sought = engagement.known.other.rawValue
      for (time, end) in ends(of: engagement) {
        let start: [Table.Cell] = ["", .init(sought, .event), .init(time.inSeconds)]
        if let end {
          table.add(
            start + cells(of: end.position, flown: end.flown, distance: end.distance))
        } else {
          table.add(start + ["not on the track"])
        }
      }
    }
    return table
  }

  /// The ends of the band; one where it has no width.
  private func ends(of engagement: Engagement) -> [(TimeSpan, Engagement.End?)] {
    let all = [(flight.lowerBound, engagement.shortest), (flight.upperBound, engagement.longest)]
    return hasBand ? all : Array(all.prefix(1))
  }

  private func cells(
    of position: Engagement.Position, flown: Length?, distance: Length?
  ) -> [Table.Cell] {
    [
      .init(position.time.timeOfDayUTC), .init(position.place.inDegrees),
      .init(flown?.kilometers() ?? "–"), .init(distance?.kilometers() ?? "–"),
      .init(position.borderDistance?.kilometers(signed: true) ?? "–"),
      .init(position.side.rawValue),
    ]
  }

  private var stretches: Table {
    var table = Table([
      .init("border"), .init("\(request.known.other.rawValue) is"), .init("flight from", .decimal),
      .init("to", .decimal), .init("share of the band", .decimal), .init("ends at", wrap: 44),
    ])
    for answer in request.answers {
      for (number, stretch) in answer.engagement.stretches.enumerated() {
        let (share, error) = (stretch.share * 100, stretch.shareUncertainty * 100)
        table.add([
          .init(number == 0 ? answer.border : ""),
          .init(stretch.isInside ? "inside" : "outside"),
          .init(stretch.flightTimes.lowerBound.inSeconds),
          .init(stretch.flightTimes.upperBound.inSeconds),
          .init("\(share.figure(2)) %" + (error > 0 ? " ± \(error.figure(2)) %" : "")),
          .init(end(of: stretch, in: answer.engagement)),
        ])
      }
    }
    return table
  }

  /// What ends a stretch: a change of the side, the band, or the track.
  private func end(of stretch: Engagement.Stretch, in engagement: Engagement) -> String {
    let last = stretch.flightTimes.upperBound
    if let change = engagement.changes.first(where: { $0.flightTime == last }),
      last < flight.upperBound
    {
      return change.words
    }
    return last == flight.upperBound ? "the end of the band" : "the end of the track"
  }

  /// The flight times outside of the band at which the side would change.
  private var notes: String {
    let lines = request.answers.compactMap { answer -> String? in
      let outside = answer.engagement.changes.filter {
        $0.flightTime <= flight.lowerBound || $0.flightTime >= flight.upperBound
      }
      guard !outside.isEmpty else { return nil }
      return "Border \(answer.border), outside of the band: "
        + outside.map { "\($0.flightTime.inSeconds) to \($0.words)" }.joined(separator: ", ") + "."
    }
    guard !lines.isEmpty else { return "" }
    return "\n" + lines.flatMap { $0.wrapped(to: width) }.joined(separator: "\n") + "\n"
  }
}

extension Engagement.Change {
  /// What happens to the aircraft there, and how far the line's displacement moves it.
  fileprivate var words: String {
    let isKnown = uncertainty > .zero && uncertainty.seconds.isFinite
    return "\(isEntry ? "the entry" : "the exit") at \(passage.time.timeOfDayUTC)"
      + (isKnown ? " ± \(uncertainty.inSeconds)" : "")
  }
}

import Airspaces
import Flights
import Formats
import Geodesy
import Incidents
import Quantities

/// The text of `replay`: what is disputed, the tracks beside each other, and each as a timeline.
struct ReplayText {
  let scenario: Scenario
  let replays: [Replay]
  let border: String
  /// Whether every warning stands in the timeline, and how the track was built.
  let isDetailed: Bool
  let allowsUnsourced: Bool
  let width: Int
  let style: Style

  var text: String {
    var text = style(.heading, scenario.title.printableLine) + "\n\n"
    if allowsUnsourced {
      text += "NOT EVERY STATEMENT HERE HAS A SOURCE (--allow-unsourced)\n\n"
    }
    if !isDetailed {
      text += scenario.summary.printableLine.wrapped(to: width).joined(separator: "\n") + "\n\n"
    }
    text += borderLine + "\n\n" + overview.text(style)
    for replay in replays { text += "\n" + timeline(of: replay) }
    return text
  }

  private var borderLine: String {
    let title = scenario.borders.first { $0.id == border }?.title ?? ""
    let usage =
      border == scenario.defaultBorder ? "" : "; paths are built on \(scenario.defaultBorder)"
    return "Border: \(border) (\(title.printableLine))\(usage). Times are UTC."
      .wrapped(to: width).joined(separator: "\n")
  }

  /// One row a track: what it is, and the numbers that are in dispute.
  private var overview: Table {
    var table = Table([
      .init("track"), .init("inside", .decimal), .init("length", .decimal),
      .init("deepest", .decimal), .init("north of tip", .decimal), .init("speed", .decimal),
      .init("keeps out by", .decimal),
    ])
    for replay in replays {
      let encounter = replay.encounter
      let isInside = !encounter.crossings.isEmpty
      let tip = encounter.crossings.compactMap(\.depthFromSouthernTip).max()
      let time = encounter.crossings.first?.start ?? encounter.nearestApproach?.time
      let state = time.flatMap { replay.track.track.state(at: $0) }
      table.add([
        .init(replay.track.definition.id), .init(encounter.durationInside.inSeconds),
        .init(isInside ? encounter.lengthInside.kilometers() : "–"),
        .init(encounter.deepest?.certainDistance?.kilometers() ?? "–"),
        .init(replay.track.definition.airspace == tipAirspace ? tip?.kilometers() ?? "–" : "–"),
        .init(state?.groundSpeed.inKilometersPerHour ?? "–"),
        .init(encounter.nearestApproach?.certainDistance?.kilometers() ?? "–"),
      ])
    }
    return table
  }

  /// The airspace whose southern tip the scenario speaks of, if it does.
  private var tipAirspace: String? {
    scenario.places.lazy.compactMap { place in
      if case .southernmost(let airspace, _) = place.definition { airspace } else { nil }
    }.first
  }

  private func timeline(of replay: Replay) -> String {
    let definition = replay.track.definition
    let airspace = scenario.airspaces.first { $0.id == definition.airspace }?.name ?? ""
    var text = style(.heading, "\(definition.id): \(definition.title)".printableLine) + "\n"
    let basis =
      definition.basis + " Held against \(airspace)."
      + " Sources: \(definition.sources.joined(separator: ", "))."
    text += basis.printableLine.wrapped(to: width).joined(separator: "\n") + "\n"
    var table = Table([
      .init("time"), .init("event"), .init("place"), .init("to border", .decimal),
      .init("says"),
    ])
    for event in replay where isDetailed || isShown(event, replay) {
      table.add([
        .init(event.time.timeOfDayUTC), .init(title(of: event, replay), .event),
        .init(event.place?.inDegrees ?? "not known"),
        .init(event.borderDistance?.kilometers(signed: true) ?? "–"),
        .init(origin(of: event)),
      ])
    }
    return text + table.text(style)
  }

  /// Of warnings that come evenly, the first and the last are enough.
  private func isShown(_ event: Event, _ replay: Replay) -> Bool {
    guard case .warning(let number) = event.kind else { return true }
    return number == 1 || number == replay.track.warnings.count
  }

  private func title(of event: Event, _ replay: Replay) -> String {
    let crossings = replay.encounter.crossings.count
    func number(_ crossing: Int) -> String { crossings > 1 ? " (crossing \(crossing))" : "" }
    return switch event.kind {
    case .trackStarts: "track begins"
    case .warning(let number): "warning \(number) of \(replay.track.warnings.count)"
    case .entered(let crossing): "entry" + number(crossing)
    case .deepest(let crossing): "deepest point" + number(crossing)
    case .left(let crossing): "exit" + number(crossing)
    case .touchedBorder: "touches the border"
    case .cameNearest: "nearest approach"
    case .reported(.launch): "missile launch"
    case .reported(.hit): "hit"
    case .reported(.crash): "crash"
    case .trackEnds: "track ends"
    }
  }

  /// Who says that an event happened, and by which sources; nothing for what was computed.
  private func origin(of event: Event) -> String {
    guard let party = event.party else { return "computed" }
    return "\(party) (\(event.sources.joined(separator: ", ")))"
  }
}

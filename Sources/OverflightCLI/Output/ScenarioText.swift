import Claims
import Flights
import Formats
import Incidents
import Quantities

/// The text of `scenario show`.
struct ScenarioText {
  let loaded: LoadedScenario
  let width: Int
  let style: Style

  var text: String {
    let scenario = loaded.scenario
    var text = style(.heading, "\(scenario.title) (\(scenario.id))".printableLine) + "\n\n"
    text += paragraph(scenario.summary) + "\n\n"
    return text
      + [parties, borders, places, envelopes, uncertainties, tracks, claims, sources]
      .map { $0.text(style) }.joined(separator: "\n")
  }

  private func paragraph(_ text: String) -> String {
    text.printableLine.wrapped(to: width).joined(separator: "\n")
  }

  private var parties: Table {
    var table = Table([.init("party"), .init("name")])
    for party in loaded.scenario.parties { table.add([.init(party.id), .init(party.name)]) }
    return table
  }

  private var borders: Table {
    var table = Table([
      .init("border"), .init("line", wrap: 60), .init("licence"), .init("sources"),
    ])
    for border in loaded.scenario.borders {
      let isDefault = border.id == loaded.scenario.defaultBorder
      table.add([
        .init(border.id + (isDefault ? " (default)" : "")), .init(border.title),
        .init(border.licence), .init(border.sources.joined(separator: ", ")),
      ])
    }
    return table
  }

  private var places: Table {
    var table = Table([
      .init("place"), .init("name", wrap: 50), .init("where"), .init("sources"),
    ])
    for place in loaded.scenario.places {
      let position =
        switch place.definition {
        case .at(let coordinate): coordinate.inDegrees
        case .southernmost(let airspace, let border):
          "southernmost vertex of \(airspace) in \(border)"
        }
      table.add([
        .init(place.id), .init(place.name), .init(position),
        .init(place.sources.joined(separator: ", ")),
      ])
    }
    return table
  }

  /// What each aircraft can fly, limit by limit; a limit that nobody stated is not listed.
  private var envelopes: Table {
    var table = Table([
      .init("aircraft"), .init("limit"), .init("bound", .decimal), .init("confidence"),
      .init("sources", wrap: 40),
    ])
    for aircraft in loaded.scenario.aircraft {
      guard let envelope = aircraft.envelope, !envelope.limits.limits.isEmpty else {
        table.add([.init(aircraft.id), "no limit stated"])
        continue
      }
      for (number, limit) in envelope.limits.limits.enumerated() {
        table.add([
          .init(number == 0 ? aircraft.id : ""), .init(limit.words),
          .init(envelope.limits[limit].map { limit.figure($0) } ?? "–"),
          .init(confidence(in: envelope.sources)),
          .init(envelope.sources.joined(separator: ", ")),
        ])
      }
    }
    return table
  }

  /// How each parameter that is not known exactly is spread.
  private var uncertainties: Table {
    let uncertainties = loaded.scenario.uncertainties
    var table = Table([
      .init("uncertain"), .init("spread"), .init("confidence"), .init("sources", wrap: 40),
    ])
    func add(_ name: String, _ spread: String, _ sources: [String]) {
      table.add([
        .init(name), .init(spread), .init(confidence(in: sources)),
        .init(sources.joined(separator: ", ")),
      ])
    }
    for parameter in UncertainParameter.allCases {
      guard let stated = uncertainties.others[parameter] else { continue }
      add(parameter.name, stated.distribution.words(parameter.kind), stated.sources)
    }
    add(
      "border-displacement", "±\(uncertainties.borderDisplacement.meters.figure(1)) m at 95 %",
      uncertainties.sources)
    return table
  }

  /// How near the sources are to those who speak, each word once; `assumption` for what nobody said.
  private func confidence(in sources: [String]) -> String {
    if sources.isEmpty { return "no source" }
    let words = Set(loaded.scenario.sources.filter { sources.contains($0.id) }.map(\.confidence))
    return Source.Confidence.allCases.filter(words.contains).map(\.rawValue)
      .joined(separator: ", ")
  }

  private var tracks: Table {
    var table = Table([
      .init("track"), .init("kind"), .init("how it was built", wrap: 70),
      .init("sources", wrap: 24),
    ])
    for track in loaded.scenario.tracks {
      table.add([
        .init(track.id), .init(track.kind.rawValue), .init(track.basis),
        .init(track.sources.joined(separator: ", ")),
      ])
    }
    return table
  }

  private var claims: Table {
    var table = Table([
      .init("claim"), .init("party"), .init("statement", wrap: 70), .init("sources", wrap: 24),
    ])
    for claim in loaded.claims.sorted(by: { $0.party < $1.party }) {
      table.add([
        .init(claim.id), .init(claim.party), .init(claim.statement),
        .init(claim.sources.joined(separator: ", ")),
      ])
    }
    return table
  }

  private var sources: Table {
    var table = Table([.init("source"), .init("confidence"), .init("what and where", wrap: 90)])
    for source in loaded.scenario.sources {
      let address = source.address.map { "\n\($0)" } ?? ""
      table.add([
        .init(source.id), .init(source.confidence.rawValue), .init(source.title + address),
      ])
    }
    return table
  }
}

import Claims
import Formats
import Incidents

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
      + [parties, borders, places, tracks, claims, sources].map { $0.text(style) }
      .joined(separator: "\n")
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

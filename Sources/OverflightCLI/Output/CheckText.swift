import Claims
import Formats
import Incidents
import Quantities

/// The text of `check`: the matrix of claims by track.
struct CheckText {
  let scenario: Scenario
  let request: CheckRequest
  let allowsUnsourced: Bool
  let width: Int
  let style: Style

  func text(of report: ClaimReport) -> String {
    var text = style(.heading, "Claims about: \(scenario.title.printableLine)") + "\n\n"
    if allowsUnsourced {
      text += "NOT EVERY STATEMENT HERE HAS A SOURCE (--allow-unsourced)\n\n"
    }
    text += introduction + "\n"
    let onTracks = report.rows.filter { $0.track != nil }
    for aircraft in scenario.aircraft {
      let rows = onTracks.filter { $0.claim.aircraft == aircraft.id }
      if !rows.isEmpty { text += "\n" + matrix(of: rows, aircraft).text(style) }
    }
    let others = report.rows.filter { $0.track == nil }
    if !others.isEmpty { text += "\n" + list(of: others).text(style) }
    return text + "\n" + summary(of: report)
  }

  private var introduction: String {
    let borders = request.borders.joined(separator: ", ")
    return """
      Each cell: the value computed on that track, the verdict, and the margin ± its 95 % half \
      width: how far the value lies inside (+) or outside (−) the claim. Every track is a \
      hypothesis; a verdict speaks of the claim on that track. Border: \(borders); it may lie \
      \(request.borderDisplacement.meters.figure(0)) m from the line that is meant (95 %).
      """.wrapped(to: width).joined(separator: "\n") + "\n"
  }

  /// One row a reading and border, one column a track.
  private func matrix(of rows: [JudgedReading], _ aircraft: Aircraft) -> Table {
    let tracks = request.tracks.map(\.id).filter { id in rows.contains { $0.track == id } }
    let hasBorders = request.borders.count > 1
    var columns: [Table.Column] = [.init(aircraft.name, wrap: 26), .init("claimed", wrap: 14)]
    if hasBorders { columns.append(.init("border")) }
    var table = Table(columns + tracks.map { .init($0, wrap: 16) })
    for claim in distinct(rows.map(\.claim)) {
      table.addGroup(heading(of: claim))
      for reading in claim.readings where reading.test.scope == .track {
        let cells = rows.filter { $0.claim == claim && $0.reading == reading }
        let words = reading.test.words
        var title = reading.meaning.map { "\(words.asks) (\($0))" } ?? words.asks
        var claimed = words.expects
        for border in request.borders {
          let found = tracks.map { track in
            cells.first { $0.track == track && $0.border == border }.map(cell) ?? .init("")
          }
          table.add([.init(title), .init(claimed)] + (hasBorders ? [.init(border)] : []) + found)
          (title, claimed) = ("", "")
        }
        if hasBorders {
          table.add(
            ["", "", "all borders"]
              + tracks.map { track in joint(cells.filter { $0.track == track }) })
        }
      }
    }
    return table
  }

  private func cell(_ row: JudgedReading) -> Table.Cell {
    let judgement = row.judgement
    guard judgement.remark?.isMissing != true else {
      return .init("undetermined\n\(judgement.remark?.words ?? "")", .undetermined)
    }
    var lines = judgement.computed.map { [$0.figure()] } ?? []
    lines += [judgement.verdict.rawValue, margin(judgement)]
    if let remark = judgement.remark { lines.append(remark.words) }
    return .init(lines.joined(separator: "\n"), judgement.verdict.role)
  }

  private func margin(_ judgement: Judgement) -> String {
    let margin = judgement.margin.figure(signed: true)
    guard judgement.uncertainty.value > 0 else { return margin }
    let unit = judgement.margin.unit
    let number = judgement.margin.value.figure(unit.decimals, signed: true)
    return "\(number) ± \(judgement.uncertainty.value.figure(unit.decimals)) \(unit.rawValue)"
  }

  private func joint(_ rows: [JudgedReading]) -> Table.Cell {
    guard !rows.isEmpty else { return .init("") }
    let verdict = Verdict.joint(rows.map(\.judgement.verdict))
    return .init(verdict.rawValue, verdict.role)
  }

  /// The readings that stated numbers, or a border alone, decide.
  private func list(of rows: [JudgedReading]) -> Table {
    var table = Table([
      .init("Without a track", wrap: 44), .init("claimed", wrap: 18), .init("border"),
      .init("computed", .decimal), .init("verdict"), .init("margin", .decimal),
    ])
    for claim in distinct(rows.map(\.claim)) {
      table.addGroup(heading(of: claim))
      for row in rows where row.claim == claim {
        let words = row.reading.test.words
        let title = row.reading.meaning.map { "\(words.asks) (\($0))" } ?? words.asks
        table.add([
          .init(row.judgement.remark?.count.map { "\(title): \($0)" } ?? title),
          .init(words.expects), .init(row.border ?? "–"),
          .init(row.judgement.computed?.figure() ?? "–"),
          .init(row.judgement.verdict.rawValue, row.judgement.verdict.role),
          .init(margin(row.judgement)),
        ])
      }
    }
    return table
  }

  private func heading(of claim: Claim) -> String {
    let party = scenario.parties.first { $0.id == claim.party }?.name ?? claim.party
    return "\(claim.id), \(party): \(claim.statement) [\(claim.sources.joined(separator: ", "))]"
  }

  /// How many verdicts there are of each kind; not by party, since nothing is scored.
  private func summary(of report: ClaimReport) -> String {
    let claims = distinct(report.rows.map(\.claim))
    let readings = claims.reduce(0) { $0 + $1.readings.count }
    let counts = Verdict.allCases.map { verdict in
      "\(report.rows.count { $0.judgement.verdict == verdict }) \(verdict.rawValue)"
    }
    return "Claims: \(claims.count). Readings: \(readings). "
      + "Verdicts: \(report.rows.count), of which "
      + counts.joined(separator: ", ") + ".\n"
  }
}

/// The elements without repeats, in the order of their first appearance.
private func distinct(_ claims: [Claim]) -> [Claim] {
  var seen: Set<String> = []
  return claims.filter { seen.insert($0.id).inserted }
}

extension Verdict {
  var role: Style.Role {
    switch self {
    case .supported: .supported
    case .contradicted: .contradicted
    case .undetermined: .undetermined
    }
  }
}

extension Judgement.Remark {
  /// What a count of aircraft rests on, which a verdict alone does not tell.
  fileprivate var count: String? {
    if case .aircraftInside = self { words } else { nil }
  }

  fileprivate var isMissing: Bool {
    if case .missing = self { true } else { false }
  }
}

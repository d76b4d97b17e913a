import Claims
import Flights
import Formats
import Geodesy
import Incidents
import Quantities

/// The text of `vary`: a row for each variant, and what they have in common.
struct VaryText {
  let request: VaryRequest
  let allowsUnsourced: Bool
  let console: Console
  let style: Style

  private var width: Int { console.width }

  /// The most variants that get a row.
  static let rowLimit = 100

  var text: String {
    let found = judged()
    let heading = "\(request.track.id), varied: \(request.track.title)"
    var text = style(.heading, heading.printableLine)
    text += "\n\n"
    if allowsUnsourced {
      text += "NOT EVERY STATEMENT HERE HAS A SOURCE (--allow-unsourced)\n\n"
    }
    text += introduction + "\n\n"
    text += table(of: found.rows).text(style)
    if found.summary.count > found.rows.count {
      text += "… and \(found.summary.count - found.rows.count) more; --csv FILE writes all\n"
    }
    for row in found.rows {
      guard case .failure(let error) = row.judged.replay else { continue }
      text +=
        "\nVariant \(row.number + 1) has no replay: \(error)".printable.wrapped(to: width)
        .joined(separator: "\n") + "\n"
      break
    }
    return text + "\n" + summary(found.summary)
  }

  private struct Row: Sendable {
    let number: Int
    let judged: JudgedVariation
  }

  /// Judges all variants, and keeps the first of them.
  private func judged() -> (rows: [Row], summary: VariationSummary) {
    let request = request
    var rows: [Row] = []
    let empty = VariationSummary(on: request.readings.map(\.reading))
    var summary = empty
    request.forEachPart(on: console, streams: false) { range, judge in
      var (rows, summary) = ([Row](), empty)
      for index in range {
        let number = request.number(index)
        if index < Self.rowLimit {
          rows.append(Row(number: number, judged: judge.judged(request.grid[number])))
        }
        summary.add(judge.record(of: request.grid[number]), number: number + 1)
      }
      return (rows, summary)
    } _: { part in
      rows += part.0
      summary.add(part.1)
    }
    return (rows, summary)
  }

  private var introduction: String {
    let source = request.borders.joined(separator: ", ")
    let about = request.about.map { "at its \($0.rawValue)" } ?? "at its deepest or nearest"
    return """
      Moves are counted from, and turns made about, the track's place \(about), \
      \(request.pivot.inDegrees). Border: \(source).\(envelope)\(request.editInWords)
      """.wrapped(to: width).joined(separator: "\n")
  }

  /// Whether few enough readings are held against the variants to stand beside them.
  private var hasColumns: Bool { request.readings.count <= 2 }

  private var envelope: String {
    request.envelope.map { " Envelope: \($0.sources.joined(separator: ", "))." } ?? ""
  }

  private func table(of rows: [Row]) -> Table {
    let axes = request.grid.axes
    let ofTrack: [Table.Column] = [
      .init("inside", .decimal), .init("length", .decimal), .init("deepest", .decimal),
      .init("north of tip", .decimal), .init("keeps out by", .decimal),
    ]
    var table = Table(
      [.init("no.", .right)] + axes.map { .init($0.title, .decimal) } + ofTrack
        + (request.envelope == nil ? [] : [.init("flyable", wrap: 24)])
        + (hasColumns ? request.readings.map { .init("\($0.id) \($1.id)", wrap: 16) } : []))
    for row in rows {
      table.add(
        [.init(String(row.number + 1))] + axes.map { .init($0.figure(of: row.judged.variation)) }
          + cells(of: row.judged) + flyable(row.judged)
          + (hasColumns ? row.judged.judgements.map(cell) : []))
    }
    return table
  }

  private func cells(of judged: JudgedVariation) -> [Table.Cell] {
    guard case .success(let replay) = judged.replay else {
      return Array(repeating: .init("–"), count: 5)
    }
    let encounter = replay.encounter
    let isInside = !encounter.crossings.isEmpty
    return [
      .init(encounter.durationInside.inSeconds),
      .init(isInside ? encounter.lengthInside.kilometers() : "–"),
      .init(encounter.deepest?.certainDistance?.kilometers() ?? "–"),
      .init(encounter.crossings.compactMap(\.depthFromSouthernTip).max()?.kilometers() ?? "–"),
      .init(encounter.nearestApproach?.certainDistance?.kilometers() ?? "–"),
    ]
  }

  /// Whether the aircraft could fly it, and what breaks first.
  private func flyable(_ judged: JudgedVariation) -> [Table.Cell] {
    guard let envelope = request.envelope else { return [] }
    guard let track = try? judged.replay.get().track.track else { return [.init("–")] }
    let flyability = track.flyability(within: envelope.limits)
    guard let broken = flyability.firstBroken, let moment = broken.firstBroken else {
      return [.init(flyability.answer.words)]
    }
    let (by, unit) = ((-moment.margin.value).figure(2), moment.margin.unit)
    return [
      .init(
        "no: \(broken.limit.words) by \(by)\(unit == .one ? "" : " " + unit.rawValue) at "
          + moment.time.timeOfDayUTC)
    ]
  }

  private func cell(_ judgement: Judgement) -> Table.Cell {
    var text = judgement.verdict.rawValue
    if judgement.computed != nil || judgement.remark == .neverInside {
      text += " " + judgement.margin.figure(signed: true)
    }
    return .init(text, judgement.verdict.role)
  }

  private func summary(_ summary: VariationSummary) -> String {
    var text = "\(summary.inside) of \(summary.count) variants are inside"
    if let duration = summary.duration, let length = summary.length {
      text += ": for \(duration.lowerBound.inSeconds) to \(duration.upperBound.inSeconds) over "
      text += "\(length.lowerBound.kilometers()) to \(length.upperBound.kilometers())"
      if let depth = summary.depth {
        let (least, most) = (depth.lowerBound.kilometers(), depth.upperBound.kilometers())
        text += ", \(least) to \(most) deep"
      }
    }
    text += summary.failed == 0 ? "." : "; \(summary.failed) have no replay."
    text = text.wrapped(to: width).joined(separator: "\n") + "\n"
    guard !request.readings.isEmpty else { return text }
    return text + "\n" + verdicts(summary).text(style)
  }

  /// One row a reading: how often it holds, and where it holds best.
  private func verdicts(_ summary: VariationSummary) -> Table {
    var table = Table(
      [.init("claim"), .init("reading", wrap: 24)]
        + Verdict.allCases.map { .init($0.rawValue, .right) }
        + [.init("greatest margin", .decimal), .init("at no.", .right)])
    for (found, (claim, reading)) in zip(summary.readings, request.readings) {
      table.add(
        [.init(claim.id), .init(reading.id)]
          + Verdict.allCases.map { .init(String(found.verdicts[$0]), $0.role) } + [
            .init(found.greatest?.margin.figure(signed: true) ?? "–"),
            .init(found.greatest.map { String($0.variant) } ?? ""),
          ])
    }
    return table
  }
}

extension Flyability.Answer {
  fileprivate var words: String {
    switch self {
    case .flyable: "yes"
    case .notFlyable: "no"
    case .undetermined: "undetermined"
    }
  }
}

extension VariationGrid.Axis {
  var title: String {
    switch self {
    case .borders: "border"
    case .starts: "start"
    case .numbers(let parameter, _): parameter.rawValue
    }
  }

  func figure(of variation: Variation) -> String {
    switch self {
    case .borders: variation.border ?? ""
    case .starts: variation.change.start?.timeOfDayUTC ?? ""
    case .numbers(let parameter, _): parameter.value(in: variation).map(parameter.figure) ?? ""
    }
  }
}

extension VariationParameter {
  /// A value of the parameter, given in the base unit of its kind.
  func figure(_ value: Double) -> String {
    switch kind {
    case .length: Length.meters(value).kilometers(signed: true)
    case .time: value.figure(2, signed: true) + " s"
    case .speed: (value * 3.6).figure(1, signed: reshapes) + " km/h"
    case .angle: value.figure(2, signed: self != .bank) + " deg"
    case .acceleration: value.figure(2) + " m/s2"
    case .count: value.figure(3)
    }
  }
}

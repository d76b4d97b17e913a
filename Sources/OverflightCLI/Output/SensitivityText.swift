import Claims
import Flights
import Formats
import Incidents
import Quantities

/// The text of `vary --sensitivity`: for each result the inputs, what they do alone, and their shares.
struct SensitivityText {
  let request: SensitivityRequest
  let allowsUnsourced: Bool
  let width: Int
  let style: Style

  func text(of summary: SensitivitySummary) -> String {
    let track = request.samples.vary.track
    let heading = "\(track.id), what moves it: \(track.title)"
    var text = style(.heading, heading.printableLine) + "\n\n"
    if allowsUnsourced {
      text += "NOT EVERY STATEMENT HERE HAS A SOURCE (--allow-unsourced)\n\n"
    }
    let samples = SampleText(
      request: request.samples, allowsUnsourced: allowsUnsourced, width: width, style: style)
    text += introduction + "\n\n" + samples.uncertain.text(style) + "\n"
    text += table(of: summary).text(style)
    return text + "\n" + legend + "\n"
  }

  private var introduction: String {
    let samples = request.samples
    let borders = samples.vary.borders.joined(separator: ", ")
    return """
      \(samples.total) samples, seed \(samples.seed), \(request.count) runs: of each sample two, the \
      first of them with each input from the second, and the track as told with each input alone. \
      Border: \(borders)\(samples.vary.borders.count > 1 ? ", each as likely" : "").\(samples.vary.editInWords)
      """.wrapped(to: width).joined(separator: "\n")
  }

  private var legend: String {
    """
    Alone: by how much the mean leaves what is told, and the standard deviation (of a \
    probability, its Monte Carlo error), when only this is drawn. Shares of the variance when all is drawn, in percent with their Monte Carlo errors: the \
    first order (█) would go if only this were known, the total (with ░) stay if only this were not. \
    What does not move a result is left out there. Outside, times, ways and depths are zero; \
    an entry is that of who enters.
    """.wrapped(to: width).joined(separator: "\n")
  }

  private func table(of summary: SensitivitySummary) -> Table {
    // What the other columns take, so that the table is as wide as the console where that is possible.
    let room = max(8, min(30, width - 73))
    var table = Table(
      [
        .init("input"), .init("alone: mean", .decimal), .init("spread", .decimal),
        .init("first order", .decimal), .init("total", .decimal), .init(""),
      ])
    for outcome in summary.outcomes {
      let effects = summary.effects(on: outcome)
      let moving = effects.byInput.filter { $0.moves(from: effects.told) }
      table.addGroup(heading(of: outcome, effects))
      if moving.isEmpty { table.add([.init("nothing moves it")]) }
      for effect in moving.mostFirst {
        let change = effects.told.flatMap { told in effect.alone.map { $0.mean - told } }
        table.add([
          .init(effect.input.name), .init(change.map { outcome.figure($0, signed: true) } ?? "–"),
          .init(effect.alone.map { outcome.spread($0) } ?? "–"),
          .init(effect.shares?.firstOrder.percent ?? "–"),
          .init(effect.shares?.total.percent ?? "–"),
          .init(effect.shares?.bar(width: room) ?? ""),
        ])
      }
    }
    return table
  }

  /// `time inside: told 17.00 s; all drawn 16.91 s, standard deviation 0.52 s`.
  private func heading(
    of outcome: SensitivitySummary.Outcome, _ effects: SensitivitySummary.Effects
  ) -> String {
    let start = request.samples.vary.variations.track.resolved.track.start.time
    func moment(_ value: Double) -> String {
      outcome == .entryTime
        ? start.advanced(by: .seconds(value)).timeOfDayUTC : outcome.figure(value)
    }
    var text = name(of: outcome) + ": told " + (effects.told.map(moment) ?? "none")
    text += "; all drawn " + (effects.drawn.map { moment($0.mean) } ?? "none")
    if let drawn = effects.drawn { text += " ± \(outcome.spread(drawn))" }
    if effects.numbers < request.samples.total {
      text += "; shares of \(effects.numbers) samples"
    }
    return text
  }

  private func name(of outcome: SensitivitySummary.Outcome) -> String {
    switch outcome {
    case .duration: return "time inside"
    case .length: return "way flown inside"
    case .depth: return "deepest, from the nearest border"
    case .entryTime: return "entry"
    case .inside: return "inside at some moment"
    case .supported(let index):
      let (claim, reading) = request.samples.vary.readings[index]
      return "\(claim.id) \(reading.id), supported"
    }
  }
}

extension SensitivitySummary.OfInput {
  /// Whether it changes a result at all, alone or with others.
  fileprivate func moves(from told: Double?) -> Bool {
    let isAlone = alone.map { $0.standardDeviation > 0 || $0.mean != told } ?? false
    return isAlone || shares.map { $0.total.value != 0 || $0.firstOrder.value != 0 } ?? false
  }
}

extension [SensitivitySummary.OfInput] {
  /// Those with the greatest total share first; of equal ones, in their order.
  fileprivate var mostFirst: [SensitivitySummary.OfInput] {
    enumerated().sorted { a, b in
      let (x, y) = (a.element.shares?.total.value ?? 0, b.element.shares?.total.value ?? 0)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }
}

extension SensitivitySummary.Outcome {
  /// A value, or a difference of values.
  fileprivate func figure(_ value: Double, signed: Bool = false) -> String {
    switch self {
    case .duration, .entryTime: value.figure(2, signed: signed) + " s"
    case .length, .depth: (value / 1000).figure(3, signed: signed) + " km"
    case .inside, .supported: (value * 100).figure(1, signed: signed) + " %"
    }
  }

  /// The standard deviation; of a probability its Monte Carlo error.
  fileprivate func spread(_ spread: Spread) -> String {
    switch self {
    case .duration, .entryTime, .length, .depth: figure(spread.standardDeviation)
    case .inside, .supported: figure(spread.standardError)
    }
  }
}

extension VarianceShares.Estimate {
  /// `85.1 ± 1.2`, in percent.
  fileprivate var percent: String {
    "\((value * 100).figure(1)) ± \((standardError * 100).figure(1))"
  }
}

extension VarianceShares {
  /// A bar whose whole width is all of the variance: the first order dark, what is added in the
  /// total light.
  func bar(width: Int) -> String {
    func columns(_ share: Double) -> Int {
      Int((min(1, max(0, share)) * Double(width)).rounded())
    }
    let dark = columns(firstOrder.value)
    return String(repeating: "█", count: dark)
      + String(repeating: "░", count: max(0, columns(total.value) - dark))
  }
}

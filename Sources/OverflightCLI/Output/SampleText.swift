import Claims
import Formats
import Incidents
import Quantities

/// The text of `vary --samples`: what was drawn, how probable the inside is, and of what.
struct SampleText {
  let request: SampleRequest
  let allowsUnsourced: Bool
  let width: Int
  let style: Style

  private static let shares = [
    ("2.5 %", 0.025), ("25 %", 0.25), ("50 %", 0.5), ("75 %", 0.75), ("97.5 %", 0.975),
  ]

  func text(of summary: SampleSummary) -> String {
    let track = request.vary.track
    let heading = "\(track.id), sampled: \(track.title)"
    var text = style(.heading, heading.printableLine) + "\n\n"
    if allowsUnsourced {
      text += "NOT EVERY STATEMENT HERE HAS A SOURCE (--allow-unsourced)\n\n"
    }
    text += introduction + "\n\n"
    text += (uncertain.rows.isEmpty ? "Nothing is uncertain.\n" : uncertain.text(style)) + "\n"
    text += inside(summary).wrapped(to: width).joined(separator: "\n") + "\n"
    if summary.count(of: .duration) > 0 { text += "\n" + quantiles(of: summary).text(style) }
    if !request.vary.readings.isEmpty { text += "\n" + readings(summary).text(style) }
    return text
  }

  private var introduction: String {
    let part =
      request.range == 0..<request.total
      ? "" : " (numbers \(request.range.lowerBound + 1) to \(request.range.upperBound))"
    let borders = request.vary.borders.joined(separator: ", ")
    return """
      \(request.range.count) of \(request.total) samples\(part), seed \(request.seed). Each draws \
      what is uncertain, independently; the rest is as the track tells it. Border: \(borders)\
      \(request.vary.borders.count > 1 ? ", each as likely" : "").\(request.vary.editInWords)
      """.wrapped(to: width).joined(separator: "\n")
  }

  /// What was drawn, and who says so.
  var uncertain: Table {
    var table = Table([.init("uncertain"), .init("spread"), .init("sources", wrap: 40)])
    for parameter in UncertainParameter.allCases {
      guard let stated = request.uncertainties.others[parameter] else { continue }
      table.add([
        .init(parameter.name), .init(stated.distribution.words(parameter.kind)),
        .init(stated.sources.isEmpty ? "--uncertain" : stated.sources.joined(separator: ", ")),
      ])
    }
    let displacement = request.uncertainties.borderDisplacement
    if displacement > .zero {
      let isStated = displacement == request.vary.scenario.uncertainties.borderDisplacement
      table.add([
        .init("border-displacement"), .init("±\(displacement.meters.figure(1)) m at 95 %"),
        .init(
          isStated
            ? request.uncertainties.sources.joined(separator: ", ") : "--border-displacement"),
      ])
    }
    return table
  }

  private func inside(_ summary: SampleSummary) -> String {
    var text = "Inside at some moment: \(summary.inside.words)"
    if let interval = summary.inside.interval95 {
      text += " (95 % interval \(interval.lowerBound.percent) to \(interval.upperBound.percent))"
    }
    text += ", with its Monte Carlo error."
    if summary.failed > 0 {
      text += " \(summary.failed) samples cannot be flown or leave the border data; none counts."
    }
    return text
  }

  /// Of the samples that are inside.
  private func quantiles(of summary: SampleSummary) -> Table {
    var table = Table(
      [.init("of those inside")]
        + Self.shares.map { .init($0.0, .decimal) })
    for measured in SampleSummary.Measured.allCases {
      guard let values = summary.quantiles(of: measured, at: Self.shares.map(\.1)) else { continue }
      table.add([.init(measured.words)] + values.map { .init(measured.figure($0, of: summary)) })
    }
    return table
  }

  private func readings(_ summary: SampleSummary) -> Table {
    var table = Table(
      [.init("claim"), .init("reading", wrap: 24)]
        + Verdict.allCases.map { .init($0.rawValue, .decimal) })
    for (index, (claim, reading)) in request.vary.readings.enumerated() {
      table.add(
        [.init(claim.id), .init(reading.id)]
          + Verdict.allCases.map { verdict in
            .init(summary.probability(of: verdict, onReading: index).words, verdict.role)
          })
    }
    return table
  }
}

extension SampledProbability {
  /// `97.3 % ± 0.2 %`.
  fileprivate var words: String {
    guard let value, let standardError else { return "–" }
    return "\(value.percent) ± \(standardError.percent)"
  }
}

extension Double {
  /// A share in percent with two decimals.
  fileprivate var percent: String { (self * 100).figure(2) + " %" }
}

extension SampleSummary.Measured {
  fileprivate var words: String {
    switch self {
    case .duration: "time inside"
    case .length: "way flown inside"
    case .depth: "deepest, from the nearest border"
    case .southernTipDepth: "north of the southern tip"
    case .entryDepth: "furthest from the entry"
    case .entryTime: "entry"
    }
  }

  fileprivate func figure(_ value: Double, of summary: SampleSummary) -> String {
    switch self {
    case .duration: TimeSpan.seconds(value).inSeconds
    case .length, .depth, .southernTipDepth, .entryDepth: Length.meters(value).kilometers()
    case .entryTime: summary.entryOrigin.advanced(by: .seconds(value)).timeOfDayUTC
    }
  }
}

extension Distribution {
  /// `standard deviation 50.0 km/h`, `0.00 s to 20.00 s`.
  func words(_ kind: MeasureUnit.Kind) -> String {
    switch self {
    case .normal(let deviation): "standard deviation \(kind.figure(deviation))"
    case .uniform(let low, let high):
      low == high ? kind.figure(low) : "\(kind.figure(low)) to \(kind.figure(high))"
    }
  }
}

extension MeasureUnit.Kind {
  /// A number in the base unit as people read it.
  fileprivate func figure(_ value: Double) -> String {
    switch self {
    case .length: value.figure(1) + " m"
    case .time: value.figure(2) + " s"
    case .speed: (value * 3.6).figure(1) + " km/h"
    case .angle: value.figure(2) + " deg"
    case .acceleration: value.figure(2) + " m/s2"
    case .count: value.figure(3)
    }
  }
}

import Claims
import Formats
import Incidents
import Quantities

/// The text of `solve`: for each choice of readings and border, what holds, or the closest miss found.
struct SolveText {
  let request: SolveRequest
  let allowsUnsourced: Bool
  let width: Int
  let style: Style

  /// The most problems that are told one by one, and not in a table alone.
  static let detailLimit = 6

  func text(of answers: [PathAnswer]) -> String {
    let heading = "\(request.track.id), solved: \(request.track.title)"
    var text = style(.heading, heading.printableLine) + "\n\n"
    if allowsUnsourced {
      text += "NOT EVERY STATEMENT HERE HAS A SOURCE (--allow-unsourced)\n\n"
    }
    text += lines(introduction) + "\n" + parameters().text(style) + "\n"
    if answers.count > 1 { text += overview(of: answers).text(style) + "\n" }
    guard answers.count <= Self.detailLimit else { return text }
    return text
      + zip(request.problems, answers).map { details(of: $1, to: $0) }.joined(separator: "\n")
  }

  private func lines(_ text: String) -> String {
    text.printable.wrapped(to: width).joined(separator: "\n") + "\n"
  }

  private var introduction: String {
    let about = request.about.map { "at its \($0.rawValue)" } ?? "at its deepest or nearest"
    let source = request.borders.joined(separator: ", ")
    let settings = request.settings
    return """
      Moves are counted from, and turns made about, the track's place \(about), \
      \(request.pivot.inDegrees). Border: \(source). Searched from \(settings.points) places, seed \
      \(settings.seed)\(request.isInitial ? ", within the initial ranges" : "").
      """
  }

  private func parameters() -> Table {
    var table = Table([.init("parameter"), .init("from", .decimal), .init("to", .decimal)])
    for free in request.parameters {
      table.add([
        .init(free.parameter.rawValue), .init(free.parameter.figure(free.range.lowerBound)),
        .init(free.parameter.figure(free.range.upperBound)),
      ])
    }
    return table
  }

  private func overview(of answers: [PathAnswer]) -> Table {
    var table = Table([
      .init("required", wrap: 44), .init("border"), .init("paths"), .init("share", .decimal),
      .init("worst margin found", .decimal), .init("of", wrap: 44),
    ])
    for (problem, answer) in zip(request.problems, answers) {
      let (path, found, share): (FoundPath?, String, String) =
        switch answer {
        case .found(let region):
          (region.paths.first { $0.kind == .central }, "found", region.share.percent)
        case .none(let none): (none.closest, none.answer, "–")
        }
      let least = path.flatMap { worst(of: $0, in: problem) }
      table.add([
        .init(problem.words), .init(problem.border), .init(found), .init(share),
        .init(least?.margin.figure(signed: true) ?? "–"), .init(least?.name ?? ""),
      ])
    }
    return table
  }

  private func details(of answer: PathAnswer, to problem: SolveRequest.Problem) -> String {
    var text = style(.heading, "\(problem.words), border \(problem.border)".printableLine) + "\n\n"
    switch answer {
    case .found(let region):
      text += lines("Paths hold: \(region.share.words).")
      text += "\n" + extents(of: region, in: problem).text(style)
      text += "\n" + paths(region.paths, in: problem).text(style) + note(on: region.paths)
    case .none(let none):
      if let proof = none.proof {
        text += lines(proof.words(saying: none.answer))
      } else {
        text += lines("None was found; that is no proof that there is none.")
      }
      text += "\n" + paths([none.closest], in: problem).text(style) + note(on: [none.closest])
      text += "\n" + margins(of: none.closest, in: problem).text(style)
      text += remarks(on: none.closest, in: problem)
    }
    return text
  }

  private func extents(of region: PathRegion, in problem: SolveRequest.Problem) -> Table {
    var table = Table([.init("holds with"), .init("from", .decimal), .init("to", .decimal)])
    for (free, extent) in zip(problem.search.space.free, region.extents) {
      table.add([
        .init(free.parameter.rawValue), .init(free.parameter.figure(extent.lowerBound)),
        .init(free.parameter.figure(extent.upperBound)),
      ])
    }
    return table
  }

  private func paths(_ paths: [FoundPath], in problem: SolveRequest.Problem) -> Table {
    let axes = problem.search.space.free.map {
      VariationGrid.Axis.numbers($0.parameter, [$0.range.lowerBound])
    }
    var table = Table(
      [.init("path")] + axes.map { .init($0.title, .decimal) } + [
        .init("inside", .decimal), .init("length", .decimal), .init("deepest", .decimal),
        .init("north of tip", .decimal), .init("from \(request.near.id)", .decimal),
      ])
    for path in paths {
      table.add(
        [.init(path.kind.words + (path.isSeenWhole ? "" : " *"))]
          + axes.map { .init($0.figure(of: path.judged.variation)) }
          + cells(of: path))
    }
    return table
  }

  private func note(on paths: [FoundPath]) -> String {
    paths.allSatisfy(\.isSeenWhole) ? "" : lines("* begins or ends inside: it is not seen whole")
  }

  private func cells(of path: FoundPath) -> [Table.Cell] {
    guard case .success(let replay) = path.judged.replay else {
      return Array(repeating: .init("–"), count: 5)
    }
    let encounter = replay.encounter
    return [
      .init(encounter.durationInside.inSeconds), .init(encounter.lengthInside.kilometers()),
      .init(encounter.deepest?.certainDistance?.kilometers() ?? "–"),
      .init(encounter.crossings.compactMap(\.depthFromSouthernTip).max()?.kilometers() ?? "–"),
      .init(path.apart?.kilometers() ?? "–"),
    ]
  }

  /// The closest miss found, requirement by requirement, in the claim's unit and in meters.
  private func margins(of path: FoundPath, in problem: SolveRequest.Problem) -> Table {
    var table = Table([
      .init("required"), .init("expected"), .init("computed", .decimal),
      .init("margin", .decimal), .init("", .decimal),
    ])
    for (requirement, judgement) in zip(problem.requirements, path.judged.judgements) {
      let words = requirement.test.words
      let margin = judgement.margin
      let isLength = margin.unit.kind == .length && margin.unit != .meter
      table.add([
        .init("\(requirement.name): \(words.asks)"), .init(words.expects),
        .init(judgement.computed?.figure() ?? "–"), .init(margin.figure(signed: true)),
        .init(isLength ? Measure(base: margin.base, in: .meter).figure(signed: true) : ""),
      ])
    }
    return table
  }

  /// Why a requirement of the closest miss is not decided by its margin.
  private func remarks(on path: FoundPath, in problem: SolveRequest.Problem) -> String {
    zip(problem.requirements, path.judged.judgements).map { requirement, judgement in
      judgement.remark.map { lines("\(requirement.name): \($0.words)") } ?? ""
    }.joined()
  }

  /// The requirement that is missed most, or holds worst.
  private func worst(
    of path: FoundPath, in problem: SolveRequest.Problem
  ) -> (name: String, margin: Measure)? {
    zip(problem.requirements, path.judged.judgements).min {
      $0.0.scaled($0.1.margin) < $1.0.scaled($1.1.margin)
    }.map { ($0.0.name, $0.1.margin) }
  }
}

import Claims
import Formats
import Incidents
import Quantities

/// What the user asked of `solve`.
struct SolveDraft: Sendable {
  var scenario: String?
  var track = ""
  var required: [String] = []
  var ranges: [VariationParameter: ClosedRange<Double>] = [:]
  var borders: [String] = []
  var near: String?
  var about: TrackMoment?
  var points: Int?
  var seed: UInt64?
  var csv: String?
  var trackFolder: String?
  var isJSON = false
  var threads: Int?
  var replaces = false
  var allowsUnsourced = false
  var color = ColorChoice.auto
  var isQuiet = false
}

let solveDescription = CommandDescription<SolveDraft>(
  "solve", summary: "Find the paths on which claims hold together, or the closest miss found",
  examples: [
    Example(
      "overflight solve --track ku-leuven --require T12a,T4",
      shows: "Which paths are two kilometres long inside, and take 17 seconds."),
    Example(
      "overflight solve --track letter-depth --require T12-length --border all",
      shows: "Each reading of a length by itself, under every border."),
    Example(
      "overflight solve --track ku-leuven --require durationInside=7s --rotate 0deg",
      shows: "Tests on the line, and what may be changed."),
    Example(
      "overflight solve --track letter-depth --require T4 --csv-tracks found",
      shows: "The paths that were found as track CSV, for other tools."),
  ],
  positionals: [.scenario(into: \.scenario)],
  options: [
    .required("track", "ID", help: "The track whose paths are sought.", into: \.track),
    .require,
  ] + VariationParameter.allCases.compactMap(Option.range) + [
    .list(
      "border", "ID|all", help: "Search under each of these border sources.",
      initially: "the scenario's default", into: \.borders),
    .text(
      "near", "ID", help: "The track that the nearest path is sought to.",
      initially: "the track itself", into: \.near),
    .choice(
      "about", "MOMENT",
      help: "The place of the track that moves are counted from and rotations turn about: where it "
        + "is at this moment. Initially its deepest point, or else where it comes nearest.",
      into: \.about),
    .parsed(
      "points", "N", help: "How many places of the searched box are tried first.",
      initially: "2048", expected: "a number from 16 to 10000000", into: \.points,
      read: { text in Int(text).flatMap { (16...10_000_000).contains($0) ? $0 : nil } }),
    .parsed(
      "seed", "N", help: "What those places are chosen by.", initially: "1",
      expected: "a whole number from 0", into: \.seed, read: { UInt64($0) }),
    .text(
      "csv", "FILE", help: "Write a row for each path to a file, or to standard output for -.",
      accepts: .file, excludes: ["json"], into: \.csv),
    .text(
      "csv-tracks", "DIR",
      help: "Write the track CSV of each path that holds to a new folder, as replay --csv does.",
      accepts: .folder, into: \.trackFolder),
    .flag("json", help: "One JSON object instead of tables.", into: \.isJSON),
    .parsed(
      "threads", "N", help: "How many threads work; the output is the same.",
      initially: "as many as there are cores", expected: "a number from 1 to 1024",
      into: \.threads, read: { text in Int(text).flatMap { (1...1024).contains($0) ? $0 : nil } }),
    .flag("force", help: "Replace the CSV file if it is there.", into: \.replaces),
    .allowUnsourced(into: \.allowsUnsourced), .color(into: \.color), .quiet(into: \.isQuiet),
  ],
  notes: [
    "A requirement is CLAIM.READING, CLAIM, of which each reading is tried by itself, or a test: "
      + TypedTest.names.joined(separator: ", ") + ", each with =, >= or <= and a value, or = and a "
      + "range A..B. A value claims the precision of its digits: durationInside=17s is 16.5 s to "
      + "17.5 s. Requirements hold as if the border were certain.",
    "Parameters take a range A:B, or one value. Where no range is given, the path may be moved by "
      + "5 km north, south, east and west, turned by 30 degrees either way, and flown at 390 to "
      + "1000 km/h. What only changes times and heights is computed, everything else is searched.",
    "Found are the path nearest to the given track (the root mean square distance at the same "
      + "times, from a minute before its time inside to a minute after), the central one, whose "
      + "worst margin is best, and for each parameter the least and the greatest value, to a "
      + "thousandth of its range. What holds is a share of the searched box, with its standard error.",
    "Where nothing holds, the closest miss found is told: of all paths tried, the one whose worst "
      + "margin is best, counted in the requirement's tolerances (10 m, 0.5 s or 1 km/h for bounds, "
      + "which have none). It is an upper bound, not a proven minimum: a longer search may find a "
      + "closer one. \"None exists\" is said only where it is proved: a way of length L inside, whose "
      + "ends lie on the border, is nowhere deeper than L/2. \"None was found\" is no proof.",
  ],
  exitCodes: ExitCode.allCases.filter { $0 != .failOn })

extension Option<SolveDraft> {
  /// What is to hold; a list that must not be empty.
  fileprivate static let require = Option(
    "require", value: "LIST", help: "What is to hold together: claims, readings and tests.",
    isRepeatable: true, isRequired: true
  ) { text, draft throws(UsageError) in
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.drop { $0 == " " })
    }
    guard !words.contains("") else {
      throw .badValue(of: "--require", text: text, expected: "a list A,B,… without gaps")
    }
    draft.required += words
  }

  /// The option of a parameter that may be changed.
  fileprivate static func range(_ parameter: VariationParameter) -> Option? {
    guard let help = parameter.solveHelp else { return nil }
    let kind = parameter.kind
    return Option(parameter.rawValue, value: "A:B", help: help) {
      text, draft throws(UsageError) in
      let name = "--" + parameter.rawValue
      do throws(TypedValuesError) {
        draft.ranges[parameter] = try TypedValues.readRange(text, of: kind)
      } catch {
        guard case .notAMeasure(let text) = error else {
          throw .unusable(of: name, reason: "\(error)")
        }
        throw .badValue(of: name, text: text, expected: kind.example)
      }
    }
  }
}

extension VariationParameter {
  /// Nothing for what is not searched over.
  fileprivate var solveHelp: String? {
    switch self {
    case .borderNorth: "How far the border may be moved north."
    case .borderEast: "How far the border may be moved east."
    case .shiftNorth: "How far the path may be moved north, such as -2km:2km."
    case .shiftEast: "How far the path may be moved east."
    case .shiftAlong: "How far the path may be moved along its course."
    case .shiftAcross: "How far the path may be moved to the right of its course."
    case .rotation: "How far the path may be turned clockwise, such as -20deg:20deg."
    case .windNorth, .windEast, .bank: nil
    case .speed: "The ground speeds of every leg, such as 400km/h:1000km/h."
    case .speedFactor: "How many times as fast it may be flown, such as 0.8:1.2."
    case .delay: "How much later everything may happen, such as 0s:20s."
    case .altitude: "The altitudes, such as 5600m:6000m."
    case .timeToHit: "The times from the launch to the hit."
    case .fallTime: "The times from the hit to the crash."
    }
  }
}

func solve(_ draft: SolveDraft, on console: Console) throws -> ExitCode {
  var loaded = try openScenario(draft.scenario, allowsUnsourced: draft.allowsUnsourced)
  let request = try SolveRequest(draft, &loaded)
  try loaded.refuse(draft.csv, of: "--csv")
  let solved = request.solved()
  if let folder = draft.trackFolder { try request.writeTracks(of: solved, to: folder) }
  if let file = draft.csv {
    try request.writeCSV(of: solved, to: file, replaces: draft.replaces)
  } else if draft.isJSON {
    var text = ""
    SolveJSON(request: request, inputs: try loaded.inputs(), allowsUnsourced: draft.allowsUnsourced)
      .write(solved, to: &text)
    try console.print(text)
  } else if draft.trackFolder == nil {
    let text = SolveText(
      request: request, allowsUnsourced: draft.allowsUnsourced, width: console.width,
      style: console.style(draft.color))
    try console.print(text.text(of: solved))
  }
  return .done
}

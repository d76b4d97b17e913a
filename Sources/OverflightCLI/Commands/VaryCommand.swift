import Claims
import Formats
import Incidents
import Quantities

/// What the user asked of `vary`.
struct VaryDraft: Sendable {
  var scenario: String?
  var track = ""
  var waypoints: String?
  var values: [VariationParameter: [Double]] = [:]
  var starts: [Instant] = []
  var borders: [String] = []
  var about: TrackMoment?
  var claims: [String] = []
  var borderDisplacement: Length?
  var asksFlyable = false
  var only: [Int] = []
  var samples: Int?
  var seed: UInt64?
  var uncertain: [String] = []
  var shard: Shard?
  var csv: String?
  var journal: String?
  var showsSensitivity = false
  var trackFolder: String?
  var isJSON = false
  var threads: Int?
  var replaces = false
  var allowsUnsourced = false
  var color = ColorChoice.auto
  var isQuiet = false
}

let varyDescription = CommandDescription<VaryDraft>(
  "vary", summary: "Fly a track elsewhere, otherwise or at another time, and see what changes",
  examples: [
    Example(
      "overflight vary --track letter-depth --shift-north -2km:2km:500m",
      shows: "The same path further south and further north."),
    Example(
      "overflight vary --track letter-depth --speed 400km/h:900km/h:50km/h --claim T4",
      shows: "At which speeds 17 seconds hold."),
    Example(
      "overflight vary --track letter-depth --rotate -20deg:20deg:2deg --csv out.csv",
      shows: "A row for each course; several parameters make all combinations."),
    Example(
      "overflight vary --track letter-depth --samples 1000 --sensitivity --claim T4",
      shows: "What is uncertain, by how much it moves the time inside and the verdict."),
    Example(
      "overflight vary --track letter-depth --rotate 15deg --csv-tracks rotated",
      shows: "A changed path as track CSV, for other tools."),
    Example(
      "overflight vary --track letter-depth --waypoints drawn.geojson --claim T4",
      shows: "A path drawn by hand, at the speed and the entry time of the track."),
  ],
  positionals: [.scenario(into: \.scenario)],
  options: [
    .required("track", "ID", help: "The track that is varied.", into: \.track),
    .text(
      "waypoints", "FILE",
      help: "Fly the track along the path in this file instead: CSV, GeoJSON or KML.",
      accepts: .file, into: \.waypoints),
  ] + VariationParameter.allCases.map(Option.parameter) + otherOptions,
  notes: [
    "Values are one (500m), a list (500m,1km), or a range from A to B in steps (A:B:STEP). Several "
      + "parameters make every combination. Rows are counted in the order of the options above, "
      + "the border source and the first of them changing slowest, whatever the order typed.",
    "A path moves as a rigid body: every place keeps its distance and direction from the one that "
      + "is moved. A change of speed keeps the time at which the scenario times the path, mostly "
      + "its entry. Warnings and events that hang on a moment, such as the entry, move with it. A "
      + "variant that cannot be flown or leaves the border data is a row with a remark.",
    "A file of --waypoints has one path. CSV with the columns time_utc, lat_deg and lon_deg, as "
      + "replay --csv and --csv-tracks write it, is flown at its own times; of several tracks the "
      + "one of this id is taken. CSV without time_utc, and the one LineString of a GeoJSON or KML "
      + "file, are places: they are flown at the ground speed and the altitude that the track has "
      + "at the moment by which it is timed, mostly its entry, and have that moment at the same "
      + "time. Where such a path has no entry, it has its nearest approach then.",
    "A journal is bound to its run: inputs, track, claims, borders, seed and all that decides a "
      + "number, but not the form of the output or the threads. That of another run is refused. It "
      + "stays when the work is done, and gives the result again, in any form, at once.",
    "A wind is told by where it blows to, and is what is added to the one in which the track was "
      + "flown. Every fix drifts by the wind times the time since the moment by which the track is "
      + "timed, mostly its entry, with a straight way from one to the next. It comes after a change of speed and the turns of --bank, which "
      + "drift with the rest. A turn for which a leg is too short is a row with a remark.",
    "A border moves by as many degrees as the length is at its southernmost vertex.",
  ],
  exitCodes: ExitCode.allCases.filter { $0 != .failOn })

private let otherOptions: [Option<VaryDraft>] = [
  .starts,
  .list(
    "border", "ID|all", help: "Hold the variants against these border sources.",
    initially: "the scenario's default", into: \.borders),
  .choice(
    "about", "MOMENT",
    help: "The place of the track that moves are counted from and rotations turn about: where it "
      + "is at this moment. Initially its deepest point, or else where it comes nearest.",
    into: \.about),
  .list(
    "claim", "ID", help: "Hold the readings of this claim against every variant.", into: \.claims),
  .parsed(
    "border-displacement", "LENGTH",
    help: "How far the line may lie from the one that is meant: half width of a 95 % interval.",
    initially: "as the scenario says", expected: "a length from zero such as 50m",
    into: \.borderDisplacement, read: readDisplacement),
  .only,
  .flag(
    "flyable",
    help: "Tell whether the aircraft could fly each variant, by the envelope in the scenario. A "
      + "corner counts as a turn over half of the legs beside it; --bank flies it as one.",
    excludes: ["samples"], into: \.asksFlyable),
  .parsed(
    "samples", "N",
    help: "Draw everything that is uncertain so many times, and tell probabilities.",
    expected: "a number from 1 to 100000000", into: \.samples,
    read: { text in Int(text).flatMap { (1...100_000_000).contains($0) ? $0 : nil } }),
  .parsed(
    "seed", "N", help: "What the samples are drawn by: the same number, the same samples.",
    initially: "1", expected: "a whole number from 0", into: \.seed, read: { UInt64($0) }),
  .flag(
    "sensitivity",
    help:
      "Tell which uncertain input moves each result most, from --samples: alone, and as shares of "
      + "the variance. With k inputs that takes 2k + 2 runs a sample.", into: \.showsSensitivity),
  .list(
    "uncertain", "NAME=VALUE",
    help: "Take this as uncertain instead of what the scenario says: a standard deviation "
      + "(ground-speed=50km/h), a range (clock=0s:20s), or none for nothing but what follows.",
    into: \.uncertain),
  .parsed(
    "shard", "I/N", help: "Only the I-th of N parts of the samples, counted from 0.",
    expected: "a part such as 0/3", into: \.shard, read: Shard.init),
  .text(
    "csv", "FILE", help: "Write a row for each variant to a file, or to standard output for -.",
    accepts: .file, excludes: ["json"], into: \.csv),
  .text(
    "csv-tracks", "DIR",
    help: "Write the track CSV of each variant to a new folder, as replay --csv does.",
    accepts: .folder, into: \.trackFolder),
  .text(
    "journal", "FILE",
    help:
      "Keep what is computed for --samples or --csv in this file. The same command, begun again "
      + "after it was killed, goes on from there and ends with the same bytes.",
    accepts: .file, into: \.journal),
  .flag("json", help: "One JSON object instead of a table.", into: \.isJSON),
  .parsed(
    "threads", "N", help: "How many threads work; the output is the same.",
    initially: "as many as there are cores", expected: "a number from 1 to 1024",
    into: \.threads, read: { text in Int(text).flatMap { (1...1024).contains($0) ? $0 : nil } }),
  .flag("force", help: "Replace the CSV file if it is there.", into: \.replaces),
  .allowUnsourced(into: \.allowsUnsourced), .color(into: \.color), .quiet(into: \.isQuiet),
]

extension Option<VaryDraft> {
  /// The times at which the track may begin.
  fileprivate static let starts = Option(
    "start", value: "TIME,…", help: "When the track begins: times such as 2015-11-24T07:19:00Z."
  ) { text, draft throws(UsageError) in
    draft.starts = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      do throws(InstantError) { draft.starts.append(try Instant(rfc3339: word)) } catch {
        throw .unusable(of: "--start", reason: "\(error)")
      }
    }
  }

  /// The variants that are wanted alone.
  fileprivate static let only = Option(
    "only", value: "N,…", help: "Only the variants of these numbers, as the CSV counts them."
  ) { text, draft throws(UsageError) in
    draft.only = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = Int(word), number > 0 else {
        throw .badValue(of: "--only", text: text, expected: "numbers from 1 such as 1,17")
      }
      draft.only.append(number)
    }
  }

  /// The option of a parameter that varies.
  fileprivate static func parameter(_ parameter: VariationParameter) -> Option {
    let kind = parameter.kind
    return Option(parameter.rawValue, value: "VALUES", help: parameter.help) {
      text, draft throws(UsageError) in
      do throws(TypedValuesError) {
        draft.values[parameter] = try TypedValues.read(text, of: kind)
      } catch {
        let name = "--" + parameter.rawValue
        guard case .notAMeasure(let text) = error else {
          throw .unusable(of: name, reason: "\(error)")
        }
        throw .badValue(of: name, text: text, expected: kind.example)
      }
    }
  }
}

extension VariationParameter {
  fileprivate var help: String {
    switch self {
    case .borderNorth: "Move the border north."
    case .borderEast: "Move the border east."
    case .shiftNorth: "Move the path north, such as -2km:2km:100m."
    case .shiftEast: "Move the path east."
    case .shiftAlong: "Move the path along its course."
    case .shiftAcross: "Move the path to the right of its course."
    case .rotation: "Turn the path clockwise, such as 15deg."
    case .windNorth:
      "Fly the same headings and airspeeds in a wind that blows this much more north, such as "
        + "-20m/s:20m/s:5m/s."
    case .windEast: "The same towards the east."
    case .bank:
      "Fly corners as fly-by turns at this bank, such as 30deg,45deg, and each leg's ground speed."
    case .speed: "Fly every leg at this ground speed, such as 400km/h:1000km/h:50km/h."
    case .speedFactor: "Fly so many times as fast, such as 0.8:1.2:0.1."
    case .delay: "Let everything happen later, such as 20s."
    case .altitude: "Fly at this altitude, such as 5600m,6000m."
    case .timeToHit: "The time from the launch to the hit."
    case .fallTime: "The time from the hit to the crash."
    }
  }
}

extension MeasureUnit.Kind {
  /// What a value must be, as it completes "is not …".
  var example: String {
    switch self {
    case .length: "a length with its unit such as 500m"
    case .time: "a time with its unit such as 20s"
    case .speed: "a speed with its unit such as 700km/h"
    case .angle: "an angle with its unit such as 15deg"
    case .acceleration: "an acceleration with its unit such as 1m/s2"
    case .count: "a number such as 1.1"
    }
  }
}

/// One of several parts that samples are shared out in.
struct Shard: Hashable, Sendable {
  let number: Int
  let count: Int

  /// Reads `I/N` with 0 ≤ I < N.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1],
      (1...1_000_000).contains(count), (0..<count).contains(number)
    else { return nil }
    (self.number, self.count) = (number, count)
  }

  /// Its part of so many things.
  func part(of total: Int) -> Range<Int> {
    total * number / count..<total * (number + 1) / count
  }
}

func vary(_ draft: VaryDraft, on console: Console) throws -> ExitCode {
  var console = console
  console.isQuiet = draft.isQuiet
  var loaded = try openScenario(draft.scenario, allowsUnsourced: draft.allowsUnsourced)
  let request = try VaryRequest(draft, &loaded)
  try loaded.refuse(draft.csv, of: "--csv", amongst: [draft.waypoints, draft.journal])
  try loaded.refuse(draft.journal, of: "--journal", amongst: [draft.waypoints])
  if draft.trackFolder == "-" {
    throw UsageError.unusable(of: "--csv-tracks", reason: "a folder cannot be standard output")
  }
  let inputs = { [loaded] in try loaded.inputs() + request.editedInputs }
  if let samples = draft.samples {
    let request = try SampleRequest(draft, samples: samples, of: request)
    return draft.showsSensitivity
      ? try SensitivityRequest(draft, of: request).run(draft, on: console, inputs: inputs)
      : try request.run(draft, on: console, inputs: inputs)
  }
  if let folder = draft.trackFolder { try request.writeTracks(to: folder, on: console) }
  if let file = draft.csv {
    try request.writeCSV(draft, to: file, on: console, inputs: inputs)
  } else if draft.isJSON {
    var sink = StandardOutputSink()
    VaryJSON(
      request: request, inputs: try inputs(), allowsUnsourced: draft.allowsUnsourced,
      console: console
    ).write(to: &sink)
    try sink.flush()
  } else if draft.trackFolder == nil {
    let text = VaryText(
      request: request, allowsUnsourced: draft.allowsUnsourced, console: console,
      style: console.style(draft.color))
    try console.print(text.text)
  }
  return .done
}

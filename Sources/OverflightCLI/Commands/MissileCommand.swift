import Formats
import Incidents
import Quantities

/// What the user asked of `missile`.
struct MissileDraft: Sendable {
  var scenario: String?
  var track = ""
  var times: ClosedRange<Double>?
  var speeds: ClosedRange<Double>?
  var ranges: ClosedRange<Double>?
  var launch: TypedMoment?
  var hit: TypedMoment?
  var borders: [String] = []
  var borderDisplacement: Length?
  var isJSON = false
  var allowsUnsourced = false
  var color = ColorChoice.auto
}

let missileDescription = CommandDescription<MissileDraft>(
  "missile",
  summary: "Tell how far an aircraft comes while a missile flies, and on which side it is",
  examples: [
    Example(
      "overflight missile --track letter-depth --time 5s:17s",
      shows: "Launched when the scenario says, where it is hit after 5 s to 17 s."),
    Example(
      "overflight missile --track us-two-mile --time 5s:17s --hit exit+3s",
      shows: "Hit 3 s after the exit, where it was at the launch."),
    Example(
      "overflight missile --track ku-leuven --range 5km:7km --speed 2400km/h:3600km/h",
      shows: "The flight times by a way and a mean speed."),
  ],
  positionals: [.scenario(into: \.scenario)],
  options: [
    .required("track", "ID", help: "The track of the aircraft that is aimed at.", into: \.track),
    .band(
      "time", "How long the missile flies, from launch to hit.", of: .time,
      expected: "a time or a range of times such as 5s:17s", excludes: ["speed", "range"],
      into: \.times),
    .band(
      "speed", "Its mean speed from launch to hit, over --range.", of: .speed,
      expected: "a speed or a range of speeds such as 2400km/h:3600km/h", into: \.speeds),
    .band(
      "range", "The way that it flies itself, which is not the distance at launch.", of: .length,
      expected: "a length or a range of lengths such as 5km:7km", into: \.ranges),
    .parsed(
      "launch", "MOMENT", help: "When it is launched; the hit is sought.",
      initially: "launch, as the scenario reports it", excludes: ["hit"],
      expected: TypedMoment.expected, into: \.launch, read: { TypedMoment($0) }),
    .parsed(
      "hit", "MOMENT", help: "When it hits; the launch is sought.",
      expected: TypedMoment.expected, into: \.hit, read: { TypedMoment($0) }),
    .list(
      "border", "ID|all", help: "Tell the sides by each of these border sources.",
      initially: "the scenario's default", into: \.borders),
    .parsed(
      "border-displacement", "LENGTH",
      help: "How far the line may lie from the one that is meant: half width of a 95 % interval.",
      initially: "as the scenario says", expected: "a length from zero such as 50m",
      into: \.borderDisplacement, read: readDisplacement),
    .flag("json", help: "One JSON object instead of tables.", into: \.isJSON),
    .allowUnsourced(into: \.allowsUnsourced), .color(into: \.color),
  ],
  notes: [
    "No missile is modelled: its flight is a time, or a way and a mean speed, that somebody states. "
      + "The shortest way at the highest speed takes the shortest time, the longest at the lowest "
      + "the longest. What is told is where the aircraft is on its track.",
    "A MOMENT is " + TypedMoment.expected.dropFirst("a moment: ".count)
      + ". The launch, hit and crash are those that the scenario reports, on its default border; "
      + "the others are moments of the track under each border.",
    "A side is undetermined where the place is no further from the line than that may be displaced. "
      + "Where the side changes is computed from the entries and exits, and a share of the band is "
      + "the part of its flight times on one side: it is no probability.",
  ])

extension Option<MissileDraft> {
  /// A range `A:B`, or one value.
  fileprivate static func band(
    _ name: String, _ help: String, of kind: MeasureUnit.Kind, expected: String,
    excludes: [String] = [], into place: Place<MissileDraft, ClosedRange<Double>?>
  ) -> Option {
    Option(name, value: "A:B", help: help, excludes: excludes) { text, draft throws(UsageError) in
      do throws(TypedValuesError) {
        draft[keyPath: place] = try TypedValues.readRange(text, of: kind)
      } catch {
        guard case .notAMeasure(let text) = error else {
          throw .unusable(of: "--" + name, reason: "\(error)")
        }
        throw .badValue(of: "--" + name, text: text, expected: expected)
      }
    }
  }
}

func missile(_ draft: MissileDraft, on console: Console) throws -> ExitCode {
  var loaded = try openScenario(draft.scenario, allowsUnsourced: draft.allowsUnsourced)
  let request = try MissileRequest(draft, &loaded)
  if draft.isJSON {
    var text = ""
    MissileJSON(
      request: request, inputs: try loaded.inputs(), allowsUnsourced: draft.allowsUnsourced
    ).write(to: &text)
    try console.print(text)
  } else {
    let text = MissileText(
      request: request, allowsUnsourced: draft.allowsUnsourced, width: console.width,
      style: console.style(draft.color))
    try console.print(text.text)
  }
  return .done
}

import Flights
import Formats
import Geodesy
import Quantities

/// What the user asked of `fall`.
struct FallDraft: Sendable {
  var durations: [Double] = []
  var distance: Length?
  var height: Length?
  var terrain: Length?
  var speed: Speed?
  var coefficients: [Double] = []
  var isJSON = false
  var color = ColorChoice.auto
}

let fallDescription = CommandDescription<FallDraft>(
  "fall", summary: "Tell how high, how long and how far an aircraft without power falls",
  examples: [
    Example(
      "overflight fall --duration 30s,45s --distance 8km",
      shows: "What a fall of 30 s over 8 km means, and one of 45 s."),
    Example(
      "overflight fall --height 19000ft --terrain 700m --speed 700km/h",
      shows: "How long and how far it falls from there."),
    Example(
      "overflight fall --height 6000m --speed 980km/h --drag 500kg/m2,2000kg/m2",
      shows: "The same with the drag of a broken and of a slim aircraft."),
  ],
  options: [
    Option(
      "duration", value: "TIMES",
      help: "How long it falls: what height and what speed that needs."
    ) { text, draft throws(UsageError) in
      draft.durations = try readValues(text, of: .time, option: "--duration", example: "30s,45s")
    },
    .parsed(
      "distance", "LENGTH", help: "How far it flies over the ground meanwhile.",
      expected: "a length from zero such as 8km", into: \.distance,
      read: { text in
        typedMeasure(text, of: .length).flatMap { $0.base >= 0 ? Length($0) : nil }
      }),
    .parsed(
      "height", "LENGTH", help: "The height above mean sea level that it falls from.",
      expected: "a length such as 19000ft", into: \.height,
      read: { typedMeasure($0, of: .length).map { Length($0) } }),
    .parsed(
      "terrain", "LENGTH", help: "The height of the ground above mean sea level.",
      initially: "0m", expected: "a length such as 700m", into: \.terrain,
      read: { typedMeasure($0, of: .length).map { Length($0) } }),
    .parsed(
      "speed", "SPEED", help: "Its speed over the ground at the start, level.", initially: "0km/h",
      expected: "a speed from zero such as 700km/h", into: \.speed,
      read: { text in
        typedMeasure(text, of: .speed).flatMap { $0.base >= 0 ? Speed($0) : nil }
      }),
    Option(
      "drag", value: "KG/M2,…",
      help: "Fall with this ballistic coefficient too: mass over drag coefficient and area."
    ) { text, draft throws(UsageError) in
      draft.coefficients = []
      for word in text.split(separator: ",", omittingEmptySubsequences: false) {
        guard word.hasSuffix("kg/m2"), let value = Double(word.dropLast(5)), value.isFinite else {
          throw .badValue(
            of: "--drag", text: String(word), expected: "a ballistic coefficient such as 500kg/m2")
        }
        draft.coefficients.append(value)
      }
    },
    .flag("json", help: "One JSON object instead of tables.", into: \.isJSON),
    .color(into: \.color),
  ],
  notes: [
    "Without --drag there is no drag: the height for a duration is then gt²/2 with the standard "
      + "gravity of 9.80665 m/s², and any drag only lessens it. With it the air is that of the "
      + "standard atmosphere, at rest.",
    "The numbers follow from what is typed alone; no scenario is read, and nothing is said of why "
      + "an aircraft falls.",
  ], exitCodes: [.done, .usage, .ourFault, .inputOutput])

/// Reads a list of values or a range, as a usage error tells what is wrong with it.
private func readValues(
  _ text: String, of kind: MeasureUnit.Kind, option: String, example: String
) throws(UsageError) -> [Double] {
  let values: [Double]
  do throws(TypedValuesError) { values = try TypedValues.read(text, of: kind) } catch {
    guard case .notAMeasure(let text) = error else {
      throw .unusable(of: option, reason: "\(error)")
    }
    throw .badValue(of: option, text: text, expected: "times with their unit such as \(example)")
  }
  guard values.allSatisfy({ $0 > 0 }) else {
    throw .badValue(of: option, text: text, expected: "times above zero")
  }
  return values
}

func fall(_ draft: FallDraft, on console: Console) throws -> ExitCode {
  let request = try FallRequest(draft)
  if draft.isJSON {
    var text = ""
    FallJSON(request: request).write(to: &text)
    try console.print(text)
  } else {
    try console.print(FallText(request: request, style: console.style(draft.color)).text)
  }
  return .done
}

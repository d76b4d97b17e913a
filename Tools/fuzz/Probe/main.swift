import Foundation
import Quantities

// Asks random questions of which the answer is known to have a property, and prints the first
// that has it not. Tools/fuzz/fuzz builds and starts it; the options are described there.

let properties = [
  NamedProperty(PolygonValidation.self), NamedProperty(SegmentMeetings.self),
  NamedProperty(Orientations.self), NamedProperty(Locations.self), NamedProperty(Crossings.self),
  NamedProperty(Distances.self), NamedProperty(Geodesics.self),
]

let options: Options
do {
  options = try Options(CommandLine.arguments.dropFirst())
} catch {
  say("\(error)")
  exit(64)
}
if options.isListOnly {
  for property in properties { print("\(property.name): \(property.statement)") }
  exit(0)
}
let chosen = properties.filter { options.property == "all" || options.property == $0.name }
if chosen.isEmpty {
  say(
    "there is no property '\(options.property)': give all, or one of "
      + properties.map(\.name).joined(separator: ", "))
  exit(64)
}
for property in chosen {
  var watch = Watch(property.name, options)
  if let found = property.run(options.runs, options.seed, &watch) {
    print("\(property.name): \(property.statement)")
    print("counterexample in run \(found.run) of seed \(options.seed):\n\(found.text)")
    print(
      "repeat: Tools/fuzz/fuzz --property \(property.name) --seed \(options.seed) --run \(found.run)"
    )
    exit(1)
  }
  watch.sayEnd()
}

public import Flights
import Geodesy
public import Incidents
import Quantities

/// Reads `scenario.json`: who flew where, by which sources.
///
/// JSON with comments and trailing commas; every quantity is a text with its unit, every time
/// has its offset, every statement its sources. An unknown key, a name that stands for nothing
/// and a missing source are errors at their place.
public struct ScenarioFile {
  /// The value of the key `schema`.
  public static let schema = "overflight/scenario/1"

  /// The name of the file, for error sentences.
  public let file: String

  /// Whether statements without a source are accepted.
  public let allowsUnsourced: Bool

  public init(file: String, allowsUnsourced: Bool = false) {
    (self.file, self.allowsUnsourced) = (file, allowsUnsourced)
  }

  /// Reads a scenario.
  ///
  /// - Parameters:
  ///   - bytes: The file, UTF-8.
  ///   - fixes: The track that a file of the scenario holds, where one is named.
  /// - Returns: The scenario; every name in it stands for something in it.
  /// - Throws: ``ScenarioError/badScenario(_:)``, or what `fixes` throws.
  public func read(
    _ bytes: [UInt8], fixes: @escaping (String) throws(ScenarioError) -> Track
  ) throws(ScenarioError) -> Scenario {
    do {
      return try scenario(bytes, fixes: fixes)
    } catch let error as FormatError {
      throw .badScenario(error)
    } catch let error as ScenarioError {
      throw error
    } catch {
      preconditionFailure("no other error is thrown: \(error)")
    }
  }

  private func scenario(
    _ bytes: [UInt8], fixes: @escaping (String) throws(ScenarioError) -> Track
  ) throws -> Scenario {
    var root = try JSONDocument(parsing: bytes, file: file).root.object()
    _ = try root.oneOf("schema", [Self.schema])
    let (id, title) = (try root.string("id"), try root.string("title"))
    let summary = try root.string("summary")
    let sources = try root.objects("sources").mapThrowing(source)
    var names = ScenarioNames(sources: Set(sources.map(\.id)), allowsUnsourced: allowsUnsourced)
    let parties = try named(&root, "parties") { Party(id: $0, name: $1) }
    let airspaces = try named(&root, "airspaces") { Airspace(id: $0, name: $1) }
    names.parties = parties.map(\.id)
    names.airspaces = airspaces.map(\.id)
    let (borders, defaultBorder) = try borders(&root, names)
    names.borders = borders.map(\.id)
    let aircraft = try root.objects("aircraft").mapThrowing(AircraftReader(names: names).aircraft)
    try refuseRepeats(aircraft.map(\.id), in: root.node["aircraft"])
    names.aircraft = aircraft.map(\.id)
    let places = try root.objects("places").mapThrowing { reader throws(FormatError) in
      try place(reader, names)
    }
    names.places = places.map(\.id)
    let uncertainties = try UncertaintyReader(names: names).uncertainties(
      try root.object("uncertainties"))
    let trackNodes = try root.array("tracks")
    guard !trackNodes.isEmpty else {
      throw root.node.error(found: "no track", expected: "at least one in \"tracks\"")
    }
    let reader = TrackReader(names: names, fixes: fixes)
    let tracks = try trackNodes.map { try reader.track(try $0.object()) }
    try root.finish()
    try refuseRepeats(sources.map(\.id), in: root.node["sources"])
    try refuseRepeats(places.map(\.id), in: root.node["places"])
    try refuseRepeats(tracks.map(\.id), in: root.node["tracks"])
    return Scenario(
      id: id, title: title, summary: summary, sources: sources, parties: parties,
      airspaces: airspaces, borders: borders, defaultBorder: defaultBorder, places: places,
      aircraft: aircraft, tracks: tracks, uncertainties: uncertainties)
  }

  /// A list of things that have an id and a name and nothing else.
  private func named<Thing>(
    _ root: inout JSONObjectReader, _ key: String, _ make: (String, String) -> Thing
  ) throws(FormatError) -> [Thing] {
    var ids: [String] = []
    var things: [Thing] = []
    for reader in try root.objects(key) {
      let (id, name) = try reader.closing { reader throws(FormatError) in
        (try reader.string("id"), try reader.string("name"))
      }
      ids.append(id)
      things.append(make(id, name))
    }
    try refuseRepeats(ids, in: root.node[key])
    return things
  }

  private func source(_ reader: JSONObjectReader) throws(FormatError) -> Source {
    try reader.closing { reader throws(FormatError) in
      Source(
        id: try reader.string("id"), title: try reader.string("title"),
        address: try reader.optionalString("address"),
        confidence: try reader.value("confidence").word())
    }
  }

  private func borders(
    _ root: inout JSONObjectReader, _ names: ScenarioNames
  ) throws(FormatError) -> ([BorderSource], String) {
    let node = try root.value("borders")
    var borders: [BorderSource] = []
    var defaults: [String] = []
    for reader in try node.objects() {
      borders.append(
        try reader.closing { reader throws(FormatError) in
          let id = try reader.string("id")
          if try reader.optionalBool("default") ?? false { defaults.append(id) }
          var files: [String: String] = [:]
          for (airspace, file) in try reader.value("files").object().node.members {
            guard names.airspaces.contains(airspace) else {
              throw file.error(
                found: "a file for \(airspace.excerpt)", expected: alternatives(names.airspaces))
            }
            files[airspace] = try file.string()
          }
          return BorderSource(
            id: id, title: try reader.string("title"), licence: try reader.string("licence"),
            sources: try names.sources(&reader), files: files)
        })
    }
    guard defaults.count == 1 else {
      throw node.error(
        found: "\(defaults.count) borders with \"default\": true", expected: "one")
    }
    try refuseRepeats(borders.map(\.id), in: node)
    return (borders, defaults[0])
  }

  private func place(
    _ reader: JSONObjectReader, _ names: ScenarioNames
  ) throws(FormatError) -> NamedPlace {
    try reader.closing { reader throws(FormatError) in
      let definition: NamedPlace.Definition
      if let southernmost = try reader.optionalObject("southernmost") {
        definition = try southernmost.closing { inner throws(FormatError) in
          .southernmost(
            airspace: try inner.value("airspace").oneOf(names.airspaces),
            border: try inner.value("border").oneOf(names.borders))
        }
      } else {
        definition = .at(try reader.coordinate())
      }
      return NamedPlace(
        id: try reader.string("id"), name: try reader.string("name"), definition: definition,
        sources: try names.sources(&reader))
    }
  }
}

/// The names that a scenario has given so far.
struct ScenarioNames {
  let sources: Set<String>
  let allowsUnsourced: Bool
  var parties: [String] = []
  var airspaces: [String] = []
  var borders: [String] = []
  var aircraft: [String] = []
  var places: [String] = []

  /// Reads the member `sources`: names of sources, at least one unless unsourced is allowed.
  func sources(_ reader: inout JSONObjectReader) throws(FormatError) -> [String] {
    guard let node = reader.optional("sources"), node.count > 0 || node.kind != .array else {
      if allowsUnsourced { return [] }
      throw reader.node.error(
        found: "no source", expected: "\"sources\" with at least one source's id",
        advice: "name a source, or use --allow-unsourced to stamp the output instead")
    }
    var ids: [String] = []
    for element in try node.array() {
      let id = try element.string()
      guard sources.contains(id) else {
        throw element.error(
          expected: "the id of a source in \"sources\"",
          advice: NearestWord.question(id, among: sources.sorted()))
      }
      ids.append(id)
    }
    return ids
  }
}

/// Refuses a list in which an id stands twice.
func refuseRepeats(_ ids: [String], in list: JSONNode?) throws(FormatError) {
  var seen: Set<String> = []
  for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
    let node = list.flatMap { list in list.elements.dropFirst(index).first { _ in true } }
    guard let place = node?["id"] ?? node else { continue }
    throw place.error(expected: "an id that is not used twice")
  }
}

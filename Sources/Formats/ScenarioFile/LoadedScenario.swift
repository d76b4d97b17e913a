public import Airspaces
public import Claims
import Flights
import Quantities
public import Incidents

/// A scenario with its claims, read and checked; its borders are read when they are asked for.
public struct LoadedScenario: Sendable {
  public let scenario: Scenario
  public let claims: [Claim]
  public let files: ScenarioFiles

  /// The files that were read so far.
  private var filesRead: Set<String>

  private var borders: [BorderKey: PreparedBorder] = [:]

  /// A file that results rest on.
  public struct Input: Hashable, Sendable {
    public let file: String
    public let bytes: Int
    public let sha256: String

    /// - Parameters:
    ///   - file: The file as it is named.
    ///   - contents: Its bytes.
    public init(file: String, contents: [UInt8]) {
      (self.file, bytes) = (file, contents.count)
      sha256 = SHA256.hexadecimal(of: contents)
    }
  }

  /// Reads `scenario.json` and `claims.json`.
  ///
  /// - Throws: ``ScenarioError`` with the first thing that is wrong.
  public init(
    _ files: ScenarioFiles, allowsUnsourced: Bool = false
  ) throws(ScenarioError) {
    let scenarioBytes = try files.bytes(of: "scenario.json")
    let claimsBytes = try files.bytes(of: "claims.json")
    self.files = files
    let tracks = FileNames()
    scenario = try ScenarioFile(
      file: files.title(of: "scenario.json"), allowsUnsourced: allowsUnsourced
    ).read(scenarioBytes) { file throws(ScenarioError) in
      let bytes = try files.bytes(of: file)
      tracks.names.insert(file)
      do throws(FormatError) {
        return try TrackCSV.readOne(bytes, file: files.title(of: file))
      } catch {
        throw .badData(error)
      }
    }
    do throws(FormatError) {
      claims = try ClaimsFile(
        file: files.title(of: "claims.json"), allowsUnsourced: allowsUnsourced
      ).read(claimsBytes, about: scenario)
    } catch {
      throw .badScenario(error)
    }
    filesRead = tracks.names.union(["scenario.json", "claims.json"])
  }

  /// The border of an airspace as a border source draws it.
  ///
  /// - Throws: ``ScenarioError/badData(_:)`` and what reading the file throws.
  public mutating func border(_ key: BorderKey) throws(ScenarioError) -> PreparedBorder {
    if let known = borders[key] { return known }
    let number = scenario.borders.firstIndex { $0.id == key.source }
    guard let number, let file = scenario.borders[number].files[key.airspace] else {
      throw .borderMissing(file: files.title(of: "scenario.json"), key)
    }
    let bytes: [UInt8]
    do throws(ScenarioError) {
      bytes = try files.bytes(of: file)
    } catch {
      throw error.named(
        in: files.title(of: "scenario.json"), at: "$.borders[\(number)].files.\(key.airspace)")
    }
    let title = files.title(of: file)
    let prepared: PreparedBorder
    do throws(FormatError) {
      prepared = PreparedBorder(
        try BorderGeoJSON(file: title, airspace: key.airspace).read(bytes))
    } catch {
      throw .badData(error)
    }
    filesRead.insert(file)
    borders[key] = prepared
    return prepared
  }

  /// Puts tracks in place on the default border.
  ///
  /// - Throws: ``ScenarioError/unresolved(file:track:_:)`` and what reading borders throws.
  public mutating func resolve(
    _ tracks: [TrackDefinition]
  ) throws(ScenarioError) -> [ResolvedTrack] {
    var needed: [BorderKey: PreparedBorder] = [:]
    // In a stable order, so that of two bad files always the same one is told.
    let keys = scenario.bordersNeeded(for: tracks).sorted {
      ($0.source, $0.airspace) < ($1.source, $1.airspace)
    }
    for key in keys { needed[key] = try border(key) }
    var resolved: [ResolvedTrack] = []
    for track in tracks {
      do throws(ResolutionError) {
        resolved.append(try scenario.resolve(track, borders: needed))
      } catch {
        if case .plan(let error) = error, let sentence = try sentence(about: error, of: track) {
          throw .badScenario(sentence)
        }
        throw .unresolved(
          file: files.title(of: "scenario.json"), track: track.id, error)
      }
    }
    return resolved
  }

  /// What is wrong with a planned flight, at the waypoint in the file.
  private func sentence(
    about error: FlightPlanError, of track: TrackDefinition
  ) throws(ScenarioError) -> FormatError? {
    let bytes = try files.bytes(of: "scenario.json")
    let document: JSONDocument
    do throws(FormatError) {
      document = try JSONDocument(parsing: bytes, file: files.title(of: "scenario.json"))
    } catch {
      throw .badScenario(error)
    }
    let number = scenario.tracks.firstIndex { $0.id == track.id }
    let tracks = document.root["tracks"].map { Array($0.elements) } ?? []
    guard let number, tracks.indices.contains(number) else { return nil }
    return tracks[number]["path"]?["course"]?["waypoints"]?.error(for: error)
  }
}

extension JSONNode {
  /// What is wrong with the flight that is planned along these waypoints.
  fileprivate func error(for error: FlightPlanError) -> FormatError {
    func at(_ index: Int) -> JSONNode { Array(elements).dropFirst(index).first ?? self }
    func room(_ needed: Length, _ available: Length) -> String {
      "takes \(needed.words) of a leg with \(available.words) for it"
    }
    let apart = "fly slower or move the waypoints apart"
    switch error {
    case .turnTooTight(let index, let needed, let available):
      return at(index).error(
        found: "a turn that \(room(needed, available))", expected: "legs long enough for it",
        advice: "bank more, \(apart)")
    case .speedChangeTooLong(let index, let needed, let available):
      return at(index).error(
        found: "a change of speed that \(room(needed, available))",
        expected: "a leg long enough for it",
        advice: "change the speed faster, or move the waypoints apart")
    case .altitudeChangeTooLong(let index, let needed, let available):
      return at(index).error(
        found: "a change of altitude that \(room(needed, available))",
        expected: "a leg long enough for it", advice: "change the altitude faster, \(apart)")
    case .coincidentWaypoints(let index):
      return at(index).error(
        found: "the place of the waypoint before it",
        expected: "a place at least a millimeter from it", advice: "leave one of the two out")
    case .tooFewWaypoints, .airspeedNotPositive, .accelerationNotPositive,
      .verticalRateNotPositive, .altitudeNotFinite, .altitudeReferenceDiffers, .windTooStrong,
      .beyondRange:
      return self.error(
        found: "waypoints that no flight follows", expected: "a plan that can be flown",
        advice: error.description)
    }
  }
}

extension Length {
  /// In whole meters, as a sentence has it.
  fileprivate var words: String {
    Int64(exactly: meters.rounded()).map { "\($0) m" } ?? "endlessly much"
  }
}

extension LoadedScenario {
  /// How sentences name the files that were read so far; of a folder, their paths.
  public var titlesRead: [String] { filesRead.sorted().map(files.title) }

  /// The files that were read so far, by name, with their sums.
  ///
  /// - Throws: ``ScenarioError`` where a file cannot be read again.
  public func inputs() throws(ScenarioError) -> [Input] {
    var inputs: [Input] = []
    for file in filesRead.sorted() {
      inputs.append(Input(file: file, contents: try files.bytes(of: file)))
    }
    return inputs
  }
}

/// The track files that a scenario names, gathered while it is read.
private final class FileNames {
  var names: Set<String> = []
}

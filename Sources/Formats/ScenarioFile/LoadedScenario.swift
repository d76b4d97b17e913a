public import Airspaces
public import Claims
import Flights
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
        throw .unresolved(
          file: files.title(of: "scenario.json"), track: track.id, error)
      }
    }
    return resolved
  }
}

extension LoadedScenario {
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

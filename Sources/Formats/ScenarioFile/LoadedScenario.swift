public import Airspaces
public import Claims
import Flights
public import Incidents

/// A scenario with its claims, read and checked; its borders are read when they are asked for.
public struct LoadedScenario: Sendable {
  public let scenario: Scenario
  public let claims: [Claim]
  public let files: ScenarioFiles

  /// What was read so far, in order of the files' names.
  public private(set) var inputs: [Input]

  private var borders: [BorderKey: PreparedBorder] = [:]

  /// A file that results rest on.
  public struct Input: Hashable, Sendable {
    public let file: String
    public let bytes: Int
    public let sha256: String
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
    let collected = InputList()
    collected.add("scenario.json", scenarioBytes)
    collected.add("claims.json", claimsBytes)
    scenario = try ScenarioFile(
      file: files.title(of: "scenario.json"), allowsUnsourced: allowsUnsourced
    ).read(scenarioBytes) { file throws(ScenarioError) in
      let bytes = try files.bytes(of: file)
      collected.add(file, bytes)
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
    inputs = collected.inputs
  }

  /// The border of an airspace as a border source draws it.
  ///
  /// - Throws: ``ScenarioError/badData(_:)`` and what reading the file throws.
  public mutating func border(_ key: BorderKey) throws(ScenarioError) -> PreparedBorder {
    if let known = borders[key] { return known }
    guard let file = scenario.borders.first(where: { $0.id == key.source })?.files[key.airspace]
    else { throw .unresolved(track: key.airspace, .borderMissing(key)) }
    let bytes = try files.bytes(of: file)
    let title = files.title(of: file)
    let prepared: PreparedBorder
    do throws(FormatError) {
      prepared = PreparedBorder(
        try BorderGeoJSON(file: title, airspace: key.airspace).read(bytes))
    } catch {
      throw .badData(error)
    }
    let list = InputList(inputs)
    list.add(file, bytes)
    inputs = list.inputs
    borders[key] = prepared
    return prepared
  }

  /// Puts tracks in place on the default border.
  ///
  /// - Throws: ``ScenarioError/unresolved(track:_:)`` and what reading borders throws.
  public mutating func resolve(
    _ tracks: [TrackDefinition]
  ) throws(ScenarioError) -> [ResolvedTrack] {
    var needed: [BorderKey: PreparedBorder] = [:]
    for key in scenario.bordersNeeded(for: tracks) { needed[key] = try border(key) }
    var resolved: [ResolvedTrack] = []
    for track in tracks {
      do throws(ResolutionError) {
        resolved.append(try scenario.resolve(track, borders: needed))
      } catch {
        throw .unresolved(track: track.id, error)
      }
    }
    return resolved
  }
}

/// Collects the inputs of a scenario while it is read.
private final class InputList {
  private(set) var inputs: [LoadedScenario.Input]

  init(_ inputs: [LoadedScenario.Input] = []) { self.inputs = inputs }

  func add(_ file: String, _ bytes: [UInt8]) {
    guard !inputs.contains(where: { $0.file == file }) else { return }
    inputs.append(
      .init(file: file, bytes: bytes.count, sha256: SHA256.hexadecimal(of: bytes)))
    inputs.sort { $0.file < $1.file }
  }
}

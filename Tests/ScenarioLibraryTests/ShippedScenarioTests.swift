import Foundation
import Formats
import Incidents
import ScenarioLibrary
import Testing

/// The repository's folder of scenarios.
private let folder = URL(filePath: #filePath).appending(path: "../../../Scenarios")
  .standardizedFileURL

@Suite struct `The scenarios inside the program` {
  @Test func `are those of the folder`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/scenario.json").path)
    }
    #expect(ShippedScenario.ids == folders.sorted())
    #expect(ShippedScenario.ids.contains(ShippedScenario.defaultID))
  }

  @Test(arguments: ShippedScenario.ids)
  func `have the folder's files, but for the expected outputs`(id: String) throws {
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: folder.appending(path: id).path
    ).filter { path in
      var isFolder: ObjCBool = false
      let file = folder.appending(path: "\(id)/\(path)").path
      return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
        && !isFolder.boolValue && !path.hasPrefix("expected/")
    }
    #expect(ShippedScenario.paths(of: id) == paths.sorted())
  }

  @Test(arguments: ShippedScenario.ids)
  func `are the folder's bytes`(id: String) throws {
    let files = try #require(ShippedScenario.files(of: id))
    for path in ShippedScenario.paths(of: id) {
      let file = folder.appending(path: "\(id)/\(path)")
      #expect(try files.bytes(of: path) == [UInt8](Data(contentsOf: file)), "\(path)")
    }
  }

  @Test(arguments: ShippedScenario.ids)
  func `load, under their own id`(id: String) throws {
    let loaded = try LoadedScenario(try #require(ShippedScenario.files(of: id)))
    #expect(loaded.scenario.id == id)
    #expect(!loaded.claims.isEmpty)
  }

  @Test func `have no others`() {
    #expect(ShippedScenario.files(of: "nowhere") == nil)
    #expect(ShippedScenario.paths(of: "nowhere") == [])
  }

  @Test func `know no file that is not theirs`() throws {
    let id = ShippedScenario.defaultID
    let files = try #require(ShippedScenario.files(of: id))
    let error = ScenarioError.file(.noSuchFile(path: "\(id)/../LICENSE"))
    #expect(throws: error) { try files.bytes(of: "../LICENSE") }
  }
}

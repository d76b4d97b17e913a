import Claims
import Foundation
import Formats
import Testing

/// The claims of the Hatay scenario, the first one against tracks that are put in here.
private func load(firstClaimAgainst tracks: String) throws -> LoadedScenario {
  let folder = URL(filePath: #filePath)
    .appending(path: "../../../../Scenarios/hatay-2015-11-24").standardizedFileURL
  let claims = try String(contentsOf: folder.appending(path: "claims.json"), encoding: .utf8)
  let changed = try #require(claims.firstRange(of: "\"aircraft\": \"su-24m\""))
  let text = claims.replacingCharacters(
    in: changed, with: "\"aircraft\": \"su-24m\", \"tracks\": \(tracks)")
  let files = try ScenarioFiles(folder: folder.path)
  return try LoadedScenario(
    ScenarioFiles(name: "hatay") { file throws(ScenarioError) in
      file == "claims.json" ? Array(text.utf8) : try files.bytes(of: file)
    })
}

@Suite struct `The tracks that a claim names` {
  @Test func `may be those of its aircraft`() throws {
    #expect(try load(firstClaimAgainst: "[\"ku-leuven\"]").claims.first?.tracks == ["ku-leuven"])
  }

  @Test(arguments: [
    ("[\"russian-f16\"]", "found \"russian-f16\""), ("[]", "found no track"),
  ])
  func `may not be those of another, or none`(tracks: String, words: String) {
    let error = #expect(throws: ScenarioError.self) { try load(firstClaimAgainst: tracks) }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }
}

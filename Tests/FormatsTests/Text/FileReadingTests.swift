import Formats
import Foundation
import Testing

@Suite struct `A file` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 4096, 1_000_003])
  func `is read whole`(count: Int) throws {
    try folder.write(String(repeating: "x", count: count), to: "in.txt")
    let bytes = try FileReading.bytes(of: folder.path("in.txt"))
    #expect(bytes == [UInt8](repeating: 0x78, count: count))
  }

  @Test func `may be no larger than the limit`() throws {
    try folder.write("12345", to: "in.txt")
    let path = folder.path("in.txt")
    #expect(try FileReading.bytes(of: path, limit: 5).count == 5)
    #expect(throws: FileReadingError.tooLarge(path: path, limit: 4)) {
      try FileReading.bytes(of: path, limit: 4)
    }
  }

  @Test func `must be there and be a file`() throws {
    let (path, missing) = (folder.path, folder.path("nothing"))
    #expect(throws: FileReadingError.isDirectory(path: path)) {
      try FileReading.bytes(of: path)
    }
    #expect(throws: FileReadingError.noSuchFile(path: missing)) {
      try FileReading.bytes(of: missing)
    }
    #expect(
      throws: FileReadingError.unreadable(path: "/dev/null", reason: "it is no regular file")
    ) { try FileReading.bytes(of: "/dev/null") }
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    #expect(throws: FileReadingError.self) { try FileReading.bytes(of: folder.path("pipe")) }
  }
}

@Suite struct `A scenario's folder` {
  let outer: TemporaryFolder
  let folder: ScenarioFolder

  init() throws {
    outer = try TemporaryFolder()
    let manager = FileManager.default
    for name in ["inside", "inside/borders", "inside-out"] {
      try manager.createDirectory(atPath: outer.path(name), withIntermediateDirectories: true)
    }
    for name in ["inside/a.json", "inside/borders/b.geojson", "secret", "inside-out/c"] {
      try outer.write("x", to: name)
    }
    for (link, target) in [
      ("inside/to-b", "borders/b.geojson"), ("inside/to-secret", "../secret"),
      ("inside/up", ".."), ("inside/beside", "../inside-out"), ("inside/loop", "loop"),
      ("way-in", "inside"),
    ] {
      try manager.createSymbolicLink(atPath: outer.path(link), withDestinationPath: target)
    }
    folder = try ScenarioFolder(outer.path("way-in"))
  }

  @Test(arguments: [
    ("a.json", "a.json"), ("borders/b.geojson", "borders/b.geojson"), ("./a.json", "a.json"),
    ("borders//b.geojson", "borders/b.geojson"), ("to-b", "borders/b.geojson"),
  ])
  func `lets files name files inside`(name: String, resolved: String) throws {
    #expect(try folder.path(ofFile: name) == "\(folder.path)/\(resolved)")
  }

  @Test(
    arguments: [
      ("/etc/passwd", .absolute("/etc/passwd")), ("../secret", .climbs("../secret")),
      ("borders/../a.json", .climbs("borders/../a.json")), ("..", .climbs("..")),
      ("to-secret", .leadsOutside("to-secret")), ("up/secret", .leadsOutside("up/secret")),
      ("beside/c", .leadsOutside("beside/c")), ("none", .noSuchFile("none")), ("", .noName("")),
      ("a\u{0}b", .noName("a\u{0}b")), ("up", .leadsOutside("up")),
    ] as [(String, ScenarioPathError)])
  func `lets files name nothing outside`(name: String, error: ScenarioPathError) {
    #expect(throws: error) { try folder.path(ofFile: name) }
  }

  @Test func `says the rule`() {
    #expect(
      ScenarioPathError.climbs("../x").description
        == "\"../x\" leads upwards by \"..\"; scenario files may name only files inside their folder"
    )
    #expect(throws: ScenarioPathError.self) { try folder.path(ofFile: "loop") }
    #expect(throws: FileReadingError.noSuchFile(path: "/none")) { try ScenarioFolder("/none") }
  }
}

import Formats
import Foundation
import Testing

@Suite struct `Paths of one file` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `are the same by whatever names`() throws {
    try folder.write("text", to: "a")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.path("a"))
    try FileManager.default.linkItem(atPath: folder.path("a"), toPath: folder.path("hard"))
    #expect(FilePaths.areSame(folder.path("a"), folder.path("./a")))
    #expect(FilePaths.areSame(folder.path("a"), folder.path("link")))
    #expect(FilePaths.areSame(folder.path("a"), folder.path("hard")))
  }

  @Test func `are the same before it is made`() {
    #expect(FilePaths.areSame(folder.path("new"), folder.path("./new")))
    #expect(!FilePaths.areSame(folder.path("new"), folder.path("other")))
    #expect(!FilePaths.areSame(folder.path("no/new"), folder.path("./no/new")))
  }

  @Test func `are not those of another, though its contents are equal`() throws {
    try folder.write("text", to: "a")
    try folder.write("text", to: "b")
    #expect(!FilePaths.areSame(folder.path("a"), folder.path("b")))
    #expect(!FilePaths.areSame(folder.path("a"), folder.path("new")))
  }
}

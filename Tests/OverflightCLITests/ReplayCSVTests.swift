import Foundation
import Testing

@Suite struct `The track CSV of the shipped scenario` {
  @Test func `has the columns of the design`() throws {
    #expect(
      try rows().columns == [
        "track_id", "time_utc", "lat_deg", "lon_deg", "alt_m", "alt_ref", "gs_mps", "track_deg",
        "vs_mps", "inside", "border_distance_m", "event", "source_id",
      ])
  }

  @Test func `has every track in the scenario's order`() throws {
    let tracks = try rows().tracks
    #expect(
      tracks.map(\.id) == [
        "letter-length", "letter-depth", "us-two-mile", "quartz-tracing", "ku-leuven",
        "russian-map", "russian-f16",
      ])
    for track in tracks {
      #expect(track.rows.first?["event"] == "start")
      #expect(track.rows.last?["event"] == "end")
    }
  }

  @Test func `goes forward in time`() throws {
    for track in try rows().tracks {
      for (row, next) in zip(track.rows, track.rows.dropFirst()) {
        // Texts of one form are in the order of the times. Two events may fall together.
        let (time, later) = (row["time_utc"] ?? "", next["time_utc"] ?? "")
        #expect(time < later || time == later && next["event"] != "", "\(track.id) \(later)")
        #expect(time.wholeMatch(of: /2015-11-24T\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
      }
    }
  }

  @Test func `has entry, deepest point and exit of every track that enters`() throws {
    var entering: [String] = []
    for track in try rows().tracks {
      let events = track.rows.compactMap { $0["event"] }
      let entries = events.indices.filter { events[$0] == "entry" }
      #expect(entries.count == events.count { $0 == "exit" }, "\(track.id)")
      #expect(entries.count == events.count { $0 == "deepest" }, "\(track.id)")
      if !entries.isEmpty { entering.append(track.id) }
      for entry in entries {
        let exit = try #require(events[entry...].firstIndex(of: "exit"))
        #expect(track.rows[entry]["border_distance_m"] == "0.000")
        #expect(track.rows[exit]["border_distance_m"] == "0.000")
        #expect(track.rows[entry]["inside"] == "border")
        #expect(track.rows[exit]["inside"] == "border")
        let inside = track.rows[entry + 1..<exit]
        #expect(inside.allSatisfy { $0["inside"] == "true" })
        let depths = inside.compactMap { $0["border_distance_m"].flatMap(Double.init) }
        let deepest = try #require(inside.first { $0["event"] == "deepest" })
        #expect(deepest["border_distance_m"].flatMap(Double.init) == depths.min(), "\(track.id)")
      }
      let outside = track.rows.enumerated().filter { index, _ in
        !entries.contains { entry in
          let exit = events[entry...].firstIndex(of: "exit") ?? events.endIndex
          return (entry...exit).contains(index)
        }
      }
      #expect(outside.allSatisfy { $0.element["inside"] == "false" }, "\(track.id)")
    }
    #expect(
      entering == [
        "letter-length", "letter-depth", "us-two-mile", "quartz-tracing", "ku-leuven",
        "russian-f16",
      ])
  }

  @Test func `has the nearest approach of the track that stays outside`() throws {
    let track = try #require(try rows().tracks.first { $0.id == "russian-map" })
    let nearest = try #require(track.rows.first { $0["event"] == "nearest" })
    let distances = track.rows.compactMap { $0["border_distance_m"].flatMap(Double.init) }
    #expect(nearest["border_distance_m"] == "1000.000")
    #expect(distances.min() == 1000)
    #expect(!track.rows.contains { $0["event"] == "entry" || $0["event"] == "deepest" })
  }

  /// The letter: entry at 9:24:05 local time, 17 s inside, ten warnings in the 300 s before.
  @Test(arguments: ["letter-length", "letter-depth", "us-two-mile", "quartz-tracing"])
  func `has entry and exit of the letter's tracks at the letter's seconds`(id: String) throws {
    let track = try #require(try rows().tracks.first { $0.id == id })
    func times(_ event: String) -> [String] {
      track.rows.filter { $0["event"] == event }.compactMap { $0["time_utc"] }
    }
    #expect(times("entry") == ["2015-11-24T07:24:05.000Z"])
    #expect(times("exit") == ["2015-11-24T07:24:22.000Z"])
    #expect(
      times("warning")
        == (0..<10).map { number in
          let second = 19 * 60 + 5 + 30 * number
          return String(format: "2015-11-24T07:%02d:%02d.000Z", second / 60, second % 60)
        })
  }

  @Test func `is the same bytes again`() throws {
    let again = try BuiltProgram.run(["replay", "--csv", "-", "--step", "10s"])
    #expect(try Shipped.tracks.get().output == again.output)
  }

  @Test func `has the same events at any step`() throws {
    let fine = Rows(try BuiltProgram.run(["replay", "--csv", "-", "--step", "7s"]).output)
    for (track, other) in zip(try rows().tracks, fine.tracks) {
      #expect(track.rows.filter { $0["event"] != "" } == other.rows.filter { $0["event"] != "" })
    }
  }

  @Test func `has the one track that is asked for, against the border that is asked for`() throws {
    let outcome = try BuiltProgram.run(
      ["replay", "--csv", "-", "--track", "ku-leuven", "--border", "osm-2018", "--step", "10s"])
    let tracks = Rows(outcome.output).tracks
    #expect(tracks.map(\.id) == ["ku-leuven"])
    let other = try #require(try rows().tracks.first { $0.id == "ku-leuven" })
    func entry(_ track: Rows.OfTrack) -> [String: String]? {
      track.rows.first { $0["event"] == "entry" }
    }
    #expect(tracks.first.flatMap(entry)?["border_distance_m"] == "0.000")
    #expect(tracks.first.flatMap(entry) != entry(other))
  }

  @Test func `is read again as a track`() throws {
    // Two events of this track fall on one moment, so that two rows have the same time.
    let csv = try BuiltProgram.run(["replay", "--csv", "-", "--track", "us-two-mile"]).output
    let times = try #require(Rows(csv).tracks.first).rows.compactMap { $0["time_utc"] }
    #expect(Set(times).count < times.count)
    let copy = try BuiltProgram.run(["scenario", "export", "hatay-2015-11-24", "copy"])
    let outcome = try BuiltProgram.run(["replay", "copy", "--track", "us-two-mile"]) { folder in
      for (path, bytes) in copy.filesLeft {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
      }
      let file = folder.appending(path: "copy/scenario.json")
      var json = try String(contentsOf: file, encoding: .utf8)
      let track = try #require(json.range(of: #""id": "us-two-mile""#))
      let path = try #require(
        json.range(of: #""path": {"#, range: track.lowerBound..<json.endIndex))
      let warnings = try #require(
        json.range(of: #""warnings": {"#, range: path.lowerBound..<json.endIndex))
      json.replaceSubrange(path.lowerBound..<warnings.lowerBound, with: #""fixes": "us.csv", "#)
      try Data(json.utf8).write(to: file)
      try Data(csv.utf8).write(to: folder.appending(path: "copy/us.csv"))
    }
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("us-two-mile  17.00"))
  }

  private func rows() throws -> Rows { Rows(try Shipped.tracks.get().output) }
}

/// The rows of a track CSV in which no field has quotes.
private struct Rows {
  struct OfTrack {
    let id: String
    var rows: [[String: String]]
  }

  let columns: [String]
  private(set) var tracks: [OfTrack] = []

  init(_ csv: String) {
    var lines = csv.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }[...]
    columns = lines.popFirst() ?? []
    for line in lines {
      let row = Dictionary(zip(columns, line)) { first, _ in first }
      let id = row["track_id"] ?? ""
      if tracks.last?.id != id { tracks.append(OfTrack(id: id, rows: [])) }
      tracks[tracks.count - 1].rows.append(row)
    }
  }
}

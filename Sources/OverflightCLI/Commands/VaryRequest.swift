import Airspaces
import Claims
import Flights
import Formats
import Geodesy
import Incidents
import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is to be varied: nothing in it names what is not there.
struct VaryRequest: Sendable {
  let scenario: Scenario
  let track: TrackDefinition
  let pivot: GeodeticCoordinate
  let about: TrackMoment?
  let grid: VariationGrid
  /// The variants that are asked for, counted from 0; all where nothing is listed.
  let only: [Int]?
  let borders: [String]
  let readings: [(claim: Claim, reading: Claim.Reading)]
  let borderDisplacement: Length
  /// What the aircraft can fly, where that is asked.
  let envelope: StatedEnvelope?
  let variations: TrackVariations
  /// The track's airspace by border source.
  let bySource: [String: PreparedBorder]
  let places: [String: GeodeticCoordinate]
  let threads: Int
  private let judge: VariationJudge

  /// The most tracks that are written to a folder.
  static let trackLimit = 10_000

  init(_ draft: VaryDraft, _ loaded: inout LoadedScenario) throws {
    if draft.samples == nil {
      if draft.seed != nil { throw UsageError.alone("--seed", needs: "--samples") }
      if draft.shard != nil { throw UsageError.alone("--shard", needs: "--samples") }
      if !draft.uncertain.isEmpty { throw UsageError.alone("--uncertain", needs: "--samples") }
    }
    scenario = loaded.scenario
    let id = try [draft.track].checked(kind: "track", among: scenario.tracks.map(\.id))[0]
    guard let track = scenario.tracks.first(where: { $0.id == id }) else {
      throw Failure.unknown(kind: "track", name: id, known: scenario.tracks.map(\.id))
    }
    self.track = track
    let known = scenario.borders.map(\.id)
    borders =
      draft.borders == ["all"]
      ? known
      : try (draft.borders.isEmpty ? [scenario.defaultBorder] : draft.borders)
        .checked(kind: "border", among: known)
    readings = try Self.readings(of: draft.claims, in: loaded, about: track)
    borderDisplacement = draft.borderDisplacement ?? scenario.uncertainties.borderDisplacement
    envelope = try draft.asksFlyable ? Self.envelope(of: track, in: scenario) : nil
    let grid = try Self.grid(draft, borders, of: scenario)
    self.grid = grid
    only = draft.only.isEmpty ? nil : draft.only.map { $0 - 1 }
    if let beyond = only?.first(where: { $0 >= grid.count }) {
      throw UsageError.unusable(
        of: "--only", reason: "there is no variant \(beyond + 1), there are \(grid.count)")
    }
    threads = draft.threads ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let resolved = try loaded.resolve([track])[0]
    let variable: VariableTrack
    do throws(TrackChangeError) {
      variable = try VariableTrack(resolved, about: draft.about)
    } catch {
      throw UsageError.unusable(of: "--about", reason: "\(error)")
    }
    (pivot, about) = (variable.pivot.place, draft.about)
    var needed: [BorderKey: PreparedBorder] = [:]
    for key in scenario.bordersNeeded(for: [track]) { needed[key] = try loaded.border(key) }
    var bySource: [String: PreparedBorder] = [:]
    for source in borders {
      bySource[source] = try loaded.border(BorderKey(airspace: track.airspace, source: source))
    }
    self.bySource = bySource
    places = try loaded.coordinatesOfPlaces()
    variations = TrackVariations(of: variable, in: scenario, borders: needed)
    judge = VariationJudge(
      of: readings.map(\.reading), on: VariationReplayer(variations, borders: bySource),
      places: places, borderDisplacement: borderDisplacement)
  }

  /// The readings of claims that are about the track.
  private static func readings(
    of ids: [String], in loaded: LoadedScenario, about track: TrackDefinition
  ) throws -> [(claim: Claim, reading: Claim.Reading)] {
    guard !ids.isEmpty else { return [] }
    let ids = try ids.checked(kind: "claim", among: loaded.claims.map(\.id))
    return try loaded.claims.filter { ids.contains($0.id) }.flatMap { claim in
      let readings = claim.readings.filter { $0.test.scope == .track }
      guard claim.isAbout(track), !readings.isEmpty else {
        throw UsageError.unusable(
          of: "--claim", reason: "\(claim.id) is not about track \(track.id)")
      }
      return readings.map { (claim, $0) }
    }
  }

  private static func envelope(
    of track: TrackDefinition, in scenario: Scenario
  ) throws(UsageError) -> StatedEnvelope {
    guard let aircraft = scenario.aircraft.first(where: { $0.id == track.aircraft }),
      let envelope = aircraft.envelope
    else {
      throw .unusable(
        of: "--flyable", reason: "the scenario states no envelope of \(track.aircraft)")
    }
    return envelope
  }

  private static func grid(
    _ draft: VaryDraft, _ borders: [String], of scenario: Scenario
  ) throws -> VariationGrid {
    var axes = draft.values.map { VariationGrid.Axis.numbers($0, $1) }
    if !draft.starts.isEmpty { axes.append(.starts(draft.starts)) }
    if borders != [scenario.defaultBorder] { axes.append(.borders(borders)) }
    if draft.values[.speed] != nil, draft.values[.speedFactor] != nil {
      throw UsageError.conflicting("--speed", "--speed-factor")
    }
    do throws(VariationGridError) { return try VariationGrid(axes) } catch {
      throw UsageError.unusable(of: "the variants", reason: "\(error)")
    }
  }
}

extension VaryRequest {
  /// How many variants are asked for.
  var count: Int { only?.count ?? grid.count }

  /// The number of a variant in the grid, counted from 0.
  func number(_ index: Int) -> Int { only?[index] ?? index }

  /// Judges all variants, block after block and each block by all threads.
  ///
  /// - Parameters:
  ///   - work: What is made of some of them, counted as asked for.
  ///   - take: What is done with that, in order.
  func forEachPart<Value: Sendable>(
    _ work: @Sendable (Range<Int>, inout VariationJudge) -> Value,
    _ take: (Value) throws -> Void
  ) rethrows {
    let block = 4096 * threads
    for start in stride(from: 0, to: count, by: block) {
      let size = min(block, count - start)
      let values = inParts(threads) { part in
        var judge = judge
        return work(
          start + size * part / threads..<start + size * (part + 1) / threads, &judge)
      }
      for value in values { try take(value) }
    }
  }

  func writeCSV(to file: String, replaces: Bool) throws {
    let csv = VariationCSV(
      axes: grid.axes, readings: readings.map { ($0.id, $1) }, envelope: envelope?.limits)
    let rows = { @Sendable (range: Range<Int>, judge: inout VariationJudge) -> [UInt8] in
      var bytes: [UInt8] = []
      for index in range {
        let number = self.number(index)
        csv.append(judge.judged(self.grid[number]), number: number + 1, to: &bytes)
      }
      return bytes
    }
    try writeText(to: file, replaces: replaces) { write in
      var header = ""
      csv.writeHeader(to: &header)
      try write(Array(header.utf8))
      try forEachPart(rows, write)
    }
  }

  /// Writes the track CSV of each variant to a new folder.
  func writeTracks(to folder: String) throws {
    guard count <= Self.trackLimit else {
      throw UsageError.unusable(
        of: "--csv-tracks",
        reason: "\(count) tracks are more than \(Self.trackLimit); choose some by --only")
    }
    let sink = try FolderSink(path: folder)
    let csv = TrackCSV(step: .seconds(1))
    let digits = String(grid.count).count
    var judge = judge
    for index in 0..<count {
      let number = number(index)
      let replay: Replay
      switch judge.judged(grid[number]).replay {
      case .success(let found): replay = found
      case .failure(let error):
        throw Failure.outsideData(track: "\(track.id), variant \(number + 1)", reason: "\(error)")
      }
      var text = ""
      csv.writeHeader(to: &text)
      csv.write(replay, to: &text)
      let name = String(number + 1)
      let zeros = String(repeating: "0", count: digits - name.count)
      try sink.add("\(track.id)-\(zeros)\(name).csv", Array(text.utf8))
    }
    try sink.close()
  }
}

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
  /// The path that the track is flown along instead of its own.
  let edit: PathEdit?
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
  let judge: VariationJudge

  init(_ draft: VaryDraft, _ loaded: inout LoadedScenario) throws {
    if draft.samples == nil {
      if draft.seed != nil { throw UsageError.alone("--seed", needs: "--samples") }
      if draft.shard != nil { throw UsageError.alone("--shard", needs: "--samples") }
      if !draft.uncertain.isEmpty { throw UsageError.alone("--uncertain", needs: "--samples") }
      if draft.showsSensitivity { throw UsageError.alone("--sensitivity", needs: "--samples") }
      if draft.journal != nil, draft.csv == nil {
        throw UsageError.alone("--journal", needs: "--samples or --csv")
      }
    }
    if let journal = draft.journal, journal == "-" || journal == draft.csv {
      throw UsageError.unusable(of: "--journal", reason: "a journal is a file of its own")
    }
    scenario = loaded.scenario
    let id = try [draft.track].checked(kind: "track", among: scenario.tracks.map(\.id))[0]
    guard let track = scenario.tracks.first(where: { $0.id == id }) else {
      throw Failure.unknown(kind: "track", name: id, known: scenario.tracks.map(\.id))
    }
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
    var resolved = try loaded.resolve([track])[0]
    edit = try draft.waypoints.map { try PathEdit($0, of: track.id) }
    if let edit { resolved = try edit.applied(to: resolved, in: &loaded) }
    self.track = resolved.definition
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

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

/// What is to be solved: nothing in it names what is not there.
struct SolveRequest: Sendable {
  let scenario: Scenario
  let track: TrackDefinition
  let near: TrackDefinition
  let pivot: GeodeticCoordinate
  let about: TrackMoment?
  let borders: [String]
  /// What is searched, the ranges without width among them.
  let parameters: [FreeParameter]
  /// Whether they are the initial ones.
  let isInitial: Bool
  /// Every requirement that any problem has, each once.
  let requirements: [Requirement]
  let problems: [Problem]
  let settings: PathSearch.Settings
  let threads: Int
  private let judge: VariationJudge

  /// One choice of readings, under one border source.
  struct Problem: Sendable {
    let border: String
    let requirements: [Requirement]
    let search: PathSearch

    /// What is required, in the user's words.
    var words: String { requirements.map(\.name).joined(separator: " and ") }
  }

  /// The most problems that are solved at once.
  static let problemLimit = 256

  /// What may be changed where nothing is said: as far as statements about such incidents differ, and
  /// the slowest and the fastest that anybody speaks of.
  static let initialParameters = [
    FreeParameter(.shiftNorth, in: -5000...5000), FreeParameter(.shiftEast, in: -5000...5000),
    FreeParameter(.rotation, in: -30...30), FreeParameter(.speed, in: 390 / 3.6...1000 / 3.6),
  ]

  init(_ draft: SolveDraft, _ loaded: inout LoadedScenario) throws {
    scenario = loaded.scenario
    let tracks = scenario.tracks
    let track = try tracks.named(draft.track)
    self.track = track
    near = try tracks.named(draft.near ?? draft.track)
    let known = scenario.borders.map(\.id)
    borders =
      draft.borders == ["all"]
      ? known
      : try (draft.borders.isEmpty ? [scenario.defaultBorder] : draft.borders)
        .checked(kind: "border", among: known)
    if draft.ranges[.speed] != nil, draft.ranges[.speedFactor] != nil {
      throw UsageError.conflicting("--speed", "--speed-factor")
    }
    if draft.isJSON, draft.csv != nil { throw UsageError.conflicting("--json", "--csv") }
    let isInitial = !draft.ranges.values.contains { $0.lowerBound < $0.upperBound }
    self.isInitial = isInitial
    parameters = VariationParameter.allCases.compactMap { parameter in
      if let range = draft.ranges[parameter] { return FreeParameter(parameter, in: range) }
      return isInitial && !(parameter == .speed && draft.ranges[.speedFactor] != nil)
        ? Self.initialParameters.first { $0.parameter == parameter } : nil
    }
    settings = PathSearch.Settings(points: draft.points ?? 2048, seed: draft.seed ?? 1)
    threads = draft.threads ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let choices = try draft.required.map { word in
      try loaded.requirements(word, about: track)
    }
    let count = choices.reduce(borders.count) { $0 * $1.count }
    guard count <= Self.problemLimit else {
      throw UsageError.unusable(
        of: "--require",
        reason: "\(count) choices of readings and borders are more than \(Self.problemLimit); name "
          + "readings, as CLAIM.READING")
    }
    let sets = choices.reduce([[]]) { sets, choice in
      sets.flatMap { set in choice.map { set + [$0] } }
    }
    requirements = choices.flatMap(\.self).reduce(into: []) { all, next in
      if !all.contains(next) { all.append(next) }
    }

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
    let places = try loaded.coordinatesOfPlaces()
    let variations = TrackVariations(of: variable, in: scenario, borders: needed)
    judge = VariationJudge(
      of: requirements.map { Claim.Reading(id: $0.name, meaning: nil, test: $0.test) },
      on: VariationReplayer(variations, borders: bySource), places: places,
      borderDisplacement: .zero)
    let nearResolved = near.id == track.id ? resolved : try loaded.resolve([near])[0]
    var problems: [Problem] = []
    for set in sets {
      for border in borders {
        let space = try Self.space(
          parameters, border: border == scenario.defaultBorder ? nil : border)
        problems.append(
          Problem(
            border: border, requirements: set,
            search: PathSearch(
              for: set, in: space, of: variations, borders: bySource, places: places,
              near: nearResolved, settings: settings)))
      }
    }
    self.problems = problems
  }

  private static func space(
    _ parameters: [FreeParameter], border: String?
  ) throws(UsageError) -> PathSpace {
    do throws(VariationGridError) { return try PathSpace(parameters, border: border) } catch {
      throw .unusable(of: "the ranges", reason: "\(error)")
    }
  }

  /// A path, judged by every requirement of any problem.
  func judged(_ path: FoundPath) -> JudgedVariation {
    var judge = judge
    return judge.judged(path.judged.variation)
  }

  /// Solves as many problems at once as there are threads, and the last ones by all of them.
  func solved() -> [PathAnswer] {
    SharedWork.results(of: problems.count, threads: threads) { number, work in
      problems[number].search.answer { count, part in work.parts(count, part) }
    }
  }
}

extension [TrackDefinition] {
  fileprivate func named(_ id: String) throws(Failure) -> TrackDefinition {
    guard let track = first(where: { $0.id == id }) else {
      throw .unknown(kind: "track", name: id, known: map(\.id))
    }
    return track
  }
}

extension LoadedScenario {
  /// What a word of `--require` asks: one requirement, or each reading of a claim.
  fileprivate func requirements(
    _ word: String, about track: TrackDefinition
  ) throws -> [Requirement] {
    if TypedTest.isTest(word) { return [Requirement(name: word, test: try TypedTest.read(word))] }
    let claim = claims.first { $0.id == word }
    let named = claims.lazy.compactMap { claim -> (Claim, String)? in
      word.hasPrefix(claim.id + ".") ? (claim, String(word.dropFirst(claim.id.count + 1))) : nil
    }.first
    guard let claim = claim ?? named?.0 else {
      throw Failure.unknown(kind: "claim", name: word, known: claims.map(\.id))
    }
    var readings = claim.readings
    if let id = named?.1, claim.id != word {
      _ = try [id].checked(kind: "reading of \(claim.id)", among: readings.map(\.id))
      readings = readings.filter { $0.id == id }
    }
    let decided = readings.filter { $0.test.scope == .track }
    guard !decided.isEmpty else {
      throw UsageError.unusable(
        of: "--require", reason: "\(word) is decided by no track, but by stated numbers or places")
    }
    guard claim.isAbout(track) else {
      throw UsageError.unusable(
        of: "--require", reason: "\(claim.id) is not about track \(track.id)")
    }
    return decided.map { Requirement(name: "\(claim.id).\($0.id)", test: $0.test) }
  }
}

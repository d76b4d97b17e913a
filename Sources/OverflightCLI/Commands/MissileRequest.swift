import Flights
import Formats
import Incidents
import Quantities

/// A missile's flight against a track, under each border that is asked for.
struct MissileRequest {
  /// What is told under one border source.
  struct Answer {
    let border: String
    /// Who reported the known moment, where somebody did.
    let event: LocatedEvent?
    let engagement: Engagement
  }

  let scenario: Scenario
  let track: TrackDefinition
  let flight: MissileFlight
  /// What the flight times follow from, where a way and a speed were typed.
  let way: (ranges: ClosedRange<Length>, speeds: ClosedRange<Speed>)?
  let known: Engagement.Moment
  let moment: TypedMoment
  let borderDisplacement: Length
  let answers: [Answer]

  init(_ draft: MissileDraft, _ loaded: inout LoadedScenario) throws {
    let scenario = loaded.scenario
    self.scenario = scenario
    let id = try [draft.track].checked(kind: "track", among: scenario.tracks.map(\.id))
    let definitions = scenario.tracks.filter { id.contains($0.id) }
    track = definitions[0]
    let (flight, way) = try Self.flight(draft)
    let displacement = draft.borderDisplacement ?? scenario.uncertainties.borderDisplacement
    (self.flight, self.way, borderDisplacement) = (flight, way, displacement)
    let sources = scenario.borders.map(\.id)
    let borders =
      draft.borders == ["all"]
      ? sources
      : try (draft.borders.isEmpty ? [scenario.defaultBorder] : draft.borders)
        .checked(kind: "border", among: sources)
    let (known, moment) = try Self.known(draft, of: definitions[0])
    (self.known, self.moment) = (known, moment)
    let resolved = try loaded.resolve(definitions)
    var answers: [Answer] = []
    for border in borders {
      let replay = try loaded.replays(of: resolved, border: border)[0]
      guard let found = moment.found(in: replay) else {
        throw UsageError.unusable(
          of: "--\(known.rawValue)",
          reason: "track \(id[0]) has no such moment as \(moment.words) under border \(border)")
      }
      guard
        let engagement = replay.engagement(
          with: known, at: found.time, flight: flight, borderDisplacement: displacement)
      else {
        let (start, end) = (resolved[0].track.start.time, resolved[0].track.end.time)
        throw UsageError.unusable(
          of: "--\(known.rawValue)",
          reason: "\(found.time.rfc3339) is not a time of track \(id[0]), which lasts from "
            + "\(start.rfc3339) to \(end.rfc3339)")
      }
      answers.append(Answer(border: border, event: found.event, engagement: engagement))
    }
    self.answers = answers
  }

  /// The flight times, as typed or by the way and the speed typed.
  private static func flight(
    _ draft: MissileDraft
  ) throws(UsageError) -> (MissileFlight, (ClosedRange<Length>, ClosedRange<Speed>)?) {
    do throws(MissileFlightError) {
      if let times = draft.times {
        let (low, high) = (times.lowerBound, times.upperBound)
        return (try MissileFlight(duration: .seconds(low)...(.seconds(high))), nil)
      }
      if let ranges = draft.ranges, let speeds = draft.speeds {
        let way = (
          Length.meters(ranges.lowerBound)...Length.meters(ranges.upperBound),
          Speed.metersPerSecond(speeds.lowerBound)...Speed.metersPerSecond(speeds.upperBound)
        )
        return (try MissileFlight(range: way.0, meanSpeed: way.1), way)
      }
    } catch {
      throw .unusable(of: "the flight", reason: "\(error)")
    }
    if draft.ranges != nil { throw .alone("--range", needs: "--speed") }
    if draft.speeds != nil { throw .alone("--speed", needs: "--range") }
    throw .missingOption("--time A:B, or --range A:B with --speed A:B,")
  }

  /// The moment that was typed, or else the launch that the scenario reports, or else the hit.
  private static func known(
    _ draft: MissileDraft, of track: TrackDefinition
  ) throws(UsageError) -> (Engagement.Moment, TypedMoment) {
    if let launch = draft.launch { return (.launch, launch) }
    if let hit = draft.hit { return (.hit, hit) }
    let reported = track.events.map(\.kind)
    if reported.contains(.launch) { return (.launch, .afterEvent(.launch, .zero)) }
    if reported.contains(.hit) { return (.hit, .afterEvent(.hit, .zero)) }
    throw .unusable(
      of: "--track",
      reason: "no launch and no hit is reported on track \(track.id); give --launch or --hit")
  }
}

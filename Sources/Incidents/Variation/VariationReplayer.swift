public import Airspaces
import Flights

/// Replays many variants of one track, one after the other.
///
/// It keeps the places of the last path and its encounters: variants that only fly it at other times
/// need no border, which is why a ``VariationGrid`` counts times fastest; but where another wind or
/// turns reshape the path, each speed makes another one. What it answers does not depend on what was
/// asked before: it is what ``TrackVariations/replay(_:against:)`` answers.
public struct VariationReplayer: Sendable {
  private let variations: TrackVariations
  /// By source, without that of the track's own border.
  private let borders: [String: PreparedBorder]
  private var moved: Moved
  private var held: Held?
  /// What the times of variants are made in.
  private var timetable: Timetable

  /// A moved track, and how it meets the border that the scenario's tracks are put in place on.
  private struct Moved {
    let change: TrackChange
    let track: Track
    let encounter: Encounter
    let meeting: Meeting
    /// At its old times.
    let timetable: Timetable

    init(_ track: Track, by change: TrackChange, meeting encounter: Encounter) {
      (self.change, self.track, self.encounter) = (change, track, encounter)
      (meeting, timetable) = (Meeting(of: encounter), Timetable(of: track))
    }
  }

  /// The border that the moved track was last held against, and how they meet.
  private struct Held {
    let source: String?
    let change: BorderChange
    let border: PreparedBorder
    var met: (encounter: Encounter, meeting: Meeting)?
  }

  /// - Parameters:
  ///   - variations: What is flown.
  ///   - borders: The track's airspace by border source, at least those that variants name.
  public init(_ variations: TrackVariations, borders: [String: PreparedBorder]) {
    (self.variations, self.borders) = (variations, borders)
    let told = variations.track.resolved
    moved = Moved(told.track, by: TrackChange(), meeting: told.encounter)
    timetable = moved.timetable
  }
}

extension VariationReplayer {
  /// The replay of a variant.
  ///
  /// - Precondition: The border source of the variant is one of those given.
  /// - Throws: ``VariationError``.
  public mutating func replay(_ variation: Variation) throws(VariationError) -> Replay {
    try move(by: variation.change)
    try hold(against: variation)
    return try variations.replay(
      variation.change, flown: moved.track, meetingDefault: moved.encounter,
      against: held.flatMap { held in held.met.map { (held.border, $0.encounter) } })
  }

  /// What a variant does, in numbers: the findings of its replay, without making one.
  ///
  /// - Precondition: The border source of the variant is one of those given.
  /// - Throws: ``VariationError``, where ``replay(_:)`` throws it.
  /// - Complexity: O(*n*) for *n* fixes where only times differ from the variant before.
  public mutating func findings(_ variation: Variation) throws(VariationError) -> Findings {
    try move(by: variation.change)
    try hold(against: variation)
    timetable.times.replaceSubrange(timetable.times.indices, with: moved.timetable.times)
    do throws(TrackChangeError) {
      _ = try variations.track.retime(&timetable, by: variation.change)
    } catch {
      throw .change(error)
    }
    try variations.checkEvents(timedBy: variation.change)
    if let met = held?.met { return Findings(of: met.meeting, at: timetable) }
    return Findings(of: moved.meeting, at: timetable)
  }

  /// Moves the track, where it is not there already.
  private mutating func move(by change: TrackChange) throws(VariationError) {
    if moved.change.movesAlike(change) { return }
    let track = try variations.moved(by: change)
    let encounter = try variations.encounter(of: track, with: variations.track.resolved.border)
    moved = Moved(track, by: change, meeting: encounter)
    timetable = moved.timetable
    held?.met = nil
  }

  /// Holds the moved track against the border of a variant, where that is not its own.
  private mutating func hold(against variation: Variation) throws(VariationError) {
    if variation.border == nil, variation.borderChange == BorderChange() {
      held = nil
      return
    }
    if let held, held.source == variation.border, held.change == variation.borderChange {
      if held.met != nil { return }
    } else {
      held = Held(
        source: variation.border, change: variation.borderChange, border: try border(of: variation))
    }
    guard let border = held?.border else { return }
    let encounter = try variations.encounter(of: moved.track, with: border)
    held?.met = (encounter, Meeting(of: encounter))
  }

  private func border(of variation: Variation) throws(VariationError) -> PreparedBorder {
    let own = variations.track.resolved.border
    guard let whole = variation.border.map({ borders[$0] }) ?? own else {
      preconditionFailure("a variant names a border that was not given")
    }
    do throws(BorderError) { return try whole.moved(by: variation.borderChange) } catch {
      throw .border(error)
    }
  }
}

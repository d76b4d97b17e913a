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
  private var moved: Moved?
  private var held: Held?

  /// A moved track, and how it meets the border that the scenario's tracks are put in place on.
  private struct Moved {
    let change: TrackChange
    let track: Track
    let encounter: Encounter
  }

  /// The border that the moved track was last held against, and how they meet.
  private struct Held {
    let source: String?
    let change: BorderChange
    let border: PreparedBorder
    var encounter: Encounter?
  }

  /// - Parameters:
  ///   - variations: What is flown.
  ///   - borders: The track's airspace by border source, at least those that variants name.
  public init(_ variations: TrackVariations, borders: [String: PreparedBorder]) {
    (self.variations, self.borders) = (variations, borders)
  }

  /// The replay of a variant.
  ///
  /// - Precondition: The border source of the variant is one of those given.
  /// - Throws: ``VariationError``.
  public mutating func replay(_ variation: Variation) throws(VariationError) -> Replay {
    let moved = try moved(by: variation.change)
    if variation.border == nil, variation.borderChange == BorderChange() {
      return try variations.replay(
        variation.change, flown: moved.track, meetingDefault: moved.encounter, against: nil)
    }
    let border = try border(of: variation)
    let encounter: Encounter
    if let known = held?.encounter {
      encounter = known
    } else {
      encounter = try variations.encounter(of: moved.track, with: border)
      held?.encounter = encounter
    }
    return try variations.replay(
      variation.change, flown: moved.track, meetingDefault: moved.encounter,
      against: (border, encounter))
  }

  private mutating func moved(by change: TrackChange) throws(VariationError) -> Moved {
    if let moved, moved.change.movesAlike(change) { return moved }
    held?.encounter = nil
    self.moved = nil
    let track = try variations.moved(by: change)
    let encounter = try variations.encounter(of: track, with: variations.track.resolved.border)
    let moved = Moved(change: change, track: track, encounter: encounter)
    self.moved = moved
    return moved
  }

  private mutating func border(of variation: Variation) throws(VariationError) -> PreparedBorder {
    if let held, held.source == variation.border, held.change == variation.borderChange {
      return held.border
    }
    let own = variations.track.resolved.border
    guard let whole = variation.border.map({ borders[$0] }) ?? own else {
      preconditionFailure("a variant names a border that was not given")
    }
    let border: PreparedBorder
    do throws(BorderError) {
      border = try whole.moved(by: variation.borderChange)
    } catch {
      throw .border(error)
    }
    held = Held(source: variation.border, change: variation.borderChange, border: border)
    return border
  }
}

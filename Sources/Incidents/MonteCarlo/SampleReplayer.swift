public import Airspaces
import Flights

/// Replays samples of an uncertain track.
public struct SampleReplayer: Sendable {
  public let track: SampledTrack
  private let borders: [String: PreparedBorder]
  private let placesEvents: Bool

  /// - Parameters:
  ///   - track: What is drawn from.
  ///   - borders: The track's airspace by border source, at least those that are drawn.
  ///   - placesEvents: Whether warnings and reported events are put in place; that takes an encounter
  ///     with the default border more.
  public init(_ track: SampledTrack, borders: [String: PreparedBorder], placesEvents: Bool) {
    (self.track, self.borders, self.placesEvents) = (track, borders, placesEvents)
  }

  /// The border that a sample is held against, where it lies unmoved.
  func border(of sample: Sample) -> PreparedBorder {
    guard let source = sample.variation.border else {
      return track.variations.track.resolved.border
    }
    guard let border = borders[source] else {
      preconditionFailure("a sample names a border that was not given")
    }
    return border
  }

  /// The replay of one sample, as it was seen.
  ///
  /// Warnings and events are put in place by the moments of the track as it was seen, on the border
  /// that the scenario's tracks are put in place on, where it lies unmoved.
  ///
  /// - Throws: ``VariationError``.
  public func replay(_ sample: Sample) throws(VariationError) -> Replay {
    let variations = track.variations
    let change = sample.variation.change
    let seen: Track
    do throws(TrackChangeError) {
      seen = try sample.seen(try variations.track.track(changedBy: change))
    } catch {
      throw .change(error)
    }
    let own = variations.track.resolved.border
    let border: PreparedBorder
    do throws(BorderError) {
      border = try self.border(of: sample).moved(by: sample.variation.borderChange)
    } catch {
      throw .border(error)
    }
    let encounter = try variations.encounter(of: seen, with: border)
    return try variations.replay(
      change, flown: seen,
      meeting: placesEvents ? try variations.encounter(of: seen, with: own) : encounter,
      against: (border, encounter))
  }
}

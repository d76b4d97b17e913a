import Airspaces
public import Flights
import Quantities

extension Encounter {
  /// The same encounter of a track that passes the same places at other times.
  ///
  /// Where a track meets a border depends on its places alone: what is flown faster, slower, sooner
  /// or later needs no border again.
  ///
  /// - Parameter track: A track with as many fixes at the same places.
  /// - Returns: What `Encounter(of:with:)` would find for it.
  /// - Complexity: O(1) for each crossing and graze.
  public func retimed(along track: Track) -> Encounter {
    Encounter(
      crossings: crossings.map { $0.retimed(along: track) },
      grazes: grazes.map { $0.retimed(along: track) },
      nearestApproach: nearestApproach?.retimed(along: track))
  }
}

extension Crossing {
  fileprivate func retimed(along track: Track) -> Crossing {
    Crossing(
      entry: entry?.retimed(along: track), exit: exit?.retimed(along: track),
      start: track.time(at: startPosition), end: track.time(at: endPosition),
      startPosition: startPosition, endPosition: endPosition, length: length,
      deepest: deepest?.retimed(along: track), depthFromSouthernTip: depthFromSouthernTip,
      depthFromEntry: depthFromEntry, fixesInside: fixesInside)
  }
}

extension BorderPassage {
  fileprivate func retimed(along track: Track) -> BorderPassage {
    BorderPassage(
      time: track.time(at: position), place: place,
      groundSpeed: track.legs[position.leg].groundSpeed, angle: angle, position: position)
  }
}

extension BorderApproach {
  fileprivate func retimed(along track: Track) -> BorderApproach {
    BorderApproach(
      time: track.time(at: position), place: place, distance: distance, foot: foot,
      isCertain: isCertain, position: position)
  }
}

extension Track {
  /// When a place of the track is passed.
  func time(at position: PathCrossing.Position) -> Instant {
    let leg = legs[position.leg]
    if position.fraction == 1 { return leg.end.time }
    return leg.start.time.advanced(by: leg.duration * position.fraction)
  }
}

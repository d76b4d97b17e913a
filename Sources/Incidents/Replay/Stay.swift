public import Airspaces
public import Flights
public import Geodesy
public import Quantities

/// One stay of a track inside an airspace, as its fixes tell it and nothing else does.
///
/// Where the track begins inside, its entry was not seen: there is none, and the stay is counted
/// from the first fix; likewise at its end. A single fix inside is a stay of no duration.
public struct Stay: Hashable, Sendable {
  /// Where it came in; nothing where the track begins inside.
  public let entry: Passage?
  /// Where it went out; nothing where the track ends inside.
  public let exit: Passage?
  /// The entry, or the first fix of a track that begins inside.
  public let start: Instant
  /// The exit, or the last fix of a track that ends inside.
  public let end: Instant
  /// The way flown inside.
  public let length: Length
  /// How far from the border it came; nothing where border beyond an extract could be nearer.
  public let maximumDepth: Length?
  /// How many fixes lie inside; those on the line do not.
  public let fixesInside: Int

  public var duration: TimeSpan { end.since(start) }

  /// Whether the track was seen to enter and to leave.
  public var isComplete: Bool { entry != nil && exit != nil }

  /// A moment at which the track is on the border.
  public struct Passage: Hashable, Sendable {
    public let time: Instant
    public let place: GeodeticCoordinate
  }
}

extension PreparedBorder {
  /// Every stay of a track inside, in rising time.
  ///
  /// The track flies the geodesic from each fix to the next at constant ground speed. A touch from
  /// outside is no stay.
  ///
  /// - Throws: ``WindowError`` where the track leaves an extract's window for where the whole may
  ///   have border.
  /// - Accuracy: As `PreparedBorder.crossings(of:)`; times are rounded to a nanosecond.
  public func stays(of fixes: TimedPlaces) throws(WindowError) -> [Stay] {
    let found: [PathCrossing]
    do throws(CrossingError) {
      found = try crossings(of: Paths(fixes.places))
    } catch {
      throw WindowError(error, on: fixes, of: self)
    }
    return found.map { Stay($0, of: fixes, in: self) }
  }
}

extension Stay {
  fileprivate init(_ crossing: PathCrossing, of fixes: TimedPlaces, in border: PreparedBorder) {
    entry = crossing.entry.map { Passage($0, on: fixes) }
    exit = crossing.exit.map { Passage($0, on: fixes) }
    start = entry?.time ?? fixes.times[0]
    end = exit?.time ?? fixes.times[fixes.count - 1]
    length = crossing.length
    fixesInside = crossing.placesInside
    maximumDepth = crossing.deepest.flatMap { deepest in
      // Border that is not in the data can only bring the depth of any place down: where it
      // cannot at the deepest one, it cannot change the maximum.
      let isCertain =
        border.border.extract == nil || border.distance(to: deepest.place)?.isCertain == true
      return isCertain ? deepest.depth : nil
    }
  }
}

extension Stay.Passage {
  fileprivate init(_ passage: PathCrossing.Passage, on fixes: TimedPlaces) {
    time = fixes.time(onLeg: passage.position.leg, fraction: passage.position.fraction)
    place = passage.place
  }
}

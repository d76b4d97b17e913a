public import Airspaces
public import Flights
import Geodesy
import Geometry
package import Quantities

extension Encounter {
  /// Finds how `track` meets `border`, exactly: see `PreparedBorder.crossings(of:)`.
  ///
  /// - Throws: `CrossingError` where the track leaves the window of an extract.
  public init(of track: Track, with border: PreparedBorder) throws(CrossingError) {
    let pieces = try trackPieces(of: track, with: border)
    var crossings: [Crossing] = []
    var grazes: [BorderPassage] = []
    var inside: [TrackPiece] = []
    for (index, piece) in pieces.enumerated() {
      if let touch = piece.before, pieces.isGraze(at: index) { grazes.append(touch) }
      if piece.location == .inside { inside.append(piece) }
      let isLast = index == pieces.count - 1 || pieces[index + 1].location != .inside
      if isLast, !inside.isEmpty {
        let exit = index == pieces.count - 1 ? nil : pieces[index + 1].before
        crossings.append(Crossing(inside, exit: exit, of: track, with: border))
        inside = []
      }
    }
    self.crossings = crossings
    self.grazes = grazes
    nearestApproach = crossings.isEmpty ? nearest(pieces, of: track, to: border) : nil
  }
}

/// A piece of one leg on one side of the border.
private struct TrackPiece {
  /// The leg, and its number on the track.
  let leg: TrackLeg
  let number: Int
  let location: Location
  let start: Length
  let end: Length
  /// The contact with the border at which the piece begins, if it begins at one.
  let before: BorderPassage?
}

extension [TrackPiece] {
  /// Whether the piece begins at a touch after which the track is on the side it was on before.
  ///
  /// A way along the border, from outside to outside, is one touch. From inside to inside it is
  /// an exit and an entry, since what lies on the border is not inside.
  fileprivate func isGraze(at index: Int) -> Bool {
    guard index > 0 else { return false }
    let sideBefore = self[index - 1].location
    guard self[index].location == .onBorder else { return self[index].location == sideBefore }
    return sideBefore == .outside
      && self[index...].first { $0.location != .onBorder }?.location == .outside
  }
}

private func trackPieces(
  of track: Track, with border: PreparedBorder
) throws(CrossingError) -> [TrackPiece] {
  var pieces: [TrackPiece] = []
  var atEndOfLast: BorderPassage?
  for (number, leg) in track.legs.enumerated() {
    let found = try border.crossings(of: leg.path)
    for (index, piece) in found.pieces.enumerated() {
      let contact =
        index == 0
        ? atEndOfLast ?? found.atStart.map { BorderPassage($0, on: leg, number) }
        : BorderPassage(found.contacts[index - 1], on: leg, number)
      pieces.append(
        TrackPiece(
          leg: leg, number: number, location: piece.location, start: piece.start,
          end: piece.end, before: contact))
    }
    atEndOfLast = found.atEnd.map { BorderPassage($0, on: leg, number) }
  }
  return pieces
}

private func nearest(
  _ pieces: [TrackPiece], of track: Track, to border: PreparedBorder
) -> BorderApproach? {
  var best: (extreme: LegExtreme, piece: TrackPiece)?
  for piece in pieces {
    guard let found = border.nearest(on: piece.leg.path, within: piece.start...piece.end) else {
      continue
    }
    if let known = best, known.extreme.distance <= found.distance { continue }
    best = (found, piece)
  }
  return best.map { BorderApproach($0.extreme, on: $0.piece.leg, $0.piece.number, of: border) }
}

extension BorderPassage {
  fileprivate init(_ contact: LegCrossings.Contact, on leg: TrackLeg, _ number: Int) {
    self.init(
      time: leg.time(at: contact.at), place: contact.place, groundSpeed: leg.groundSpeed,
      angle: contact.angle, position: leg.position(at: contact.at, number))
  }
}

extension BorderApproach {
  fileprivate init(
    _ extreme: LegExtreme, on leg: TrackLeg, _ number: Int, of border: PreparedBorder
  ) {
    self.init(
      time: leg.time(at: extreme.at), place: extreme.place, distance: extreme.distance,
      foot: extreme.foot,
      isCertain: border.isCertain(extreme.distance, from: extreme.place),
      position: leg.position(at: extreme.at, number))
  }
}

extension TrackLeg {
  /// Where on its track a place of the leg is; the start of a leg of no length.
  fileprivate func position(at distance: Length, _ number: Int) -> PathCrossing.Position {
    PathCrossing.Position(leg: number, fraction: length > .zero ? distance / length : 0)
  }
}

extension Crossing {
  /// The stay that consists of `pieces`, which follow each other without a gap.
  fileprivate init(
    _ pieces: [TrackPiece], exit: BorderPassage?, of track: Track, with border: PreparedBorder
  ) {
    let first = pieces[0]
    let last = pieces[pieces.count - 1]
    let isFirstOfTrack = first.leg.start == track.start && first.start == .zero
    entry = isFirstOfTrack ? nil : first.before
    self.exit = exit
    startPosition = first.leg.position(at: first.start, first.number)
    // A leg of no length takes its time all the same.
    endPosition =
      last.end == last.leg.length
      ? PathCrossing.Position(leg: last.number, fraction: 1)
      : last.leg.position(at: last.end, last.number)
    (start, end) = (track.time(at: startPosition), track.time(at: endPosition))
    length = pieces.reduce(.zero) { $0 + ($1.end - $1.start) }
    deepest = pieces.compactMap { piece in
      border.furthest(on: piece.leg.path, within: piece.start...piece.end).map { (piece, $0) }
    }.max { $0.1.distance < $1.1.distance }
      .map { BorderApproach($1, on: $0.leg, $0.number, of: border) }
    depthFromSouthernTip = border.isSouthernmostCertain ? distanceNorth(of: border, pieces) : nil
    depthFromEntry = entry.map { entry in
      // Along a geodesic the distance from a place has no inner maximum: an end is furthest.
      pieces.flatMap { [$0.leg.path.place(at: $0.start), $0.leg.path.place(at: $0.end)] }
        .map { Geodesic.wgs84.inverse(from: entry.place, to: $0).distance }.max() ?? .zero
    }
    fixesInside = track.fixes(inside: border, from: start, to: end).count
  }
}

extension Track {
  /// The fixes inside the border within a span; those on the line are not inside.
  package func fixes(inside border: PreparedBorder, from start: Instant, to end: Instant) -> [Fix] {
    fixes.filter { fix in
      fix.time >= start && fix.time <= end && border.location(of: fix.place) == .inside
    }
  }
}

/// How far north of the border's southernmost vertex the pieces come, along the meridian.
private func distanceNorth(of border: PreparedBorder, _ pieces: [TrackPiece]) -> Length {
  let northernmost = pieces.map { northernmostPlace(of: $0.leg.path, $0.start, $0.end) }
    .max { $0.latitude < $1.latitude }
  return northernmost.map { $0.distanceNorth(of: border.southernmostVertex) } ?? .zero
}

extension GeodeticCoordinate {
  /// How far north of another place it lies, along its meridian; negative in the south.
  func distanceNorth(of tip: GeodeticCoordinate) -> Length {
    let foot = tip.moved(toLongitude: longitude)
    let length = Geodesic.wgs84.inverse(from: foot, to: self).distance
    return latitude < tip.latitude ? -length : length
  }
}

/// The northernmost place of a piece of a leg, which has one northern turning point at most.
///
/// Where the course is northerly at the start and southerly at the end, the latitude rises and
/// then falls, and the course passes through due east or west between: found by bisection.
func northernmostPlace(
  of leg: GeodesicLeg, _ start: Length, _ end: Length
) -> GeodeticCoordinate {
  func isNortherly(_ distance: Length) -> Bool { leg.azimuth(at: distance).absolute.degrees < 90 }
  let ends = [leg.place(at: start), leg.place(at: end)]
  guard isNortherly(start), !isNortherly(end) else {
    return ends[0].latitude < ends[1].latitude ? ends[1] : ends[0]
  }
  var (low, high) = (start, end)
  while (high - low).meters > 1e-3 {
    let middle = low + (high - low) / 2
    if isNortherly(middle) { low = middle } else { high = middle }
  }
  return leg.place(at: low)
}

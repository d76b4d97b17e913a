package import Geodesy
package import Geometry
package import Quantities

/// What can be asked where a leg meets it.
package protocol LegMeeting {
  func location(of place: GeodeticCoordinate) -> Location
  func crossings(of leg: GeodesicLeg) throws(CrossingError) -> LegCrossings
  func furthest(on leg: GeodesicLeg, within range: ClosedRange<Length>) -> LegExtreme?
}

extension PreparedBorder: LegMeeting {}
extension Region: LegMeeting {}

extension LegMeeting {
  /// Every stay of every path inside: the plain form, which asks every leg by itself.
  package func crossingsLegByLeg(of paths: Paths) throws(CrossingError) -> [PathCrossing] {
    var found: [PathCrossing] = []
    for path in 0..<paths.count {
      let range = paths.range(ofPath: path)
      let places = range.map { paths.places[$0] }
      let pieces = try pathPieces(along: places)
      var inside: [PathPiece] = []
      for (index, piece) in pieces.enumerated() {
        if piece.location == .inside { inside.append(piece) }
        let isLast = index == pieces.count - 1 || pieces[index + 1].location != .inside
        if isLast, !inside.isEmpty {
          let exit = index == pieces.count - 1 ? nil : pieces[index + 1].before
          found.append(crossing(inside, exit: exit, of: places, path))
          inside = []
        }
      }
    }
    return found
  }

  private func pathPieces(
    along places: [GeodeticCoordinate]
  ) throws(CrossingError) -> [PathPiece] {
    var pieces: [PathPiece] = []
    var atEndOfLast: PathCrossing.Passage?
    // A path of one place is a leg of no length.
    for number in 0..<max(1, places.count - 1) {
      let leg = GeodesicLeg(from: places[number], to: places[min(number + 1, places.count - 1)])
      let found = try crossings(of: leg)
      func passage(_ contact: LegCrossings.Contact) -> PathCrossing.Passage {
        let fraction = leg.length > .zero ? contact.at / leg.length : 0
        return .init(position: .init(leg: number, fraction: fraction), place: contact.place)
      }
      for (index, piece) in found.pieces.enumerated() {
        let before =
          index == 0
          ? atEndOfLast ?? found.atStart.map(passage) : passage(found.contacts[index - 1])
        pieces.append(
          PathPiece(
            number: number, leg: leg, location: piece.location, start: piece.start,
            end: piece.end, before: before))
      }
      atEndOfLast = found.atEnd.map(passage)
    }
    return pieces
  }

  private func crossing(
    _ pieces: [PathPiece], exit: PathCrossing.Passage?, of places: [GeodeticCoordinate], _ path: Int
  ) -> PathCrossing {
    let (first, last) = (pieces[0], pieces[pieces.count - 1])
    let isFirstOfPath = first.number == 0 && first.start == .zero
    let deepest = pieces.compactMap { piece in
      furthest(on: piece.leg, within: piece.start...piece.end).map { (piece, $0) }
    }.max { $0.1.distance < $1.1.distance }
    let (start, end) = (first.number, last.number)
    let placesInside = (start...min(end + 1, places.count - 1)).count { number in
      (number > start || first.start == .zero)
        && (number <= end || last.end == last.leg.length)
        && location(of: places[number]) == .inside
    }
    return PathCrossing(
      path: path, entry: isFirstOfPath ? nil : first.before, exit: exit,
      length: pieces.reduce(.zero) { $0 + ($1.end - $1.start) },
      deepest: deepest.map { piece, extreme in
        let fraction = piece.leg.length > .zero ? extreme.at / piece.leg.length : 0
        return .init(
          position: .init(leg: piece.number, fraction: fraction), place: extreme.place,
          depth: extreme.distance, foot: extreme.foot)
      },
      placesInside: placesInside)
  }
}

/// A piece of one leg of a path on one side of the border.
private struct PathPiece {
  let number: Int
  let leg: GeodesicLeg
  let location: Location
  let start: Length
  let end: Length
  /// The contact with the border at which the piece begins, if it begins at one.
  let before: PathCrossing.Passage?
}

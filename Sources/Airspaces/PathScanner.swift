import Geodesy
import Geometry
import Quantities

/// Finds the stays of paths inside a border.
///
/// Most legs of a track come near no edge: they lie in cells without edges, or every edge of their
/// cells is plainly beside them. Such a leg stays on the side of the last one. All others are
/// split at their contacts as single legs are.
struct PathScanner {
  private let border: PreparedBorder
  private let grid: LocationGrid
  private let lists: CellLists
  /// The longest change of latitude or longitude of a leg that is treated as a straight line in
  /// degrees: it stays within the margin of the lists.
  private let longestSpan: Double
  /// Where a leg's ends must lie for the leg to be surely within what an extract knows.
  private let known: Box
  private var splitter: LegSplitter
  private var depths: DepthFinder
  private var stay: Stay?
  /// The leg that was split last, and its number on its path.
  private var lastCurve: (number: Int, curve: LegCurve)?
  private var stations = Stations()
  private(set) var found: [PathCrossing] = []

  /// A stay that has begun.
  private struct Stay {
    let entry: PathCrossing.Passage?
    /// The edge at which it began.
    let edge: Int?
    var placesInside: Int
  }

  init(_ border: PreparedBorder) {
    (self.border, lists, grid) = (border, border.lists, border.grid())
    splitter = LegSplitter(border, grid: grid)
    depths = DepthFinder(border)
    let bounds = lists.reach
    let poleward = min(89, max(abs(bounds.low.y), abs(bounds.high.y)))
    let φ = SineCosine(degrees: poleward)
    // |φ''| and |λ''| of a geodesic in degrees, as ContactFinder has them; spans of latitude and
    // longitude together are √2 as long.
    let bend = 3 * (φ.sine / φ.cosine + 0.01) / φ.cosine * (.pi / 180)
    let span = (4 * lists.margin / (bend * 1.02)).squareRoot()
    longestSpan = poleward < 80 && border.border.sides.edgesAtSides.isEmpty ? min(1, span) : 0
    let window = border.border.extract?.window
    known = window?.grown(by: -lists.margin) ?? Box(
      low: Point2(x: -180, y: -85), high: Point2(x: 180, y: 85))
  }
}

extension PathScanner {
  /// Finds the stays of one path.
  ///
  /// - Throws: ``CrossingError`` where an extract's window is left.
  mutating func scan(path: Int, of paths: Paths) throws(CrossingError) {
    let range = paths.range(ofPath: path)
    let places = paths.places
    stay = nil
    if range.count == 1 {
      try scanLeg(path, paths, 0, from: range.lowerBound, to: range.lowerBound, nil)
    }
    var atEndOfLast: PathCrossing.Passage?
    var isFirst = true
    var start = places.point(range.lowerBound)
    for index in range.dropLast() {
      let end = places.point(index + 1)
      let leg = index - range.lowerBound
      // What the first leg's side is, is not known before it is split; nor is that of a leg after a
      // contact, which may lie a little before or behind the place between.
      if !isFirst, atEndOfLast == nil, isBesideAllEdges(start, end) {
        if stay != nil { continueStay(to: end, leg: leg + 1, from: start) }
      } else {
        atEndOfLast = try scanLeg(path, paths, leg, from: index, to: index + 1, atEndOfLast)
        isFirst = false
      }
      start = end
    }
    if stay != nil { finishStay(path, paths, exit: nil, edge: nil) }
  }

  /// Whether no edge can meet the leg between two places.
  @inline(__always)
  private func isBesideAllEdges(_ start: Point2, _ end: Point2) -> Bool {
    let (dx, dy) = (abs(end.x - start.x), abs(end.y - start.y))
    guard dx < longestSpan, dy < longestSpan, known.contains(start), known.contains(end)
    else { return false }
    if lists.isEmpty(around: start, end) { return true }
    // The band of a leg within the margin, by the square of its length.
    let square = (dx * dx + dy * dy) / (2 * longestSpan * longestSpan)
    let band = lists.margin * square + 1e-13
    var isBeside = true
    lists.forEachEdge(
      near: start, end, within: band, of: border.border.polygon.vertices, border.edgeEnds
    ) { edge in
      let (a, b) = border.ends(ofEdge: edge)
      if mayMeet(a, b, from: start, to: end, within: band) { isBeside = false }
    }
    return isBeside
  }

  /// Splits a leg at its contacts and takes up its pieces.
  ///
  /// - Parameters:
  ///   - path: The number of the path.
  ///   - paths: All paths.
  ///   - number: The number of the leg on its path.
  ///   - start: The number of the place at which it begins.
  ///   - end: The number of the place at which it ends.
  ///   - atEndOfLast: The contact at the end of the leg before, if there was one.
  /// - Returns: The contact at its end, if there is one.
  @discardableResult
  private mutating func scanLeg(
    _ path: Int, _ paths: Paths, _ number: Int, from start: Int, to end: Int,
    _ atEndOfLast: PathCrossing.Passage?
  ) throws(CrossingError) -> PathCrossing.Passage? {
    let curve = LegCurve(from: paths.places.point(start), to: paths.places.point(end))
    lastCurve = (number, curve)
    try splitter.split(curve)
    func passage(_ contact: ContactFinder.Contact) -> PathCrossing.Passage {
      let fraction = curve.length > 0 ? contact.meters / curve.length : 0
      return .init(
        position: .init(leg: number, fraction: fraction),
        place: curve.coordinate(at: contact.meters))
    }
    let last = splitter.locations.count - 1
    for index in 0...last {
      let (from, to) = (splitter.bounds[index], splitter.bounds[index + 1])
      let contact = index == 0 ? splitter.atStart : splitter.inner[index - 1]
      let before = index == 0 ? atEndOfLast ?? contact.map(passage) : contact.map(passage)
      guard splitter.locations[index] == .inside else {
        if stay != nil { finishStay(path, paths, exit: before, edge: contact?.edge) }
        continue
      }
      if stay == nil {
        let isFirstOfPath = number == 0 && from == 0
        let startsAtPlace = from == 0 && isInside(paths, start)
        stay = Stay(
          entry: isFirstOfPath ? nil : before, edge: contact?.edge,
          placesInside: startsAtPlace ? 1 : 0)
        stations.removeAll()
        stations.append(curve.place(at: from), after: 0, leg: number, metersOnLeg: from)
      }
      if index == last, end > start, isInside(paths, end) { stay?.placesInside += 1 }
      if to > from {
        stations.append(
          curve.place(at: to), after: to - from, leg: index == last ? number + 1 : number,
          metersOnLeg: index == last ? 0 : to)
      }
    }
    return splitter.atEnd.map(passage)
  }

  private func isInside(_ paths: Paths, _ place: Int) -> Bool {
    border.location(of: paths.places.point(place)) == .inside
  }

  /// Takes up a leg that lies inside as a whole.
  @inline(__always)
  private mutating func continueStay(to end: Point2, leg: Int, from start: Point2) {
    let isShort =
      abs(end.x - start.x) < Geodesic.shortSpan && abs(end.y - start.y) < Geodesic.shortSpan
    let length =
      isShort
      ? Geodesic.wgs84.shortDistance(
        latitude1: start.y, longitude1: start.x, latitude2: end.y, longitude2: end.x)
      : Geodesic.wgs84.inverse(
        latitude1: start.y, longitude1: start.x, latitude2: end.y, longitude2: end.x
      ).meters
    stations.append(end, after: length, leg: leg, metersOnLeg: 0)
    stay?.placesInside += 1
  }

  /// Ends a stay, and finds where it was deepest.
  private mutating func finishStay(
    _ path: Int, _ paths: Paths, exit: PathCrossing.Passage?, edge: Int?
  ) {
    guard let stay else { return }
    self.stay = nil
    let range = paths.range(ofPath: path)
    let known = lastCurve
    func leg(_ number: Int) -> LegCurve {
      if let known, known.number == number { return known.curve }
      let start = range.lowerBound + min(number, range.count - 1)
      return LegCurve(
        from: paths.places.point(start),
        to: paths.places.point(min(start + 1, range.upperBound - 1)))
    }
    let deepest = depths.furthest(on: stations, from: stay.edge, to: edge, leg: leg)
    found.append(
      PathCrossing(
        path: path, entry: stay.entry, exit: exit,
        length: .meters(stations.meters[stations.count - 1]),
        deepest: deepest.map { deepest in
          let length = leg(deepest.leg).length
          return border.deepest(
            deepest.probe,
            at: .init(leg: deepest.leg, fraction: length > 0 ? deepest.metersOnLeg / length : 0))
        }, placesInside: stay.placesInside))
  }
}

extension PreparedBorder {
  /// The deepest point of a stay, from the probe that found it.
  fileprivate func deepest(
    _ probe: DepthProbe, at position: PathCrossing.Position
  ) -> PathCrossing.Deepest {
    var nearest = NearestPoint(meters: probe.distance, foot: probe.point, piece: probe.piece)
    if probe.distance < SurfacePoint.chordLimit {
      var found = NearestPiece()
      surface.improve(&found, at: probe.surface, byPiece: probe.piece)
      nearest = nearestPoint(to: probe.surface, found)
    } else if let far = nearestPoint(to: probe.point) {
      nearest = far
    }
    return PathCrossing.Deepest(
      position: position,
      place: GeodeticCoordinate(knownLatitude: probe.point.y, longitude: probe.point.x),
      depth: .meters(nearest.meters),
      foot: GeodeticCoordinate(knownLatitude: nearest.foot.y, longitude: nearest.foot.x))
  }
}

extension Places {
  /// A place in degrees, as a point of the plane.
  @inline(__always)
  fileprivate func point(_ index: Int) -> Point2 {
    Point2(x: longitudes[index], y: latitudes[index])
  }
}

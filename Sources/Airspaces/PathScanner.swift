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
  private var depths: DepthFinder
  private var stay: Stay?
  private var stations = Stations()
  private(set) var found: [PathCrossing] = []

  /// A stay that has begun.
  private struct Stay {
    let entry: PathCrossing.Passage?
    var placesInside: Int
  }

  init(_ border: PreparedBorder) {
    (self.border, lists, grid) = (border, border.lists, border.grid())
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
    let (latitudes, longitudes) = (paths.places.latitudes, paths.places.longitudes)
    func place(_ index: Int) -> Point2 { Point2(x: longitudes[index], y: latitudes[index]) }
    stay = nil
    if range.count == 1 {
      try scanLeg(path, paths, 0, from: range.lowerBound, to: range.lowerBound, nil)
    }
    var atEndOfLast: PathCrossing.Passage?
    var isFirst = true
    var start = place(range.lowerBound)
    for index in range.dropLast() {
      let end = place(index + 1)
      let leg = index - range.lowerBound
      // What the first leg's side is, is not known before it is split.
      if !isFirst, isBesideAllEdges(start, end) {
        if stay != nil { continueStay(to: end, leg: leg + 1, from: start) }
      } else {
        atEndOfLast = try scanLeg(path, paths, leg, from: index, to: index + 1, atEndOfLast)
        isFirst = false
      }
      start = end
    }
    if stay != nil { finishStay(path, paths, exit: nil) }
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
    lists.forEachEdge(near: start, end, within: band) { edge in
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
    let leg = GeodesicLeg(from: paths.places[start], to: paths.places[end])
    let split = try LegSplit(of: leg, by: border, grid: grid)
    let length = leg.length.meters
    func passage(_ contact: ContactFinder.Contact) -> PathCrossing.Passage {
      let point = split.curve.point(at: contact.meters)
      return .init(
        position: .init(leg: number, fraction: length > 0 ? contact.meters / length : 0),
        place: GeodeticCoordinate(knownLatitude: point.y, longitude: point.x))
    }
    for (index, location) in split.locations.enumerated() {
      let (from, to) = (split.bounds[index], split.bounds[index + 1])
      let before =
        index == 0 ? atEndOfLast ?? split.atStart.map(passage) : passage(split.inner[index - 1])
      guard location == .inside else {
        if stay != nil { finishStay(path, paths, exit: before) }
        continue
      }
      if stay == nil {
        let isFirstOfPath = number == 0 && from == 0
        let startsAtPlace = from == 0 && isInside(paths, start)
        stay = Stay(entry: isFirstOfPath ? nil : before, placesInside: startsAtPlace ? 1 : 0)
        stations.removeAll()
        stations.append(
          split.curve.point(at: from), after: 0, leg: number, metersOnLeg: from)
      }
      let isLastOfLeg = index == split.locations.count - 1
      let point = isLastOfLeg ? leg.end.point : split.curve.point(at: to)
      if isLastOfLeg, end > start, isInside(paths, end) { stay?.placesInside += 1 }
      if to > from {
        stations.append(
          point, after: to - from, leg: isLastOfLeg ? number + 1 : number,
          metersOnLeg: isLastOfLeg ? 0 : to)
      }
    }
    return split.atEnd.map(passage)
  }

  private func isInside(_ paths: Paths, _ place: Int) -> Bool {
    border.location(
      of: Point2(x: paths.places.longitudes[place], y: paths.places.latitudes[place])) == .inside
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
  private mutating func finishStay(_ path: Int, _ paths: Paths, exit: PathCrossing.Passage?) {
    guard let stay else { return }
    self.stay = nil
    let first = paths.range(ofPath: path).lowerBound
    let last = paths.range(ofPath: path).count - 1
    var lengthOfLeg = 0.0
    func leg(_ number: Int) -> GeodesicLeg {
      let start = min(number, last)
      return GeodesicLeg(
        from: paths.places[first + start], to: paths.places[first + min(start + 1, last)])
    }
    let deepest = depths.furthest(on: stations) { LegCurve(leg($0)) }
    found.append(
      PathCrossing(
        path: path, entry: stay.entry, exit: exit,
        length: .meters(stations.meters[stations.count - 1]),
        deepest: deepest.flatMap { deepest in
          guard let nearest = border.nearestPoint(to: deepest.probe.point) else { return nil }
          lengthOfLeg = leg(deepest.leg).length.meters
          return PathCrossing.Deepest(
            position: .init(
              leg: deepest.leg,
              fraction: lengthOfLeg > 0 ? deepest.metersOnLeg / lengthOfLeg : 0),
            place: GeodeticCoordinate(
              knownLatitude: deepest.probe.point.y, longitude: deepest.probe.point.x),
            depth: .meters(nearest.meters),
            foot: GeodeticCoordinate(knownLatitude: nearest.foot.y, longitude: nearest.foot.x))
        }, placesInside: stay.placesInside))
  }
}

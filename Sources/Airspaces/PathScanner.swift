package import Geodesy
import Geometry
import Quantities

/// Finds the stays of paths inside a border.
///
/// Most legs of a track come near no edge: they lie in cells without edges, or every edge of their
/// cells is plainly beside them. Such a leg stays on the side of the last one. All others are
/// split at their contacts as single legs are.
package struct PathScanner: Sendable {
  private let border: PreparedBorder
  private let grid: LocationGrid
  private let lists: CellLists
  /// Which legs are treated as straight lines in degrees: they stay within the margin of the lists,
  /// and surely within what an extract knows.
  private let limits: ChainLimits
  /// What the border has been shifted by, in degrees.
  private let offset: Point2
  private var splitter: LegSplitter
  private var distances = ShortDistances(around: 0)
  private var depths: DepthFinder
  private var stay: Stay?
  /// The leg that was split last, and its number on its path.
  private var lastCurve: (number: Int, curve: LegCurve)?
  private var stations = Stations()
  private(set) package var found: [PathCrossing] = []

  /// A stay that has begun.
  private struct Stay {
    let entry: PathCrossing.Passage?
    /// The edge at which it began.
    let edge: Int?
    var placesInside: Int
  }

  package init(_ border: PreparedBorder) {
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
    let isSimple = poleward < 80 && border.border.sides.edgesAtSides.isEmpty
    let everywhere = Box(low: Point2(x: -180, y: -85), high: Point2(x: 180, y: 85))
    let window = border.border.extract?.window
    offset = border.offset
    limits = ChainLimits(
      known: window?.grown(by: -lists.margin) ?? everywhere, span: isSimple ? min(1, span) : 0)
  }
}

extension PathScanner {
  /// The stays of one path.
  ///
  /// - Returns: As `PreparedBorder.crossings(of:)` gives them, whatever was scanned before.
  /// - Throws: ``CrossingError`` where an extract's window is left.
  package mutating func crossings(of path: Places) throws(CrossingError) -> [PathCrossing] {
    found.removeAll(keepingCapacity: true)
    try scan(path: 0, of: Paths(path))
    return found
  }

  /// Finds the stays of one path.
  ///
  /// - Throws: ``CrossingError`` where an extract's window is left.
  mutating func scan(path: Int, of paths: Paths) throws(CrossingError) {
    let range = paths.range(ofPath: path)
    let places = paths.places
    stay = nil
    guard range.count > 1 else {
      try scanLeg(path, paths, 0, from: range.lowerBound, to: range.lowerBound, nil)
      if stay != nil { finishStay(path, paths, exit: nil, edge: nil) }
      return
    }
    let last = range.upperBound - 1
    // What the first leg's side is, is not known before it is split; nor is that of a leg after a
    // contact, which may lie a little before or behind the place between.
    var index = range.lowerBound
    var atEndOfLast = try scanLeg(path, paths, 0, from: index, to: index + 1, nil)
    index += 1
    // Around which latitude distances are short must not depend on the path before.
    if index < last {
      distances = ShortDistances(around: places.latitudes[range.lowerBound])
    }
    while index < last {
      let next = atEndOfLast == nil ? nextNearEdge(index..<last, places) : index
      if stay != nil { continueStay(index..<next, path: range.lowerBound, places) }
      index = next
      if index < last {
        let leg = index - range.lowerBound
        atEndOfLast = try scanLeg(path, paths, leg, from: index, to: index + 1, atEndOfLast)
        index += 1
      }
    }
    if stay != nil { finishStay(path, paths, exit: nil, edge: nil) }
  }

  /// The first of some legs that may meet an edge.
  private func nextNearEdge(_ legs: Range<Int>, _ places: Places) -> Int {
    places.longitudes.withUnsafeBufferPointer { xs in
      places.latitudes.withUnsafeBufferPointer { ys in
        lists.firstNearEdge(
          in: PointChain(xs: xs, ys: ys, offset: offset), legs, limits,
          border.border.polygon.vertices,
          border.edgeEnds)
      }
    }
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
  /// - Throws: ``CrossingError`` where an extract's window is left.
  @discardableResult
  private mutating func scanLeg(
    _ path: Int, _ paths: Paths, _ number: Int, from start: Int, to end: Int,
    _ atEndOfLast: PathCrossing.Passage?
  ) throws(CrossingError) -> PathCrossing.Passage? {
    let curve = LegCurve(
      from: paths.places.point(start), to: paths.places.point(end), offset: offset)
    lastCurve = (number, curve)
    try splitter.split(curve)
    let last = splitter.locations.count - 1
    for index in 0...last {
      let (from, to) = (splitter.bounds[index], splitter.bounds[index + 1])
      let contact = index == 0 ? splitter.atStart : splitter.inner[index - 1]
      let atContact = contact.map { curve.passage(at: $0.meters, leg: number) }
      let before = index == 0 ? atEndOfLast ?? atContact : atContact
      guard splitter.locations[index] == .inside else {
        if stay != nil { finishStay(path, paths, exit: before, edge: contact?.edge) }
        continue
      }
      if stay == nil {
        let isFirstOfPath = number == 0 && from == 0
        let startsAtPlace = from == 0 && splitter.location(of: curve.start) == .inside
        stay = Stay(
          entry: isFirstOfPath ? nil : before, edge: contact?.edge,
          placesInside: startsAtPlace ? 1 : 0)
        stations.removeAll()
        stations.append(curve.place(at: from), after: 0, leg: number, metersOnLeg: from)
      }
      if index == last, end > start, splitter.location(of: curve.end) == .inside {
        stay?.placesInside += 1
      }
      if to > from {
        stations.append(
          curve.place(at: to), after: to - from, leg: index == last ? number + 1 : number,
          metersOnLeg: index == last ? 0 : to)
      }
    }
    return splitter.atEnd.map { curve.passage(at: $0.meters, leg: number) }
  }

  /// Takes up legs that lie inside as a whole.
  private mutating func continueStay(_ legs: Range<Int>, path first: Int, _ places: Places) {
    guard let index = legs.first else { return }
    var start = places.point(index)
    var metric = distances
    for index in legs {
      let end = places.point(index + 1)
      let length: Double
      if abs(end.x - start.x) < ShortDistances.span, abs(end.y - start.y) < ShortDistances.span,
        abs(start.y) < 80
      {
        if !metric.hold(at: start.y) { metric = ShortDistances(around: start.y) }
        length = metric.meters(
          latitude1: start.y, longitude1: start.x, latitude2: end.y, longitude2: end.x)
      } else {
        length =
          Geodesic.wgs84.inverse(
            latitude1: start.y, longitude1: start.x, latitude2: end.y, longitude2: end.x
          ).meters
      }
      stations.append(border.own(end), after: length, leg: index + 1 - first, metersOnLeg: 0)
      start = end
    }
    distances = metric
    stay?.placesInside += legs.count
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
        to: paths.places.point(min(start + 1, range.upperBound - 1)), of: border)
    }
    let deepest = depths.furthest(on: stations, from: stay.edge, to: edge, leg: leg)
    found.append(
      PathCrossing(
        path: path, entry: stay.entry, exit: exit,
        length: .meters(stations.meters[stations.count - 1]),
        deepest: deepest.map { deepest in
          let curve = leg(deepest.leg)
          return border.deepest(
            deepest.probe, curve.place(at: deepest.metersOnLeg),
            at: .init(
              leg: deepest.leg,
              fraction: curve.length > 0 ? deepest.metersOnLeg / curve.length : 0))
        }, placesInside: stay.placesInside))
  }
}

extension LegCurve {
  /// The passage at a distance along this leg, which has a number on its path.
  fileprivate func passage(at meters: Double, leg number: Int) -> PathCrossing.Passage {
    PathCrossing.Passage(
      position: .init(leg: number, fraction: length > 0 ? meters / length : 0),
      place: coordinate(at: meters))
  }
}

extension PreparedBorder {
  /// The deepest point of a stay, from the probe that found it.
  fileprivate func deepest(
    _ probe: DepthProbe, _ point: Point2, at position: PathCrossing.Position
  ) -> PathCrossing.Deepest {
    var nearest = NearestPoint(meters: probe.distance, foot: point, piece: probe.piece)
    if probe.distance < SurfacePoint.chordLimit, isMeasuredInSpace {
      let place = SurfacePoint(latitude: point.y, longitude: point.x)
      var found = NearestPiece()
      surface.pieces.improve(&found, at: place, byPiece: probe.piece)
      nearest = nearestPoint(to: place, found)
    } else if let far = nearestPoint(to: point) {
      nearest = far
    }
    return PathCrossing.Deepest(
      position: position, place: coordinate(point), depth: .meters(nearest.meters),
      foot: coordinate(nearest.foot))
  }
}

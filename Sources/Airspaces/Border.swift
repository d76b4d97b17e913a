public import Geometry

/// How the edges of a border run from vertex to vertex.
public enum EdgeKind: String, CaseIterable, Hashable, Sendable {
  /// Straight in longitude and latitude, as RFC 7946 section 3.1.1 has it.
  case straightInDegrees = "rfc7946"
  /// Along the shortest line on the ellipsoid.
  case geodesic
}

/// The border of an airspace: polygons on WGS 84, in degrees, x east and y north.
///
/// A value of this type is valid by construction, as `MultiPolygon` is. Positions lie in
/// −180°…180° and −90°…90°; a border that crosses the antimeridian is cut there, as RFC 7946
/// section 3.1.9 asks. The edges of such a cut are no border: the area goes on across them, and
/// so it does around a pole.
public struct Border: Sendable {
  /// The area, with edges that are straight in longitude and latitude.
  public let polygon: MultiPolygon

  /// What the border was cut out of, if it is an extract.
  public let extract: Extract?

  /// The edges at the sides of the map.
  let sides: MapSeams

  /// A window on a larger border.
  ///
  /// Edges on the sides of the window are no border: no distance is measured to them, and a
  /// path that crosses one has left the data.
  public struct Extract: Hashable, Sendable {
    /// The rectangle, in degrees, within which the data are whole.
    public let window: Box
    /// The bounds of the whole, which say how near border beyond the window can be.
    public let whole: Box

    public init(window: Box, whole: Box) {
      (self.window, self.whole) = (window, whole)
    }

    /// The parts of the whole's bounds that lie beyond the window: up to four rectangles, of which
    /// nothing is known.
    var unknown: [Box] {
      let (low, high) = (whole.low, whole.high)
      let west = min(high.x, max(low.x, window.low.x))
      let east = max(low.x, min(high.x, window.high.x))
      return [
        Box(low: low, high: Point2(x: west, y: high.y)),
        Box(low: Point2(x: east, y: low.y), high: high),
        Box(low: Point2(x: west, y: low.y), high: Point2(x: east, y: min(high.y, window.low.y))),
        Box(low: Point2(x: west, y: max(low.y, window.high.y)), high: Point2(x: east, y: high.y)),
      ].filter { $0.low.x < $0.high.x && $0.low.y < $0.high.y }
    }
  }

  /// - Parameters:
  ///   - parts: Polygons as RFC 7946 has them: each a shell and its holes, closed.
  ///   - edges: How the edges run. Geodesic edges are replaced by chords that stay within
  ///     0.5 mm of them.
  ///   - extract: Of an extract, its window, in which every vertex must lie.
  /// - Throws: ``BorderError`` with everything that is wrong.
  public init(
    parts: [[[Point2]]], edges: EdgeKind = .straightInDegrees, extract: Extract? = nil
  ) throws(BorderError) {
    let strays = misplacedVertices(parts, limits: .wholeEarth)
    guard strays.isEmpty else { throw .outsideTheEarth(strays) }
    if let window = extract?.window {
      let strays = misplacedVertices(parts, limits: window)
      guard strays.isEmpty else { throw .outsideWindow(strays, window) }
    }
    do {
      var polygon = try MultiPolygon(parts)
      if edges == .geodesic { polygon = try MultiPolygon(polygon.withGeodesicEdges()) }
      if let matched = polygon.withMatchedSides() { polygon = try MultiPolygon(matched) }
      self.polygon = polygon
    } catch {
      throw .invalid(error)
    }
    sides = MapSeams(of: polygon)
    self.extract = extract
  }
}

extension Border {
  /// Whether an edge lies on a side of the window beyond which the whole goes on, and so is no
  /// border.
  func isCut(edge start: Point2, _ end: Point2) -> Bool {
    guard let extract else { return false }
    let (window, whole) = (extract.window, extract.whole)
    if start.x == end.x {
      return start.x == window.low.x && whole.low.x < window.low.x
        || start.x == window.high.x && whole.high.x > window.high.x
    }
    return start.y == end.y
      && (start.y == window.low.y && whole.low.y < window.low.y
        || start.y == window.high.y && whole.high.y > window.high.y)
  }
}

extension Box {
  /// The sides as a closed ring.
  var ring: [Point2] {
    let (right, left) = (Point2(x: high.x, y: low.y), Point2(x: low.x, y: high.y))
    return [low, right, high, left, low]
  }

  fileprivate static let wholeEarth = Box(
    low: Point2(x: -180, y: -90), high: Point2(x: 180, y: 90))
}

/// The first ten vertices outside `limits`; numbers that are not finite count as outside too.
private func misplacedVertices(_ parts: [[[Point2]]], limits: Box) -> [VertexPlace] {
  var found: [VertexPlace] = []
  for (part, rings) in parts.enumerated() {
    for (ring, positions) in rings.enumerated() {
      for (vertex, point) in positions.enumerated() where !limits.contains(point) {
        found.append(VertexPlace(part: part, ring: ring, vertex: vertex, point: point))
        if found.count == 10 { return found }
      }
    }
  }
  return found
}

/// Why lists of positions are no border.
public enum BorderError: Error, Hashable {
  /// Vertices beyond ±90° of latitude or ±180° of longitude; the first ten.
  case outsideTheEarth([VertexPlace])
  /// Vertices outside the window that the border is said to be cut to; the first ten.
  case outsideWindow([VertexPlace], Box)
  case invalid(PolygonDefects)
}

extension BorderError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .outsideTheEarth(let places):
      list(places) + " is no position in degrees, longitude first" + advice(places, .wholeEarth)
    case .outsideWindow(let places, let window):
      list(places) + " lies outside the window \(window.low.x)…\(window.high.x)° E, "
        + "\(window.low.y)…\(window.high.y)° N" + advice(places, window)
    case .invalid(let defects): defects.description
    }
  }

  private func list(_ places: [VertexPlace]) -> String {
    (places.first?.description ?? "a vertex")
      + (places.count > 1 ? " (and \(places.count > 9 ? "more" : "\(places.count - 1) more"))" : "")
  }

  private func advice(_ places: [VertexPlace], _ limits: Box) -> String {
    let isSwapped = places.allSatisfy { place in
      limits.contains(Point2(x: place.point.y, y: place.point.x))
    }
    return isSwapped ? "; latitude and longitude seem to be swapped" : ""
  }
}

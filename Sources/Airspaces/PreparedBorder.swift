public import Geodesy
public import Geometry
import Quantities

/// A border arranged for many questions.
///
/// Everything that is asked of a border is asked here: where a place lies
/// (``location(of:)``), how far the border is (``distance(to:)``), where a leg meets it
/// (``crossings(of:)-(GeodesicLeg)``), and where a leg is deepest inside or comes nearest from
/// outside. Many places and whole tracks are asked about at once, in flat arrays:
/// ``locations(of:)``, ``distances(to:)`` and ``crossings(of:)-(Paths)``.
public struct PreparedBorder: Sendable {
  /// The border as it was prepared, without the ``offset`` that a shift has added.
  public let border: Border
  /// What has been added to every vertex, in degrees: see ``shifted(north:east:)``.
  public internal(set) var offset = Point2(x: 0, y: 0)

  let bands: EdgeBands
  let lists: CellLists
  let surface: SurfaceTree
  /// How much a piece of the border and the ground bend, at most, in Earth radii: 1 + tan φ.
  var bend: Double
  let edgeEnds: [Int]
  /// The southernmost vertex, and of several the westernmost, in own coordinates.
  private let southernmost: Point2
  /// Between which degrees of latitude the vertices lie, in own coordinates.
  let latitudes: ClosedRange<Double>
  /// Of an extract, the rectangles of which nothing is known, and the same as borders.
  let unknownBoxes: [Box]
  let unknown: [PreparedBorder]
  private let locationGrid: OnceBuilt<LocationGrid>

  /// - Complexity: O(*n*) time and memory.
  public init(_ border: Border) {
    let polygon = border.polygon
    let ends = polygon.edgeEnds()
    self.border = border
    edgeEnds = ends
    let (bands, lists) = (EdgeBands(polygon), CellLists(polygon, ends))
    (self.bands, self.lists) = (bands, lists)
    surface = SurfaceTree(border)
    southernmost = polygon.vertices.reduce(polygon.vertices[0]) { lowest, vertex in
      (vertex.y, vertex.x) < (lowest.y, lowest.x) ? vertex : lowest
    }
    let highest = polygon.vertices.reduce(southernmost.y) { max($0, $1.y) }
    latitudes = southernmost.y...highest
    let poleward = max(abs(southernmost.y), abs(highest))
    let φ = SineCosine(degrees: min(poleward, 89.99))
    bend = 1 + φ.sine / φ.cosine
    locationGrid = OnceBuilt { LocationGrid(polygon, ends, bands, lists) }
    unknownBoxes = border.extract?.unknown ?? []
    unknown = unknownBoxes.compactMap { box in
      (try? Border(parts: [[box.ring]])).map(PreparedBorder.init)
    }
  }
}

extension PreparedBorder {
  /// Where a place lies: inside, outside or exactly on the line.
  ///
  /// Exact for the doubles given: no tolerance turns a place beside the line into one on it.
  /// Heights play no part: a border stands on the ground as a vertical wall.
  public func location(of place: GeodeticCoordinate) -> Location {
    location(of: own(place.point))
  }

  /// The same, of a point in own coordinates, in degrees.
  func location(of point: Point2) -> Location {
    border.locationAtSide(point) ?? bands.location(of: point)
  }

  /// The index for many places, built when it is first worth it: that takes as long as locating
  /// a hundred thousand places without.
  func grid() -> LocationGrid { locationGrid.value() }

  /// The same for a number of places; nothing where it would not be worth it.
  func grid(for count: Int) -> LocationGrid? {
    count >= 20_000 ? locationGrid.value() : locationGrid.known()
  }

  /// The southernmost vertex; of several, the westernmost.
  ///
  /// Of an extract, it is that of the whole only where ``isSouthernmostCertain``.
  public var southernmostVertex: GeodeticCoordinate { coordinate(southernmost) }

  /// Whether no part of the whole that an extract leaves out lies further south.
  public var isSouthernmostCertain: Bool {
    unknownBoxes.allSatisfy { $0.low.y >= southernmost.y - 1e-9 }
  }

  /// Both ends of an edge, in own coordinates, in degrees.
  func ends(ofEdge edge: Int) -> (Point2, Point2) {
    (border.polygon.vertices[edge], border.polygon.vertices[edgeEnds[edge]])
  }
}

extension GeodeticCoordinate {
  /// Longitude and latitude as a point of the plane of degrees.
  var point: Point2 { Point2(x: longitude.degrees, y: latitude.degrees) }
}

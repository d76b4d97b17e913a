import Airspaces
import Geodesy
import Geometry
import Quantities

/// A place lies where integers say, asked alone or with many others.
enum Locations: Property {
  static let name = "location"
  static let statement =
    "PreparedBorder, LocationGrid, EdgeBands and MultiPolygon place a point as exact integers do, on the line "
    + "and a double beside it too, and many places as one"
  static let questionsPerSubject = 256

  struct Subject {
    let shape: EarthShape
    let points: [GridPoint]
    let batch: ArraySlice<Location>
    let bands: EdgeBands?
    let grid: LocationGrid?
  }

  static func subject(using random: inout RandomStream) -> Subject {
    let shape = random.earthShape()
    let points = (0..<questionsPerSubject).map { _ in random.hardPoint(of: shape) }
    // So many places that an index for them is worth while, now and then.
    let count = random.once(in: 4) ? 20_480 : questionsPerSubject
    let degrees = (0..<count).map { shape.point(points[$0 % questionsPerSubject]) }
    guard case .success(let border) = shape.border,
      let places = try? Places(latitudes: degrees.map(\.y), longitudes: degrees.map(\.x))
    else { return Subject(shape: shape, points: points, batch: [], bands: nil, grid: nil) }
    let polygon = border.border.polygon
    return Subject(
      shape: shape, points: points, batch: border.locations(of: places).suffix(points.count),
      bands: EdgeBands(polygon), grid: LocationGrid(polygon))
  }

  static func counterexample(
    to subject: Subject, question: Int, using random: inout RandomStream
  ) -> String? {
    let shape = subject.shape
    let border: PreparedBorder
    switch shape.border {
    case .success(let prepared): border = prepared
    case .failure(let error): return "a valid border was refused: \(error)\n\(shape.exact)"
    }
    guard subject.batch.count == subject.points.count, let bands = subject.bands,
      let grid = subject.grid
    else {
      return "\(subject.batch.count) answers to \(subject.points.count) places\n\(shape.exact)"
    }
    let point = subject.points[question]
    let degrees = shape.point(point)
    var answers = [
      ("PreparedBorder", border.location(of: shape.place(point)), shape.sideOnEarth(of: point)),
      (
        "locations(of:)", subject.batch[subject.batch.startIndex + question],
        shape.sideOnEarth(of: point)
      ),
    ]
    // The plane has no sides where another begins; and a longitude of 180° may be told as −180°.
    let inPlane = side(of: point, among: shape.segments)
    answers.append(("LocationGrid", grid.location(of: degrees), inPlane))
    answers.append(("EdgeBands", bands.location(of: degrees), inPlane))
    answers.append(("MultiPolygon", border.border.polygon.location(of: degrees), inPlane))
    for (who, found, expected) in answers where sign(of: found) != expected {
      return "\(who) says \(found) of \(degrees.exact), where integers say \(expected) "
        + "(1 inside, 0 on the border, -1 outside)\n\(shape.exact)"
    }
    return nil
  }

  private static func sign(of location: Location) -> Int {
    switch location {
    case .inside: 1
    case .onBorder: 0
    case .outside: -1
    }
  }
}

extension EarthShape {
  /// Where a point of the Earth lies: 1 inside, 0 on the border, −1 outside.
  ///
  /// ±180° is one meridian, and each pole one place. There an edge that runs along the side is a
  /// border only where no edge runs along the other; every other edge that comes there is one.
  func sideOnEarth(of point: GridPoint) -> Int {
    if abs(point.y) == quarterTurn { return sideAtPole(point.y) }
    guard abs(point.x) == halfTurn else { return side(of: point, among: segments) }
    let touching = [halfTurn, -halfTurn].map { x in
      segments.filter { $0.contains(GridPoint(x: x, y: point.y)) }
    }
    if touching.joined().contains(where: { !isAlongSide($0) }) { return 0 }
    let sides = touching.count { !$0.isEmpty }
    return [-1, 0, 1][sides]
  }

  private func sideAtPole(_ y: Int) -> Int {
    let touching = segments.filter { $0.a.y == y || $0.b.y == y }
    for segment in touching where segment.a.y != segment.b.y {
      let isSeam =
        isAlongSide(segment)
        && touching.contains { isAlongSide($0) && $0.a.x == -segment.a.x && $0.a.y != $0.b.y }
      if !isSeam { return 0 }
    }
    return touching.isEmpty ? -1 : 1
  }

  private func isAlongSide(_ segment: GridSegment) -> Bool {
    segment.a.x == segment.b.x && abs(segment.a.x) == halfTurn
  }
}

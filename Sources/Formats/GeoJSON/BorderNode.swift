import Airspaces
import Geometry

/// The geometry of a border in GeoJSON, with the properties that belong to it.
struct BorderNode {
  let geometry: JSONNode
  let properties: JSONNode?

  init(geometry: JSONNode, properties: JSONNode?) {
    (self.geometry, self.properties) = (geometry, properties)
  }

  init(feature: JSONNode) throws(FormatError) {
    var reader = try feature.object()
    _ = try reader.oneOf("type", ["Feature"])
    self.init(geometry: try reader.value("geometry"), properties: reader.optional("properties"))
  }

  /// What a GeoJSON text is as a whole.
  enum Form {
    /// A FeatureCollection, with the array of its features.
    case collection(features: JSONNode)
    case feature
    case geometry
  }

  static func form(of root: JSONNode) throws(FormatError) -> Form {
    var reader = try root.object()
    switch try reader.oneOf("type", ["FeatureCollection", "Feature", "Polygon", "MultiPolygon"]) {
    case "FeatureCollection": return .collection(features: try reader.value("features"))
    case "Feature": return .feature
    default: return .geometry
    }
  }

  /// - Throws: ``FormatError`` at the place in the file that is wrong, down to the vertex.
  func border() throws(FormatError) -> Border {
    let (parts, coordinates) = try self.parts()
    do {
      return try Border(parts: parts, edges: try edges(), extract: try extract())
    } catch let error as BorderError {
      throw coordinates.error(for: error)
    } catch let error as FormatError {
      throw error
    } catch {
      preconditionFailure("no other error is thrown: \(error)")
    }
  }

  /// The polygons as lists of positions, and where these stand in the file.
  private func parts() throws(FormatError) -> ([[[Point2]]], BorderCoordinates) {
    var reader = try geometry.object()
    let isSingle = try reader.oneOf("type", ["Polygon", "MultiPolygon"]) == "Polygon"
    let coordinates = try reader.value("coordinates")
    var parts: [[[Point2]]] = []
    for polygon in isSingle ? [coordinates] : try coordinates.array() {
      var rings: [[Point2]] = []
      for ring in try polygon.array() {
        let numbers = try ring.positions()
        rings.append(
          stride(from: 0, to: numbers.count, by: 2).map {
            Point2(x: numbers[$0], y: numbers[$0 + 1])
          })
      }
      parts.append(rings)
    }
    return (parts, BorderCoordinates(node: coordinates, isSingle: isSingle))
  }

  private func edges() throws(FormatError) -> EdgeKind {
    guard let node = properties?["edges"] else { return .straightInDegrees }
    let text = try node.string()
    if text.hasPrefix("straight") { return .straightInDegrees }
    guard text.hasPrefix("geodesic") else {
      throw node.error(expected: "\"geodesic\" or \"straight in longitude and latitude\"")
    }
    return .geodesic
  }

  private func extract() throws(FormatError) -> Border.Extract? {
    guard let window = properties?["window"] else { return nil }
    let whole = try box(properties?["whole_bounds"] ?? window)
    return Border.Extract(window: try box(window), whole: whole)
  }

  private func box(_ node: JSONNode) throws(FormatError) -> Box {
    var numbers: [Double] = []
    for element in try node.array() { numbers.append(try element.number()) }
    guard numbers.count == 4, numbers[0] < numbers[2], numbers[1] < numbers[3] else {
      throw node.error(expected: "west, south, east and north in degrees")
    }
    return Box(
      low: Point2(x: numbers[0], y: numbers[1]), high: Point2(x: numbers[2], y: numbers[3]))
  }
}

/// The coordinates of a Polygon or MultiPolygon in the file.
private struct BorderCoordinates {
  let node: JSONNode
  let isSingle: Bool

  func error(for error: BorderError) -> FormatError {
    let (steps, expected) =
      switch error {
      case .outsideTheEarth(let places): (places.first?.steps, "positions on the Earth")
      case .outsideWindow(let places, _):
        (places.first?.steps, "positions inside the file's window")
      case .invalid(let defects): (defects.defects.first?.steps, "a border that is valid")
      }
    return node(at: steps ?? []).error(found: error.description, expected: expected)
  }

  /// The node of a part, of a ring of it, or of a vertex of that.
  private func node(at steps: [Int]) -> JSONNode {
    var node = node
    for step in isSingle ? steps.dropFirst() : steps[...] { node = element(step, of: node) ?? node }
    return node
  }

  private func element(_ number: Int, of array: JSONNode) -> JSONNode? {
    array.elements.dropFirst(number).first { _ in true }
  }
}

extension VertexPlace {
  fileprivate var steps: [Int] { [part, ring, vertex] }
}

extension PolygonDefect {
  /// The numbers of the part, ring and vertex that an error points at, as far as it has them.
  fileprivate var steps: [Int] {
    switch self {
    case .notFinite(let place), .notClosed(let place, _), .repeatedVertex(let place),
      .edgesCross(let place, _), .edgesOverlap(let place, _), .ringTouchesItself(let place, _, _),
      .holeOutsideShell(let place), .partsOverlap(let place, _):
      place.steps
    case .tooFewVertices(let part, let ring, _): [part, ring]
    case .empty(let part): part.map { [$0] } ?? []
    case .tooManyVertices: []
    }
  }
}

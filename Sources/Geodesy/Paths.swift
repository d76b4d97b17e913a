/// Many paths, as flat arrays: each a chain of places that are joined by geodesics.
///
/// A straight path is one of two places; a track is one of all its fixes.
public struct Paths: Hashable, Sendable {
  /// The places of all paths, one path after the other.
  public let places: Places
  /// Where each path begins in ``places``, and, last, where the last one ends.
  public let bounds: [Int]

  public var count: Int { bounds.count - 1 }

  /// One path along `places`, or none where there are no places.
  public init(_ places: Places) {
    self.places = places
    bounds = places.count > 0 ? [0, places.count] : [0]
  }

  /// - Parameters:
  ///   - places: The places of all paths, one path after the other.
  ///   - bounds: Where each begins, and, last, the number of places; every path has at least one.
  /// - Throws: ``PathsError`` where the bounds do not rise from 0 to the number of places.
  public init(places: Places, bounds: [Int]) throws(PathsError) {
    guard bounds.first == 0, bounds.last == places.count else {
      throw .wrongEnds(places: places.count)
    }
    for path in bounds.indices.dropLast() where bounds[path] >= bounds[path + 1] {
      throw .emptyPath(path)
    }
    (self.places, self.bounds) = (places, bounds)
  }

  /// The numbers of the places of one path.
  public func range(ofPath path: Int) -> Range<Int> { bounds[path]..<bounds[path + 1] }
}

/// Why places cannot be cut into paths.
public enum PathsError: Error, Hashable {
  /// The bounds do not begin with 0 and end with the number of places.
  case wrongEnds(places: Int)
  /// A path, counted from 0, has no place, or begins behind its end.
  case emptyPath(Int)
}

extension PathsError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .wrongEnds(let places): "the bounds of paths must begin with 0 and end with \(places)"
    case .emptyPath(let path): "path \(path) has no place"
    }
  }
}

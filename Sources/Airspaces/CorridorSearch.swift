import Geodesy
import Geometry
import Quantities

/// Finds what of a border lies in a corridor, and how near that comes to the corridor's ends.
///
/// Each piece of the border that may reach the corridor is halved until bounds of its distances
/// prove that it does not, or that it comes no nearer to either end than what was found; so
/// nothing is stepped over.
struct CorridorSearch {
  /// Whether some point of the border lies within the corridor, by more than the resolution.
  private(set) var isMet = false
  /// Whether some point may lie on the rim, as far as that can be told.
  private(set) var isTouched = false
  /// The least distances, in meters, from the start and to the end, of all such points.
  private(set) var (fromStart, toEnd) = (Double.infinity, Double.infinity)

  private let border: PreparedBorder
  /// The ends and the centers of the circles, in degrees on the ground.
  private let places: [Point2]
  private let limits: [Limit]
  private var samplesLeft = 1_000_000

  /// A sum of distances that is bounded in the corridor.
  private struct Limit {
    let which: SIMD4<Double>
    let most: Double
  }

  private static let start = SIMD4<Double>(1, 0, 0, 0)
  private static let end = SIMD4<Double>(0, 1, 0, 0)

  /// Distances from the ends need not be known better than this, in meters.
  private static let tolerance = 1e-5
  /// Stretches of a border shorter than this, in meters, are not halved.
  private static let shortest = 1e-6

  init(_ border: PreparedBorder, _ corridor: Corridor) {
    self.border = border
    places =
      [corridor.leg.start.point, corridor.leg.end.point] + corridor.circles.map(\.center.point)
    switch corridor.bound {
    case .longestWay:
      limits = [Limit(which: Self.start + Self.end, most: corridor.longestWay.meters)]
    case .leastRadius:
      limits = zip([SIMD4(0, 0, 1, 0), SIMD4(0, 0, 0, 1)], corridor.circles).map { which, circle in
        Limit(which: which, most: circle.radius.meters)
      }
    }
  }

  /// Looks through all pieces that may reach the corridor.
  ///
  /// - Parameter pieces: Their numbers: those of ``PreparedBorder/pieces(near:)``.
  mutating func search(_ pieces: [Int]) {
    for number in pieces {
      let piece = CorridorPiece(number, of: border)
      search(piece, sample(0, piece), sample(1, piece))
    }
  }

  private mutating func sample(_ share: Double, _ piece: CorridorPiece) -> CorridorSample {
    samplesLeft -= 1
    let sample = CorridorSample(share, of: piece.number, border, from: places)
    let resolution = Corridor.resolution.meters
    let isWithin = limits.allSatisfy {
      (sample.distances * $0.which).sum() < $0.most - resolution
    }
    if isWithin {
      isMet = true
      (fromStart, toEnd) = (min(fromStart, sample.distances[0]), min(toEnd, sample.distances[1]))
    }
    return sample
  }

  private mutating func search(
    _ piece: CorridorPiece, _ start: CorridorSample, _ end: CorridorSample
  ) {
    func least(_ which: SIMD4<Double>) -> Double {
      max(0, CorridorSample.least(between: start, end, of: piece, which))
    }
    let resolution = Corridor.resolution.meters
    var isOnRim = false
    for limit in limits {
      let room = limit.most - least(limit.which)
      guard room >= -resolution else { return }
      let furthest = max(
        (start.distances * limit.which).sum(), (end.distances * limit.which).sum())
      if room <= 2 * resolution, furthest <= limit.most + 3 * resolution { isOnRim = true }
    }
    let (nearStart, nearEnd) = (least(Self.start), least(Self.end))
    if isMet, nearStart >= fromStart - Self.tolerance, nearEnd >= toEnd - Self.tolerance { return }
    let isShort = (end.share - start.share) * piece.length <= Self.shortest
    if isShort || isOnRim || samplesLeft <= 0 {
      isTouched = true
      (fromStart, toEnd) = (min(fromStart, nearStart), min(toEnd, nearEnd))
      return
    }
    let middle = sample((start.share + end.share) / 2, piece)
    search(piece, start, middle)
    search(piece, middle, end)
  }
}

extension PreparedBorder {
  /// The pieces of the border that may reach a corridor, those near its start first.
  ///
  /// In space the chords from both ends to a place of the corridor are no longer than its longest
  /// way either: it lies in an ellipsoid about them.
  func pieces(near corridor: Corridor) -> [Int] {
    let ends = [corridor.leg.start, corridor.leg.end].map { place in
      let point = own(place.point)
      return SurfacePoint(latitude: point.y, longitude: point.x).space
    }
    let slack = slack(at: own(corridor.leg.start.point))
    let longest = corridor.longestWay.meters * (1 + slack) / (1 - slack) + 1e-3
    let between = ends[1] - ends[0]
    let reach = max(0, longest * longest - between.dot(between)).squareRoot() / 2
    var found: [Int] = []
    surface.appendPieces(within: reach, of: ends[0], ends[1], to: &found)
    return found.compactMap { number -> (number: Int, fromStart: Double)? in
      let piece = surface.pieces[number]
      let middle = piece.from + piece.along * 0.5
      let (toStart, toEnd) = (middle - ends[0], middle - ends[1])
      let fromStart = toStart.dot(toStart).squareRoot()
      // A piece leaves its chord by some centimeters at most.
      let stray = piece.along.dot(piece.along).squareRoot() + 0.1
      guard fromStart + toEnd.dot(toEnd).squareRoot() - stray <= longest else { return nil }
      return (number, fromStart)
    }.sorted { ($0.fromStart, $0.number) < ($1.fromStart, $1.number) }.map(\.number)
  }
}

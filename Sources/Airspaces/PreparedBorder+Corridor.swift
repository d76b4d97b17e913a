public import Geodesy
import Geometry
import Quantities

extension PreparedBorder {
  /// How the inside meets all ways through a corridor.
  ///
  /// - **Can a way enter?** If some place of the corridor is strictly inside. From such a place the
  ///   geodesic to the start stays in the corridor, so the nearest one, with the start outside, is
  ///   a point of the border; likewise to the end. Every piece of the border that may reach the
  ///   corridor is halved until bounds of its distances decide.
  /// - **Must every way enter?** If the shortest way through the corridor that avoids the inside is
  ///   longer than the corridor's longest, or there is none. That decides for an ellipse. In a lens
  ///   not every way that is short enough turns slowly enough: there the answer is no only if an
  ///   arc through both ends avoids the inside, and undetermined between.
  ///
  /// A way along the border line is not inside, and a touch from outside enters nothing.
  ///
  /// - Parameter corridor: The corridor. One whose longest way exceeds the geodesic by less than
  ///   0.1 µm is the geodesic.
  /// - Returns: Both answers, and how near the inside comes to both ends. Where beyond the window
  ///   of an extract more could be inside, these lengths take all of it for inside, and what it
  ///   could change is undetermined.
  /// - Accuracy: The longest way, or the radii, decide within 0.4 µm; within that, the answer is
  ///   undetermined, as it is for the way around within its own bounds, mostly some micrometers.
  ///   Lengths are within 10 µm of the least.
  /// - Complexity: Some inverse geodesics for each of the *n* pieces of border in the corridor, at
  ///   most 500 m long; for the way around O(*n*²) products, and a crossing for each geodesic
  ///   between corners that is no longer than the shortest way.
  public func meeting(with corridor: Corridor) -> CorridorMeeting {
    let beyond = CorridorReach.beyondTheData(of: self, corridor)
    let straight = straightWay(corridor.leg)
    var reach: CorridorReach
    var pieces: [Int] = []
    if corridor.isLine {
      reach = straight
    } else {
      pieces = self.pieces(near: corridor)
      reach = CorridorReach(self, corridor, pieces)
      // What the leg enters can be entered, however narrow the corridor is.
      if straight.answer == .yes { reach.enter(straight) }
    }
    let must = mustEnter(corridor, reach, straight, beyond, pieces)
    reach.add(beyond)
    return CorridorMeeting(
      canEnter: reach.answer, mustEnter: must, leastFromStart: reach.leastFromStart,
      leastToEnd: reach.leastToEnd)
  }

  /// What the geodesic alone answers to both questions.
  private func straightWay(_ leg: GeodesicLeg) -> CorridorReach {
    do throws(CrossingError) {
      let inside = try crossings(of: leg).pieces.filter { $0.location == .inside }
      guard let first = inside.first, let last = inside.last else { return CorridorReach(.no) }
      return CorridorReach(
        .yes, fromStart: first.start.meters, toEnd: (leg.length - last.end).meters)
    } catch {
      return CorridorReach(.undetermined(.beyondTheData))
    }
  }

  private func mustEnter(
    _ corridor: Corridor, _ reach: CorridorReach, _ straight: CorridorReach,
    _ beyond: CorridorReach, _ pieces: [Int]
  ) -> CorridorAnswer {
    if isInside(corridor.leg.start) || isInside(corridor.leg.end) { return .yes }
    if straight.answer == .no { return .no }
    if beyond.answer != .no { return .undetermined(.beyondTheData) }
    if corridor.isLine { return straight.answer }
    if reach.answer == .no { return .no }
    return wayAround(corridor, pieces)
  }

  private func isInside(_ place: GeodeticCoordinate) -> Bool { location(of: place) == .inside }

  /// Whether every way enters, by the shortest one that does not.
  private func wayAround(_ corridor: Corridor, _ pieces: [Int]) -> CorridorAnswer {
    guard var around = WayAround(of: self, in: corridor, pieces) else {
      return .undetermined(.tooManyCorners)
    }
    do throws(CrossingError) {
      switch try around.search() {
      case .none: return .yes
      case .tooManyCorners: return .undetermined(.tooManyCorners)
      case .found(let length, let excess):
        switch corridor.bound {
        case .longestWay(let longest):
          return length + excess <= longest.meters ? .no : .undetermined(.tooClose)
        case .leastRadius(let radius):
          var fan = ArcFan(self, corridor, radius: radius)
          return fan.hasFreeArc(pieces) ? .no : .undetermined(.noArcFound)
        }
      }
    } catch {
      return .undetermined(.beyondTheData)
    }
  }
}

/// What of an inside a corridor reaches.
struct CorridorReach {
  var answer: CorridorAnswer
  /// The least distances from the ends, in meters.
  private var fromStart, toEnd: Double

  init(_ answer: CorridorAnswer, fromStart: Double = .infinity, toEnd: Double = .infinity) {
    (self.answer, self.fromStart, self.toEnd) = (answer, fromStart, toEnd)
  }

  /// What a corridor reaches of the inside of a border, whose pieces near it are known.
  init(_ border: PreparedBorder, _ corridor: Corridor, _ pieces: [Int]) {
    var search = CorridorSearch(border, corridor)
    search.search(pieces)
    (fromStart, toEnd) = (search.fromStart, search.toEnd)
    let startsInside = border.location(of: corridor.leg.start) == .inside
    let endsInside = border.location(of: corridor.leg.end) == .inside
    if startsInside { fromStart = 0 }
    if endsInside { toEnd = 0 }
    // With both ends inside and no border between, all of the corridor is.
    answer =
      search.isMet || startsInside || endsInside
      ? .yes : search.isTouched ? .undetermined(.tooClose) : .no
  }

  /// What a corridor reaches of the places of which an extract knows nothing.
  static func beyondTheData(of border: PreparedBorder, _ corridor: Corridor) -> CorridorReach {
    var reach = CorridorReach(.no)
    for var unknown in border.unknown {
      (unknown.offset, unknown.bend) = (border.offset, max(border.bend, unknown.bend))
      let found = CorridorReach(unknown, corridor, unknown.pieces(near: corridor))
      if found.answer != .no { reach.add(found) }
    }
    if reach.answer != .no { reach.answer = .undetermined(.beyondTheData) }
    return reach
  }

  /// Adds what is certainly entered.
  mutating func enter(_ other: CorridorReach) {
    (answer, fromStart, toEnd) = (.yes, min(fromStart, other.fromStart), min(toEnd, other.toEnd))
  }

  /// Adds what else may be reached; what is known to be inside stays so.
  mutating func add(_ other: CorridorReach) {
    (fromStart, toEnd) = (min(fromStart, other.fromStart), min(toEnd, other.toEnd))
    if answer != .yes, other.answer != .no { answer = other.answer }
  }

  var leastFromStart: Length? { fromStart.isFinite ? .meters(fromStart) : nil }
  var leastToEnd: Length? { toEnd.isFinite ? .meters(toEnd) : nil }
}

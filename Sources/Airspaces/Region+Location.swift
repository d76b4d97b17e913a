public import Geodesy
public import Geometry

extension Region {
  /// Where a place lies: inside, outside or on the line.
  ///
  /// Heights play no part. From an extract, as far as its data go; whether more data could change
  /// the answer, ``distance(to:)`` says.
  ///
  /// - Accuracy: Exact for the doubles given where the line is a border or a coast. A place within
  ///   0.1 mm of a sea limit, of a line of equal distance or of a zone's far side lies on it.
  /// - Complexity: O(1) for an airspace, one distance to each land for the other kinds.
  public func location(of place: GeodeticCoordinate) -> Location {
    switch kind {
    case .airspace(let border): border.location(of: place)
    case .seaLimit(let limit): location(of: place, limit)
    case .zone: margin.map { $0.reading(at: place).location(of: $0.terms) } ?? .outside
    }
  }

  /// Most places on land are decided by that alone.
  private func location(of place: GeodeticCoordinate, _ limit: SeaLimit) -> Location {
    if limit.land.location(of: place) == .inside,
      limit.opposite.allSatisfy({ $0.location(of: place) == .outside })
    {
      return .inside
    }
    return margin.map { $0.reading(at: place).location(of: $0.terms) } ?? .outside
  }
}

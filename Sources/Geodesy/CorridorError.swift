public import Quantities

/// Why there is no corridor between two places.
public enum CorridorError: Error, Hashable {
  /// No way between the places is so short.
  case wayTooShort(Length, least: Length)
  /// Ways longer than 9000 km, or of no finite length.
  case wayTooLong(Length)
  /// A radius that is not above zero, or above 300 km.
  case radiusOutOfRange(Length)
  /// The places are no chord of an arc: they are two radii apart, or further.
  case placesTooFarApart(Length, most: Length)
}

extension CorridorError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .wayTooShort(let longest, let least):
      "no way is \(longest.meters) m or shorter: the geodesic has \(least.meters) m"
    case .wayTooLong(let longest):
      "ways of \(longest.meters) m are too long; a corridor is 9000 km long at most"
    case .radiusOutOfRange(let radius):
      "a turn of radius \(radius.meters) m is not within 0 to 300 km"
    case .placesTooFarApart(let distance, let most):
      "the places are \(distance.meters) m apart, and no arc of the radius spans more than "
        + "\(most.meters) m"
    }
  }
}

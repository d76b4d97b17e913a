public import Quantities

/// What a border has to say about all ways through a corridor.
public struct CorridorMeeting: Hashable, Sendable {
  /// Whether some place of the corridor is inside: whether a way could have entered.
  public let canEnter: CorridorAnswer
  /// Whether every way through the corridor has a place inside.
  public let mustEnter: CorridorAnswer
  /// No place inside is nearer to the start, within the corridor; nothing where none is inside.
  public let leastFromStart: Length?
  /// No place inside is nearer to the end, within the corridor; nothing where none is inside.
  public let leastToEnd: Length?

  package init(
    canEnter: CorridorAnswer, mustEnter: CorridorAnswer, leastFromStart: Length?,
    leastToEnd: Length?
  ) {
    (self.canEnter, self.mustEnter) = (canEnter, mustEnter)
    (self.leastFromStart, self.leastToEnd) = (leastFromStart, leastToEnd)
  }
}

/// An answer about all ways through a corridor, with why it is none.
public enum CorridorAnswer: Hashable, Sendable {
  case yes
  case no
  case undetermined(CorridorDoubt)
}

/// Why a question about a corridor has no answer.
public enum CorridorDoubt: Hashable, Sendable {
  /// The corridor reaches beyond the window of an extract, to where the whole may have border.
  case beyondTheData
  /// The answer turns on less than the way's length is known by, some 0.1 µm; or, for a way
  /// around, on what borders closer together than 4 cm leave free.
  case tooClose
  /// Neither was it shown that the inside cuts the corridor in two, nor was an arc found that
  /// avoids it.
  case noArcFound
  /// The border has too many corners in the corridor.
  case tooManyCorners
  /// There is no corridor: the turn between the ends has no bound, or is beyond what one is
  /// defined for.
  case noCorridor
}

extension CorridorDoubt: CustomStringConvertible {
  public var description: String {
    switch self {
    case .beyondTheData: "what could be reached goes beyond the window of the border data"
    case .tooClose: "the answer turns on less than the limit is known by"
    case .noArcFound: "neither a way that avoids the inside was found nor a proof that none does"
    case .tooManyCorners: "the border has too many corners in what could be reached"
    case .noCorridor: "the fixes are too far apart for the limit to say where the track was"
    }
  }
}

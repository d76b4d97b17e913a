import Flights
public import Quantities

/// Every combination of the values of some parameters, counted through.
///
/// The order does not depend on the order in which the parameters were given: the border source
/// changes slowest, then the parameters in the order of ``VariationParameter``'s cases, the start
/// among the times; of one parameter, the values come as listed.
public struct VariationGrid: Sendable {
  /// What varies, slowest first.
  public let axes: [Axis]
  /// How many variants there are; 1 where nothing varies.
  public let count: Int

  /// The most variants of one grid.
  public static let limit = 100_000_000

  /// A parameter with its values.
  public enum Axis: Hashable, Sendable {
    case borders([String])
    /// In the base unit of the parameter's kind.
    case numbers(VariationParameter, [Double])
    /// When the track's first place is passed.
    case starts([Instant])
  }

  /// - Parameter axes: Each parameter at most once.
  /// - Throws: ``VariationGridError``.
  public init(_ axes: [Axis]) throws(VariationGridError) {
    self.axes = axes.sorted { $0.rank < $1.rank }
    if zip(self.axes, self.axes.dropFirst()).contains(where: { $0.rank == $1.rank }) {
      throw .parameterGivenTwice
    }
    var count = 1
    for axis in axes {
      guard axis.count > 0 else { throw .noValues }
      try axis.check()
      let (product, overflow) = count.multipliedReportingOverflow(by: axis.count)
      guard !overflow, product <= Self.limit else { throw .tooManyVariants(limit: Self.limit) }
      count = product
    }
    self.count = count
  }

  /// A variant, counted from 0.
  public subscript(number: Int) -> Variation {
    precondition((0..<count).contains(number), "no such variant")
    var variation = Variation()
    var rest = number
    for axis in axes.reversed() {
      axis.apply(rest % axis.count, to: &variation)
      rest /= axis.count
    }
    return variation
  }
}

extension VariationGrid.Axis {
  public var count: Int {
    switch self {
    case .borders(let ids): ids.count
    case .numbers(_, let values): values.count
    case .starts(let times): times.count
    }
  }

  /// Where the axis stands among others.
  fileprivate var rank: Int {
    switch self {
    case .borders: return -1
    case .numbers(let parameter, _):
      let number = VariationParameter.allCases.firstIndex(of: parameter) ?? 0
      return 2 * number
    case .starts:
      let number = VariationParameter.allCases.firstIndex(of: .delay) ?? 0
      return 2 * number - 1
    }
  }

  /// The longest move of a path or a border.
  private static let longestMove = Length.kilometers(1000)

  /// - Throws: ``VariationGridError`` for a value that no track can have.
  fileprivate func check() throws(VariationGridError) {
    guard case .numbers(let parameter, let values) = self else { return }
    switch parameter {
    case .speed, .speedFactor:
      guard values.allSatisfy({ $0 > 0 }) else { throw .speedNotPositive }
    case .timeToHit, .fallTime:
      guard values.allSatisfy({ $0 >= 0 }) else { throw .negativeTime(parameter) }
    case .bank:
      for value in values where !(value > 0 && value < 90) {
        throw .bankOutOfRange(.degrees(value))
      }
    case .borderNorth, .borderEast, .shiftNorth, .shiftEast, .shiftAlong, .shiftAcross:
      guard values.allSatisfy({ abs($0) <= Self.longestMove.meters }) else {
        throw .moveTooLong(parameter)
      }
    case .rotation, .windNorth, .windEast, .delay, .altitude:
      break
    }
  }

  fileprivate func apply(_ index: Int, to variation: inout Variation) {
    switch self {
    case .borders(let ids): variation.border = ids[index]
    case .numbers(let parameter, let values): variation.set(parameter, to: values[index])
    case .starts(let times): variation.change.start = times[index]
    }
  }
}

/// Why parameters make no grid.
public enum VariationGridError: Error, Hashable {
  case noValues
  case parameterGivenTwice
  case tooManyVariants(limit: Int)
  case speedNotPositive
  case negativeTime(VariationParameter)
  /// Beyond 1000 km a path has nothing to do with the border, and its distance is slow to find.
  case moveTooLong(VariationParameter)
  case bankOutOfRange(Angle)
  /// A search over paths does not know the parameter.
  case notSearched(VariationParameter)
}

extension VariationGridError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noValues: "a parameter that varies needs a value"
    case .parameterGivenTwice: "a parameter can vary once"
    case .speedNotPositive: "a path needs a speed above zero"
    case .negativeTime(let parameter): "\(parameter.rawValue) is a time that cannot be negative"
    case .moveTooLong(let parameter): "\(parameter.rawValue) is a move of 1000 km at most"
    case .bankOutOfRange(let bank): LevelTurnError.bankOutOfRange(bank).description
    case .notSearched(let parameter): "\(parameter.rawValue) cannot be searched over"
    case .tooManyVariants(let limit):
      "there are more than \(limit) variants; vary fewer parameters, or in longer steps"
    }
  }
}

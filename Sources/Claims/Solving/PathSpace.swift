import Flights
import Geodesy
public import Incidents
import Quantities

/// A parameter that a search may choose, and between which values.
public struct FreeParameter: Hashable, Sendable {
  public let parameter: VariationParameter
  /// In the base unit of the parameter's kind.
  public let range: ClosedRange<Double>

  public init(_ parameter: VariationParameter, in range: ClosedRange<Double>) {
    (self.parameter, self.range) = (parameter, range)
  }
}

/// The paths among which a search looks: one for each place of a box of parameters.
public struct PathSpace: Sendable {
  /// In the order of `VariationParameter`'s cases; each range has a width.
  public let free: [FreeParameter]
  /// What all paths have in common: the border source, and the parameters that have one value.
  public let fixed: Variation

  /// - Parameters:
  ///   - parameters: Each at most once; a range without width fixes its parameter.
  ///   - border: The border source; the scenario's default where none is given.
  /// - Throws: `VariationGridError` for a value that no track can have, and for a parameter that
  ///   gives the path another form at each speed, for which no law of times holds.
  public init(
    _ parameters: [FreeParameter], border: String? = nil
  ) throws(VariationGridError) {
    if let free = parameters.first(where: { $0.parameter.reshapes }) {
      throw .notSearched(free.parameter)
    }
    _ = try VariationGrid(
      parameters.map { .numbers($0.parameter, [$0.range.lowerBound, $0.range.upperBound]) })
    var fixed = Variation()
    fixed.border = border
    for parameter in parameters where parameter.range.lowerBound == parameter.range.upperBound {
      fixed.set(parameter.parameter, to: parameter.range.lowerBound)
    }
    self.fixed = fixed
    let order = VariationParameter.allCases
    free = parameters.filter { $0.range.lowerBound < $0.range.upperBound }.sorted {
      (order.firstIndex(of: $0.parameter) ?? 0) < (order.firstIndex(of: $1.parameter) ?? 0)
    }
  }
}

extension PathSpace {
  /// The variant at a place of the unit cube.
  func variation(at place: [Double]) -> Variation {
    var variation = fixed
    for (axis, share) in place.enumerated() {
      variation.set(free[axis].parameter, to: value(at: share, on: axis))
    }
    return variation
  }

  /// The value of a parameter at a share of its range; both ends are met exactly.
  func value(at share: Double, on axis: Int) -> Double {
    let range = free[axis].range
    return share == 1
      ? range.upperBound : range.lowerBound + share * (range.upperBound - range.lowerBound)
  }

  /// Where in its range a value is; beyond an end, at that end.
  func share(of value: Double, on axis: Int) -> Double {
    let range = free[axis].range
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return min(1, max(0, share))
  }

  /// The place nearest to a track as it is told.
  func origin(of track: VariableTrack) -> [Double] {
    free.enumerated().map { axis, free in
      let value: Double? =
        switch free.parameter {
        case .borderNorth, .borderEast, .shiftNorth, .shiftEast, .shiftAlong, .shiftAcross,
          .rotation, .windNorth, .windEast, .delay:
          0
        case .speed: track.pivot.groundSpeed.metersPerSecond
        case .speedFactor: 1
        case .altitude: track.resolved.track.start.altitude?.height.meters
        case .bank, .timeToHit, .fallTime: nil
        }
      return value.map { share(of: $0, on: axis) } ?? 0.5
    }
  }
}

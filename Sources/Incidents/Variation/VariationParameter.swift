import Flights
public import Quantities

/// What of a track, or of the border that it is held against, can be varied by a number.
///
/// The cases stand in the order in which variants are counted: the first changes slowest. What moves
/// the border or the path comes before what only changes times.
public enum VariationParameter: String, CaseIterable, Hashable, Sendable {
  case borderNorth = "border-north"
  case borderEast = "border-east"
  case shiftNorth = "shift-north"
  case shiftEast = "shift-east"
  case shiftAlong = "shift-along"
  case shiftAcross = "shift-across"
  case rotation = "rotate"
  case windNorth = "wind-north"
  case windEast = "wind-east"
  case bank
  case speed
  case speedFactor = "speed-factor"
  case delay
  case altitude
  case timeToHit = "time-to-hit"
  case fallTime = "fall-time"
}

extension VariationParameter {
  /// Whether it gives the path another form, which depends on how fast it is flown.
  public var reshapes: Bool {
    switch self {
    case .windNorth, .windEast, .bank: true
    case .borderNorth, .borderEast, .shiftNorth, .shiftEast, .shiftAlong, .shiftAcross, .rotation,
      .speed, .speedFactor, .delay, .altitude, .timeToHit, .fallTime:
      false
    }
  }

  /// What its numbers measure; in the base unit of that kind.
  public var kind: MeasureUnit.Kind {
    switch self {
    case .borderNorth, .borderEast, .shiftNorth, .shiftEast, .shiftAlong, .shiftAcross, .altitude:
      .length
    case .rotation, .bank: .angle
    case .speed, .windNorth, .windEast: .speed
    case .speedFactor: .count
    case .delay, .timeToHit, .fallTime: .time
    }
  }
}

/// One variant: a changed track against a border that may be moved.
public struct Variation: Hashable, Sendable {
  public var change = TrackChange()
  /// The border source; the scenario's default where none is given.
  public var border: String?
  public var borderChange = BorderChange()

  public init() {}

  /// Sets one parameter, given in the base unit of its kind.
  public mutating func set(_ parameter: VariationParameter, to value: Double) {
    switch parameter {
    case .borderNorth: borderChange.north = .meters(value)
    case .borderEast: borderChange.east = .meters(value)
    case .shiftNorth: change.north = .meters(value)
    case .shiftEast: change.east = .meters(value)
    case .shiftAlong: change.along = .meters(value)
    case .shiftAcross: change.across = .meters(value)
    case .rotation: change.rotation = .degrees(value)
    case .windNorth: change.wind = Wind(north: .metersPerSecond(value), east: change.wind.east)
    case .windEast: change.wind = Wind(north: change.wind.north, east: .metersPerSecond(value))
    case .bank: change.bank = .degrees(value)
    case .speed: change.groundSpeed = .set(.metersPerSecond(value))
    case .speedFactor: change.groundSpeed = .scaled(value)
    case .delay: change.delay = .seconds(value)
    case .altitude: change.altitude = .meters(value)
    case .timeToHit: change.timeToHit = .seconds(value)
    case .fallTime: change.fallTime = .seconds(value)
    }
  }
}

extension VariationParameter {
  /// What a variant has of it, in the base unit of its kind; nothing where that is not set.
  public func value(in variation: Variation) -> Double? {
    let change = variation.change
    switch self {
    case .borderNorth: return variation.borderChange.north.meters
    case .borderEast: return variation.borderChange.east.meters
    case .shiftNorth: return change.north.meters
    case .shiftEast: return change.east.meters
    case .shiftAlong: return change.along.meters
    case .shiftAcross: return change.across.meters
    case .rotation: return change.rotation.degrees
    case .windNorth: return change.wind.north.metersPerSecond
    case .windEast: return change.wind.east.metersPerSecond
    case .bank: return change.bank?.degrees
    case .speed:
      guard case .set(let speed) = change.groundSpeed else { return nil }
      return speed.metersPerSecond
    case .speedFactor:
      guard case .scaled(let factor) = change.groundSpeed else { return nil }
      return factor
    case .delay: return change.delay.seconds
    case .altitude: return change.altitude?.meters
    case .timeToHit: return change.timeToHit?.seconds
    case .fallTime: return change.fallTime?.seconds
    }
  }
}

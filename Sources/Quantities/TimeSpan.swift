/// A span of time, stored in seconds; negative spans point backwards.
public struct TimeSpan: Quantity {
  public let seconds: Double

  public var magnitude: Double { seconds }
  public init(magnitude: Double) { seconds = magnitude }
}

extension TimeSpan {
  public static func seconds(_ value: Double) -> TimeSpan { TimeSpan(magnitude: value) }
  public static func minutes(_ value: Double) -> TimeSpan { .seconds(value * 60) }
}

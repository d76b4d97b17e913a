public import Quantities

extension Fall {
  /// The height that a body loses from rest without drag: gt²/2, with the standard gravity.
  public static func heightLost(fallingFreelyFor span: TimeSpan) -> Length {
    .meters(Acceleration.standardGravity.metersPerSecondSquared * span.seconds * span.seconds / 2)
  }

  /// The time that a body takes to lose a height from rest without drag: √(2h/g).
  ///
  /// - Parameter height: Zero or more.
  /// - Returns: Not a number for a negative height.
  public static func duration(fallingFreelyBy height: Length) -> TimeSpan {
    .seconds(
      (2 * height.meters / Acceleration.standardGravity.metersPerSecondSquared).squareRoot())
  }
}

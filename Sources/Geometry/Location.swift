/// Where a point lies with respect to an area.
///
/// Three answers, not two: a point on the line belongs to neither side, and the
/// caller must say what that means.
public enum Location: Hashable, Sendable { case inside, onBorder, outside }

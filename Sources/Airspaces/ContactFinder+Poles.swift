import Geodesy
import Geometry

// Near a pole the plane of longitude and latitude is stretched without limit: a leg that passes a
// pole at a distance h turns through half a circle of longitudes within some h. There stretches are
// as short as the pole is near, and the pole itself is asked by itself.

extension ContactFinder {
  /// A leg that passes a pole as near as this, in meters, passes through it.
  private static let poleTolerance = 1e-7

  /// Where a leg is nearest to a pole.
  private struct PolePassage {
    /// Along the leg.
    let meters: Double
    /// The distance from the pole.
    let gap: Double
    /// 90 or −90.
    let pole: Double

    var isThrough: Bool { gap <= ContactFinder.poleTolerance }
  }

  /// Finds the contacts of a span within some degrees of a pole.
  mutating func findNearPole(
    on span: LegSpan, from first: LegSample, to last: LegSample
  ) {
    let passage = polePassage(of: span, first)
    if passage.isThrough { addPole(passage) }
    guard passage.meters > first.meters, passage.meters < last.meters else {
      findParts(from: first, to: last, on: span, passage)
      return
    }
    let middle = LegSample(passage.meters, span.point(at: passage.meters, near: first))
    findParts(from: first, to: middle, on: span, passage)
    findParts(from: middle, to: last, on: span, passage)
  }

  /// Halves a stretch until it is short against its distance from the pole.
  ///
  /// A stretch that comes nearest to the pole at one of its ends, or at none, is nowhere nearer
  /// than at its ends. What is left of a leg through the pole is a micrometer next to it.
  private mutating func findParts(
    from start: LegSample, to end: LegSample, on span: LegSpan, _ passage: PolePassage
  ) {
    let length = end.meters - start.meters
    let toPole = min(abs(start.meters - passage.meters), abs(end.meters - passage.meters))
    let colatitude = (toPole * toPole + passage.gap * passage.gap).squareRoot()
    if passage.isThrough, length <= Self.resolution, toPole <= Self.resolution { return }
    // Far from the pole a leg is as long as a tenth of the way there; 2 km at most.
    guard length > min(2000, colatitude / 10), length > 1e-9 else {
      let bend = bendAtMost(colatitude: 0.99 * colatitude)
      let band = bend * length * length / 8 * (180 / .pi) + 1e-13
      find(from: start, to: end.continued(from: start), on: span, band: band)
      return
    }
    let meters = start.meters + length / 2
    let middle = LegSample(meters, span.point(at: meters, near: start))
    findParts(from: start, to: middle, on: span, passage)
    findParts(from: middle, to: end, on: span, passage)
  }

  /// Where the geodesic of a span is nearest to the pole of its hemisphere, on the span or beyond.
  ///
  /// By Clairaut's theorem the distance from the axis times the sine of the azimuth stays the same
  /// along a geodesic: it is the least distance from the axis, and near a pole that from the pole.
  /// The way there is the distance from the pole times the cosine of the azimuth, but for a part in
  /// some thousand, which a few steps make good.
  private func polePassage(of span: LegSpan, _ first: LegSample) -> PolePassage {
    let pole = first.point.y + border.offset.y >= 0 ? 90.0 : -90
    var meters = first.meters
    var gap = Double.infinity
    for _ in 0..<6 {
      let (latitude, azimuth) = span.latitudeAndAzimuth(at: meters)
      let surface = SurfacePoint(latitude: latitude, longitude: 0)
      let α = SineCosine(degrees: azimuth)
      let fromAxis = surface.primeVerticalRadius * surface.latitude.cosine
      gap = min(gap, abs(fromAxis * α.sine))
      let step = fromAxis * α.cosine * (pole > 0 ? 1 : -1)
      meters += step
      if abs(step) < 1e-8 { break }
    }
    return PolePassage(meters: meters, gap: gap, pole: pole)
  }

  /// Adds a contact at a pole that the leg passes through, if border ends there.
  private mutating func addPole(_ passage: PolePassage) {
    guard passage.meters >= -Self.resolution, passage.meters <= length + Self.resolution,
      border.offset.y == 0
    else { return }
    let sides = border.border.sides
    for edge in sides.edgesAtSides where !sides.seams.contains(edge) {
      let (a, b) = border.ends(ofEdge: edge)
      guard a.y == passage.pole || b.y == passage.pole else { continue }
      let meters = min(length, max(0, passage.meters))
      contacts.append(Contact(meters: meters, edge: edge))
      return
    }
  }
}

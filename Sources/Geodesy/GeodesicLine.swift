public import Quantities

/// One geodesic, prepared for asking for many places along it.
///
///     let leg = GeodesicLine(from: departure, to: destination)
///     let halfway = leg.place(at: .meters(60_000))
///
/// Distances are counted along the line from its start: negative ones lie behind it, and one may
/// go beyond the end. What holds, and is held by tests:
/// - At distance 0 the line is at its start, and a line between two places at its length is at
///   its end, bit for bit. Just before the end, places approach it within 25 nm.
/// - A line along a meridian keeps its longitude bit for bit until it passes a pole; a line along
///   the equator has latitude 0 throughout.
/// - A place is the same as ``Geodesic/direct(from:azimuth:distance:)`` gives.
public struct GeodesicLine: Sendable {
  /// The length of a line made from two places; a line made from an azimuth has none.
  public let length: Length?

  // The two ends in degrees, as they are answered.
  private let start, end: End

  /// The azimuth at the equator, α₀.
  private let equatorAzimuth: SineCosine

  /// The arc from the equator to the start, as σ₁ on the sphere, and as τ₁, which is proportional
  /// to distance: equation (20) of the paper that ``Geodesic`` names.
  private let startOnSphere, startByDistance: SineCosine

  /// Meters a radian of τ.
  private let metersPerRadian: Double

  /// From τ back to σ, and from σ to the longitude.
  private let arcSeries, longitudeSeries: SineSeries
  private let longitudeFactor: Double

  private let axisRatio: Double
}

extension GeodesicLine {
  /// The line that leaves a place in a direction.
  ///
  /// - Parameters:
  ///   - start: Where distance 0 is; its height is not looked at.
  ///   - azimuth: Clockwise from north; at a pole, against the meridian of `start.longitude`.
  ///   - geodesic: The ellipsoid's geodesics.
  /// - Precondition: `azimuth` is finite.
  public init(
    from start: GeodeticCoordinate, azimuth: Angle, on geodesic: Geodesic = .wgs84
  ) {
    precondition(azimuth.degrees.isFinite)
    self.init(
      latitude: start.latitude.degrees, longitude: start.longitude.degrees,
      azimuth: azimuth.degrees, on: geodesic)
  }

  /// The shortest line between two places.
  ///
  /// Where two lines are equally short, or the places are the same, it is the one that
  /// ``Geodesic/inverse(from:to:)`` speaks of.
  public init(
    from start: GeodeticCoordinate, to end: GeodeticCoordinate, on geodesic: Geodesic = .wgs84
  ) {
    self.init(
      latitude1: start.latitude.degrees, longitude1: start.longitude.degrees,
      latitude2: end.latitude.degrees, longitude2: end.longitude.degrees, on: geodesic)
  }

  /// ``init(from:azimuth:on:)`` in bare degrees.
  ///
  /// - Precondition: The latitude is within ±90, all numbers are finite. A longitude beyond ±180
  ///   is answered within.
  package init(
    latitude: Double, longitude: Double, azimuth: Double, on geodesic: Geodesic = .wgs84
  ) {
    let direction = SineCosine(degrees: azimuth)
    self.init(
      start: End(latitude: latitude, longitude: longitude.wrappedDegrees, direction: direction),
      end: nil, length: nil, on: geodesic)
  }

  /// ``init(from:to:on:)`` in bare degrees.
  ///
  /// - Precondition: The latitudes are within ±90, all numbers are finite. A longitude beyond ±180
  ///   is answered within.
  package init(
    latitude1: Double, longitude1: Double, latitude2: Double, longitude2: Double,
    on geodesic: Geodesic = .wgs84
  ) {
    let solution = geodesic.solution(
      latitude1: latitude1, longitude1: longitude1, latitude2: latitude2, longitude2: longitude2)
    self.init(
      start: End(
        latitude: latitude1, longitude: longitude1.wrappedDegrees, direction: solution.azimuth1),
      end: End(
        latitude: latitude2, longitude: longitude2.wrappedDegrees, direction: solution.azimuth2),
      length: .meters(solution.meters), on: geodesic)
  }

  private init(start: End, end: End?, length: Length?, on geodesic: Geodesic) {
    self.start = start
    self.end = end ?? start
    self.length = length
    axisRatio = geodesic.axisRatio

    let α1 = start.direction
    let φ1 = SineCosine(degrees: start.latitude)
    // A pole is the limit of places on the stated meridian, so that directions there mean
    // something.
    let β1 = SineCosine(directionOf: axisRatio * φ1.sine, max(1e-100, φ1.cosine))
    let y = α1.sine * β1.sine
    equatorAzimuth = SineCosine(
      sine: α1.sine * β1.cosine, cosine: (α1.cosine * α1.cosine + y * y).squareRoot())
    let isEquator = β1.sine == 0 && α1.cosine == 0
    let σ1 =
      isEquator
      ? SineCosine(sine: 0, cosine: 1)
      : SineCosine(directionOf: β1.sine, α1.cosine * β1.cosine)

    let k² =
      geodesic.secondEccentricitySquared * equatorAzimuth.cosine * equatorAzimuth.cosine
    let ε = GeodesicSeries.parameter(k²)
    metersPerRadian =
      geodesic.polarRadius * (1 + GeodesicSeries.distanceFactorLessOne(ε))
    // τ₁ = σ₁ + Σ C₁ sin 2lσ₁, equation (20) backwards.
    let fromEquator = SineDifferences(sum: σ1, arc: σ1)
    startOnSphere = σ1
    startByDistance = σ1.turned(by: GeodesicSeries.distance(ε).difference(over: fromEquator))
    arcSeries = GeodesicSeries.arc(ε)
    longitudeSeries = geodesic.longitudeSeries.sines(ε)
    longitudeFactor = geodesic.flattening * equatorAzimuth.sine * geodesic.longitudeSeries.factor(ε)
  }
}

extension GeodesicLine {
  /// The place at a distance along the line.
  ///
  /// - Precondition: `distance` is finite. The accuracy is that of ``Geodesic`` for distances up
  ///   to half way round the Earth, and falls in proportion beyond.
  public func place(at distance: Length) -> GeodeticCoordinate {
    placeAndAzimuth(at: distance).place
  }

  /// The direction of travel at a distance along the line, in −180°…180°.
  ///
  /// - Precondition: `distance` is finite.
  public func azimuth(at distance: Length) -> Angle {
    placeAndAzimuth(at: distance).azimuth
  }

  /// The place at a distance along the line, and the direction of travel there.
  ///
  /// - Precondition: `distance` is finite.
  public func placeAndAzimuth(
    at distance: Length
  ) -> (place: GeodeticCoordinate, azimuth: Angle) {
    precondition(distance.meters.isFinite)
    let position = position(meters: distance.meters)
    return (
      GeodeticCoordinate(knownLatitude: position.latitude, longitude: position.longitude),
      .degrees(position.azimuth)
    )
  }

  /// ``azimuth(at:)`` in bare meters and degrees.
  package func azimuth(meters: Double) -> Double {
    meters == 0 ? start.direction.degrees : position(meters: meters).azimuth
  }

  /// The azimuth at the start, as sine and cosine.
  package var direction: SineCosine { start.direction }

  /// The place and direction at a distance along the line, in bare degrees, for hot loops.
  ///
  /// - Returns: The longitude in −180…180, the azimuth likewise; NaN for a distance that is not
  ///   finite.
  package func position(
    meters: Double
  ) -> (latitude: Double, longitude: Double, azimuth: Double) {
    if meters == 0 { return start.position }
    if let length, meters == length.meters { return end.position }

    let (α0, σ1, τ1) = (equatorAzimuth, startOnSphere, startByDistance)
    // Equation (20) at both ends: σ₁₂ = τ₁₂ + Σ C₁′ (sin 2lτ₂ − sin 2lτ₁).
    let radians = meters / metersPerRadian
    let τ12 = SineCosine(radians: radians)
    let ofτ = SineDifferences(sum: (τ1 + τ1) + τ12, arc: τ12)
    let correction = arcSeries.difference(over: ofτ)
    let σ12 = τ12.turned(by: correction)
    let σ2 = σ1 + σ12
    let ofσ = SineDifferences(sum: σ1 + σ2, arc: σ12)
    let excess =
      longitudeFactor * ((radians + correction) + longitudeSeries.difference(over: ofσ))

    // Equations (12) to (14) and (6) backwards; the difference of the two ω without cancelling.
    let ω12 = SineCosine(
      sine: α0.sine * σ12.sine,
      cosine: σ1.cosine * σ2.cosine + α0.sine * α0.sine * σ1.sine * σ2.sine)
    let northing = α0.cosine * σ2.cosine
    let β2 = SineCosine(
      sine: α0.cosine * σ2.sine,
      cosine: (α0.sine * α0.sine + northing * northing).squareRoot())
    // The large parts of the longitude are added first, so that it is rounded once.
    let far = start.longitude.addingExactly(ω12.degrees)
    let longitude = far.sum.wrappedDegrees + (far.error - excess * (180 / .pi))
    return (
      SineCosine(sine: β2.sine, cosine: axisRatio * β2.cosine).degrees + 0,
      longitude.wrappedDegrees,
      SineCosine(sine: α0.sine, cosine: northing).degrees
    )
  }
}

/// One end of a line, as it was given.
private struct End {
  let latitude, longitude: Double
  let direction: SineCosine

  var position: (latitude: Double, longitude: Double, azimuth: Double) {
    (latitude, longitude, direction.degrees)
  }
}

extension Double {
  /// The same longitude within ±180 degrees.
  var wrappedDegrees: Double {
    abs(self) <= 180 ? self : remainder(dividingBy: 360)
  }
}

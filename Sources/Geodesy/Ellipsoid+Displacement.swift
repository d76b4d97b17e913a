import Quantities

extension Ellipsoid {
  /// The degrees that a way north and east is at a latitude, in the plane that touches the ground there.
  ///
  /// A geodesic of that length and direction ends elsewhere by about the square of the way times
  /// tan φ over twice the Earth's radius: 2 mm for 200 m, 5 cm for 1 km at 40°.
  ///
  /// - Parameters:
  ///   - north: In meters.
  ///   - east: In meters.
  ///   - latitude: In degrees, short of the poles.
  /// - Returns: What is to be added to latitude and longitude, in degrees.
  /// - Source: W. Torge, J. Müller, *Geodesy* (4th ed. 2012), section 4.1.3: M and N cos φ are the
  ///   meters that a radian is along the meridian and the parallel.
  package func degrees(
    north: Double, east: Double, atLatitude latitude: Double
  ) -> (latitude: Double, longitude: Double) {
    let φ = SineCosine(degrees: latitude)
    let e² = eccentricitySquared
    let w² = 1 - e² * φ.sine * φ.sine
    let perRadius = w².squareRoot() / equatorialRadius.meters * (180 / .pi)
    // M = a(1 − e²)/w³ and N = a/w.
    return (north * perRadius * w² / (1 - e²), east * perRadius / φ.cosine)
  }
}

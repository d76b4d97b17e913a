public import Geodesy
import Geometry
import Quantities

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why a leg cannot be held against a border.
public enum CrossingError: Error, Hashable {
  /// At this place the leg leaves the window that an extract was cut to, and comes to where the
  /// whole may have border.
  case leavesWindow(at: GeodeticCoordinate)
}

extension CrossingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .leavesWindow(let place):
      "the path leaves the window of the border data at "
        + "\(place.latitude.degrees)° N \(place.longitude.degrees)° E"
    }
  }
}

extension PreparedBorder {
  /// Where `leg`, a geodesic, meets the border, and on which side each piece of it lies.
  ///
  /// No crossing is stepped over: on each stretch of at most 2 km the leg stays within a stated
  /// band around its chord in longitude and latitude; every edge that meets the band is tried,
  /// and each contact is a bracketed root on the geodesic itself. Which side a piece lies on is
  /// decided by the exact location of its middle.
  ///
  /// - Returns: At least one piece. A leg of no length has one, on the side of its place.
  /// - Throws: ``CrossingError`` where an extract's window is left.
  /// - Accuracy: Contacts lie within 0.1 µm of the exact ones along the leg where leg and edge
  ///   meet at 1° or more; the error grows as the inverse sine of the angle below. A leg that
  ///   passes a vertex within 0.1 µm touches it. Contacts closer together than 1 µm count as one.
  /// - Complexity: O(log *n* + *k*) location queries and roots a stretch, for *k* edges near it.
  public func crossings(of leg: GeodesicLeg) throws(CrossingError) -> LegCrossings {
    let length = leg.length.meters
    var finder = ContactFinder(border: self, leg: leg)
    finder.findAll()
    try refuseUnknown(leg, reach: finder.reach)
    let contacts = try distinctContacts(finder.contacts, of: leg)
    let isAtStart = { (contact: LegCrossings.Contact) in
      contact.at.meters <= ContactFinder.resolution
    }
    let isAtEnd = { (contact: LegCrossings.Contact) in
      contact.at.meters >= length - ContactFinder.resolution
    }
    let inner = contacts.filter { !isAtStart($0) && !isAtEnd($0) }
    let bounds = [0] + inner.map(\.at.meters) + [length]
    let pieces = zip(bounds, bounds.dropFirst()).map { start, end in
      let middle = leg.position(meters: start + (end - start) / 2)
      return LegCrossings.Piece(
        location: location(of: Point2(x: middle.longitude, y: middle.latitude)),
        start: .meters(start), end: .meters(end))
    }
    return LegCrossings(
      pieces: pieces, contacts: inner, atStart: contacts.first(where: isAtStart),
      atEnd: contacts.last(where: isAtEnd))
  }

  /// - Throws: ``CrossingError`` where `leg`, which stays within `reach`, comes to where an extract
  ///   knows nothing.
  private func refuseUnknown(_ leg: GeodesicLeg, reach: Box) throws(CrossingError) {
    guard let window = border.extract?.window else { return }
    guard !window.contains(reach.low) || !window.contains(reach.high) else { return }
    var first: LegCrossings.Piece?
    for region in unknown {
      for piece in try region.crossings(of: leg).pieces where piece.location == .inside {
        if piece.start < first?.start ?? .meters(.infinity) { first = piece }
      }
    }
    if let first { throw .leavesWindow(at: leg.place(at: first.start)) }
  }

  private func distinctContacts(
    _ raw: [ContactFinder.Contact], of leg: GeodesicLeg
  ) throws(CrossingError) -> [LegCrossings.Contact] {
    var contacts: [LegCrossings.Contact] = []
    for contact in raw.sorted(by: { $0.meters < $1.meters }) {
      if let last = contacts.last, contact.meters - last.at.meters <= ContactFinder.resolution {
        continue
      }
      let position = leg.position(meters: contact.meters)
      let place = GeodeticCoordinate(
        knownLatitude: position.latitude, longitude: position.longitude)
      let (a, b) = ends(ofEdge: contact.edge)
      guard !border.isCut(edge: a, b) else { throw .leavesWindow(at: place) }
      let angle = crossingAngle(azimuth: position.azimuth, at: position.latitude, edge: a, b)
      contacts.append(.init(at: .meters(contact.meters), place: place, angle: angle))
    }
    return contacts
  }

  /// The angle between a leg and an edge, 0°…90°.
  private func crossingAngle(
    azimuth: Double, at latitude: Double, edge a: Point2, _ b: Point2
  ) -> Angle {
    let φ = Angle.degrees(latitude)
    let north = (b.y - a.y) * Ellipsoid.wgs84.meridianRadius(at: φ).meters
    let east = (b.x - a.x) * Ellipsoid.wgs84.primeVerticalRadius(at: φ).meters * cos(φ.radians)
    let edgeAzimuth = atan2(east, north) * (180 / .pi)
    let turn = abs((azimuth - edgeAzimuth).remainder(dividingBy: 180))
    return .degrees(turn)
  }
}

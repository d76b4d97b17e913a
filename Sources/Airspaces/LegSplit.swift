import Geodesy
import Geometry
import Quantities

/// A leg cut at its contacts with a border.
struct LegSplit {
  let curve: LegCurve
  /// The contacts within the leg, in flying order, and those at its very ends.
  let inner: [ContactFinder.Contact]
  let atStart: ContactFinder.Contact?
  let atEnd: ContactFinder.Contact?
  /// Where each piece begins, in meters, and, last, the leg's length.
  let bounds: [Double]
  /// On which side each piece lies, decided by the exact location of its middle.
  let locations: [Location]

  /// - Parameter grid: The border's index of locations, if there is one.
  /// - Throws: ``CrossingError`` where an extract's window is left.
  init(
    of leg: GeodesicLeg, by border: PreparedBorder, grid: LocationGrid?
  ) throws(CrossingError) {
    let length = leg.length.meters
    var finder = ContactFinder(border: border, leg: leg)
    finder.findAll()
    try border.refuseUnknown(leg, reach: finder.reach)
    let contacts = try Self.distinct(finder.contacts, of: leg, border)
    let resolution = ContactFinder.resolution
    let inner = contacts.filter { $0.meters > resolution && $0.meters < length - resolution }
    let curve = LegCurve(leg)
    let bounds = [0] + inner.map(\.meters) + [length]
    locations = bounds.indices.dropLast().map { index in
      let middle = curve.point(at: bounds[index] + (bounds[index + 1] - bounds[index]) / 2)
      guard let grid, border.border.sides.edgesAtSides.isEmpty else {
        return border.location(of: middle)
      }
      return grid.location(of: middle)
    }
    (self.curve, self.inner, self.bounds) = (curve, inner, bounds)
    atStart = contacts.first { $0.meters <= resolution }
    atEnd = contacts.last { $0.meters >= length - resolution }
  }

  /// The contacts in flying order, those within the resolution as one.
  private static func distinct(
    _ raw: [ContactFinder.Contact], of leg: GeodesicLeg, _ border: PreparedBorder
  ) throws(CrossingError) -> [ContactFinder.Contact] {
    var contacts: [ContactFinder.Contact] = []
    for contact in raw.sorted(by: { $0.meters < $1.meters }) {
      if let last = contacts.last, contact.meters - last.meters <= ContactFinder.resolution {
        continue
      }
      let (a, b) = border.ends(ofEdge: contact.edge)
      guard !border.border.isCut(edge: a, b) else {
        throw .leavesWindow(at: leg.place(at: .meters(contact.meters)))
      }
      contacts.append(contact)
    }
    return contacts
  }
}

extension PreparedBorder {
  /// - Throws: ``CrossingError`` where `leg`, which stays within `reach`, comes to where an extract
  ///   knows nothing.
  fileprivate func refuseUnknown(_ leg: GeodesicLeg, reach: Box) throws(CrossingError) {
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
}

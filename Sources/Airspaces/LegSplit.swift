import Geodesy
import Geometry
import Quantities

/// Cuts legs at their contacts with a border; one after the other, in the same memory.
struct LegSplitter {
  /// The contacts within the leg, in flying order, and those at its very ends.
  private(set) var inner: [ContactFinder.Contact] = []
  private(set) var atStart: ContactFinder.Contact?
  private(set) var atEnd: ContactFinder.Contact?
  /// Where each piece begins, in meters, and, last, the leg's length.
  private(set) var bounds: [Double] = []
  /// On which side each piece lies, decided by the exact location of its middle.
  private(set) var locations: [Location] = []

  private let border: PreparedBorder
  private let grid: LocationGrid?
  private var finder: ContactFinder

  /// - Parameters:
  ///   - border: What cuts.
  ///   - grid: Its index of locations, if there is one.
  init(_ border: PreparedBorder, grid: LocationGrid?) {
    (self.border, finder) = (border, ContactFinder(border))
    self.grid = border.border.sides.edgesAtSides.isEmpty ? grid : nil
  }

  /// Cuts a leg.
  ///
  /// - Throws: ``CrossingError`` where an extract's window is left.
  mutating func split(_ curve: LegCurve) throws(CrossingError) {
    finder.find(on: curve)
    try border.refuseUnknown(curve, reach: finder.reach)
    try takeContacts(of: curve)
    bounds.removeAll(keepingCapacity: true)
    bounds.append(0)
    for contact in inner { bounds.append(contact.meters) }
    bounds.append(curve.length)
    locations.removeAll(keepingCapacity: true)
    for index in 0..<(bounds.count - 1) {
      let middle = curve.place(at: bounds[index] + (bounds[index + 1] - bounds[index]) / 2)
      locations.append(location(of: middle))
    }
  }

  /// The exact location of a point in own coordinates.
  @inline(__always)
  func location(of point: Point2) -> Location {
    grid?.location(of: point) ?? border.location(of: point)
  }

  /// Takes the contacts in flying order, those within the resolution as one.
  private mutating func takeContacts(of curve: LegCurve) throws(CrossingError) {
    inner.removeAll(keepingCapacity: true)
    (atStart, atEnd) = (nil, nil)
    let resolution = ContactFinder.resolution
    var last = -Double.infinity
    finder.sort()
    for contact in finder.contacts where contact.meters - last > resolution {
      let (a, b) = border.ends(ofEdge: contact.edge)
      guard !border.border.isCut(edge: a, b) else {
        throw .leavesWindow(at: curve.coordinate(at: contact.meters))
      }
      last = contact.meters
      if contact.meters <= resolution, atStart == nil { atStart = contact }
      if contact.meters >= curve.length - resolution { atEnd = contact }
      if contact.meters > resolution, contact.meters < curve.length - resolution {
        inner.append(contact)
      }
    }
  }
}

extension LegCurve {
  /// ``place(at:)`` as a coordinate on the ground.
  func coordinate(at meters: Double) -> GeodeticCoordinate {
    let own = place(at: meters)
    let x = own.x + offset.x
    return GeodeticCoordinate(
      knownLatitude: own.y + offset.y,
      longitude: abs(x) <= 180 ? x : x.remainder(dividingBy: 360))
  }
}

extension PreparedBorder {
  /// - Throws: ``CrossingError`` where a leg, which stays within `reach`, comes to where an extract
  ///   knows nothing.
  fileprivate func refuseUnknown(_ curve: LegCurve, reach: Box) throws(CrossingError) {
    guard let window = border.extract?.window else { return }
    guard !window.contains(reach.low) || !window.contains(reach.high) else { return }
    var first = Double.infinity
    for region in unknown {
      var splitter = LegSplitter(region, grid: nil)
      try splitter.split(curve)
      for (index, location) in splitter.locations.enumerated() where location == .inside {
        first = min(first, splitter.bounds[index])
      }
    }
    if first.isFinite { throw .leavesWindow(at: curve.coordinate(at: first)) }
  }
}

import Airspaces
import Foundation
import Geodesy
import Geometry
import Quantities
import TestSupport
import Testing

/// A stay inside the border, as Reference/hatay-crossings.csv has it: see its head for the origin.
private struct Stay {
  let flight: String
  let leg: GeodesicLeg
  let entry, exit, depth, deepestAt: Double

  /// The rows of the file, those of one flight together.
  static func all() throws -> [[Stay]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/hatay-crossings.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let rows = lines.filter { !$0.hasPrefix("#") }.dropFirst()
    var flights: [[Stay]] = []
    for row in rows {
      let cells = row.split(separator: ",").map(String.init)
      let n = cells.dropFirst().compactMap(Double.init)
      try #require(n.count == 8, "\(row)")
      let leg = GeodesicLeg(from: try place(n[0], n[1]), to: try place(n[2], n[3]))
      let stay = Stay(
        flight: cells[0], leg: leg, entry: n[4], exit: n[5], depth: n[6], deepestAt: n[7])
      if flights.last?.last?.flight == stay.flight {
        flights[flights.count - 1].append(stay)
      } else {
        flights.append([stay])
      }
    }
    return flights
  }
}

@Suite struct `Thirty flights over Hatay` {
  @Test func `enter and leave where GeographicLib and GEOS say`() throws {
    let border = try ShippedBorder.hatay()
    let flights = try Stay.all()
    #expect(flights.count == 30)
    for stays in flights {
      let pieces = try border.crossings(of: stays[0].leg).pieces.filter { $0.location == .inside }
      #expect(pieces.count == stays.count, "\(stays[0].flight)")
      for (piece, stay) in zip(pieces, stays) {
        #expect(abs(piece.start.meters - stay.entry) < 1e-5, "\(stay.flight)")
        #expect(abs(piece.end.meters - stay.exit) < 1e-5, "\(stay.flight)")
      }
    }
  }

  @Test func `are as deep as GeographicLib and GEOS say`() throws {
    let border = try ShippedBorder.hatay()
    for stays in try Stay.all() {
      let leg = stays[0].leg
      let pieces = try border.crossings(of: leg).pieces.filter { $0.location == .inside }
      for (piece, stay) in zip(pieces, stays) {
        let found = try #require(border.furthest(on: leg, within: piece.start...piece.end))
        #expect(abs(found.distance.meters - stay.depth) < 1e-3, "\(stay.flight)")
        #expect(abs(found.at.meters - stay.deepestAt) < 1, "\(stay.flight)")
      }
    }
  }

  /// The chord 2188.7 m north of the tip, of which the 17 s are told: 2.77 km ± 10 m.
  @Test func `include the chord of 2.77 km`() throws {
    let flights = try Stay.all()
    let stays = try #require(
      flights.first { $0[0].flight == "due west 2.1887 km north of the tip" })
    let piece = try #require(
      try ShippedBorder.hatay().crossings(of: stays[0].leg).pieces.first {
        $0.location == .inside
      })
    #expect(abs(piece.length.kilometers - 2.77) < 0.01)
  }
}

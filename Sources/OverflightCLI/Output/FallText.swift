import Flights
import Formats
import Quantities

/// The text of `fall`: what each duration needs, and how a fall from a height ends.
struct FallText {
  let request: FallRequest
  let style: Style

  var text: String {
    var parts: [String] = []
    if !request.ofDurations.isEmpty { parts.append(durations.text(style)) }
    if !request.fromHeight.isEmpty {
      let height = request.height?.meters.figure(1) ?? ""
      parts.append(
        "From \(height) m at \(request.speed.inKilometersPerHour) to terrain at "
          + "\(request.terrain.meters.figure(1)) m:\n" + falls.text(style))
    }
    return parts.joined(separator: "\n")
  }

  private var durations: Table {
    var columns: [Table.Column] = [
      .init("falls for", .decimal), .init("from rest, without drag, loses", .decimal),
    ]
    if let distance = request.distance {
      columns.append(.init("mean speed over \(distance.kilometers())", .decimal))
    }
    if request.height != nil { columns.append(.init("then above terrain", .decimal)) }
    var table = Table(columns)
    for row in request.ofDurations {
      var cells: [Table.Cell] = [
        .init(row.duration.inSeconds), .init(row.heightLost.meters.figure(1) + " m"),
      ]
      if let speed = row.meanSpeed {
        cells.append(.init(speed.kilometersPerHour.figure(1) + " km/h"))
      }
      if let left = row.heightLeft {
        cells.append(.init(left.meters.figure(1, signed: true) + " m"))
      }
      table.add(cells)
    }
    return table
  }

  private var falls: Table {
    var table = Table([
      .init("drag"), .init("falls for", .decimal), .init("over", .decimal),
      .init("mean speed", .decimal), .init("meets the ground at", .decimal),
      .init("steepness", .decimal),
    ])
    for row in request.fromHeight {
      let fall = row.fall
      table.add([
        .init(
          row.coefficient.map { "\($0.kilogramsPerSquareMeter.figure(1)) kg/m²" } ?? "none"),
        .init(fall.duration.inSeconds), .init(fall.distance.kilometers()),
        .init(
          fall.duration > .zero ? (fall.distance / fall.duration).inKilometersPerHour : "–"),
        .init(fall.impactSpeed.inKilometersPerHour),
        .init(fall.impactAngle.degrees.figure(1) + "°"),
      ])
    }
    return table
  }
}

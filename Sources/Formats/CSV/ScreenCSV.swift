import Geodesy
public import Incidents
import Quantities

/// Writes stays of tracks inside airspaces as CSV, one row for each stay.
///
/// Degrees have 7 decimals, meters and seconds 3; times are RFC 3339 with three decimals. Where a
/// track begins (ends) inside, the fields of the entry (exit) are empty and `complete` is `false`;
/// duration and length are those between its first and last fix. `max_depth_m` is empty where
/// border beyond an extract could be nearer.
public struct ScreenCSV: Sendable {
  public static let columns = [
    "track_id", "airspace", "crossing", "entry_time", "exit_time", "duration_s", "length_m",
    "max_depth_m", "entry_lat_deg", "entry_lon_deg", "exit_lat_deg", "exit_lon_deg",
    "fixes_inside", "complete",
  ]

  public init() {}

  public func writeHeader(to output: inout some TextOutputStream) {
    output.writeCSVRecord(Self.columns)
  }

  /// Writes all stays of one track inside one airspace; they are numbered from 1.
  public func write(
    _ stays: [Stay], ofTrack track: String, airspace: String,
    to output: inout some TextOutputStream
  ) {
    for (index, stay) in stays.enumerated() {
      output.writeCSVRecord([
        track, airspace, String(index + 1), stay.entry?.time.rfc3339 ?? "",
        stay.exit?.time.rfc3339 ?? "", stay.duration.seconds.fixed(3),
        stay.length.meters.fixed(3), stay.maximumDepth?.meters.fixed(3) ?? "",
        stay.entry?.place.latitude.degrees.fixed(7) ?? "",
        stay.entry?.place.longitude.degrees.fixed(7) ?? "",
        stay.exit?.place.latitude.degrees.fixed(7) ?? "",
        stay.exit?.place.longitude.degrees.fixed(7) ?? "", String(stay.fixesInside),
        String(stay.isComplete),
      ])
    }
  }
}

import Airspaces
import Formats
import Incidents

/// What the user asked of `screen`.
struct ScreenDraft: Sendable {
  var border = ""
  var tracks: String?
  var isCSV = false
}

let screenDescription = CommandDescription<ScreenDraft>(
  "screen", summary: "Find every crossing of a border in files of tracks",
  examples: [
    Example(
      "overflight screen --border turkey.geojson tracks.csv > crossings.csv",
      shows: "One row for each stay of a track inside."),
    Example(
      "zcat day.csv.gz | overflight screen --border airspaces.geojson",
      shows: "From standard input, with every airspace of the file."),
    Example(
      "overflight replay --csv - | overflight screen --border turkey.geojson",
      shows: "The tracks of a scenario against a border of your own."),
  ],
  positionals: [
    .optional(
      "TRACKS.csv",
      help: "The tracks: CSV with the columns track_id, time_utc, lat_deg and lon_deg, others "
        + "being passed over; - is standard input.",
      initially: "standard input", accepts: .file, into: \.tracks)
  ],
  options: [
    .required(
      "border", "FILE.geojson",
      help: "The airspaces: GeoJSON in which each feature, a Polygon or MultiPolygon, is one.",
      accepts: .file, into: \.border),
    .flag("csv", help: "Write CSV, which is the only form so far.", into: \.isCSV),
  ],
  notes: [
    "The rows of a track must stand together and in rising time: a track that returns after "
      + "another one, or a time that runs back, ends the work with 65. What was printed until then "
      + "are whole rows, and hold for the tracks before.",
    "An airspace is named by its feature's id, or else its property name, or else its number in "
      + "the file. The rows printed are in the order of the tracks, then of the airspaces in the "
      + "file, then of time. Between two fixes a track flies the geodesic at constant speed.",
    "Where a track begins inside, entry_time, entry_lat_deg and entry_lon_deg are empty, for no "
      + "entry was seen; likewise the exit where it ends inside. Then complete is false, and "
      + "duration_s and length_m are counted from the first fix, or to the last. A lone fix inside "
      + "is a stay of no duration. max_depth_m is the greatest distance from the border; it is "
      + "empty where border that a cut-out file does not hold could be nearer.",
    "Rows are printed as soon as a track has ended. One track is in memory at a time, and the ids "
      + "of all tracks, some 50 bytes each: 50 MB for a million tracks.",
  ],
  exitCodes: [.done, .usage, .badData, .noInput, .ourFault, .inputOutput])

func screen(_ draft: ScreenDraft, on console: Console) throws -> ExitCode {
  guard draft.tracks != nil || !console.isInputTerminal else {
    throw UsageError.missingArgument("TRACKS.csv")
  }
  let input =
    try draft.tracks.flatMap { $0 == "-" ? nil : try FileInput(path: $0) } ?? .standardInput()
  let airspaces = try BorderGeoJSON.airspaces(
    in: FileReading.bytes(of: draft.border), file: draft.border
  ).map { (name: $0.name, border: PreparedBorder($0.border)) }
  var sink = StandardOutputSink()
  // What is known is told before more is waited for.
  input.beforeReading = { [sink] in try? sink.flush() }
  do {
    var reader = try TrackCSVReader(input)
    let csv = ScreenCSV()
    // Where the first track is wrong already, nothing is written.
    var next = try reader.next()
    csv.writeHeader(to: &sink)
    while let track = next {
      for airspace in airspaces {
        let stays = try airspace.border.stays(of: track, in: airspace.name)
        csv.write(stays, ofTrack: track.id, airspace: airspace.name, to: &sink)
      }
      if let error = sink.error { throw error }
      next = try reader.next()
    }
  } catch {
    try? sink.flush()
    throw error
  }
  try sink.flush()
  return .done
}

extension PreparedBorder {
  fileprivate func stays(
    of track: TrackCSVReader.Entry, in airspace: String
  ) throws(Failure) -> [Stay] {
    do throws(WindowError) {
      return try stays(of: track.fixes)
    } catch {
      throw .outsideData(track: track.id, reason: "airspace \"\(airspace)\": \(error)")
    }
  }
}

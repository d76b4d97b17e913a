import Airspaces
import Flights
import Formats
import Incidents

/// A path that was edited by hand, as a file holds it.
struct PathEdit: Sendable {
  /// The file as it was typed.
  let file: String
  let path: EditedPath
  let input: LoadedScenario.Input

  /// Reads the path.
  ///
  /// - Parameters:
  ///   - file: A file's name.
  ///   - track: The id of the track that is to be flown along it.
  /// - Throws: `FileReadingError`, `FormatError`, and `UsageError` for a name that tells no form.
  init(_ file: String, of track: String) throws {
    guard let form = EditedPathFile.Form(fileName: file) else {
      throw UsageError.unusable(
        of: "--waypoints",
        reason: "\"\(file)\" does not end in \(EditedPathFile.Form.endings.joinedByOr), by which "
          + "its form is known; name or convert it so")
    }
    let bytes = try FileReading.bytes(of: file)
    self.file = file
    path = try EditedPathFile(file: file, form: form, track: track).read(bytes)
    input = LoadedScenario.Input(file: file, contents: bytes)
  }

  /// The track on this path.
  ///
  /// - Throws: `Failure` where the path leaves the border data or has no moment to be timed by.
  func applied(
    to told: ResolvedTrack, in loaded: inout LoadedScenario
  ) throws -> ResolvedTrack {
    var borders: [BorderKey: PreparedBorder] = [:]
    for key in loaded.scenario.bordersNeeded(for: [told.definition]) {
      borders[key] = try loaded.border(key)
    }
    do throws(ResolutionError) {
      return try loaded.scenario.resolve(told, along: path, from: file, borders: borders)
    } catch {
      throw Failure.outsideData(
        track: "\(told.definition.id), along \(file)", reason: "\(error)")
    }
  }
}

extension VaryRequest {
  /// The files of the edited path; none where the track is as told.
  var editedInputs: [LoadedScenario.Input] { edit.map { [$0.input] } ?? [] }
}

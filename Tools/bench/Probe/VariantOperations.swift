import Airspaces
import Claims
import Formats
import Incidents
import Quantities

/// A track of a scenario folder, with the readings of claims that are about it and that findings
/// are enough for.
struct BenchedTrack {
  let variations: TrackVariations
  let border: PreparedBorder
  let readings: [Claim.Reading]
  let uncertainties: Uncertainties

  /// - Parameters:
  ///   - id: A track of the scenario.
  ///   - folder: The scenario's folder.
  /// - Throws: What reading the scenario throws, and ``UnknownTrack``.
  init(_ id: String, in folder: String) throws {
    var loaded = try LoadedScenario(ScenarioFiles(folder: folder))
    let scenario = loaded.scenario
    let tracks = scenario.tracks.filter { $0.id == id }
    guard let definition = tracks.first else { throw UnknownTrack(id: id) }
    let resolved = try loaded.resolve([definition])[0]
    var borders: [BorderKey: PreparedBorder] = [:]
    for key in scenario.bordersNeeded(for: [definition]) { borders[key] = try loaded.border(key) }
    variations = TrackVariations(of: try VariableTrack(resolved), in: scenario, borders: borders)
    border = resolved.border
    readings = loaded.claims.filter { $0.isAbout(definition) }.flatMap(\.readings).filter {
      $0.test.scope == .track && !$0.test.needsReplay
    }
    uncertainties = scenario.uncertainties
  }

  struct UnknownTrack: Error {
    let id: String
  }
}

/// Columns: shift north in meters, rotation in degrees, ground speed in m/s, delay in seconds.
///
/// Answers the seconds inside and how many readings are supported.
struct VariantsOperation: BatchOperation {
  let track: BenchedTrack
  let data: Columns

  var count: Int { data.rows }

  func questions(_ count: Int, salt: Double) -> [Variation] {
    let columns = (0..<4).map { data.column($0, count, salt: $0 == 1 ? salt : 0) }
    return (0..<count).map { row in
      var variation = Variation()
      variation.set(.shiftNorth, to: columns[0][row])
      variation.set(.rotation, to: columns[1][row])
      variation.set(.speed, to: columns[2][row])
      variation.set(.delay, to: columns[3][row])
      return variation
    }
  }

  func answer(_ questions: [Variation]) -> [Double] {
    var judge = VariationJudge(
      of: track.readings, on: VariationReplayer(track.variations, borders: [:]), places: [:],
      borderDisplacement: track.uncertainties.borderDisplacement)
    var numbers: [Double] = []
    numbers.reserveCapacity(2 * questions.count)
    for variation in questions { judge.record(of: variation).append(to: &numbers) }
    return numbers
  }

  func numbers(of answers: [Double]) -> [Double] { answers }
}

/// Columns: the number of a sample; what is drawn follows from it and the salt.
///
/// Answers the seconds inside and how many readings are supported.
struct SamplesOperation: BatchOperation {
  let track: BenchedTrack
  let data: Columns

  var count: Int { data.rows }

  func questions(_ count: Int, salt: Double) -> [SampleDraw] {
    data.column(0, count).map { SampleDraw(seed: salt.bitPattern, sample: Int($0)) }
  }

  func answer(_ questions: [SampleDraw]) -> [Double] {
    let sampled = SampledTrack(track.variations, uncertainties: track.uncertainties)
    var judge = SampleJudge(
      of: track.readings, on: SampleReplayer(sampled, borders: [:], placesEvents: false),
      places: [:])
    var numbers: [Double] = []
    numbers.reserveCapacity(2 * questions.count)
    for draw in questions { judge.record(of: sampled.sample(draw)).append(to: &numbers) }
    return numbers
  }

  func numbers(of answers: [Double]) -> [Double] { answers }
}

extension VariationRecord {
  /// Records are used up as they are made, as the command does.
  fileprivate func append(to numbers: inout [Double]) {
    numbers.append(figures?.duration.seconds ?? .nan)
    numbers.append(Double(readings.count { $0.verdict == .supported }))
  }
}

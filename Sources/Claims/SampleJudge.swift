public import Geodesy
public import Incidents
import Quantities

/// Holds readings of claims against samples of an uncertain track.
///
/// In a sample nothing is uncertain: what the border line may be displaced by is drawn too.
public struct SampleJudge: Sendable {
  public let readings: [Claim.Reading]
  public let replayer: SampleReplayer
  private var finder: SampleFinder
  private let tests: [RecordedTest]
  private let places: [String: GeodeticCoordinate]

  /// - Parameters:
  ///   - readings: What is judged; their tests have the scope of a track.
  ///   - replayer: The samples of the track.
  ///   - places: The coordinates of the scenario's named places.
  public init(
    of readings: [Claim.Reading], on replayer: SampleReplayer, places: [String: GeodeticCoordinate]
  ) {
    (self.readings, self.replayer, self.places) = (readings, replayer, places)
    finder = SampleFinder(replayer)
    tests = readings.map(RecordedTest.init)
  }

  /// Replays a sample and judges it.
  ///
  /// - Returns: Also where there is no replay: a sample that cannot be flown is an answer.
  public func judged(_ sample: Sample) -> JudgedVariation {
    do throws(VariationError) {
      let replay = try replayer.replay(sample)
      let evidence = Evidence(
        replay: replay, border: replay.border, places: places, borderDisplacement: .zero)
      return JudgedVariation(
        variation: sample.variation, replay: .success(replay),
        judgements: readings.map { $0.test.judged(by: evidence) })
    } catch {
      return JudgedVariation(variation: sample.variation, replay: .failure(error), judgements: [])
    }
  }
}

extension SampleJudge {
  /// What is to be kept of a sample.
  ///
  /// The figures, and the judgements of tests that findings are enough for, are those of
  /// `SampleFinder`, whatever else is judged; a replay is made for other tests alone.
  ///
  /// - Returns: Also where there is no replay.
  public mutating func record(of sample: Sample) -> VariationRecord {
    let findings: Findings
    do throws(VariationError) { findings = try finder.findings(sample) } catch {
      return VariationRecord(outcome: .failed(reason: "\(error)"), readings: [])
    }
    guard tests.contains(where: { $0.ofFindings == nil }) else {
      return VariationRecord(of: findings, on: tests, borderDisplacement: .zero)
    }
    let judged = judged(sample)
    if case .failure(let error) = judged.replay {
      return VariationRecord(outcome: .failed(reason: "\(error)"), readings: [])
    }
    return VariationRecord(
      of: findings, on: tests, borderDisplacement: .zero, others: judged.judgements)
  }
}

extension Claim.Test {
  /// Whether the test asks about warnings or reported events.
  public var needsEvents: Bool {
    switch self {
    case .insideAt, .outsideAt, .distanceToBorder, .distanceBetween, .timeBetween, .warnings,
      .warningBeforeEntry:
      true
    case .entered, .keptOut, .keptClear, .durationInside, .lengthInside, .depth, .entryTime,
      .altitude, .groundSpeed, .pathLength, .crossings, .flyable, .aircraftCount, .placeToBorder,
      .fallHeight, .fallTime, .impliedSpeed, .impliedDuration, .impliedLength:
      false
    }
  }
}

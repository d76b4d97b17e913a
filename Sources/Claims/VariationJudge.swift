public import Flights
public import Geodesy
public import Incidents
public import Quantities

/// A variant of a track with what came of it.
public struct JudgedVariation: Sendable {
  public let variation: Variation
  /// The replay, or why there is none.
  public let replay: Result<Replay, VariationError>
  /// One for each reading that it was held against, in their order; none without a replay.
  public let judgements: [Judgement]
}

/// Holds readings of claims against variants of one track.
public struct VariationJudge: Sendable {
  public let readings: [Claim.Reading]
  private var replayer: VariationReplayer
  private let tests: [RecordedTest]
  private let places: [String: GeodeticCoordinate]
  private let borderDisplacement: Length

  /// - Parameters:
  ///   - readings: What is judged; their tests have the scope of a track.
  ///   - replayer: The variants of the track.
  ///   - places: The coordinates of the scenario's named places.
  ///   - borderDisplacement: See ``Evidence/borderDisplacement``.
  public init(
    of readings: [Claim.Reading], on replayer: VariationReplayer,
    places: [String: GeodeticCoordinate], borderDisplacement: Length
  ) {
    (self.readings, self.replayer, self.places) = (readings, replayer, places)
    self.borderDisplacement = borderDisplacement
    tests = readings.map(RecordedTest.init)
  }

  /// Replays a variant and judges it.
  ///
  /// - Precondition: The replayer knows the variant's border source.
  /// - Returns: Also where there is no replay: a variant that cannot be flown is an answer.
  public mutating func judged(_ variation: Variation) -> JudgedVariation {
    do throws(VariationError) {
      let replay = try replayer.replay(variation)
      let evidence = Evidence(
        replay: replay, border: replay.border, places: places,
        borderDisplacement: borderDisplacement)
      return JudgedVariation(
        variation: variation, replay: .success(replay),
        judgements: readings.map { $0.test.judged(by: evidence) })
    } catch {
      return JudgedVariation(variation: variation, replay: .failure(error), judgements: [])
    }
  }

  /// What is to be kept of a variant: the record of what ``judged(_:)`` gives.
  ///
  /// It is made without a replay where neither a reading nor an envelope takes one, and then takes
  /// a small part of the time.
  ///
  /// - Parameters:
  ///   - variation: The variant.
  ///   - envelope: What the aircraft can fly, where that is asked.
  /// - Precondition: The replayer knows the variant's border source.
  /// - Returns: Also where there is no replay.
  public mutating func record(
    of variation: Variation, within envelope: FlightEnvelope? = nil
  ) -> VariationRecord {
    guard envelope == nil, tests.allSatisfy({ $0.ofFindings != nil }) else {
      return VariationRecord(of: judged(variation), on: readings, within: envelope)
    }
    do throws(VariationError) {
      return VariationRecord(
        of: try replayer.findings(variation), on: tests,
        borderDisplacement: borderDisplacement)
    } catch {
      return VariationRecord(outcome: .failed(reason: "\(error)"), readings: [])
    }
  }
}

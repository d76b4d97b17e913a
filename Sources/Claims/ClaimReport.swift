public import Airspaces
public import Geodesy
public import Incidents
public import Quantities

/// One reading with what it was held against, and what came of it.
public struct JudgedReading: Hashable, Sendable {
  public let claim: Claim
  public let reading: Claim.Reading
  /// The track, for readings that are about one.
  public let track: String?
  /// The border source, for readings that need a border.
  public let border: String?
  public let judgement: Judgement
}

/// All verdicts about a scenario: every reading of every claim, against every track of the
/// aircraft that it is about, under every border source asked for.
///
/// Claims come by their party's id, and as listed within a party.
public struct ClaimReport: Sendable {
  public let rows: [JudgedReading]

  /// What the claims are held against.
  public struct Inputs: Sendable {
    /// The replays under each border source, in the order in which they are told.
    public let replays: [(border: String, replays: [Replay])]
    public let borders: [BorderKey: PreparedBorder]
    /// The coordinates of the scenario's named places.
    public let places: [String: GeodeticCoordinate]
    /// A 95 % half width; see ``Evidence/borderDisplacement``.
    public let borderDisplacement: Length

    public init(
      replays: [(border: String, replays: [Replay])], borders: [BorderKey: PreparedBorder],
      places: [String: GeodeticCoordinate], borderDisplacement: Length
    ) {
      (self.replays, self.borders) = (replays, borders)
      (self.places, self.borderDisplacement) = (places, borderDisplacement)
    }
  }

  public init(of claims: [Claim], by inputs: Inputs) {
    let inOrder = claims.enumerated().sorted { a, b in
      (a.element.party, a.offset) < (b.element.party, b.offset)
    }.map(\.element)
    rows = inOrder.flatMap { claim in
      claim.readings.flatMap { judged(claim, $0, by: inputs) }
    }
  }
}

private func judged(
  _ claim: Claim, _ reading: Claim.Reading, by inputs: ClaimReport.Inputs
) -> [JudgedReading] {
  func row(
    _ replay: Replay?, _ border: String?, _ prepared: PreparedBorder?, all replays: [Replay] = []
  ) -> JudgedReading {
    let evidence = Evidence(
      replay: replay, border: prepared, places: inputs.places,
      borderDisplacement: inputs.borderDisplacement, replays: replays)
    return JudgedReading(
      claim: claim, reading: reading, track: replay?.track.definition.id, border: border,
      judgement: reading.test.judged(by: evidence))
  }
  switch reading.test.scope {
  case .numbers: return [row(nil, nil, nil)]
  case .border(let airspace):
    return inputs.replays.map { border, _ in
      row(nil, border, inputs.borders[BorderKey(airspace: airspace, source: border)])
    }
  case .tracks(let airspace):
    return inputs.replays.map { border, replays in
      row(nil, border, nil, all: replays.filter { claim.counts($0.track.definition, in: airspace) })
    }
  case .track:
    return inputs.replays.flatMap { border, replays in
      replays.filter { claim.isAbout($0.track.definition) }
        .map { row($0, border, $0.border) }
    }
  }
}

extension Claim {
  /// Whether a track is held against this claim.
  public func isAbout(_ track: TrackDefinition) -> Bool {
    track.aircraft == aircraft && (tracks?.contains(track.id) ?? true)
  }

  /// Whether a track tells of an aircraft that this claim counts in an airspace.
  ///
  /// - Parameters:
  ///   - track: A track of the scenario.
  ///   - airspace: The airspace that the aircraft are counted in.
  /// - Returns: Whether it is held against that, and the claim names neither other aircraft nor tracks.
  public func counts(_ track: TrackDefinition, in airspace: String) -> Bool {
    track.airspace == airspace && track.aircraft == aircraft ?? track.aircraft
      && (tracks?.contains(track.id) ?? true)
  }
}

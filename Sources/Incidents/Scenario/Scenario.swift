public import Flights
public import Quantities

/// What is known, and said, of one incident: who flew where, by which sources.
///
/// Pure data. Parties are in order of their ids; none comes first for any other reason.
public struct Scenario: Sendable {
  public let id: String
  public let title: String
  /// What the dispute is about, in neutral words.
  public let summary: String
  public let sources: [Source]
  public let parties: [Party]
  public let airspaces: [Airspace]
  public let borders: [BorderSource]
  /// The border source that paths are built on, and the one that is used unless another is named.
  public let defaultBorder: String
  public let places: [NamedPlace]
  public let aircraft: [Aircraft]
  public let tracks: [TrackDefinition]
  public let uncertainties: Uncertainties

  public init(
    id: String, title: String, summary: String, sources: [Source], parties: [Party],
    airspaces: [Airspace], borders: [BorderSource], defaultBorder: String, places: [NamedPlace],
    aircraft: [Aircraft], tracks: [TrackDefinition], uncertainties: Uncertainties
  ) {
    (self.id, self.title, self.summary) = (id, title, summary)
    self.sources = sources.sorted { $0.id < $1.id }
    self.parties = parties.sorted { $0.id < $1.id }
    (self.airspaces, self.borders, self.defaultBorder) = (airspaces, borders, defaultBorder)
    (self.places, self.aircraft, self.tracks) = (places, aircraft, tracks)
    self.uncertainties = uncertainties
  }
}

/// Somebody who says something about the incident.
public struct Party: Hashable, Sendable {
  public let id: String
  public let name: String

  public init(id: String, name: String) { (self.id, self.name) = (id, name) }
}

/// Where a statement or a number comes from.
public struct Source: Hashable, Sendable {
  /// How near a source is to the one who speaks.
  public enum Confidence: String, CaseIterable, Hashable, Sendable {
    /// A primary document, or its words as quoted.
    case primary
    /// A news agency or broadcaster.
    case wire
    /// A secondary account.
    case secondary
    /// Computed from other sources by a stated method.
    case computed
    /// Assumed; nobody said it.
    case assumption
  }

  public let id: String
  public let title: String
  /// Where it can be read; absent for computations and assumptions.
  public let address: String?
  public let confidence: Confidence

  public init(id: String, title: String, address: String?, confidence: Confidence) {
    (self.id, self.title, self.address) = (id, title, address)
    self.confidence = confidence
  }
}

/// An airspace that has a border.
public struct Airspace: Hashable, Sendable {
  public let id: String
  public let name: String

  public init(id: String, name: String) { (self.id, self.name) = (id, name) }
}

/// One account of where the borders run.
public struct BorderSource: Hashable, Sendable {
  public let id: String
  public let title: String
  public let licence: String
  public let sources: [String]
  /// The file of each airspace's border, by the airspace's id.
  public let files: [String: String]

  public init(
    id: String, title: String, licence: String, sources: [String], files: [String: String]
  ) {
    (self.id, self.title, self.licence) = (id, title, licence)
    (self.sources, self.files) = (sources, files)
  }
}

/// An aircraft that the incident is about.
public struct Aircraft: Hashable, Sendable {
  public let id: String
  public let name: String
  /// What it can fly, where somebody says so.
  public let envelope: StatedEnvelope?

  public init(id: String, name: String, envelope: StatedEnvelope? = nil) {
    (self.id, self.name, self.envelope) = (id, name, envelope)
  }
}

/// What an aircraft can fly, and who says so.
public struct StatedEnvelope: Hashable, Sendable {
  public let limits: FlightEnvelope
  public let sources: [String]

  public init(limits: FlightEnvelope, sources: [String]) {
    (self.limits, self.sources) = (limits, sources)
  }
}

/// What is not known exactly.
public struct Uncertainties: Hashable, Sendable {
  /// How far a border line may lie from the line that is meant, across it, at any place: the half
  /// width of a 95 % interval.
  ///
  /// Where verdicts are given to first order, it is independent from place to place; where samples
  /// are drawn, a whole border is moved.
  public var borderDisplacement: Length
  public let sources: [String]
  /// What else is uncertain; a parameter that is missing is taken as told.
  public var others: [UncertainParameter: Uncertainty]

  public init(
    borderDisplacement: Length, sources: [String],
    others: [UncertainParameter: Uncertainty] = [:]
  ) {
    (self.borderDisplacement, self.sources) = (borderDisplacement, sources)
    self.others = others
  }
}

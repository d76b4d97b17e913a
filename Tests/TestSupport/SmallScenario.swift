public import Foundation

/// An invented scenario: a square of a tenth of a degree on the equator, a path straight through
/// it from east to west, three fixes of a radar, and two parties with a claim each.
///
/// Tests change one place of it. Lines and columns in what they expect are those of these texts.
public struct SmallScenario: Hashable, Sendable {
  /// The text of each file, by its path inside the folder.
  public var files = [
    "scenario.json": scenarioText, "claims.json": claimsText,
    "borders/square.geojson": borderText, "tracks/seen.csv": trackText,
  ]

  public init() {}

  /// The same scenario with `old`, which stands there exactly once, replaced by `new`.
  public func changing(_ file: String, _ old: String, to new: String) -> SmallScenario {
    var changed = self
    let parts = files[file, default: ""].components(separatedBy: old)
    precondition(parts.count == 2, "\(old) stands \(parts.count - 1) times in \(file)")
    changed.files[file] = parts.joined(separator: new)
    return changed
  }

  /// The same scenario with a file replaced.
  public func replacing(_ file: String, by text: String) -> SmallScenario {
    var changed = self
    changed.files[file] = text
    return changed
  }

  /// The same scenario with a file cut off behind the first `count` bytes.
  public func cutting(_ file: String, to count: Int) -> SmallScenario {
    let text = files[file, default: ""]
    return replacing(file, by: String(decoding: text.utf8.prefix(count), as: UTF8.self))
  }

  /// Writes the files to a folder that may be there already.
  public func write(to folder: URL) throws {
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }
}

private let scenarioText = """
  {
    "schema": "overflight/scenario/1",
    "id": "square",
    "title": "A square and a path through it",
    "summary": "An invented incident for tests.",
    "sources": [
      {"id": "S1", "title": "Invented", "confidence": "assumption"},
      {"id": "map", "title": "A map", "address": "https://example.org/map", "confidence": "primary"},
    ],
    "parties": [
      {"id": "west", "name": "The West"},
      {"id": "east", "name": "The East"},
    ],
    "airspaces": [
      {"id": "square", "name": "the square"},
    ],
    "borders": [
      {
        "id": "drawn", "default": true, "title": "As drawn", "licence": "CC0-1.0",
        "sources": ["map"], "files": {"square": "borders/square.geojson"},
      },
    ],
    "aircraft": [
      {"id": "plane", "name": "A plane"},
    ],
    "places": [
      {
        "id": "gate", "name": "A gate", "sources": ["map"],
        "latitude": "0.05 deg", "longitude": "0.2 deg",
      },
      {
        "id": "tip", "name": "The southern tip", "sources": ["map"],
        "southernmost": {"airspace": "square", "border": "drawn"},
      },
    ],
    "uncertainties": {
      "borderDisplacement": {"halfWidth95": "50 m", "sources": ["S1"]},
    },
    "tracks": [
      {
        "id": "through",
        "title": "West through the square",
        "aircraft": "plane",
        "airspace": "square",
        "kind": "reconstruction",
        "basis": "Invented.",
        "sources": ["S1", "map"],
        "path": {
          "course": {
            "straight": {
              "through": "gate", "trackAngle": "270 deg true",
              "before": "30 s", "after": "120 s",
            },
          },
          "groundSpeed": "720 km/h",
          "altitude": {"height": "6000 m", "reference": "msl"},
          "time": {"at": "entry", "is": "2015-11-24T09:24:05+02:00"},
        },
        "warnings": {
          "count": 2, "over": "20 s", "endingAt": "entry", "party": "east", "sources": ["S1"],
        },
        "events": [
          {
            "kind": "hit", "party": "west", "time": {"after": "entry", "by": "40 s"},
            "place": "onTrack", "sources": ["S1"],
          },
        ],
      },
      {
        "id": "seen",
        "title": "As a radar saw it",
        "aircraft": "plane",
        "airspace": "square",
        "kind": "recorded",
        "basis": "Three fixes.",
        "sources": ["map"],
        "fixes": "tracks/seen.csv",
      },
    ],
  }

  """

private let claimsText = """
  {
    "schema": "overflight/claims/1",
    "claims": [
      {
        "id": "E1", "party": "east", "statement": "It was inside for a minute.",
        "sources": ["map"], "aircraft": "plane",
        "readings": [
          {"id": "as-stated", "test": {"kind": "durationInside", "value": "60 s"}},
        ],
      },
      {
        "id": "W1", "party": "west", "statement": "It was never inside.",
        "sources": ["S1"], "aircraft": "plane", "tracks": ["through"],
        "readings": [
          {"id": "as-stated", "meaning": "at no moment", "test": {"kind": "keptOut"}},
        ],
      },
    ],
  }

  """

private let borderText = """
  {
    "type": "Feature",
    "id": "square",
    "properties": {"window": [0, -1, 1, 1]},
    "geometry": {
      "type": "Polygon",
      "coordinates": [
        [
          [0.1, 0.0],
          [0.2, 0.0],
          [0.2, 0.1],
          [0.1, 0.1],
          [0.1, 0.0]
        ]
      ]
    }
  }

  """

private let trackText = """
  track_id,time_utc,lat_deg,lon_deg
  seen,2015-11-24T07:24:00Z,0.05,0.25
  seen,2015-11-24T07:25:00Z,0.05,0.15
  seen,2015-11-24T07:26:00Z,0.05,0.05

  """

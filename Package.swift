// swift-tools-version: 6.2
import PackageDescription

/// The rooms of the house, lowest first.
///
/// A room imports the rooms named in its row and no others. Every room it imports
/// is named, also those it would get through another: see decision 0002.
let rooms: KeyValuePairs<String, [Target.Dependency]> = [
  "Quantities": [],
  "Geometry": [],
  "Geodesy": ["Quantities", "Geometry"],
  "Airspaces": ["Quantities", "Geometry", "Geodesy"],
  "Flights": ["Quantities", "Geodesy"],
  "Incidents": ["Quantities", "Geometry", "Geodesy", "Airspaces", "Flights"],
  "Claims": ["Quantities", "Geodesy", "Airspaces", "Flights", "Incidents"],
  "Formats": ["Quantities", "Geometry", "Geodesy", "Airspaces", "Flights", "Incidents", "Claims"],
  "ScenarioLibrary": ["Formats"],
]
let allRooms = rooms.map { Target.Dependency(stringLiteral: $0.key) }

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// Square roots and fused multiply-adds live in the C library's libm, which a
// module that imports neither Foundation nor Glibc must name itself.
let mathLibrary: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

/// The scenarios' bytes, compiled into the binary: a room without Swift, known to one room only.
let embedded: [Target.Dependency] = ["EmbeddedScenarios"]

/// Folders of data that lie beside a room's tests.
let besideTests = [
  "Geodesy": ["Reference"], "Airspaces": ["Reference"], "Formats": ["Golden"],
]

let package = Package(
  name: "overflight",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Overflight", targets: rooms.map(\.key)),
    .executable(name: "overflight", targets: ["OverflightCLI"]),
  ],
  targets: rooms.flatMap { room, imports -> [Target] in
    [
      .target(
        name: room, dependencies: imports + (room == "ScenarioLibrary" ? embedded : []),
        swiftSettings: settings, linkerSettings: mathLibrary),
      .testTarget(
        name: room + "Tests", dependencies: allRooms + ["TestSupport"],
        exclude: besideTests[room, default: []], swiftSettings: settings),
    ]
  } + [
    .target(name: "EmbeddedScenarios"),
    .executableTarget(name: "OverflightCLI", dependencies: allRooms, swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: allRooms, path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "OverflightCLITests", dependencies: allRooms + ["OverflightCLI", "TestSupport"],
      swiftSettings: settings),
    .testTarget(name: "LayeringTests", swiftSettings: settings),
    .executableTarget(
      name: "Compare", dependencies: allRooms, path: "Tools/compare/Probe",
      swiftSettings: settings),
    .executableTarget(
      name: "Bench", dependencies: allRooms, path: "Tools/bench/Probe", swiftSettings: settings),
    .executableTarget(
      name: "Fuzz", dependencies: ["Quantities", "Geometry", "Geodesy", "Airspaces"],
      path: "Tools/fuzz/Probe", swiftSettings: settings, linkerSettings: mathLibrary),
  ]
)

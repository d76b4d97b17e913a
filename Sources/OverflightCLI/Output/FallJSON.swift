import Flights
import Formats
import Quantities

/// `fall --json`: one object with what was typed and what follows.
struct FallJSON {
  static let schema = "overflight/fall/1"

  let request: FallRequest

  func write(to output: inout some TextOutputStream) {
    output.writeJSON { json in
      json.object { json in
        json.memberObject("parameters", .oneLine) { json in
          json.member("distance_m", request.distance?.meters, decimals: 3)
          json.member(
            "gravity_mps2", Acceleration.standardGravity.metersPerSecondSquared, decimals: 5)
          json.member("gs_mps", request.speed.metersPerSecond, decimals: 3)
          json.member("height_m", request.height?.meters, decimals: 3)
          json.member("terrain_m", request.terrain.meters, decimals: 3)
        }
        json.memberObject("results") { json in writeResults(to: &json) }
        json.member("schema", Self.schema)
        json.member("tool", "overflight")
        json.member("version", Program.overflightVersion)
      }
    }
  }

  private func writeResults(to json: inout JSONWriter<some TextOutputStream>) {
    json.memberArray("from_height") { json in
      for row in request.fromHeight {
        json.object(.oneLine) { json in
          json.member(
            "ballistic_coefficient_kgpm2", row.coefficient?.kilogramsPerSquareMeter, decimals: 3)
          json.member("distance_m", row.fall.distance.meters, decimals: 3)
          json.member("duration_s", row.fall.duration.seconds, decimals: 3)
          json.member("impact_angle_deg", row.fall.impactAngle.degrees, decimals: 3)
          json.member("impact_speed_mps", row.fall.impactSpeed.metersPerSecond, decimals: 3)
        }
      }
    }
    json.memberArray("of_durations") { json in
      for row in request.ofDurations {
        json.object(.oneLine) { json in
          json.member("duration_s", row.duration.seconds, decimals: 3)
          json.member("height_left_m", row.heightLeft?.meters, decimals: 3)
          json.member("height_lost_m", row.heightLost.meters, decimals: 3)
          json.member("mean_gs_mps", row.meanSpeed?.metersPerSecond, decimals: 3)
        }
      }
    }
  }
}

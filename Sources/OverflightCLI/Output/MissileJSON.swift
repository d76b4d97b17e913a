import Flights
import Formats
import Geodesy
import Incidents
import Quantities

/// `missile --json`: one object with what was asked, and the target at launch and hit by each border.
struct MissileJSON {
  static let schema = "overflight/missile/1"

  let request: MissileRequest
  let inputs: [LoadedScenario.Input]
  let allowsUnsourced: Bool

  func write(to output: inout some TextOutputStream) {
    let flight = request.flight.duration
    output.writeJSON { json in
      json.object { json in
        json.memberInputs(inputs)
        json.memberObject("parameters") { json in
          json.member("allow_unsourced", allowsUnsourced)
          json.member(
            "border_displacement_m", request.borderDisplacement.meters, decimals: 3)
          json.memberArray("borders", .oneLine) { json in
            for answer in request.answers { json.string(answer.border) }
          }
          json.memberArray("flight_s", .oneLine) { json in
            json.number(flight.lowerBound.seconds, decimals: 3)
            json.number(flight.upperBound.seconds, decimals: 3)
          }
          json.member("known", request.known.rawValue)
          json.key("range_m")
          write(
            request.way.map { ($0.ranges.lowerBound.meters, $0.ranges.upperBound.meters) }, &json)
          json.key("speed_mps")
          write(
            request.way.map {
              ($0.speeds.lowerBound.metersPerSecond, $0.speeds.upperBound.metersPerSecond)
            }, &json)
          json.member("track", request.track.id)
        }
        json.memberArray("results") { json in
          for answer in request.answers { write(answer, to: &json) }
        }
        json.member("scenario", request.scenario.id)
        json.member("schema", Self.schema)
        json.member("tool", "overflight")
        json.member("version", Program.overflightVersion)
      }
    }
  }

  private func write(_ ends: (Double, Double)?, _ json: inout JSONWriter<some TextOutputStream>) {
    guard let ends else { return json.null() }
    json.array(.oneLine) { json in
      json.number(ends.0, decimals: 3)
      json.number(ends.1, decimals: 3)
    }
  }

  private func write(
    _ answer: MissileRequest.Answer, to json: inout JSONWriter<some TextOutputStream>
  ) {
    let engagement = answer.engagement
    json.object { json in
      json.member("border", answer.border)
      json.memberArray("changes") { json in
        for change in engagement.changes {
          json.object(.oneLine) { json in
            json.member("at", change.isEntry ? "entry" : "exit")
            json.member("flight_s", change.flightTime.seconds, decimals: 3)
            json.member("in_band", engagement.flight.duration.contains(change.flightTime))
            json.member("time", change.passage.time.rfc3339)
            let error = change.uncertainty.seconds
            json.member("uncertainty_95_s", error.isFinite ? error : nil, decimals: 3)
          }
        }
      }
      json.memberArray("ends") { json in
        let flight = engagement.flight.duration
        for (time, end) in [
          (flight.lowerBound, engagement.shortest), (flight.upperBound, engagement.longest),
        ] {
          json.object(.oneLine) { json in
            json.member("apart_m", end?.distance.meters, decimals: 3)
            json.member("flight_s", time.seconds, decimals: 3)
            json.member("flown_m", end?.flown.meters, decimals: 3)
            json.key(engagement.known.other.rawValue)
            write(end?.position, to: &json)
          }
        }
      }
      json.memberObject("known") { json in
        json.key("at")
        write(engagement.position, to: &json)
        json.member("moment", engagement.known.rawValue)
        json.member("party", answer.event?.party)
        json.memberArray("sources", .oneLine) { json in
          for source in answer.event?.sources ?? [] { json.string(source) }
        }
      }
      json.memberArray("stretches") { json in
        for stretch in engagement.stretches {
          json.object(.oneLine) { json in
            json.member("from_s", stretch.flightTimes.lowerBound.seconds, decimals: 3)
            json.member("inside", stretch.isInside)
            json.member("share", stretch.share, decimals: 6)
            let error = stretch.shareUncertainty
            json.member("share_uncertainty_95", error.isFinite ? error : nil, decimals: 6)
            json.member("to_s", stretch.flightTimes.upperBound.seconds, decimals: 3)
          }
        }
      }
    }
  }

  private func write(
    _ position: Engagement.Position?, to json: inout JSONWriter<some TextOutputStream>
  ) {
    guard let position else { return json.null() }
    json.object(.oneLine) { json in
      json.member("border_distance_m", position.borderDistance?.meters, decimals: 3)
      json.member("lat_deg", position.place.latitude.degrees, decimals: 7)
      json.member("lon_deg", position.place.longitude.degrees, decimals: 7)
      json.member("side", position.side.rawValue)
      json.member("time", position.time.rfc3339)
    }
  }
}

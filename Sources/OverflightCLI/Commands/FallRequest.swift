import Flights
import Geodesy
import Quantities

/// What falls are to be told.
struct FallRequest {
  /// A fall that lasts so long: what it needs.
  struct OfDuration {
    let duration: TimeSpan
    /// Without drag.
    let heightLost: Length
    /// What a stated distance needs.
    let meanSpeed: Speed?
    /// Where a stated height and terrain leave the body.
    let heightLeft: Length?
  }

  /// A fall from a stated height.
  struct FromHeight {
    let coefficient: BallisticCoefficient?
    let fall: Fall
  }

  let distance: Length?
  let height: Length?
  let terrain: Length
  let speed: Speed
  let ofDurations: [OfDuration]
  let fromHeight: [FromHeight]

  init(_ draft: FallDraft) throws(UsageError) {
    guard !draft.durations.isEmpty || draft.height != nil else {
      throw .missingOption("--duration TIMES or --height LENGTH")
    }
    if draft.height == nil, !draft.coefficients.isEmpty {
      throw .alone("--drag", needs: "--height")
    }
    if draft.height == nil, draft.terrain != nil { throw .alone("--terrain", needs: "--height") }
    if draft.height == nil, draft.speed != nil { throw .alone("--speed", needs: "--height") }
    if draft.durations.isEmpty, draft.distance != nil {
      throw .alone("--distance", needs: "--duration")
    }
    let (height, terrain) = (draft.height, draft.terrain ?? .zero)
    (distance, self.height, self.terrain) = (draft.distance, height, terrain)
    speed = draft.speed ?? .zero
    ofDurations = draft.durations.map { seconds in
      let lost = Fall.heightLost(fallingFreelyFor: .seconds(seconds))
      return OfDuration(
        duration: .seconds(seconds), heightLost: lost,
        meanSpeed: draft.distance.map { $0 / .seconds(seconds) },
        heightLeft: height.map { $0 - lost - terrain })
    }
    var falls: [FromHeight] = []
    if let height {
      let coefficients: [BallisticCoefficient?] =
        [nil] + draft.coefficients.map { .kilogramsPerSquareMeter($0) }
      for coefficient in coefficients {
        do throws(FallError) {
          // Where on the Earth it falls changes no number that is told.
          let start = try FallState(
            place: GeodeticCoordinate(knownLatitude: 0, longitude: 0), height: height,
            trackAngle: .degrees(90), groundSpeed: speed)
          falls.append(
            FromHeight(
              coefficient: coefficient,
              fall: try Fall(
                from: start, toTerrain: terrain, ballisticCoefficient: coefficient)))
        } catch {
          throw .unusable(of: "the fall", reason: "\(error)")
        }
      }
    }
    fromHeight = falls
  }
}

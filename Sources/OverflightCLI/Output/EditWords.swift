import Formats
import Incidents
import Quantities

/// How outputs of `vary` tell of a path that was edited by hand.
extension VaryRequest {
  /// A sentence behind others; nothing where the track is as told.
  var editInWords: String {
    guard let edit else { return "" }
    let file = edit.file.printableLine
    guard case .path(let path) = track.motion, case .given(let speed) = path.groundSpeed else {
      return " Path: \(file), at its own times."
    }
    let (moment, time) = (path.anchor.moment.words, path.anchor.time.timeOfDayUTC)
    let kilometers = (speed.metersPerSecond * 3.6).figure(1)
    return " Path: \(file), flown at \(kilometers) km/h, timed by its \(moment) at \(time)."
  }

  /// The member `waypoints`, where there is such a path.
  func writeEdit(to json: inout JSONWriter<some TextOutputStream>) {
    guard let edit else { return }
    json.memberObject("waypoints", .oneLine) { json in
      json.member("file", edit.file)
      if case .path(let path) = track.motion, case .given(let speed) = path.groundSpeed {
        json.member("gs_mps", speed.metersPerSecond, decimals: 3)
        json.member("timed_by", path.anchor.moment.rawValue)
        json.member("timed_time", path.anchor.time.rfc3339)
      }
    }
  }
}

extension TrackMoment {
  fileprivate var words: String { self == .nearestApproach ? "nearest approach" : rawValue }
}

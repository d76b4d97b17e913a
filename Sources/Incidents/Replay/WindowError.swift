import Airspaces
import Flights
public import Geodesy
public import Quantities

/// A track leaves the window that a border was cut to, for where the whole may have border.
public struct WindowError: Error, Hashable {
  /// The fix at which the leg begins that leaves, counted from 0.
  public let fix: Int
  public let time: Instant
  public let place: GeodeticCoordinate
}

extension WindowError {
  /// Finds the leg that an error of the whole path is about: the first that is refused by itself.
  init(_ error: CrossingError, on fixes: TimedPlaces, of border: PreparedBorder) {
    var (fix, error) = (0, error)
    for number in 0..<max(1, fixes.count - 1) {
      do throws(CrossingError) {
        _ = try border.crossings(of: fixes.leg(number))
      } catch let found {
        (fix, error) = (number, found)
        break
      }
    }
    let place =
      switch error {
      case .leavesWindow(let place): place
      }
    let leg = fixes.leg(fix)
    let flown = GeodesicLeg(from: leg.start, to: place).length
    let fraction = leg.length > .zero ? min(1, flown / leg.length) : 0
    self.init(fix: fix, time: fixes.time(onLeg: fix, fraction: fraction), place: place)
  }
}

extension TimedPlaces {
  /// The geodesic from a place to the next; from the last place, and only there, to itself.
  fileprivate func leg(_ number: Int) -> GeodesicLeg {
    GeodesicLeg(from: places[number], to: places[min(number + 1, count - 1)])
  }
}

extension WindowError: CustomStringConvertible {
  public var description: String {
    "at \(time.rfc3339), from fix \(fix + 1) on, it leaves the window of the border data, at "
      + "latitude \(place.latitude.degrees), longitude \(place.longitude.degrees); take a border "
      + "file that reaches further, or cut the track there"
  }
}

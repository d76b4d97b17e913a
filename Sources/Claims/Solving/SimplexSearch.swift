/// Seeks the least value over the unit cube without derivatives: Nelder's and Mead's method.
///
/// It is for values that have edges, such as the greatest of several, where ``LeastSquares`` stalls.
///
/// - Source: J. A. Nelder, R. Mead, "A Simplex Method for Function Minimization", *The Computer
///   Journal* 7 (1965); begun anew, smaller, from where it ended, against false ends.
struct SimplexSearch {
  /// The most evaluations of a run.
  var evaluations = 120
  /// The edge of the first simplex of each run, as a share of the cube's.
  var edges = [0.1, 0.02, 0.004]

  /// The place found, from a start in the cube.
  ///
  /// - Parameters:
  ///   - start: Where it begins.
  ///   - value: The value at a place, the same whenever it is asked.
  /// - Returns: A place whose value is not above that of the start.
  func minimized(from start: [Double], _ value: ([Double]) -> Double) -> [Double] {
    guard !start.isEmpty else { return start }
    return edges.reduce(start) { run(from: $0, edge: $1, value) }
  }

  private typealias Corner = (place: [Double], value: Double)

  private func run(
    from start: [Double], edge: Double, _ value: ([Double]) -> Double
  ) -> [Double] {
    func corner(_ place: [Double]) -> Corner {
      let inside = place.map { min(1, max(0, $0)) }
      return (inside, value(inside))
    }
    var corners = [corner(start)]
    for axis in start.indices {
      var place = start
      place[axis] += place[axis] > 0.5 ? -edge : edge
      corners.append(corner(place))
    }
    var count = corners.count
    while count < evaluations {
      // Stable, so that equal values keep their order.
      corners = corners.enumerated().sorted {
        ($0.element.value, $0.offset) < ($1.element.value, $1.offset)
      }.map(\.element)
      let (best, worst) = (corners[0], corners[corners.count - 1])
      if worst.value - best.value <= 1e-9 * (1 + abs(best.value)) { break }
      let middle = start.indices.map { axis in
        corners.dropLast().reduce(0) { $0 + $1.place[axis] } / Double(start.count)
      }
      /// The worst corner, moved through the middle of the others so many times as far.
      func moved(_ factor: Double) -> Corner {
        count += 1
        return corner(zip(middle, worst.place).map { $0 + factor * ($0 - $1) })
      }
      let reflected = moved(1)
      let last = corners.count - 1
      if reflected.value < best.value {
        let expanded = moved(2)
        corners[last] = expanded.value < reflected.value ? expanded : reflected
      } else if reflected.value < corners[last - 1].value {
        corners[last] = reflected
      } else {
        let contracted = moved(reflected.value < worst.value ? 0.5 : -0.5)
        if contracted.value < min(reflected.value, worst.value) {
          corners[last] = contracted
        } else {
          for index in corners.indices.dropFirst() {
            corners[index] = corner(zip(best.place, corners[index].place).map { ($0 + $1) / 2 })
            count += 1
          }
        }
      }
    }
    return corners.min { $0.value < $1.value }?.place ?? start
  }
}

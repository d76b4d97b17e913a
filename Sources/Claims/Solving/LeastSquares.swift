/// Seeks the least sum of squares over the unit cube: Levenberg's and Marquardt's method, with
/// differences for derivatives, kept inside the cube.
///
/// - Source: J. Nocedal, S. J. Wright, *Numerical Optimization* (2nd ed. 2006), sections 10.3 and
///   16.7 (coordinates at a bound that the descent would leave are held for the step).
struct LeastSquares {
  /// The most steps that are tried.
  var tries = 24
  /// The coordinates that keep their value.
  var held: Set<Int> = []
  /// The length of the differences, as a share of the cube's edge.
  var difference = 1e-5

  /// The place found, from a start in the cube.
  ///
  /// - Parameters:
  ///   - start: Where it begins.
  ///   - isReached: Whether residuals are good enough to stop.
  ///   - residuals: As many at every place; a place has the same ones whenever it is asked.
  /// - Returns: A place whose sum of squares is not above that of the start.
  /// - Complexity: One evaluation a step that is tried, and one a coordinate for each step taken.
  func minimized(
    from start: [Double], until isReached: ([Double]) -> Bool = { _ in false },
    _ residuals: ([Double]) -> [Double]
  ) -> [Double] {
    var place = start
    var values = residuals(place)
    var damping = 1e-3
    var slopes: [[Double]]?
    for _ in 0..<tries {
      let cost = values.sumOfSquares
      if cost < 1e-20 || isReached(values) { break }
      let columns = slopes ?? self.slopes(at: place, values, residuals)
      slopes = columns
      guard let step = step(at: place, values, columns, damping) else { break }
      let next = zip(place, step).map { min(1, max(0, $0 + $1)) }
      if next == place { break }
      let nextValues = residuals(next)
      let nextCost = nextValues.sumOfSquares
      if nextCost < cost {
        (place, values, slopes) = (next, nextValues, nil)
        damping = max(1e-9, damping / 10)
        if cost - nextCost < 1e-4 * cost { break }
      } else {
        damping *= 10
        if damping > 1e7 { break }
      }
    }
    return place
  }

  /// The derivative of all residuals by each coordinate.
  ///
  /// From the last coordinate to the first: the later ones leave the places of a path alone.
  private func slopes(
    at place: [Double], _ values: [Double], _ residuals: ([Double]) -> [Double]
  ) -> [[Double]] {
    var slopes = Array(repeating: [Double](), count: place.count)
    for axis in place.indices.reversed() where !held.contains(axis) {
      var moved = place
      let way = place[axis] > 0.5 ? -difference : difference
      moved[axis] += way
      slopes[axis] = zip(residuals(moved), values).map { ($0 - $1) / way }
    }
    return slopes
  }

  private func step(
    at place: [Double], _ values: [Double], _ slopes: [[Double]], _ damping: Double
  ) -> [Double]? {
    var free = place.indices.filter { axis in
      !held.contains(axis) && slopes[axis].contains { $0 != 0 }
    }
    let descent = slopes.map { column in zip(column, values).reduce(0) { $0 - $1.0 * $1.1 } }
    free.removeAll { axis in
      (place[axis] <= 0 && descent[axis] <= 0) || (place[axis] >= 1 && descent[axis] >= 0)
    }
    guard !free.isEmpty else { return nil }
    let rows = free.map { row in
      free.map { column in
        let product = zip(slopes[row], slopes[column]).reduce(0) { $0 + $1.0 * $1.1 }
        return row == column ? product * (1 + damping) + 1e-12 : product
      }
    }
    guard let solution = solved(rows, free.map { descent[$0] }) else { return nil }
    var step = Array(repeating: 0.0, count: place.count)
    // What is linear nearby need not be so further off.
    let longest = solution.reduce(0) { max($0, abs($1)) }
    let share = longest > 0.25 ? 0.25 / longest : 1
    for (index, axis) in free.enumerated() { step[axis] = solution[index] * share }
    return step
  }
}

extension [Double] {
  fileprivate var sumOfSquares: Double { reduce(0) { $0 + $1 * $1 } }
}

/// Solves a system of linear equations by elimination with row exchange; nothing where it is singular.
func solved(_ rows: [[Double]], _ right: [Double]) -> [Double]? {
  var (rows, right) = (rows, right)
  for pivot in rows.indices {
    let best = (pivot..<rows.count).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
    rows.swapAt(pivot, best)
    right.swapAt(pivot, best)
    guard abs(rows[pivot][pivot]) > 0, rows[pivot][pivot].isFinite else { return nil }
    for row in rows.indices.dropFirst(pivot + 1) {
      let factor = rows[row][pivot] / rows[pivot][pivot]
      for column in pivot..<rows.count { rows[row][column] -= factor * rows[pivot][column] }
      right[row] -= factor * right[pivot]
    }
  }
  var solution = right
  for row in rows.indices.reversed() {
    let known = (row + 1..<rows.count).reduce(0) { $0 + rows[row][$1] * solution[$1] }
    solution[row] = (right[row] - known) / rows[row][row]
  }
  return solution.allSatisfy(\.isFinite) ? solution : nil
}

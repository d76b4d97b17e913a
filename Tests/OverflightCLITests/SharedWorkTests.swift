import Testing

@testable import OverflightCLI

@Suite struct `Work that threads share` {
  /// Task *n* makes the sums *n* + 0 … *n* + *n*, in parts that threads without a task help with.
  @Test(arguments: [0, 1, 2, 3, 24], [1, 2, 3, 16])
  func `comes out in order by any number of threads`(tasks: Int, threads: Int) {
    let expected = (0..<tasks).map { number in Array(number...2 * number) }
    for _ in 0..<50 {
      let found: [[Int]] = SharedWork.results(of: tasks, threads: threads) { number, work in
        work.parts(number + 1) { part in number + part }
      }
      #expect(found == expected)
    }
  }

  @Test func `may have parts one after the other, and none`() {
    let found: [[Int]] = SharedWork.results(of: 3, threads: 3) { number, work in
      (0..<20).map { (count: Int) -> Int in
        work.parts(count) { part in part * number }.reduce(0, +)
      }
    }
    // 0 + 1 + … + (n − 1) is n(n − 1)/2.
    let sums: [Int] = (0..<20).map { $0 * ($0 - 1) / 2 }
    let expected: [[Int]] = (0..<3).map { number in sums.map { number * $0 } }
    #expect(found == expected)
  }
}

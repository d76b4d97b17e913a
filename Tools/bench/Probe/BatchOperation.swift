import Foundation

/// One thing that is measured: many questions at once, and what they are answered with.
protocol BatchOperation {
  associatedtype Questions
  associatedtype Answers

  /// How many questions the data hold.
  var count: Int { get }

  /// The first `count` questions, with `salt` degrees added to each longitude, so that no two runs
  /// ask the same.
  func questions(_ count: Int, salt: Double) throws -> Questions

  /// The work that is timed.
  func answer(_ questions: Questions) throws -> Answers

  /// The answers as bare numbers, as many for each question.
  func numbers(of answers: Answers) -> [Double]
}

extension BatchOperation {
  /// One run: the nanoseconds of the processor that the answers took, and their sum, which cannot
  /// be known without computing them.
  func run(_ count: Int, salt: Double) throws -> (nanoseconds: Double, sum: Double) {
    let questions = try questions(count, salt: salt)
    let start = processorNanoseconds()
    let answers = try answer(questions)
    let taken = processorNanoseconds() - start
    let sum = numbers(of: answers).reduce(0) { $1.isFinite ? $0 + $1 : $0 }
    return (taken, sum)
  }
}

/// What this process has used so far; time in which others had the core does not count.
private func processorNanoseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// Flat columns of numbers, one after the other in one array.
struct Columns {
  let numbers: [Double]
  let rows: Int

  init(_ numbers: [Double], width: Int) {
    (self.numbers, rows) = (numbers, numbers.count / width)
  }

  /// The first `count` numbers of a column, with `salt` added to each.
  func column(_ index: Int, _ count: Int, salt: Double = 0) -> [Double] {
    numbers[(index * rows)..<(index * rows + count)].map { $0 + salt }
  }
}

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
  /// One run: the nanoseconds that the answers took, and their sum, which cannot be known without
  /// computing them.
  func run(_ count: Int, salt: Double) throws -> (nanoseconds: Double, sum: Double) {
    let questions = try questions(count, salt: salt)
    let clock = ContinuousClock()
    let start = clock.now
    let answers = try answer(questions)
    let taken = clock.now - start
    let sum = numbers(of: answers).reduce(0) { $1.isFinite ? $0 + $1 : $0 }
    return (taken / .nanoseconds(1), sum)
  }
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

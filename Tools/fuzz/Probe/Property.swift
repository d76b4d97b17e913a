import Quantities

/// Something that holds for every question that can be asked of a subject.
///
/// A subject (a polygon, a border) is made once for several questions, by a stream of its own; each
/// question has a stream of its own too. So a run is repeated by its seed and number alone.
protocol Property {
  associatedtype Subject

  /// As it is named on the command line.
  static var name: String { get }
  /// What holds, in a sentence.
  static var statement: String { get }
  static var questionsPerSubject: Int { get }

  static func subject(using random: inout RandomStream) -> Subject

  /// Asks one question.
  ///
  /// - Parameters:
  ///   - subject: What is asked.
  ///   - question: Its number among the questions to this subject, from 0.
  ///   - random: The question's own stream.
  /// - Returns: What was found to be wrong, with all that is needed to see it; nothing if all holds.
  static func counterexample(
    to subject: Subject, question: Int, using random: inout RandomStream
  ) -> String?
}

/// A property with its type forgotten, as the list of all holds it.
struct NamedProperty {
  let name: String
  let statement: String
  let run: (Range<Int>, UInt64, inout Watch) -> (run: Int, text: String)?

  init<P: Property>(_: P.Type) {
    name = P.name
    statement = P.statement
    run = { runs, seed, watch in firstCounterexample(P.self, in: runs, seed: seed, &watch) }
  }
}

private func firstCounterexample<P: Property>(
  _: P.Type, in runs: Range<Int>, seed: UInt64, _ watch: inout Watch
) -> (run: Int, text: String)? {
  var subject: (number: Int, value: P.Subject)?
  for run in runs {
    if watch.isOver(at: run) { return nil }
    let (number, question) = run.quotientAndRemainder(dividingBy: P.questionsPerSubject)
    let current: P.Subject
    if let subject, subject.number == number {
      current = subject.value
    } else {
      // Negative numbers belong to subjects, the others to questions.
      var random = RandomStream(seed: seed, number: ~number)
      current = P.subject(using: &random)
      subject = (number, current)
    }
    var random = RandomStream(seed: seed, number: run)
    if let text = P.counterexample(to: current, question: question, using: &random) {
      return (run, text)
    }
  }
  return nil
}

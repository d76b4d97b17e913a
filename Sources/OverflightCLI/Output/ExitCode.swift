/// What the process tells its caller when it ends.
///
/// The numbers from 64 on are those of `sysexits.h`. A verdict never sets the exit code by
/// itself: ``failOn`` needs the option of that name.
enum ExitCode: Int32, CaseIterable, Hashable, Sendable {
  case done = 0
  case failOn = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  case ourFault = 70
  case cannotCreate = 73
  case inputOutput = 74
  case badScenario = 78
}

extension ExitCode {
  /// The meaning in words, as the help lists it.
  var meaning: String {
    switch self {
    case .done: "done, whatever the verdicts"
    case .failOn: "a verdict named by --fail-on occurred"
    case .usage: "the command line was wrong"
    case .badData: "the input data are wrong"
    case .noInput: "there is no such input"
    case .ourFault: "a fault of overflight itself"
    case .cannotCreate: "an output cannot be created"
    case .inputOutput: "reading or writing failed"
    case .badScenario: "the scenario is wrong"
    }
  }
}

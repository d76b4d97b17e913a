/// One argument that is known by its place, with everything that is to be said of it.
struct Positional<Draft>: Sendable {
  /// What the help calls it, such as `SCENARIO`.
  let name: String
  let help: String
  let isRequired: Bool
  /// What holds when it is left out, in the words the user would type.
  let initially: String?
  let accepts: Accepted
  /// Writes the argument into the draft.
  let apply: @Sendable (_ text: String, _ draft: inout Draft) throws(UsageError) -> Void

  init(
    _ name: String, help: String, isRequired: Bool, initially: String? = nil,
    accepts: Accepted = .anyText,
    apply: @escaping @Sendable (_ text: String, _ draft: inout Draft) throws(UsageError) -> Void
  ) {
    self.name = name
    self.help = help
    self.isRequired = isRequired
    self.initially = initially
    self.accepts = accepts
    self.apply = apply
  }
}

extension Positional {
  /// An argument that must be given, kept as it was typed.
  static func required(
    _ name: String, help: String, accepts: Accepted = .anyText, into place: Place<Draft, String>
  ) -> Positional {
    Positional(name, help: help, isRequired: true, accepts: accepts) { text, draft in
      draft[keyPath: place] = text
    }
  }

  /// An argument that may be left out, kept as it was typed.
  static func optional(
    _ name: String, help: String, initially: String? = nil, accepts: Accepted = .anyText,
    into place: Place<Draft, String?>
  ) -> Positional {
    Positional(name, help: help, isRequired: false, initially: initially, accepts: accepts) {
      text, draft in draft[keyPath: place] = text
    }
  }

  /// The name as a usage line has it: in brackets when it may be left out.
  var usage: String { isRequired ? name : "[\(name)]" }

  /// The same argument, to be read about but not applied.
  var readOnly: Positional<Never> {
    Positional<Never>(
      name, help: help, isRequired: isRequired, initially: initially, accepts: accepts,
      apply: { _, _ in })
  }
}

import Formats

extension JSONWriter {
  /// The files that a result rests on, each with its size and sum.
  mutating func memberInputs(_ inputs: [LoadedScenario.Input]) {
    memberArray("inputs") { json in
      for input in inputs {
        json.object(.oneLine) { json in
          json.member("bytes", input.bytes)
          json.member("file", input.file)
          json.member("sha256", input.sha256)
        }
      }
    }
  }
}

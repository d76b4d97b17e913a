import Testing

@testable import OverflightCLI

@Suite struct `A figure` {
  @Test(arguments: [
    (1.25, "+1.250"), (-1.25, "−1.250"), (0, "0.000"), (0.0004, "0.000"), (-0.0004, "0.000"),
  ])
  func `has a sign where it says something`(value: Double, expected: String) {
    #expect(value.figure(3, signed: true) == expected)
  }

  @Test func `has no plus unless asked`() {
    #expect((1.25).figure(2) == "1.25")
    #expect((-1.5).figure(1) == "−1.5")
  }
}

import Testing

@testable import OverflightCLI

@Suite struct `Styles` {
  @Test(arguments: [
    (ColorChoice.auto, nil, nil, true, true),
    (.auto, nil, "xterm", true, true),
    (.auto, nil, nil, false, false),
    (.auto, "1", nil, true, false),
    (.auto, "", nil, true, true),
    (.auto, nil, "dumb", true, false),
    (.always, "1", "dumb", false, true),
    (.always, nil, nil, true, true),
    (.never, nil, nil, true, false),
  ])
  func `depend on the option, the environment and the terminal alone`(
    choice: ColorChoice, noColor: String?, term: String?, isTerminal: Bool, isOn: Bool
  ) {
    let environment = Environment(noColor: noColor, term: term)
    let style = Style(choice, environment: environment, isTerminal: isTerminal)
    #expect(style.isOn == isOn)
  }

  @Test(arguments: Style.Role.allCases)
  func `never use a color, so that none can take a side`(role: Style.Role) {
    #expect([nil, 1, 2, 3].contains(role.code))
  }

  @Test func `differ between the three verdicts`() {
    let codes = [Style.Role.supported, .contradicted, .undetermined].map(\.code)
    #expect(Set(codes).count == 3)
  }

  @Test func `begin before a text and end after it`() {
    #expect(Style(isOn: true)(.supported, "supported") == "\u{1B}[1msupported\u{1B}[0m")
    #expect(Style(isOn: true)(.plain, "text") == "text")
    #expect(Style.plain(.supported, "supported") == "supported")
  }
}

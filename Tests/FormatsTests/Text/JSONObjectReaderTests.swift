import Formats
import Quantities
import Testing

@Suite struct `A reader of a JSON object` {
  @Test func `reads every kind of member`() throws {
    var reader = try parse(
      """
      {"id": "A", "on": true, "n": 1.5, "count": 3, "list": [1, 2], "inner": {"x": 1},
       "words": ["a", "b"], "speed": "980 km/h", "warnings": 10, "time": "2015-11-24T09:24:05+02:00",
       "kind": "path", "many": [{}, {}]}
      """
    ).root.object()
    #expect(try reader.string("id") == "A")
    #expect(try reader.bool("on"))
    #expect(try reader.number("n") == 1.5)
    #expect(try reader.integer("count") == 3)
    #expect(try reader.array("list").count == 2)
    var inner = try reader.object("inner")
    #expect(try inner.integer("x") == 1)
    try inner.finish()
    #expect(try reader.strings("words") == ["a", "b"])
    #expect(
      try reader.measure("speed", of: .speed)
        == ReportedMeasure(measure: Measure(980, .kilometerPerHour), halfWidth: 0.5))
    #expect(try reader.measure("warnings", of: .count).measure == Measure(10, .one))
    #expect(try reader.instant("time").rfc3339 == "2015-11-24T07:24:05.000Z")
    #expect(try reader.oneOf("kind", ["fixes", "path"]) == "path")
    #expect(try reader.objects("many").count == 2)
    try reader.finish()
  }

  @Test func `has nothing for members left out`() throws {
    var reader = try parse("{}").root.object()
    #expect(try reader.optionalString("a") == nil)
    #expect(try reader.optionalBool("b") == nil)
    #expect(try reader.optionalNumber("c") == nil)
    #expect(try reader.optionalInteger("d") == nil)
    #expect(try reader.optionalArray("e") == nil)
    #expect(try reader.optionalStrings("f") == nil)
    #expect(try reader.optionalObject("g") == nil)
    #expect(try reader.optionalObjects("h") == nil)
    #expect(try reader.optionalMeasure("i", of: .length) == nil)
    #expect(try reader.optionalInstant("j") == nil)
    #expect(try reader.optionalOneOf("k", ["l"]) == nil)
  }

  @Test(
    arguments: [
      ("980", .speed, "980, expected a speed with its unit such as \"980 km/h\"; write the unit"),
      (
        "\"980\"", .speed,
        "\"980\", expected a speed with its unit such as \"980 km/h\"; write the unit"
      ),
      (
        "1.36", .length, "1.36, expected a length with its unit such as \"1.36 km\"; write the unit"
      ),
      ("\"fast\"", .speed, "\"fast\", expected a speed with its unit such as \"980 km/h\""),
      ("\"nan km/h\"", .speed, "\"nan km/h\", expected a speed with its unit such as \"980 km/h\""),
      (
        "\"9 kmh\"", .speed,
        "\"9 kmh\", expected a speed in m/s, km/h, kt or mph; did you mean \"km/h\"?"
      ),
      (
        "\"9 furlongs\"", .length,
        "\"9 furlongs\", expected a length in m, km, ft, mi or NM; \"furlongs\" is no unit that is known here"
      ),
      (
        "\"9 s\"", .angle,
        "\"9 s\", expected an angle in deg; \"s\" is a unit of time, not of angle"
      ),
      ("null", .time, "null, expected a time with its unit such as \"17 s\""),
      ("\"ten\"", .count, "\"ten\", expected a count such as 10"),
      (
        "\"10 s\"", .count,
        "\"10 s\", expected a count, a bare number; \"s\" is a unit of time, not of count"
      ),
      ("[]", .count, "an array, expected a count such as 10"),
    ] as [(String, MeasureUnit.Kind, String)])
  func `asks a measure for its unit`(value: String, kind: MeasureUnit.Kind, sentence: String) {
    let told = sentenceOfError {
      var reader = try parse("{\"v\": \(value)}").root.object()
      return try reader.measure("v", of: kind)
    }
    #expect(told == "f:1:7: $.v: found " + sentence)
  }

  @Test(arguments: [
    ("{v: 1}", "f:1:5: $.v: found 1, expected a text in double quotes"),
    ("{w: 1}", "f:1:1: $: found an object without \"v\", expected the key \"v\""),
    ("[]", "f:1:1: $: found an array, expected an object"),
  ])
  func `asks a text to be there and to be one`(source: String, sentence: String) {
    let told = sentenceOfError {
      var reader = try parse(source).root.object()
      return try reader.string("v")
    }
    #expect(told == sentence)
  }

  @Test(arguments: ["2015-11-24T09:24:05", "24 Nov 2015"])
  func `asks a time for its offset`(time: String) {
    let told = sentenceOfError {
      var reader = try parse("{\"time\": \"\(time)\"}").root.object()
      return try reader.instant("time")
    }
    #expect(
      told.hasPrefix(
        "f:1:10: $.time: found \"\(time)\", expected a time with its offset such as "
          + "\"2015-11-24T09:24:05+02:00\"; a time "))
  }

  @Test func `suggests the nearest of several words`() {
    let told = sentenceOfError {
      var reader = try parse("{\"kind\": \"fixs\"}").root.object()
      return try reader.oneOf("kind", ["fixes", "path"])
    }
    #expect(
      told
        == "f:1:10: $.kind: found \"fixs\", expected \"fixes\" or \"path\"; did you mean \"fixes\"?"
    )
  }

  @Test func `suggests how a missing key is written`() {
    let told = sentenceOfError {
      var reader = try parse("{\"groundspeed\": \"980 km/h\"}").root.object()
      return try reader.measure("groundSpeed", of: .speed)
    }
    #expect(told.hasSuffix("is it written \"groundspeed\"?"))
  }

  @Test func `refuses keys that nobody asked for`() {
    let told = sentenceOfError {
      var reader = try parse("{\"id\": \"A\",\n \"altitud\": \"1 m\"}").root.object()
      _ = try reader.string("id")
      _ = try reader.optionalMeasure("altitude", of: .length)
      return try reader.finish()
    }
    #expect(
      told == "f:2:2: $.altitud: found the unknown key \"altitud\", "
        + "expected \"altitude\" or \"id\"; did you mean \"altitude\"?")
  }

  @Test(arguments: ["1.5", "1e300", "9007199254740993", "\"1\""])
  func `takes only whole numbers for whole numbers`(value: String) {
    let told = sentenceOfError {
      var reader = try parse("{\"n\": \(value)}").root.object()
      return try reader.integer("n")
    }
    #expect(told == "f:1:7: $.n: found \(value), expected a whole number")
  }
}

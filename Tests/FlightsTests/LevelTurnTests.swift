import Flights
import Quantities
import Testing

@Suite struct `A level turn` {
  /// r = v²/(g√(n² − 1)): 27 777.78 m²/s² over 9.80665·√3 = 16.9856 m/s² is 1635.4 m, and so on.
  ///
  /// The dossier's table has 1.63, 1.00 and 0.58 km, 2.91, 1.78 and 1.03 km, and 1.54 km.
  @Test(arguments: [
    (600.0, 2.0, 1635.37), (600, 3, 1001.46), (600, 5, 578.19), (800, 2, 2907.33),
    (800, 3, 1780.37), (800, 5, 1027.895), (980, 5, 1542.48),
  ])
  func `has the radius of its load factor and speed`(
    kilometersPerHour: Double, loadFactor: Double, radius: Double
  ) throws {
    let turn = try LevelTurn(loadFactor: loadFactor)
    let found = turn.radius(at: .kilometersPerHour(kilometersPerHour))
    #expect(abs(found.meters - radius) < 0.005)
  }

  /// A quarter of a circle at 3 g: π/2·1001.456 m/166.667 m/s = 9.4385 s, and at 980 km/h
  /// π/2·2671.66 m/272.222 m/s = 15.416 s.
  @Test(arguments: [(600.0, 9.4385), (980, 15.416)])
  func `takes the time of its arc`(kilometersPerHour: Double, seconds: Double) throws {
    let turn = try LevelTurn(loadFactor: 3)
    let speed = Speed.kilometersPerHour(kilometersPerHour)
    #expect(abs((Angle.degrees(90) / turn.rate(at: speed)).seconds - seconds) < 0.0005)
    // The arc is as long as the radius times the angle.
    let arc = speed * (Angle.degrees(90) / turn.rate(at: speed))
    #expect(abs(arc.meters - turn.radius(at: speed).meters * .pi / 2) < 1e-9)
  }

  /// cos 60° = 1/2, tan 60° = √3, cos 45° = 1/√2, tan 45° = 1.
  @Test(arguments: [(60.0, 2.0, 1.732_050_807_568_877_2), (45, 1.414_213_562_373_095, 1)])
  func `is the same by bank and by load factor`(
    degrees: Double, loadFactor: Double, tangent: Double
  ) throws {
    let (byBank, byFactor) = (
      try LevelTurn(bank: .degrees(degrees)), try LevelTurn(loadFactor: loadFactor)
    )
    #expect(byBank.bank == .degrees(degrees) && byFactor.loadFactor == loadFactor)
    #expect(abs(byBank.loadFactor - loadFactor) < 1e-14)
    #expect(abs(byFactor.bank.degrees - degrees) < 1e-12)
    for turn in [byBank, byFactor] {
      #expect(abs(turn.acceleration.standardGravities - tangent) < 1e-14)
    }
  }

  /// With n = 1 + x, √(n² − 1) is √(2x + x²).
  @Test func `keeps its radius at load factors hardly above 1`() throws {
    let turn = try LevelTurn(loadFactor: 1 + 0x1p-40)
    let tangent = (0x1p-39 + 0x1p-80).squareRoot()
    #expect(abs(turn.acceleration.standardGravities / tangent - 1) < 1e-15)
    #expect(try LevelTurn(loadFactor: 1e200).acceleration.standardGravities == 1e200)
  }

  @Test(arguments: [0, -0.0, -30, 90, 90.5, .infinity, .nan] as [Double])
  func `is refused unless its bank is between 0° and 90°`(degrees: Double) {
    let error = #expect(throws: LevelTurnError.self) { try LevelTurn(bank: .degrees(degrees)) }
    #expect(error?.description == "a turn needs a bank above 0° and below 90°, not \(degrees)°")
  }

  @Test(arguments: [1, 0.5, 0, -2, .infinity, .nan] as [Double])
  func `is refused unless its load factor is above 1`(factor: Double) {
    let error = #expect(throws: LevelTurnError.self) { try LevelTurn(loadFactor: factor) }
    #expect(error?.description == "a turn needs a finite load factor above 1, not \(factor)")
  }
}

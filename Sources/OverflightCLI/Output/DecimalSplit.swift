/// Where a text such as `+1.36 mi` is split to stand with others of its kind.
struct DecimalSplit {
  /// The characters before the decimal point, or the place where it would be.
  let before: Int
  /// The characters from there on, point and unit included.
  let after: Int

  /// Nothing when `text` does not begin with a number.
  init?(_ text: String) {
    let sign = text.first.map { "+-−±<>≤≥≈~".contains($0) } == true ? 1 : 0
    let number = text.dropFirst(sign).prefix { ("0"..."9").contains($0) || ":, ".contains($0) }
    guard number.first.map({ ("0"..."9").contains($0) }) == true else { return nil }
    let digits = number.reversed().drop { !("0"..."9").contains($0) }.count
    before = sign + digits
    after = text.count - before
  }
}

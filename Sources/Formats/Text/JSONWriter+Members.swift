extension JSONWriter {
  /// Writes a key and a text, or `null` where there is none.
  public mutating func member(_ key: String, _ value: String?) {
    self.key(key)
    if let value { string(value) } else { null() }
  }

  /// Writes a key and a number, or `null` where there is none.
  public mutating func member(_ key: String, _ value: Double?, decimals: Int) {
    self.key(key)
    if let value { number(value, decimals: decimals) } else { null() }
  }

  /// Writes a key and a whole number, or `null` where there is none.
  public mutating func member(_ key: String, _ value: Int?) {
    self.key(key)
    if let value { integer(value) } else { null() }
  }

  /// Writes a key and a truth value, or `null` where there is none.
  public mutating func member(_ key: String, _ value: Bool?) {
    self.key(key)
    if let value { bool(value) } else { null() }
  }

  /// Writes a key and an object whose members `body` writes.
  public mutating func memberObject<E: Error>(
    _ key: String, _ layout: Layout? = nil, _ body: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    self.key(key)
    try object(layout, body)
  }

  /// Writes a key and an array whose elements `body` writes.
  public mutating func memberArray<E: Error>(
    _ key: String, _ layout: Layout? = nil, _ body: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    self.key(key)
    try array(layout, body)
  }
}

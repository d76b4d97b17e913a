import Incidents
import Quantities

/// Reads what a scenario is uncertain of.
struct UncertaintyReader {
  let names: ScenarioNames

  func uncertainties(_ reader: JSONObjectReader) throws(FormatError) -> Uncertainties {
    try reader.closing { reader throws(FormatError) in
      var uncertainties = try reader.object("borderDisplacement").closing {
        inner throws(FormatError) in
        let node = try inner.value("halfWidth95")
        let halfWidth = Length(try node.measure(of: .length).measure)
        guard halfWidth >= .zero else { throw node.error(expected: "a length of zero or more") }
        return Uncertainties(borderDisplacement: halfWidth, sources: try names.sources(&inner))
      }
      for parameter in UncertainParameter.allCases {
        guard let inner = try reader.optionalObject(parameter.rawValue) else { continue }
        uncertainties.others[parameter] = try uncertainty(inner, of: parameter)
      }
      return uncertainties
    }
  }

  /// `{"standardDeviation": …}`, or `{"from": …, "to": …}`; with sources.
  private func uncertainty(
    _ reader: JSONObjectReader, of parameter: UncertainParameter
  ) throws(FormatError) -> Uncertainty {
    let node = reader.node
    return try reader.closing { reader throws(FormatError) in
      let distribution: Distribution
      if let deviation = reader.optional("standardDeviation") {
        distribution = .normal(
          standardDeviation: try deviation.measure(of: parameter.kind).measure.base)
      } else {
        distribution = .uniform(
          try reader.value("from").measure(of: parameter.kind).measure.base,
          try reader.value("to").measure(of: parameter.kind).measure.base)
      }
      if let defect = distribution.defect(of: parameter) {
        throw node.error(expected: "\(defect)")
      }
      return Uncertainty(distribution, sources: try names.sources(&reader))
    }
  }
}

import Claims
import Formats
import Incidents
import Quantities

extension FoundPath.Kind {
  var words: String {
    switch self {
    case .nearest: "nearest"
    case .central: "central"
    case .least(let parameter): "least \(parameter.rawValue)"
    case .greatest(let parameter): "greatest \(parameter.rawValue)"
    case .closestMiss: "closest miss found"
    }
  }
}

extension FoundPath {
  /// Whether every entry and every exit is a part of the track.
  var isSeenWhole: Bool {
    (try? judged.replay.get())?.encounter.crossings.allSatisfy(\.isComplete) ?? true
  }
}

extension NoPath {
  /// What is known: that none exists, or only that none was found.
  var answer: String { proof?.coversUnseenEnds == true ? "none exists" : "none found" }
}

extension SampledShare {
  /// The share with its error, to three digits of it: needles have small shares.
  var percent: String { value > 0 ? (value * 100).small + " %" : "< \(bound.small) %" }

  var words: String {
    value > 0
      ? "\((value * 100).small) % ± \((standardError * 100).small) % of the searched box, by "
        + "\(points) places between the extremes"
      : "less than \(bound.small) % of the searched box, since none of \(points) places between the "
        + "extremes does"
  }

  /// What a share of which no point of so many was hit is below, in 95 % of all cases, in percent.
  private var bound: Double { 100 * 3 / Double(points) * volume }
}

extension Double {
  /// With three digits, as many decimals as that takes up to nine.
  fileprivate var small: String {
    var decimals = 2
    var scaled = abs(self)
    while scaled < 1, scaled > 0, decimals < 9 {
      decimals += 1
      scaled *= 10
    }
    return figure(decimals)
  }
}

extension ChordProof {
  /// Why nothing can hold, in a few sentences.
  func words(saying answer: String) -> String {
    let (L, D) = (longest.meters.figure(0), required.meters.figure(0))
    let most = deepest.meters.figure(0)
    let lemma =
      measure == .nearestBorder
      ? "Both ends of a way inside lie on the border, so that no place of it is further from the "
        + "border than half its length"
      : "No place of a way inside is further from its entry than the way is long"
    var text =
      coversUnseenEnds
      ? "None exists. " : "None was found, and none exists among paths that enter and leave. "
    text += "\(lemma): \(L) m at most are required to come \(D) m deep, and can come \(most) m. "
    if let leastMiss {
      text +=
        "Every path misses the length or the depth by \(leastMiss.meters.figure(0)) m or more."
    }
    return text
  }
}

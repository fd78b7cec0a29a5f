import PolicyModel
import Values

/// Which part of a stay a claim is (docs/semantics.md 3.3).
package enum StayPart: Sendable {
  case whole
  /// The part in the year in which a stay began.
  case first(counts: Bool)
  /// The part in the next year; with what the first part left to charge, or none when the year charges its own.
  case second(counts: Bool, CarriedStay?)

  /// Whether the stay counts among those of the part's year.
  var counts: Bool {
    switch self {
    case .whole: true
    case .first(let counts), .second(let counts, _): counts
    }
  }

  var carried: CarriedStay? {
    if case .second(_, let carried) = self { carried } else { nil }
  }
}

/// What the first part of a stay leaves to the second.
package struct CarriedStay: Sendable {
  /// By id of the layer: the part of the stay's deductible that was not absorbed.
  package internal(set) var deductibles: [String: Exact] = [:]
  /// By id of the layer: the clause of the deductible.
  package internal(set) var clauses: [String: Citation] = [:]
  /// Which stay of its year it was; nil when nothing asked.
  package internal(set) var ordinal: Int?
}

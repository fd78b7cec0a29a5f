import Findings
import PolicyModel
import Values

/// What a cell of a table says, wherever it stands; two cells that say the same cannot be told apart by any claim.
protocol LeafText {
  var leafText: String { get }
}

extension Figure: LeafText {
  var leafText: String { "\(value)" }
}

extension [Figure<Ratio>]: LeafText {
  var leafText: String { map(\.leafText).joined(separator: " ") }
}

extension Deductible.Amount: LeafText {
  var leafText: String {
    switch self {
    case .fixed(let figure): figure.leafText
    case .share(let base, let share, let least, let most):
      "\(share.leafText) \(base.rawValue) \(least?.leafText ?? "") \(most?.leafText ?? "")"
    }
  }
}

extension Cap.Limit: LeafText {
  var leafText: String {
    if case .amount(let figure) = self { figure.leafText } else { "unlimited" }
  }
}

extension NonLocalRules.Effect: LeafText {
  var leafText: String {
    switch self {
    case .asAtHome: "as_at_home"
    case .refused: "refused"
    // Each change is taken for another one.
    case .change(let change): "change \(change.place.start)"
    }
  }
}

extension RuleTable where Leaf: LeafText {
  /// Whether the cells on both sides of a number say something else.
  func changes(at number: Int, of dimension: Dimension) -> Bool {
    guard let depth = dimensions.firstIndex(of: dimension) else { return false }
    func cells(_ number: Int) -> Set<[String]> {
      Set(
        rows.filter { $0.keys[depth].contains(number) }.map { row in
          row.keys.enumerated().filter { $0.offset != depth }.map { "\($0.element)" } + [row.leaf.leafText]
        })
    }
    return cells(number - 1) != cells(number)
  }
}

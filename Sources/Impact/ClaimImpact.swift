import Values

/// What became of one claim on both sides.
package struct ClaimImpact: Sendable {
  /// The line in the file.
  package let number: Int
  package let id: String?
  /// The person with the pooling region that numbers persons; nil when the claim does not tell.
  package let person: String?
  package let before: SideResult
  package let after: SideResult

  /// By how much the funds pay more; nil unless both sides settle it.
  package var change: Int128? {
    guard let before = before.settlement, let after = after.settlement else { return nil }
    return after.amounts.fundTotal - before.amounts.fundTotal
  }
}

/// What became of a claim on one side.
package enum SideResult: Sendable {
  case settled(SideSettlement)
  /// The code of the finding that stopped it.
  case failed(String)

  package var settlement: SideSettlement? {
    if case .settled(let settlement) = self { settlement } else { nil }
  }

  package var failure: String? {
    if case .failed(let code) = self { code } else { nil }
  }
}

/// What a settlement is counted by.
package struct SideSettlement: Sendable {
  package let amounts: Amounts
  /// Whose rules settled it.
  package let region: TitledName
  package let standing: TitledName
  package let plan: TitledName
}

/// A name in the rules with its Chinese title.
package struct TitledName: Hashable, Sendable {
  package let id: String
  package let title: String
}

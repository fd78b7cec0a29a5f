import PolicyModel
import Values

/// A settlement as it comes up on the fund side, or what takes some of it back.
package struct SettlementRecord: Sendable {
  package enum Kind: Hashable, Sendable {
    case settlement
    /// All of a settlement is paid back.
    case refund(of: String)
    /// The audit of the place of treatment does not pay some of it.
    case deduction(of: String)

    /// The settlement that something is taken back from.
    package var original: String? {
      switch self {
      case .settlement: nil
      case .refund(let id), .deduction(let id): id
      }
    }
  }

  package enum Insurance: String, RuleWord, Sendable {
    case employee
    case resident

    package var chinese: String {
      switch self {
      case .employee: "职工"
      case .resident: "居民"
      }
    }
  }

  package let id: String
  package let kind: Kind
  package let insuredIn: RegionCode
  package let treatedAt: RegionCode
  package let insurance: Insurance
  /// A value of `visit`.
  package let visit: String
  package let institution: String?
  package let settledOn: CivilDate
  /// The day on which the institution declared it for clearing; nil before.
  package let declaredOn: CivilDate?
  /// The month with which the original of a refund or deduction was cleared, where it is in none of the files.
  package let clearedIn: CivilMonth?
  /// Never negative: the kind says which way they go. Nil for those that the record does not tell.
  package let amounts: [SettlementAmount: Fen]
  /// Settled at the institution, and not paid in full there and claimed at home.
  package let isDirect: Bool

  package init(
    id: String, kind: Kind, insuredIn: RegionCode, treatedAt: RegionCode, insurance: Insurance, visit: String,
    institution: String?, settledOn: CivilDate, declaredOn: CivilDate?,
    clearedIn: CivilMonth? = nil, amounts: [SettlementAmount: Fen],
    isDirect: Bool
  ) {
    self.id = id
    self.kind = kind
    self.insuredIn = insuredIn
    self.treatedAt = treatedAt
    self.insurance = insurance
    self.visit = visit
    self.institution = institution
    self.settledOn = settledOn
    self.declaredOn = declaredOn
    self.clearedIn = clearedIn
    self.amounts = amounts
    self.isDirect = isDirect
  }
}

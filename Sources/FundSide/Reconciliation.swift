import PolicyModel
import Values

/// The sides of a reconciliation.
package enum ReconciledSide: String, RuleWord, Sendable {
  case treatment
  case home
  case national

  package var chinese: String {
    switch self {
    case .treatment: "就医地"
    case .home: "参保地"
    case .national: "国家"
    }
  }
}

/// How what the sides know of one settlement differs.
package struct ReconciliationDifference: Hashable, Sendable {
  package enum Kind: String, RuleWord, Sendable {
    /// A side does not have it.
    case missing
    /// A side has it more than once.
    case doubled
    /// The sides say something else.
    case differs

    package var chinese: String {
      switch self {
      case .missing: "缺少"
      case .doubled: "重复"
      case .differs: "不一致"
      }
    }
  }

  package let kind: Kind
  /// The side that lacks or doubles it; nil where sides differ.
  package let side: ReconciledSide?
  /// The national platform's name of what differs; nil otherwise.
  package let field: String?
  /// What each side says, or how often it has it.
  package let values: [ReconciledSide: String]
}

/// Compares what the sides know of one settlement (Beijing art. 35, Inner Mongolia art. 38).
package enum Reconciliation {
  /// - Parameter compares: amounts that have to be the same.
  package static func differences(
    _ known: [ReconciledSide: [SettlementRecord]], among sides: [ReconciledSide], compares: [SettlementAmount]
  ) -> [ReconciliationDifference] {
    var found: [ReconciliationDifference] = []
    let counts = Dictionary(uniqueKeysWithValues: sides.map { ($0, "\(known[$0]?.count ?? 0)") })
    for side in sides {
      let count = known[side]?.count ?? 0
      if count == 1 { continue }
      found.append(
        ReconciliationDifference(kind: count == 0 ? .missing : .doubled, side: side, field: nil, values: counts))
    }
    // Of one that a side has twice, the first is compared.
    let firsts = sides.compactMap { side in known[side]?.first.map { (side, $0) } }
    guard firsts.count > 1 else { return found }
    for (field, value) in facts + compares.map(amount) {
      let values = firsts.map { ($0.0, value($0.1)) }
      if values.dropFirst().allSatisfy({ $0.1 == values[0].1 }) { continue }
      found.append(
        ReconciliationDifference(
          kind: .differs, side: nil, field: field, values: Dictionary(uniqueKeysWithValues: values)))
    }
    return found
  }

  private typealias Fact = (field: String, value: (SettlementRecord) -> String)

  private static var facts: [Fact] {
    [
      ("record_type", { "\($0.kindName)" }), ("init_setl_id", { $0.kind.original ?? "" }),
      ("setl_time", { "\($0.settledOn)" }), ("insuplc_admdvs", { $0.insuredIn.text }),
      ("mdtrtarea_admvs", { $0.treatedAt.text }), ("insutype", { $0.insurance.rawValue }), ("med_type", { $0.visit }),
    ]
  }

  /// An amount that a side does not tell is not the same as one of zero.
  private static func amount(_ amount: SettlementAmount) -> Fact {
    (amount.field, { $0.amounts[amount].map { "\($0)" } ?? "" })
  }
}

extension SettlementRecord {
  /// `settlement`, `refund` or `deduction`.
  package var kindName: String {
    switch kind {
    case .settlement: "settlement"
    case .refund: "refund"
    case .deduction: "deduction"
    }
  }
}

/// How many settlements each side has of a day and an institution, and what the funds paid for them.
package struct ReconciledSums: Sendable {
  /// In the order of the sides.
  private var counts = [Int64](repeating: 0, count: ReconciledSide.allCases.count)
  private var funds = [Fen](repeating: .zero, count: ReconciledSide.allCases.count)
  package var differences: Int64 = 0

  package init() {}

  package func count(of side: ReconciledSide) -> Int64 { counts[side.index] }
  package func funds(of side: ReconciledSide) -> Fen { funds[side.index] }

  /// Refunds and deductions count with the opposite sign.
  ///
  /// - Throws: ``ArithmeticOverflow`` when a sum does not fit.
  package mutating func add(_ record: SettlementRecord, of side: ReconciledSide) throws(ArithmeticOverflow) {
    counts[side.index] += 1
    let amount = record.amounts[.funds] ?? .zero
    let signed = record.kind == .settlement ? amount : Fen(-amount.count)
    funds[side.index] = try funds[side.index].adding(signed)
  }
}

extension ReconciledSide {
  fileprivate var index: Int {
    switch self {
    case .treatment: 0
    case .home: 1
    case .national: 2
    }
  }
}

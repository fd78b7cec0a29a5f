/// Rules of the fund side: how money moves between provinces once claims are settled.
///
/// A section that a file leaves out is inherited as a whole.
package struct FundRules: Sendable {
  package var prepayment: PrepaymentRules?
  package var reconciliation: ReconciliationRules?
  package var clearing: ClearingRules?
  package var costInquiry: CostInquiryRules?
  /// By event, in written order.
  package var deadlines: [DeadlineRule]?
  package var operations: OperationsRules?

  package init() {}

  /// Section by section, the nearest one that is there.
  package static func merged(_ lineage: some Sequence<FundRules>) -> FundRules {
    var rules = FundRules()
    for next in lineage {
      rules.prepayment = rules.prepayment ?? next.prepayment
      rules.reconciliation = rules.reconciliation ?? next.reconciliation
      rules.clearing = rules.clearing ?? next.clearing
      rules.costInquiry = rules.costInquiry ?? next.costInquiry
      rules.deadlines = rules.deadlines ?? next.deadlines
      rules.operations = rules.operations ?? next.operations
    }
    return rules
  }
}

/// An amount of a settlement that provinces compare or pay each other.
package enum SettlementAmount: String, RuleWord, Sendable {
  case total
  case inScope = "in_scope"
  case funds
  case pooled
  case account
  case cash
  case drugs
  case materials
  case examinations

  package var chinese: String {
    switch self {
    case .total: "医疗费总额"
    case .inScope: "符合政策范围金额"
    case .funds: "基金支付总额"
    case .pooled: "统筹基金支出"
    case .account: "个人账户支出"
    case .cash: "个人现金支出"
    case .drugs: "药品费"
    case .materials: "材料费"
    case .examinations: "检查化验费"
    }
  }

  /// The national platform's name of the field; the platform gives the last three by fee category, so they are our own.
  package var field: String {
    switch self {
    case .total: "medfee_sumamt"
    case .inScope: "inscp_scp_amt"
    case .funds: "fund_pay_sumamt"
    case .pooled: "hifp_pay"
    case .account: "acct_pay"
    case .cash: "psn_cash_pay"
    case .drugs: "drug_sumamt"
    case .materials: "material_sumamt"
    case .examinations: "exam_sumamt"
    }
  }
}

/// One of the two provinces that a settlement lies between.
package enum TreatmentSide: String, RuleWord, Sendable {
  case treatment
  case home

  package var chinese: String {
    switch self {
    case .treatment: "就医地"
    case .home: "参保地"
    }
  }
}

/// A time to do something in.
package enum Allowance: Hashable, Sendable {
  case days(Int)
  /// By the holiday calendar of the code lists.
  case workingDays(Int)
}

import Findings

/// What is counted: the figures of rule files, and what a cap and a version have to be seen doing.
package enum CoverageKind: String, CaseIterable, Sendable {
  case ratio
  case columnEnd = "column_end"
  case start
  case ratioAdjustment = "ratio_adjustment"
  case deductible
  case deductibleAdjustment = "deductible_adjustment"
  case capReached = "cap_reached"
  case capNotReached = "cap_not_reached"
  case capLifted = "cap_lifted"
  case standing
  case standingChange = "standing_change"
  case filingNeed = "filing_need"
  case filingStanding = "filing_standing"
  case filingChannel = "filing_channel"
  case version

  package func title(in language: Language) -> String {
    language == .chinese ? chinese : english
  }

  private var chinese: String {
    switch self {
    case .ratio: "支付比例"
    case .columnEnd: "分段界限"
    case .start: "起始数"
    case .ratioAdjustment: "比例调整"
    case .deductible: "起付标准"
    case .deductibleAdjustment: "起付标准调整"
    case .capReached: "限额（达到）"
    case .capNotReached: "限额（未达到）"
    case .capLifted: "限额（不封顶）"
    case .standing: "备案类型"
    case .standingChange: "异地调整"
    case .filingNeed: "是否备案"
    case .filingStanding: "备案认定"
    case .filingChannel: "结算渠道"
    case .version: "版本"
    }
  }

  private var english: String {
    switch self {
    case .ratio: "ratios"
    case .columnEnd: "column ends"
    case .start: "starts of ranges"
    case .ratioAdjustment: "ratio adjustments"
    case .deductible: "deductibles"
    case .deductibleAdjustment: "deductible adjustments"
    case .capReached: "caps reached"
    case .capNotReached: "caps not reached"
    case .capLifted: "caps lifted"
    case .standing: "standings"
    case .standingChange: "changes by standing"
    case .filingNeed: "need to file"
    case .filingStanding: "standing by filing"
    case .filingChannel: "channels"
    case .version: "versions"
    }
  }

  /// Whether claims that figures of this kind decide something for cite their clause.
  var isCited: Bool {
    switch self {
    case .columnEnd, .start, .standing, .filingNeed, .filingStanding, .filingChannel, .version: false
    case .ratio, .ratioAdjustment, .deductible, .deductibleAdjustment, .capReached, .capNotReached, .capLifted,
      .standingChange:
      true
    }
  }
}

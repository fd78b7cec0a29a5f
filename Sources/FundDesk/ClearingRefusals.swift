import Findings
import FundSide
import PolicyModel
import Values

/// Says why a record is in no month's clearing.
enum ClearingRefusals {
  static func finding(_ refusal: ClearingRefusal, of record: SettlementRecord, _ rules: ClearingRules?) -> Finding {
    var arguments = ["id": record.id, "original": record.kind.original ?? ""]
    switch refusal {
    case .notDeclared: return Finding(.clearingNotDeclared, at: nil, arguments)
    case .tooLate(let period):
      arguments["month"] = "\(CivilMonth(of: record.settledOn))"
      arguments["period"] = "\(period)"
      arguments["most"] = rules.map { "\($0.mostDelay.value)" } ?? ""
      arguments["clause"] = rules?.mostDelay.citation.text ?? ""
      return Finding(.clearingTooLate, at: nil, arguments)
    case .yearClosed(let period):
      arguments["period"] = "\(period)"
      arguments["last"] = rules.map { "\($0.yearClearedBy.value)" } ?? ""
      arguments["clause"] = rules?.yearClearedBy.citation.text ?? ""
      return Finding(.clearingYearClosed, at: nil, arguments)
    case .sameProvince:
      arguments["province"] = record.treatedAt.province.text
      return Finding(.clearingSameProvince, at: nil, arguments)
    case .noRules:
      arguments["province"] = record.treatedAt.province.text
      arguments["day"] = "\(record.settledOn)"
      return Finding(.clearingNoRules, at: nil, arguments)
    case .amountMissing(let amount):
      arguments["field"] = amount.field
      return Finding(.clearingAmountMissing, at: nil, arguments)
    case .doubled: return Finding(.clearingDoubled, at: nil, arguments)
    case .originalUnknown: return Finding(.clearingOriginalUnknown, at: nil, arguments)
    case .originalRefused: return Finding(.clearingOriginalRefused, at: nil, arguments)
    case .originalDiffers: return Finding(.clearingOriginalDiffers, at: nil, arguments)
    case .moreThanLeft(let left):
      arguments["left"] = "\(left)"
      return Finding(.clearingMoreThanLeft, at: nil, arguments)
    case .refundInPart(let left):
      arguments["left"] = "\(left)"
      return Finding(.clearingRefundInPart, at: nil, arguments)
    case .overflow:
      arguments["month"] = "\(CivilMonth(of: record.settledOn))"
      return Finding(.clearingOverflow, at: nil, arguments)
    }
  }
}

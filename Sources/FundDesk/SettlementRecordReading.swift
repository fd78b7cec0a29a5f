import Claims
import Findings
import FundSide
import PolicyModel
import Records
import Values

extension SettlementRecord {
  /// What a line of a file gave.
  package enum LineReading {
    case settlement(SettlementRecord)
    case refused(RefusedRecord)
  }

  /// The settlement, refund or deduction of a line; whatever is wrong with it is in the refusal.
  package static func reading(_ line: RecordLine, _ catalogue: Catalogue) -> LineReading {
    switch line {
    case .refused(let file, let number, let findings):
      let finding = findings.first ?? Finding(.recordUnclear, at: nil)
      return .refused(RefusedRecord(file: file, line: number, id: nil, finding))
    case .record(let record):
      switch made(of: record, catalogue) {
      case .success(let settlement): return .settlement(settlement)
      case .failure(let finding):
        return .refused(RefusedRecord(file: record.file, line: record.line, id: record.text("setl_id"), finding))
      }
    }
  }

  private static func made(of record: Record, _ catalogue: Catalogue) -> Result<SettlementRecord, Finding> {
    func problem(_ kind: FindingKind, _ field: String, _ arguments: [String: String] = [:]) -> Finding {
      Finding(kind, at: record.place(of: field), arguments.merging(["field": field]) { first, _ in first })
    }
    guard let id = record.text("setl_id"), let insuredIn = record.region("insuplc_admdvs"),
      let treatedAt = record.region("mdtrtarea_admvs"), let day = record.date("setl_time")
    else { return .failure(problem(.recordUnclear, "setl_id")) }
    let insuranceCode = record.text("insutype") ?? ""
    guard let insurance = catalogue.value(of: insuranceCode, in: .insurance).flatMap(Insurance.init) else {
      return .failure(problem(.recordCodeUnknown, "insutype", ["code": insuranceCode]))
    }
    let visitCode = record.text("med_type") ?? ""
    guard let visit = catalogue.value(of: visitCode, in: .visit) else {
      return .failure(problem(.recordCodeUnknown, "med_type", ["code": visitCode]))
    }
    let flag = record.text("fulamt_advpay_flag") ?? "0"
    guard flag == "0" || flag == "1" else {
      return .failure(problem(.recordCodeUnknown, "fulamt_advpay_flag", ["code": flag]))
    }
    let kind: Kind
    switch (record.text("record_type") ?? "settlement", record.text("init_setl_id")) {
    case ("refund", let original?): kind = .refund(of: original)
    case ("deduction", let original?): kind = .deduction(of: original)
    case ("settlement", nil): kind = .settlement
    case ("settlement", _?): return .failure(problem(.originalNeedless, "init_setl_id"))
    case (let type, _): return .failure(problem(.originalMissing, "init_setl_id", ["type": type]))
    }
    var amounts: [SettlementAmount: Fen] = [:]
    for amount in SettlementAmount.allCases {
      if let money = record.money(amount.field) { amounts[amount] = money }
    }
    return .success(
      SettlementRecord(
        id: id, kind: kind, insuredIn: insuredIn, treatedAt: treatedAt, insurance: insurance, visit: visit,
        institution: record.text("fixmedins_code"), settledOn: day, declaredOn: record.date("declared_on"),
        clearedIn: record.text("init_clr_ym").flatMap { CivilMonth($0) }, amounts: amounts, isDirect: flag == "0"))
  }
}

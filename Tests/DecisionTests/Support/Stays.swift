import TestSupport
import Values

/// Made-up stays of made-up persons at home.
struct Stays {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  struct Stay {
    let claim: String
    let isEmployee: Bool
    /// In fen.
    let inScope: Int128
  }

  mutating func next(_ number: Int) -> Stay {
    let inScope = Int128(Int.random(in: 1...8_000_000, using: &generator))
    let isEmployee = Bool.random(using: &generator)
    let claim = """
      {"claim_id": "c-\(number)", "psn_no": "P\(Int.random(in: 1...500, using: &generator))", \
      "insutype": "\(isEmployee ? 310 : 390)", "psn_type": "\(isEmployee ? 11 : 15)", "insuplc_admdvs": "120000", \
      "mdtrtarea_admvs": "120000", "med_type": "21", "hosp_lv": "03", "begntime": "2024-03-01", \
      "endtime": "2024-03-12", "setl_time": "2024-03-12", "medfee_sumamt": \(YuanText.plain(inScope)), \
      "fulamt_ownpay_amt": 0, "overlmt_selfpay": 0, "preselfpay_amt": 0, "accounts": {}, \
      "inscp_scp_amt": \(YuanText.plain(inScope))}
      """
    return Stay(claim: claim, isEmployee: isEmployee, inScope: inScope)
  }
}

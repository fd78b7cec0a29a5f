import TestSupport
import Values

/// Made-up stays at home of made-up persons.
struct RandomStays {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// - Parameters:
  ///   - persons: among how many persons the stays are shared out; nil for claims that do not tell.
  ///   - accounts: what the claims say about accounts.
  mutating func lines(_ count: Int, persons: Int?, accounts: String = #""accounts": {}, "#) -> [String] {
    (1...count).map { number in
      let inScope = Int.random(in: 1...8_000_000, using: &generator)
      let outside = Int.random(in: 0...100_000, using: &generator)
      let isEmployee = Bool.random(using: &generator)
      // A person keeps the insurance.
      let person = persons.map { Int.random(in: 1...$0, using: &generator) * 2 + (isEmployee ? 1 : 0) }
      return """
        {"claim_id": "c-\(number)", \(person.map { #""psn_no": "P\#($0)", "# } ?? "")"insutype": "\(isEmployee ? 310 : 390)", \
        "psn_type": "\(isEmployee ? 11 : 15)", "insuplc_admdvs": "120000", "mdtrtarea_admvs": "120000", \
        "med_type": "21", "hosp_lv": "03", "begntime": "2024-03-01", "endtime": "2024-03-12", \
        "setl_time": "2024-03-12", "medfee_sumamt": \(yuan(inScope + outside)), "fulamt_ownpay_amt": \(yuan(outside)), \
        "overlmt_selfpay": 0.00, "preselfpay_amt": 0.00, \(accounts)"inscp_scp_amt": \(yuan(inScope))}
        """
    }
  }

  private func yuan(_ fen: Int) -> String { YuanText.plain(Int128(fen)) }
}

import Claims
import Findings
import Registry
import Settlement
import Values

/// For every combination of codes a claim with its facts read and its plan chosen, as a caller has them who settles
/// without JSON.
struct Templates {
  struct Template {
    let policy: CompiledPolicy
    let plan: Int
    var facts: Facts
    /// For each account column the index of its account.
    let accounts: [Int]
  }

  private(set) var all: [Template] = []
  /// For each column of codes how far one code is from the next.
  let strides: [Int]

  init(_ sidecar: Sidecar, _ snapshot: PolicySnapshot) throws {
    let columns = sidecar.columns.filter { sidecar.codes[$0] != nil }
    var strides: [Int] = []
    var combinations: [[String: String]] = [sidecar.constants]
    for column in columns {
      let codes = (sidecar.codes[column] ?? [:]).sorted { (Int($0.key) ?? 0) < (Int($1.key) ?? 0) }
      let size = (codes.compactMap { Int($0.key) }.max() ?? 0) + 1
      strides.append(combinations.count)
      // Numbers that no claim has repeat the first.
      combinations = (0..<size).flatMap { number in
        combinations.map { $0.merging(codes.first { $0.key == "\(number)" }?.value ?? codes[0].value) { $1 } }
      }
    }
    self.strides = strides
    for fields in combinations { all.append(try Templates.template(fields, sidecar, snapshot)) }
  }

  private static func template(_ fields: [String: String], _ sidecar: Sidecar, _ snapshot: PolicySnapshot) throws
    -> Template
  {
    let names = sidecar.columns.compactMap { sidecar.accounts[$0] }.map {
      $0.replacing("*", with: fields["dise_codg"] ?? "")
    }
    let day = "\(sidecar.year)-06-30"
    let texts = fields.merging(["begntime": day, "endtime": day, "setl_time": day, "psn_no": "1"]) { $1 }
    let amounts = ["medfee_sumamt", "fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt"]
    let json =
      "{" + texts.map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ") + ", "
      + amounts.map { "\"\($0)\": 0" }.joined(separator: ", ") + ", \"accounts\": {"
      + names.map { "\"\($0)\": 0" }.joined(separator: ", ") + "}}"
    var chain: AccountChain?
    let result = ClaimSettler(source: snapshot).settle(
      json: SourceFile(path: "template", bytes: Array(json.utf8)), chain: &chain)
    guard case .settled(let settled) = result else {
      let why = if case .failed(let failed) = result { failed.findings.map { $0.message(in: .english) } } else { [""] }
      throw Unsettled(claim: json, findings: why)
    }
    let policy = settled.rules.compiled
    return Template(
      policy: policy, plan: settled.outcome.plan, facts: settled.facts,
      accounts: names.map { policy.account(named: $0) ?? 0 })
  }

  struct Unsettled: Error {
    let claim: String
    let findings: [String]
  }
}

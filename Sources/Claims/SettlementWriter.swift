import Findings
import PolicyModel
import Settlement
import Values

/// Writes what became of a claim as one JSON line; members always in the same order.
package struct SettlementWriter {
  let catalogue: Catalogue
  let language: Language

  package init(catalogue: Catalogue, language: Language) {
    self.catalogue = catalogue
    self.language = language
  }

  /// The line without its end.
  package func line(for result: ClaimResult, number: Int) -> String {
    switch result {
    case .settled(let settled): object(settled)
    case .failed(let failed): object(failed, number: number)
    }
  }

  /// The whole settlement as JSON text.
  package func object(_ settled: SettledClaim) -> String {
    var members: [(String, String)] = []
    if let id = settled.claim.id { members.append(("claim_id", JSONText.string(id))) }
    if let person = settled.claim.person { members.append(("psn_no", JSONText.string(person))) }
    members.append(("setlinfo", object(amounts(settled).map { ($0.0, "\($0.1)") })))
    members.append(("setldetail", details(settled)))
    members.append(("layers", object(layers(settled).map { ($0.0, "\($0.1)") })))
    members.append(("personal", object(personal(settled).map { ($0.0, "\($0.1)") })))
    members.append(("plan", JSONText.string(settled.plan.plan.name)))
    members.append(("standing", JSONText.string(settled.standing)))
    members.append(
      ("accounts", object(settled.accountList.items.map { ($0.name, $0.text) })))
    members.append(("rules", rules(settled)))
    if !settled.steps.isEmpty { members.append(("explanation", explanation(settled))) }
    return object(members)
  }

  /// `setlinfo`, in the platform's order.
  func amounts(_ settled: SettledClaim) -> [(String, Fen)] {
    let claim = settled.claim.amounts
    var values: [String: Fen] = [
      "medfee_sumamt": claim.total, "fulamt_ownpay_amt": claim.fullySelfPaid, "overlmt_selfpay": claim.overLimit,
      "preselfpay_amt": claim.firstSelfPay, "inscp_scp_amt": claim.inScope,
      "act_pay_dedc": settled.outcome.deductibleCharged, "fund_pay_sumamt": settled.outcome.fundTotal,
      "psn_part_amt": settled.outcome.personal.total,
    ]
    for (index, layer) in settled.plan.layers.enumerated() {
      guard let field = catalogue.funds[layer.layer.fund]?.field else { continue }
      values[field] = Fen((values[field]?.count ?? 0) + settled.outcome.paid[index].count)
    }
    return SettlementFormat.amountFields.map { ($0.name, values[$0.name] ?? .zero) }
  }

  func layers(_ settled: SettledClaim) -> [(String, Fen)] {
    settled.plan.layers.enumerated().map { ($1.layer.id, settled.outcome.paid[$0]) }
  }

  func personal(_ settled: SettledClaim) -> [(String, Fen)] {
    let parts = settled.outcome.personal
    let values = [parts.outOfScope, parts.nonLocalSelfPay, parts.deductible, parts.overCap, parts.ratioShare]
    return zip(SettlementFormat.personalFields, values).map { ($0.name, $1) }
  }

  private func details(_ settled: SettledClaim) -> String {
    var sums: [(code: String, amount: Int64)] = []
    for (index, layer) in settled.plan.layers.enumerated() where settled.outcome.paid[index] != .zero {
      guard let codes = catalogue.funds[layer.layer.fund] else { continue }
      let isEmployee = catalogue.value(of: settled.claim.insurance.text, in: .insurance) == "employee"
      let code = isEmployee ? codes.employee : codes.resident
      if let known = sums.firstIndex(where: { $0.code == code }) {
        sums[known].amount += settled.outcome.paid[index].count
      } else {
        sums.append((code, settled.outcome.paid[index].count))
      }
    }
    let rows = sums.map { object([("fund_pay_type", JSONText.string($0.code)), ("fund_payamt", "\(Fen($0.amount))")]) }
    return "[" + rows.joined(separator: ", ") + "]"
  }

  private func rules(_ settled: SettledClaim) -> String {
    let policy = settled.rules.compiled.policy
    return object([
      ("region", JSONText.string(policy.region.text)), ("version", JSONText.string("\(policy.version)")),
      ("digest", JSONText.string(settled.rules.digest)), ("basis", JSONText.string(settled.basis.rawValue)),
      ("assumed", settled.basis == .assumed ? "true" : "false"),
    ])
  }

  private func explanation(_ settled: SettledClaim) -> String {
    let rows = Explanation(settled, language: language).rows.map { row in
      var members = [("text", JSONText.string(row.text))]
      if let layer = row.layer { members.insert(("layer", JSONText.string(layer)), at: 0) }
      if let amount = row.amount { members.append(("amount", JSONText.string(amount))) }
      if let clause = row.clause { members.append(("clause", JSONText.string(clause))) }
      return object(members)
    }
    return "[" + rows.joined(separator: ", ") + "]"
  }

  private func object(_ failed: FailedClaim, number: Int) -> String {
    var members: [(String, String)] = []
    if let id = failed.id { members.append(("claim_id", JSONText.string(id))) }
    members.append(("line", "\(number)"))
    let errors = failed.findings.map { finding in
      var parts = [
        ("code", JSONText.string(finding.kind.code)), ("message", JSONText.string(finding.message(in: language))),
        ("help", JSONText.string(finding.help(in: language))),
      ]
      if let place = finding.place, let pointer = failed.root?.pointer(to: place.start) {
        parts.append(("pointer", JSONText.string(pointer)))
      }
      return object(parts)
    }
    members.append(("errors", "[" + errors.joined(separator: ", ") + "]"))
    return object(members)
  }

  private func object(_ members: [(String, String)]) -> String {
    JSONText.object(members.map { (name: $0.0, value: $0.1) })
  }
}

import Findings
import JSONSyntax
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
    case .refunded(let reversal): object(reversal)
    case .failed(let failed): object(failed, number: number)
    }
  }

  /// The whole settlement as JSON text.
  package func object(_ settled: SettledClaim) -> String {
    var members = identity(settled.claim.id, settled.claim.person)
    members += amountMembers(SettledAmounts(settled, catalogue: catalogue))
    members.append(("plan", JSONText.string(settled.plan.plan.name)))
    members.append(("standing", JSONText.string(settled.standing)))
    members.append(("accounts", accounts(settled.accountList)))
    if let earlier = settled.earlierPart.first {
      members.append(("accounts_before", accounts(earlier.accountList)))
      members.append(("parts", "[" + settled.parts.map(part).joined(separator: ", ") + "]"))
    }
    members.append(
      ("rules", SettlementWriter.rules(settled.rules, basis: settled.parts.reduce(.official) { max($0, $1.basis) })))
    if settled.parts.contains(where: { !$0.steps.isEmpty }) { members.append(("explanation", explanation(settled))) }
    return object(members)
  }

  /// A reversal: the settlement's amounts with the opposite sign, and what the accounts hold again.
  package func object(_ reversal: Reversal) -> String {
    let settled = reversal.settled
    let amounts = SettledAmounts(settled, catalogue: catalogue).reversed
    var members = identity(reversal.request.id, reversal.person)
    members.append((RefundRequest.mark, JSONText.string(reversal.request.settlement)))
    members += amountMembers(amounts)
    members.append(("plan", JSONText.string(settled.plan.plan.name)))
    members.append(
      (
        "clearing",
        object([
          ("action", JSONText.string(reversal.clearing.rawValue)),
          ("amount", "\(Fen(-settled.fundTotal.count))"),
          ("clause", JSONText.string(reversal.citation.text)),
        ])
      ))
    members.append(("accounts", accounts(reversal.accounts[reversal.accounts.count - 1])))
    if reversal.accounts.count > 1 { members.append(("accounts_before", accounts(reversal.accounts[0]))) }
    members.append(("rules", SettlementWriter.rules(reversal.rules, basis: reversal.basis)))
    return object(members)
  }

  private func identity(_ id: String?, _ person: String?) -> [(String, String)] {
    [("claim_id", id), ("psn_no", person)].compactMap { name, value in value.map { (name, JSONText.string($0)) } }
  }

  private func amountMembers(_ amounts: SettledAmounts) -> [(String, String)] {
    let details = amounts.details.map { code, amount in
      object([("fund_pay_type", JSONText.string(code)), ("fund_payamt", "\(amount)")])
    }
    return [
      ("setlinfo", object(amounts.totals)), ("setldetail", "[" + details.joined(separator: ", ") + "]"),
      ("layers", object(amounts.layers)), ("personal", object(amounts.personal)),
    ]
  }

  /// One part of a stay that was split.
  private func part(_ settled: SettledClaim) -> String {
    object(
      [("setl_time", JSONText.string("\(settled.claim.settledOn)"))]
        + amountMembers(SettledAmounts(part: settled, catalogue: catalogue))
        + [
          ("plan", JSONText.string(settled.plan.plan.name)), ("standing", JSONText.string(settled.standing)),
          ("rules", SettlementWriter.rules(settled.rules, basis: settled.basis)),
        ])
  }

  private func accounts(_ list: AccountList) -> String { object(list.items.map { ($0.name, $0.text) }) }

  static func rules(_ rules: RulesInForce, basis: Basis) -> String {
    let policy = rules.compiled.policy
    return JSONText.object([
      ("region", JSONText.string(policy.region.text)), ("version", JSONText.string("\(policy.version)")),
      ("digest", JSONText.string(rules.digest)), ("basis", JSONText.string(basis.rawValue)),
      ("assumed", basis == .assumed ? "true" : "false"),
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

  /// An error record.
  package func object(_ failed: FailedClaim, number: Int) -> String {
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

  private func object(_ amounts: [(String, Fen)]) -> String {
    JSONText.object(amounts) { ($0.0, $0.1.description) }
  }

  private func object(_ members: [(String, String)]) -> String {
    JSONText.object(members) { ($0.0, $0.1) }
  }
}

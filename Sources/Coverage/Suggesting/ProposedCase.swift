import Claims
import Findings
import JSONSyntax
import PolicyModel
import SourceTree
import Values

/// A case that a person still has to confirm: a claim, and what the interpreter makes of it.
package struct ProposedCase {
  let name: String
  /// The claim as one line of JSON.
  let claim: String
  let result: ClaimResult
}

/// Writes proposed cases as a file that `policy test` reads and does not pass.
package struct ProposedCaseFile {
  private let catalogue: Catalogue

  package init(catalogue: Catalogue) { self.catalogue = catalogue }

  /// `policies` is the folder of the rules, relative to where the file will be.
  package func text(_ cases: [ProposedCase], title: String, policies: String) -> String {
    """
    # 由 policy test --suggest 起草。期望是程序自己的得数：按规定另算一遍，改正期望和出处，再删去 to_confirm，案例才算通过。
    # Drafted by policy test --suggest. Expectations are this program's own results: work them out from the rules,
    # correct expectation and source, then remove to_confirm; until then the cases do not pass.
    format: "1"
    title: \(title)
    policies: \(policies)
    cases:

    """ + unique(cases).map(text).joined()
  }

  private func unique(_ cases: [ProposedCase]) -> [ProposedCase] {
    var used: [String: Int] = [:]
    return cases.map { item in
      used[item.name, default: 0] += 1
      let number = used[item.name] ?? 1
      return number == 1 ? item : ProposedCase(name: "\(item.name)（\(number)）", claim: item.claim, result: item.result)
    }
  }

  private func text(_ item: ProposedCase) -> String {
    let expected =
      switch item.result {
      case .failed(let failed): "expect_error: \(failed.findings.first?.kind.code ?? "")"
      case .settled, .refunded: "expect: \(expectation(item.result))"
      }
    return """
        - name: \(JSONText.string(item.name))
          to_confirm: true
          basis: derived
          source: 待核对
          claim: \(flow(parsed(item.claim), leavingOut: ["claim_id"]))
          \(expected)

      """
  }

  /// The amounts and what they were settled under.
  private func expectation(_ result: ClaimResult) -> String {
    guard
      let tree = parsed(SettlementWriter(catalogue: catalogue, language: .chinese).line(for: result, number: 1))
    else { return "{}" }
    let rules = tree["rules"].map { flow($0, leavingOut: ["digest", "basis", "assumed"]) } ?? "{}"
    let amounts = tree["setlinfo"].map { "setlinfo: \(flow($0, leavingOut: emptyFunds($0)))" }
    let members =
      [amounts].compactMap { $0 }
      + ["layers", "personal", "plan", "standing"].compactMap { name in
        tree[name].map { "\(name): \(flow($0))" }
      }
    return "{" + (members + ["rules: \(rules)"]).joined(separator: ", ") + "}"
  }

  /// What the claim says itself, and funds that pay nothing.
  private func emptyFunds(_ amounts: Node) -> Set<String> {
    let total = ["act_pay_dedc", "fund_pay_sumamt", "psn_part_amt"]
    let kept = (amounts.entries ?? []).filter { entry in
      let name = entry.key.scalar?.text ?? ""
      return total.contains(name) || (name.hasSuffix("_pay") && entry.value.scalar?.text != "0.00")
    }
    return Set((amounts.entries ?? []).compactMap { $0.key.scalar?.text }).subtracting(
      kept.compactMap { $0.key.scalar?.text })
  }

  private func parsed(_ line: String) -> Node? {
    JSONReader.read(SourceFile(path: "line", bytes: Array(line.utf8)), collector: FindingCollector())
  }

  /// A tree in flow style, its keys without quotes.
  private func flow(_ node: Node?, leavingOut names: Set<String> = []) -> String {
    guard let node else { return "{}" }
    if let entries = node.entries {
      let kept = entries.filter { !names.contains($0.key.scalar?.text ?? "") }
      return "{" + kept.map { "\(key($0.key)): \(flow($0.value))" }.joined(separator: ", ") + "}"
    }
    if let items = node.items { return "[" + items.map { flow($0) }.joined(separator: ", ") + "]" }
    guard let scalar = node.scalar else { return "{}" }
    return scalar.isQuoted ? JSONText.string(scalar.text) : scalar.text
  }

  private func key(_ node: Node) -> String {
    let text = node.scalar?.text ?? ""
    let isPlain = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x2E
    }
    return isPlain ? text : JSONText.string(text)
  }
}

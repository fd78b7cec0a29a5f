import Claims
import Findings
import Format
import FundDesk
import JSONSyntax
import Settlement
import SourceTree
import Values

/// What running a case gave.
package struct CaseOutcome {
  package let item: GoldenCase
  /// Nil when the claim was not settled, or only its standing was asked for.
  package let settled: SettledClaim?
  /// What differs from the expectations.
  package let findings: [Finding]

  package var isPassed: Bool { !findings.hasErrors }
}

/// Runs golden cases against a set of rules.
package struct CaseRunner<Source: RuleSource> {
  private let settler: ClaimSettler<Source>
  private let book: FundRuleBook
  private let writer: SettlementWriter
  private let isExplaining: Bool

  /// `isExplaining` keeps the steps of settlements, for those who ask what a case went through.
  package init(source: Source, isExplaining: Bool = false) {
    settler = ClaimSettler(source: source)
    book = FundRuleBook(source)
    writer = SettlementWriter(catalogue: source.catalogue, language: .chinese)
    self.isExplaining = isExplaining
  }

  /// How many cases passed, and a finding for each thing that differs.
  package func run(_ file: CaseFile, collector: FindingCollector) -> (passed: Int, failed: Int) {
    let outcomes = outcomes(of: file)
    for outcome in outcomes { collector.add(outcome.findings) }
    let passed = outcomes.count(where: \.isPassed)
    return (passed, outcomes.count - passed)
  }

  /// What each case gives, in written order; with `names` only those, and the ones they go on from.
  package func outcomes(of file: CaseFile, only names: Set<String>? = nil) -> [CaseOutcome] {
    var outcomes: [CaseOutcome] = []
    visit(file, only: names) { outcome in
      outcomes.append(outcome)
      return true
    }
    return outcomes
  }

  /// Runs cases one by one until `body` says no.
  package func visit(_ file: CaseFile, only names: Set<String>? = nil, _ body: (CaseOutcome) -> Bool) {
    let wanted = names.map { file.withEarlier($0) }
    var results: [String: SettledClaim] = [:]
    var chain: AccountChain? = file.carriesAccounts ? AccountChain() : nil
    for item in file.cases where wanted?.contains(item.name) ?? true {
      let own = FindingCollector()
      let settled = run(item, after: results, &chain, own)
      if let settled { results[item.name] = settled }
      if item.isUnconfirmed { own.report(.caseUnconfirmed, at: item.place, ["name": item.name]) }
      if !body(CaseOutcome(item: item, settled: settled, findings: own.findings)) { return }
    }
  }

  private func run(
    _ item: GoldenCase, after earlier: [String: SettledClaim], _ chain: inout AccountChain?,
    _ collector: FindingCollector
  ) -> SettledClaim? {
    if let fund = item.fund {
      run(fund, of: item, collector)
      return nil
    }
    if let expected = item.expectedStanding {
      runStanding(item, expected, collector)
      return nil
    }
    var claim = item.claim
    if let after = item.after {
      guard let name = after.text, let previous = earlier[name] else {
        collector.report(.caseAfterUnknown, at: after.place, ["name": after.text ?? ""])
        return nil
      }
      claim = carrying(previous, into: claim)
    }
    let findings = FindingCollector()
    let result = settler.settle(claim, explaining: isExplaining, chain: &chain, collector: findings)
    if let expected = item.expectedError {
      compareError(expected, findings.findings, collector)
    } else if case .failed(let failed) = result {
      reportFailure(item, failed.findings, collector)
    } else if let expected = item.expected {
      compare(expected, writer.line(for: result, number: 1), collector)
    }
    if case .settled(let settled) = result { return settled }
    return nil
  }

  private func run(_ fund: FundCase, of item: GoldenCase, _ collector: FindingCollector) {
    let (answer, findings) = fund.run(book)
    if let expected = item.expectedError {
      compareError(expected, findings, collector)
    } else if findings.hasErrors, answer.isEmpty {
      reportFailure(item, findings, collector)
    }
    let comparison = AnswerComparison(answer: answer, collector: collector)
    if let expected = item.expectedAnswer { comparison.compare(records: expected) }
    if let expected = item.expectedTables { comparison.compare(counts: expected) }
  }

  private func runStanding(_ item: GoldenCase, _ expected: Reading, _ collector: FindingCollector) {
    let findings = FindingCollector()
    guard let answer = settler.standing(item.claim, collector: findings) else {
      reportFailure(item, findings.findings, collector)
      return
    }
    compare(expected, StandingWriter(language: .chinese).object(answer), collector)
  }

  private func reportFailure(_ item: GoldenCase, _ findings: [Finding], _ collector: FindingCollector) {
    for finding in findings {
      collector.report(
        .caseFailed, at: item.place, related: finding.place,
        ["message": "\(finding.kind.code) \(finding.message(in: .chinese))"])
    }
  }

  /// The claim with the accounts that an earlier one left, those of ended periods started anew.
  private func carrying(_ previous: SettledClaim, into claim: Node) -> Node {
    func scalar(_ text: String) -> Node { Node(.scalar(Scalar(text, .plain)), at: claim.place) }
    let day = claim["setl_time"]?.scalar.flatMap { CivilDate($0.text) } ?? previous.claim.settledOn
    let accounts = previous.accountList(on: day).items.map { Entry(key: scalar($0.name), value: scalar($0.text)) }
    var entries = (claim.entries ?? []).filter { $0.key.scalar?.text != "accounts" }
    entries.append(Entry(key: scalar("accounts"), value: Node(.mapping(accounts), at: claim.place)))
    return Node(.mapping(entries), at: claim.place)
  }

  private func compareError(_ expected: Reading, _ findings: [Finding], _ collector: FindingCollector) {
    let codes = findings.map(\.kind.code)
    guard let code = expected.text, !codes.contains(code) else { return }
    collector.report(
      .caseErrorDiffers, at: expected.place,
      ["expected": code, "found": codes.isEmpty ? "—" : codes.joined(separator: ", ")])
  }

  /// Compares by the wire form of the result, so that a case checks what a caller gets.
  private func compare(_ expected: Reading, _ text: String, _ collector: FindingCollector) {
    let ignored = FindingCollector()
    guard let result = JSONReader.read(SourceFile(path: "result", bytes: Array(text.utf8)), collector: ignored) else {
      return
    }
    compare(expected, result, path: "", collector)
  }

  private func compare(_ expected: Reading, _ found: Node, path: String, _ collector: FindingCollector) {
    switch expected.value {
    case .record(let fields):
      for field in fields.all.sorted(by: { $0.id < $1.id }) {
        compareMember(field.id, field.reading, found, path, collector)
      }
    case .dictionary(let named):
      for item in named { compareMember(item.id, item.reading, found, path, collector) }
    case .list(let items):
      guard found.items?.count == items.count else {
        report(expected, "\(items.count)", "\(found.items?.count ?? 0)", path, collector)
        return
      }
      for (index, item) in items.enumerated() {
        if let node = found.items?[index] { compare(item, node, path: "\(path)/\(index)", collector) }
      }
    default:
      let shown = Self.text(of: expected)
      let actual = found.scalar?.text ?? ""
      if shown != actual { report(expected, shown, actual, path, collector) }
    }
  }

  private func compareMember(
    _ name: String, _ expected: Reading, _ found: Node, _ path: String, _ collector: FindingCollector
  ) {
    guard let member = found[name] else {
      let known = (found.entries ?? []).compactMap { $0.key.scalar?.text }
      collector.report(
        .casePathMissing, at: expected.keyPlace,
        ["path": "\(path)/\(name)", "suggestion": known.joined(separator: ", ")])
      return
    }
    compare(expected, member, path: "\(path)/\(name)", collector)
  }

  private func report(
    _ expected: Reading, _ shown: String, _ found: String, _ path: String, _ collector: FindingCollector
  ) {
    collector.report(.caseMismatch, at: expected.place, ["path": path, "expected": shown, "found": found])
  }

  /// An expected value as the wire would write it.
  private static func text(of reading: Reading) -> String {
    switch reading.value {
    case .scalar(.money(let amount)): return "\(amount)"
    case .scalar(.flag(let flag)): return "\(flag)"
    case .scalar(.date(let date)): return "\(date)"
    case .scalar(.integer(let integer)): return "\(integer)"
    case .scalar(.text(let text)):
      // An account's amount may be written without its two decimals; a count has none.
      if let fen = try? DecimalText.scaled(text, decimals: 2), text.contains(".") { return "\(Fen(fen))" }
      return text
    case .word(let word): return word
    default: return ""
    }
  }
}

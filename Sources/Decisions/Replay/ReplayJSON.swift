import Findings
import Values

/// Writes a report as one JSON object. Amounts are yuan with two decimals, as numbers.
package struct ReplayJSON {
  private let report: ReplayReport

  package init(_ report: ReplayReport) { self.report = report }

  /// - Parameter revision: of the rules that the decisions were made with again.
  package func object(revision: String) -> String {
    JSONText.object(
      [("revision", JSONText.string(revision))] + counts.map { ($0.0, "\($0.1)") } + ends + [
        ("before", ReplayJSON.amounts(report.before)), ("after", ReplayJSON.amounts(report.after)),
        (
          "change",
          ReplayJSON.amounts(
            Paid(fund: report.after.fund - report.before.fund, person: report.after.person - report.before.person))
        ), ("only_before", ReplayJSON.amounts(report.onlyBefore)), ("only_after", ReplayJSON.amounts(report.onlyAfter)),
        ("not_shown", "\(report.differing - report.differences.count)"),
        ("claimless", "[" + report.claimless.map(ReplayJSON.claimless).joined(separator: ", ") + "]"),
        ("differences", "[" + report.differences.map(ReplayJSON.difference).joined(separator: ", ") + "]"),
      ])
  }

  private var counts: [(String, Int)] {
    [
      ("lines", report.lines), ("decisions", report.decisions), ("notes", report.notes),
      ("bad_lines", report.badLines), ("without_claim", report.withoutClaim), ("reproduced", report.reproduced),
      ("same_figures", report.sameFigures), ("changed_amounts", report.changedAmounts),
      ("changed_otherwise", report.changedOtherwise), ("no_longer_settled", report.noLongerSettled),
      ("newly_settled", report.newlySettled), ("other_errors", report.otherErrors),
      ("contradictions", report.contradictions), ("missing_parts", report.missingParts),
      ("chain_breaks", report.chainBreaks), ("doubled_decisions", report.doubledDecisions),
    ]
  }

  /// What the log begins after and ends with.
  private var ends: [(String, String)] {
    [("unseen_before", report.unseenBefore), ("last_line_digest", report.lastDigest)].compactMap { name, digest in
      digest.map { (name, JSONText.string($0)) }
    }
  }

  private static func amounts(_ paid: Paid) -> String {
    JSONText.object([("fund", YuanText.plain(paid.fund)), ("person", YuanText.plain(paid.person))])
  }

  private static func difference(_ difference: ReplayDifference) -> String {
    var members = [
      ("log", JSONText.string(difference.path)), ("line", "\(difference.line)"),
      ("decision_id", JSONText.string(difference.id)), ("timestamp", JSONText.string(difference.timestamp)),
      ("kind", JSONText.string(difference.kind.rawValue)),
    ]
    if let region = difference.region { members.append(("region", JSONText.string(region))) }
    if let day = difference.lawDate { members.append(("law_date", JSONText.string(day))) }
    members += [("before", side(difference.before)), ("after", side(difference.after))]
    if let fund = difference.fundChange, let person = difference.personChange {
      members.append(("change", amounts(Paid(fund: fund, person: person))))
    }
    return JSONText.object(members.map { (name: $0.0, value: $0.1) })
  }

  private static func claimless(_ decision: ClaimlessDecision) -> String {
    JSONText.object([
      ("decision_id", JSONText.string(decision.id)), ("timestamp", JSONText.string(decision.timestamp)),
      ("errors", codes(decision.errors)),
    ])
  }

  private static func codes(_ errors: [String]) -> String {
    "[" + errors.map { JSONText.string($0) }.joined(separator: ", ") + "]"
  }

  private static func side(_ side: ReplayDifference.Side) -> String {
    var members: [(name: String, value: String)] = []
    if let version = side.version { members.append(("version", JSONText.string(version))) }
    if let paid = side.paid {
      members += [("fund", YuanText.plain(paid.fund)), ("person", YuanText.plain(paid.person))]
    }
    if !side.errors.isEmpty {
      members.append(("errors", codes(side.errors)))
    }
    return JSONText.object(members)
  }
}

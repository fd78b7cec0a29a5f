import Findings
import PolicyModel
import Standing

/// A claim's standing, asked for alone.
package struct StandingAnswer {
  package let claim: Claim
  package let decision: StandingDecision
  package let rules: RulesInForce
  /// The answer about the part of the year before, of a stay that is split by days.
  package var earlierPart: [StandingAnswer] = []

  /// The clause that decided the standing; nil when it was stated, or understood.
  package var decidingClause: Citation? {
    decision.grounds.last { [.standing, .notNeeded, .backHome].contains($0.kind) }?.citation
  }

  /// What it rests on in words, and why filings do not count.
  package func rows(in language: Language) -> [Explanation.Row] {
    StandingRows(decision, claim, language: language).rows
  }

  package var basis: Basis { decision.citations.reduce(.official) { max($0, $1.basis) } }
}

/// Writes a standing and what it rests on as one JSON line.
package struct StandingWriter {
  let language: Language

  package init(language: Language) { self.language = language }

  package func object(_ answer: StandingAnswer) -> String {
    let decision = answer.decision
    var members: [(String, String)] = []
    func add(_ name: String, _ value: String?) {
      if let value { members.append((name, JSONText.string(value))) }
    }
    add("claim_id", answer.claim.id)
    add("psn_no", answer.claim.person)
    add("standing", decision.standing)
    add("channel", decision.channels?.rawValue)
    add("reason", decision.reason)
    add("filed", decision.filed)
    if let index = decision.filing { members.append(("filing", object(identity(index, answer.claim)))) }
    let verdicts = decision.verdicts.enumerated().map { verdict($1, $0, answer.claim) }
    members.append(("filings", "[" + verdicts.joined(separator: ", ") + "]"))
    members.append(("grounds", "[" + grounds(answer).joined(separator: ", ") + "]"))
    members.append(("rules", SettlementWriter.rules(answer.rules, basis: answer.basis)))
    if let earlier = answer.earlierPart.first { members.append(("earlier_part", object(earlier))) }
    return object(members)
  }

  private func identity(_ index: Int, _ claim: Claim) -> [(String, String)] {
    let id = claim.filings?[index].filing.id
    return [("index", "\(index)")] + (id.map { [("filing_id", JSONText.string($0))] } ?? [])
  }

  private func verdict(_ verdict: FilingVerdict, _ index: Int, _ claim: Claim) -> String {
    var members = identity(index, claim)
    switch verdict {
    case .counts(let status): members.append(("counts", JSONText.string(status.rawValue)))
    case .outranked(let status):
      members.append(("counts", JSONText.string(status.rawValue)))
      members.append(("reason", JSONText.string("outranked")))
    case .notCounted(let obstacle):
      members.append(("counts", JSONText.string("not_counted")))
      members.append(("reason", JSONText.string(obstacle.kind.rawValue)))
      if let rule = obstacle.rule { members.append(("rule", JSONText.string(rule.rawValue))) }
      let words = StandingWords.obstacle(obstacle.kind)
      members.append(("text", JSONText.string(language == .chinese ? words.chinese : words.english)))
      if let citation = obstacle.citation {
        members.append(("clause", JSONText.string(Explanation.clause(citation, language))))
      }
    }
    return object(members)
  }

  private func grounds(_ answer: StandingAnswer) -> [String] {
    StandingRows(answer.decision, answer.claim, language: language).grounds.map { row in
      object(
        [("text", JSONText.string(row.text))] + (row.clause.map { [("clause", JSONText.string($0))] } ?? []))
    }
  }

  private func object(_ members: [(String, String)]) -> String {
    JSONText.object(members.map { (name: $0.0, value: $0.1) })
  }
}

import Findings
import PolicyModel
import Settlement
import Standing
import Values

/// Words what keeps a standing from being said as a finding about the claim.
struct StandingFailureReport {
  let policy: CompiledPolicy
  let claim: Claim

  func report(_ failure: StandingFailure, to collector: FindingCollector) {
    func filing(_ index: Int) -> Place { claim.filings?[index].place ?? claim.place }
    switch failure {
    case .missing(let field): collector.report(.fieldMissing, at: claim.place, ["field": field])
    case .missingFact(let dimension):
      collector.report(.fieldMissing, at: claim.place, ["field": FailureReport.field(of: dimension)])
    case .notSaid(let rule): reportNotSaid(rule.rawValue, StandingWords.rule(rule), to: collector)
    case .notPayable(let cause, let citation):
      let reason = StandingWords.cause(cause)
      collector.report(
        .notPayable, at: claim.place,
        ["reason": reason.english, "reason_zh": reason.chinese, "clause": citation.text])
    case .lasts(let index, let lasting, let expected):
      let rule = StandingWords.lasting(lasting)
      let last = claim.filings?[index].filing.lastDay
      let found = StandingWords.registered(until: last)
      let day = StandingWords.expected(lasting, expected)
      collector.report(
        .filingLasts, at: filing(index),
        [
          "found": found.english, "found_zh": found.chinese, "rule": rule.english, "rule_zh": rule.chinese,
          "expected": day.english, "expected_zh": day.chinese,
        ])
    case .reversed(let index, let field):
      collector.report(.filingDates, at: filing(index), ["earlier": "begndate", "later": field])
    case .tooManyInstitutions(let index, let count, let limit):
      collector.report(
        .tooManyInstitutions, at: filing(index),
        ["count": "\(count)", "limit": "\(limit.value)", "clause": limit.citation.text])
    }
  }

  func reportNotSaid(
    _ rule: String, _ words: (english: String, chinese: String), to collector: FindingCollector
  ) {
    collector.report(
      .ruleNotSaid, at: claim.place,
      ["region": policy.policy.region.text, "rule": "\(words.english) (`\(rule)`)", "rule_zh": words.chinese])
  }
}

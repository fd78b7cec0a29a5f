import Findings
import PolicyModel
import Standing

/// What a standing rests on, in words.
struct StandingRows {
  private let decision: StandingDecision
  private let claim: Claim
  private let language: Language

  init(_ decision: StandingDecision, _ claim: Claim, language: Language) {
    self.decision = decision
    self.claim = claim
    self.language = language
  }

  var rows: [Explanation.Row] { grounds + filings }

  private func pick(_ words: StandingWords.Words) -> String { language == .chinese ? words.chinese : words.english }

  private func row(_ text: String, _ citation: Citation?) -> Explanation.Row {
    .init(layer: nil, text: text, amount: nil, clause: citation.map { Explanation.clause($0, language) })
  }

  var grounds: [Explanation.Row] {
    decision.grounds.map { ground in
      var text = pick(StandingWords.ground(ground.kind))
      if ground.kind == .standing { text += language == .chinese ? "：\(standing)" : ": \(standing)" }
      return row(text, ground.citation)
    }
  }

  private var standing: String {
    guard language == .chinese else { return decision.standing }
    return Dimension.standing.values.first { $0.id == decision.standing }?.chinese ?? decision.standing
  }

  /// The filings that do not count.
  private var filings: [Explanation.Row] {
    decision.verdicts.enumerated().compactMap { index, verdict in
      guard case .notCounted(let obstacle) = verdict else { return nil }
      let name = claim.filings?[index].filing.id ?? "\(index + 1)"
      let reason = pick(StandingWords.obstacle(obstacle.kind))
      return row(
        language == .chinese ? "备案 \(name) 不算：\(reason)" : "filing \(name) does not count: \(reason)",
        obstacle.citation)
    }
  }
}

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
    language == .chinese ? Dimension.standing.chinese(of: decision.standing) : decision.standing
  }

  /// What each filing counts as, or why it does not count.
  private var filings: [Explanation.Row] {
    decision.verdicts.enumerated().map { index, verdict in
      let name = claim.filings?[index].filing.id ?? "\(index + 1)"
      func row(_ chinese: String, _ english: String, _ citation: Citation? = nil) -> Explanation.Row {
        self.row(language == .chinese ? "备案 \(name) \(chinese)" : "filing \(name) \(english)", citation)
      }
      switch verdict {
      case .counts(let status):
        return row("起作用（\(Dimension.filed.chinese(of: status.rawValue))）", "counts (\(status.rawValue))")
      case .outranked: return row("也有效，另一次优先", "would count too, another one goes first")
      case .notCounted(let obstacle):
        let words = StandingWords.obstacle(obstacle.kind)
        return row("不算：\(words.chinese)", "does not count: \(words.english)", obstacle.citation)
      }
    }
  }
}

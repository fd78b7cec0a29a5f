import Findings

/// Answers about the service itself.
struct HealthAnswerer {
  let rules: ServedRules
  let readiness: Readiness
  let language: Language

  /// That the process runs and answers.
  static var live: Reply { Reply(body: JSONText.object([("status", JSONText.string("live"))])) }

  /// Whether claims are settled now.
  var ready: Reply {
    if let refusal = readiness.refusal { return RefusalBody.reply(refusal, language) }
    return Reply(
      body: JSONText.object([
        ("status", JSONText.string("ready")), ("revision", JSONText.string(rules.revision)),
      ]))
  }

  /// What a reload came to.
  static func reload(_ outcome: ReloadOutcome, current: ServedRules, _ language: Language) -> Reply {
    let word: String
    switch outcome {
    case .refused(let findings):
      let errors = findings.filter { $0.kind.severity == .error }
      let summary = Finding(.reloadRefused, at: nil, ["count": "\(errors.count)"])
      return RefusalBody.reply(Refusal(422, [summary] + errors.prefix(100)), language)
    case .swapped: word = "swapped"
    case .unchanged: word = "unchanged"
    }
    return Reply(
      body: JSONText.object([
        ("status", JSONText.string(word)), ("revision", JSONText.string(current.revision)),
      ]))
  }
}

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
  ///
  /// - Parameter areTokensTaken: false when the tokens before stay, which is refused as faulty rules are: who takes a
  ///   token away has to know whether it is gone.
  static func reload(_ outcome: ReloadOutcome, areTokensTaken: Bool, current: ServedRules, _ language: Language)
    -> Reply
  {
    var findings: [Finding] = []
    if !areTokensTaken { findings.append(Finding(.tokensKept, at: nil)) }
    if case .refused(let found) = outcome {
      let errors = found.filter { $0.kind.severity == .error }
      findings += [Finding(.reloadRefused, at: nil, ["count": "\(errors.count)"])] + errors.prefix(100)
    }
    if !findings.isEmpty { return RefusalBody.reply(Refusal(422, findings), language) }
    return Reply(
      body: JSONText.object([
        ("status", JSONText.string(outcome.word)), ("revision", JSONText.string(current.revision)),
      ]))
  }
}

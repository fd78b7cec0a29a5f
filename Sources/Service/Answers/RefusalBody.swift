import Findings

/// The body of every answer that is not what was asked for: `{code, message, errors}`.
package enum RefusalBody {
  /// - Parameters:
  ///   - leading: members before these, such as the line of a batch.
  package static func object(
    _ refusal: Refusal, _ language: Language, leading: [(name: String, value: String)] = []
  ) -> String {
    JSONText.object(leading + members(refusal, language))
  }

  static func reply(_ refusal: Refusal, _ language: Language) -> Reply {
    var reply = Reply(status: refusal.status, body: object(refusal, language))
    reply.fields = refusal.fields
    return reply
  }

  private static func members(_ refusal: Refusal, _ language: Language) -> [(name: String, value: String)] {
    let missing = refusal.missing
    var members = [
      (name: "code", value: JSONText.string(RefusalStatus.word(of: refusal))),
      (name: "message", value: JSONText.string(refusal.errors.first?.finding.message(in: language) ?? "")),
    ]
    if refusal.status == 422, !missing.isEmpty {
      members.append(("missing", "[" + missing.map { JSONText.string($0) }.joined(separator: ", ") + "]"))
    }
    members.append(("errors", "[" + refusal.errors.map { error($0, language) }.joined(separator: ", ") + "]"))
    return members
  }

  private static func error(_ error: Refusal.Located, _ language: Language) -> String {
    let finding = error.finding
    var members = [
      (name: "code", value: JSONText.string(finding.kind.code)),
      (name: "message", value: JSONText.string(finding.message(in: language))),
      (name: "help", value: JSONText.string(finding.help(in: language))),
    ]
    if let pointer = error.pointer { members.append(("pointer", JSONText.string(pointer))) }
    if let place = finding.place { members.append(("location", location(place))) }
    return JSONText.object(members)
  }

  private static func location(_ place: Place) -> String {
    JSONText.object([
      (name: "file", value: JSONText.string(place.file.path)), (name: "row", value: "\(place.start.line)"),
      (name: "col", value: "\(place.start.column)"),
    ])
  }
}

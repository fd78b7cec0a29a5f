import Findings

/// The parameters behind a path's question mark. Every one is known to the path and given once.
package struct Query: Sendable {
  private let values: [String: String]

  package init(_ text: String?, for route: Route) throws(Refusal) {
    var values: [String: String] = [:]
    for part in (text ?? "").split(separator: "&") {
      let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(pieces[0])
      guard route.parameters.contains(name), values[name] == nil else {
        let known = route.parameters.isEmpty ? "–" : route.parameters.joined(separator: ", ")
        throw Refusal(400, .queryUnknown, ["name": name, "suggestion": known])
      }
      values[name] = pieces.count == 2 ? String(pieces[1]) : ""
    }
    self.values = values
  }

  package subscript(name: String) -> String? { values[name] }

  /// `explain=full` or `explain=off`, which is understood.
  package func isExplaining() throws(Refusal) -> Bool {
    switch values["explain"] {
    case nil, "off": false
    case "full": true
    default: throw Refusal(400, .queryValue, ["name": "explain", "expected": "full, off"])
    }
  }
}

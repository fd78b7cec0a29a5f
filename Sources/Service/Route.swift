/// The paths of the service. A request's path is matched here and nowhere else.
package enum Route: String, CaseIterable, Sendable {
  case settle = "/v1/settle"
  case settleBatch = "/v1/batch/settle"
  case standing = "/v1/standing"
  case regions = "/v1/regions"
  case rules = "/v1/regions/{code}/rules"
  case diff = "/v1/diff"
  case reload = "/v1/reload"
  case live = "/health/live"
  case ready = "/health/ready"
  case metrics = "/metrics"
  case description = "/openapi.json"

  package var method: String {
    switch self {
    case .settle, .settleBatch, .standing, .diff, .reload: "POST"
    case .regions, .rules, .live, .ready, .metrics, .description: "GET"
    }
  }

  /// As `Allow` lists them.
  package var allowed: String { method == "GET" ? "GET, HEAD" : method }

  /// The format of the body it reads; nil when it reads none.
  package var reads: String? {
    switch self {
    case .settle, .standing, .diff: MediaTypes.json
    case .settleBatch: MediaTypes.lines
    default: nil
    }
  }

  /// The names of the query parameters it knows.
  package var parameters: [String] {
    switch self {
    case .settle, .settleBatch: ["explain"]
    case .rules: ["on"]
    default: []
    }
  }

  /// Whether callers without a token are answered: those that watch over the service hold none.
  package var isOpen: Bool { self == .live || self == .ready }

  /// The route of a path, and the part of it that stands for `{code}`.
  package static func match(_ path: String) -> (route: Route, code: String)? {
    if let route = Route(rawValue: path), route != .rules { return (route, "") }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].isEmpty, parts[1] == "v1", parts[2] == "regions", parts[4] == "rules" else {
      return nil
    }
    return (.rules, String(parts[3]))
  }
}

import Synchronization

/// What the service has done so far, for `GET /metrics`. Labels are routes and statuses, never anything of a request.
package final class ServiceMetrics: Sendable {
  private struct RequestKey: Hashable {
    let route: String
    let method: String
    let status: Int
  }

  private struct State {
    var requests: [RequestKey: Int] = [:]
    var durations: [String: Histogram] = [:]
    var settled = 0
    var refused = 0
    var reloads = Dictionary(uniqueKeysWithValues: ReloadOutcome.words.map { ($0, 0) })
    var received = 0
  }

  private let state = Mutex(State())
  private let engine: String

  package init(engine: String) { self.engine = engine }

  /// A request that was answered.
  ///
  /// - Parameter route: the route's template, so that the number of labels is bounded.
  package func answered(_ route: String, _ method: String, status: Int, nanoseconds: Int64) {
    state.withLock { state in
      state.requests[RequestKey(route: route, method: method, status: status), default: 0] += 1
      state.durations[route, default: Histogram()].add(nanoseconds)
    }
  }

  /// Claims that were answered, alone or in a batch.
  package func claims(settled: Int, refused: Int) {
    state.withLock { state in
      state.settled += settled
      state.refused += refused
    }
  }

  package func received(_ bytes: Int) { state.withLock { $0.received += bytes } }

  package func reloaded(_ outcome: String) { state.withLock { $0.reloads[outcome, default: 0] += 1 } }

  /// All of it as text, with how things stand now.
  package func text(_ rules: ServedRules, isReady: Bool, inFlight: Int, lostLogLines: Int) -> String {
    let state = state.withLock { $0 }
    var text = MetricsText()
    text.begin("policy_build_info", "gauge", "Version of the engine.")
    text.sample("policy_build_info", [("version", engine)], 1)
    text.begin("policy_ready", "gauge", "Whether claims are settled now.")
    text.sample("policy_ready", [], isReady ? 1 : 0)
    text.begin("policy_rules_info", "gauge", "Revision of the rules in use.")
    text.sample("policy_rules_info", [("revision", rules.revision)], 1)
    text.begin("policy_rules_restored", "gauge", "Whether the rules in use were kept by an earlier run.")
    text.sample("policy_rules_restored", [], rules.isRestored ? 1 : 0)
    text.begin("policy_rules_last_success_timestamp_seconds", "gauge", "When the rules in use were loaded.")
    text.sample("policy_rules_last_success_timestamp_seconds", [], rules.loadedAt)
    text.begin("policy_reloads_total", "counter", "Reloads by outcome.")
    for (outcome, count) in state.reloads.sorted(by: { $0.key < $1.key }) {
      text.sample("policy_reloads_total", [("outcome", outcome)], count)
    }
    text.begin("policy_claims_total", "counter", "Claims by outcome.")
    text.sample("policy_claims_total", [("outcome", "settled")], state.settled)
    text.sample("policy_claims_total", [("outcome", "refused")], state.refused)
    text.begin("policy_log_lines_lost_total", "counter", "Lines of the log on standard error that nobody took.")
    text.sample("policy_log_lines_lost_total", [], lostLogLines)
    text.begin("http_requests_in_flight", "gauge", "Requests about claims being worked on.")
    text.sample("http_requests_in_flight", [], inFlight)
    text.begin("http_request_body_bytes_total", "counter", "Bytes of bodies read.")
    text.sample("http_request_body_bytes_total", [], state.received)
    text.begin("http_requests_total", "counter", "Requests by route and status.")
    for (key, count) in state.requests.sorted(by: { ServiceMetrics.order($0.key) < ServiceMetrics.order($1.key) }) {
      let labels = [("route", key.route), ("method", key.method), ("status", "\(key.status)")]
      text.sample("http_requests_total", labels, count)
    }
    text.begin("http_request_duration_seconds", "histogram", "Time until the answer was ready to be written.")
    for (route, histogram) in state.durations.sorted(by: { $0.key < $1.key }) {
      text.histogram("http_request_duration_seconds", [("route", route)], histogram)
    }
    return text.text
  }

  private static func order(_ key: RequestKey) -> (String, String, Int) { (key.route, key.method, key.status) }
}

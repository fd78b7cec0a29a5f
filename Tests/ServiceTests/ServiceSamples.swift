#if Server
  import Findings
  import Foundation
  import HTTPTypes
  import Logging
  import PolicyModel
  import RegionPolicy
  import Synchronization
  import TestSupport
  import Values

  @testable import Service

  /// A service over the shipped rules, called without a network.
  struct SampleService {
    static let policies = RegionPolicies(folder: Repository.path("policies"))

    static let rules = ServedRules(policies: policies, revision: "sha256:one", loadedAt: 1_700_000_000)

    var parts: ServiceParts

    init(_ keeper: any RuleKeeping = FixedRules()) {
      parts = ServiceParts(
        rules: keeper, engine: "0.0.0", today: { CivilDate(year: 2024, month: 7, day: 1) ?? .distantPast },
        compare: { _, request, _ in .success("{\"before\": \"\(request.before.text)\"}") },
        figures: { layer, _, _ in
          [FigureRow(item: "ratio of \(layer.id)", situation: "", value: "85%", source: "art. 1")]
        })
    }

    /// One request.
    func call(
      _ method: HTTPRequest.Method, _ uri: String, _ body: String? = nil, _ headers: HTTPFields = [:]
    ) async throws -> SampleResponse {
      try await SampleCaller(parts).call(method, uri, body, headers)
    }

    /// One request with a JSON body.
    func post(_ uri: String, _ body: String, _ more: HTTPFields = [:]) async throws -> SampleResponse {
      var headers = more
      if headers[.contentType] == nil { headers[.contentType] = "application/json" }
      return try await call(.post, uri, body, headers)
    }

    /// The claim of the demonstration that stays in Beijing.
    static let claim: String = {
      let path = Repository.path("examples/claims/demo.ndjson")
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      return text.split(separator: "\n").first.map(String.init) ?? ""
    }()
  }

  /// Rules that answer every reload the same way.
  struct FixedRules: RuleKeeping {
    var outcome = ReloadOutcome.unchanged

    var current: ServedRules { SampleService.rules }

    func reload() -> ReloadOutcome { outcome }
  }

  /// A log that can be written, or not, and remembers what was.
  final class SampleLog: DecisionKeeping {
    let isWritable: Bool
    private let kept = Mutex<[Decision]>([])

    init(isWritable: Bool = true) { self.isWritable = isWritable }

    var decisions: [Decision] { kept.withLock { $0 } }

    func keep(_ decision: Decision) -> String? {
      guard isWritable else { return nil }
      return kept.withLock { kept in
        kept.append(decision)
        return "id-\(kept.count)"
      }
    }
  }
#endif

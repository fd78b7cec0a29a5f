import Findings
import Synchronization
import Values

/// What a running service consists of, apart from HTTP.
package struct ServiceParts: Sendable {
  package let rules: any RuleKeeping
  package var decisions: any DecisionKeeping = UnkeptDecisions()
  package var authorization = Authorization.open
  package var limits = ServiceLimits()
  package let compare: Comparing
  /// Version of the engine.
  package let engine: String
  /// Today in China, for questions that name no day.
  package let today: @Sendable () -> CivilDate
  package let figures: FigureListing
  /// What a claim's body is answered with. Replaced where the service without evaluation is measured.
  package var settle: @Sendable (ClaimAnswerer, [UInt8]) -> Reply = { $0.settle($1) }

  package init(
    rules: any RuleKeeping, engine: String, today: @escaping @Sendable () -> CivilDate, compare: @escaping Comparing,
    figures: @escaping FigureListing
  ) {
    self.rules = rules
    self.engine = engine
    self.today = today
    self.compare = compare
    self.figures = figures
  }
}

/// Whether the service can settle, and why not.
package struct Readiness: Sendable {
  /// Nil when it can.
  package let obstacle: (chinese: String, english: String)?

  package init(_ decisions: any DecisionKeeping) {
    obstacle = decisions.isWritable ? nil : ("决定日志写不进去", "the decision log cannot be written")
  }

  package var isReady: Bool { obstacle == nil }

  var refusal: Refusal? {
    obstacle.map { Refusal(503, .notReady, ["reason_zh": $0.chinese, "reason": $0.english]) }
  }
}

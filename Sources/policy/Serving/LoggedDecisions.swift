#if Server
  import Decisions
  import Findings
  import Foundation
  import Logging
  import Service
  import Values

  /// Decisions of the service in the decision log, each before its answer goes out.
  struct LoggedDecisions: DecisionKeeping {
    private let log: DecisionLog
    private let engine: String
    private let logger: Logger

    /// - Parameter logger: is told when the log can no longer be written, why, and when it can be again.
    init(log: DecisionLog, engine: String, logger: Logger) {
      self.log = log
      self.engine = engine
      self.logger = logger
      log.whenChanged { change in
        switch change {
        case .stopped(let finding): LoggedDecisions.tell(finding, logger)
        case .resumed: logger.notice("the decision log can be written again")
        }
      }
    }

    /// After a failure ready means that writing works again.
    var isWritable: Bool { log.isWritable || log.retry(at: DecisionWriter.now) }

    func keep(_ decision: Decision) -> String? {
      let id = RandomUUID.next()
      let loaded = Date(timeIntervalSince1970: TimeInterval(decision.rulesLoadedAt))
      let circumstances = DecisionCircumstances(
        id: id, timestamp: DecisionWriter.now, knownAt: loaded.formatted(.iso8601), engine: engine,
        revision: decision.revision)
      let kind: DecisionKind = decision.kind == .settle ? .settle : .standing
      guard let record = DecisionRecord(kind, claim: decision.input, answer: decision.result, circumstances) else {
        LoggedDecisions.tell(Finding(.decisionAnswerUnreadable, at: nil), logger)
        return nil
      }
      do throws(Finding) {
        try log.append(record)
        return id
      } catch {
        // The log tells why, once and not for every decision.
        return nil
      }
    }

    private static func tell(_ finding: Finding, _ logger: Logger) {
      var metadata: Logger.Metadata = ["code": "\(finding.kind.code)"]
      if let reason = finding.arguments["reason"] { metadata["reason"] = "\(reason)" }
      logger.error("\(finding.message(in: .english))", metadata: metadata)
    }
  }
#endif

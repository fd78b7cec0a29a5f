#if Server
  import Decisions
  import Findings
  import Foundation
  import Service

  /// Decisions of the service in the decision log, each before its answer goes out.
  struct LoggedDecisions: DecisionKeeping {
    let log: DecisionLog
    let engine: String

    /// After a failure ready means that writing works again.
    var isWritable: Bool { log.isWritable || log.retry(at: DecisionWriter.now) }

    func keep(_ decision: Decision) -> String? {
      var generator = SystemRandomNumberGenerator()
      let id = DecisionID.make(using: &generator)
      let loaded = Date(timeIntervalSince1970: TimeInterval(decision.rulesLoadedAt))
      let circumstances = DecisionCircumstances(
        id: id, timestamp: DecisionWriter.now, knownAt: loaded.formatted(.iso8601), engine: engine,
        revision: decision.revision)
      let kind: DecisionKind = decision.kind == .settle ? .settle : .standing
      guard let record = DecisionRecord(kind, claim: decision.input, answer: decision.result, circumstances) else {
        return nil
      }
      do throws(Finding) {
        try log.append(record)
        return id
      } catch {
        return nil
      }
    }
  }
#endif

#if Server
  import Findings
  import Logging

  /// Loads rules and tokens anew, whoever asks for it, and says so.
  package struct Reloader: Sendable {
    let parts: ServiceParts
    let metrics: ServiceMetrics
    let logger: Logger

    package func reload(trigger: String) async -> ReloadOutcome {
      let parts = parts
      let outcome = await WorkPool.long { parts.rules.reload() }
      let areTokensTaken = await WorkPool.long { parts.authorization.reload() }
      if !areTokensTaken {
        logger.error("tokens kept: the new ones cannot be used", metadata: ["trigger": "\(trigger)"])
      }
      tell(outcome, trigger)
      return outcome
    }

    private func tell(_ outcome: ReloadOutcome, _ trigger: String) {
      let metadata: Logger.Metadata = ["trigger": "\(trigger)", "revision": "\(parts.rules.current.revision)"]
      switch outcome {
      case .swapped:
        metrics.reloaded("swapped")
        logger.notice("rules swapped", metadata: metadata)
      case .unchanged:
        metrics.reloaded("unchanged")
        logger.info("rules unchanged", metadata: metadata)
      case .refused(let findings):
        metrics.reloaded("refused")
        logger.error("rules refused, those before stay", metadata: metadata)
        for finding in findings.prefix(20) where finding.kind.severity == .error {
          let place = finding.place.map { "\($0.file.path):\($0.start.line):\($0.start.column)" } ?? ""
          logger.error(
            "fault of the new rules",
            metadata: ["code": "\(finding.kind.code)", "place": "\(place)", "text": "\(finding.message(in: .english))"])
        }
      }
    }
  }
#endif

#if Server
  import Findings
  import Logging

  /// Loads rules and tokens anew, whoever asks for it, and says so.
  package struct Reloader: Sendable {
    let parts: ServiceParts
    let metrics: ServiceMetrics
    let logger: Logger

    package struct Outcome: Sendable {
      package let rules: ReloadOutcome
      /// Whether the tokens that are there now are in use; otherwise those before are.
      package let areTokensTaken: Bool
    }

    package func reload(trigger: String) async -> Outcome {
      let parts = parts
      let rules = await WorkPool.long { parts.rules.reload() }
      let areTokensTaken = await WorkPool.long { parts.authorization.reload() }
      if !areTokensTaken {
        logger.error("tokens kept: the new ones cannot be used", metadata: ["trigger": "\(trigger)"])
      }
      tell(rules, trigger)
      return Outcome(rules: rules, areTokensTaken: areTokensTaken)
    }

    private func tell(_ outcome: ReloadOutcome, _ trigger: String) {
      metrics.reloaded(outcome.word)
      let metadata: Logger.Metadata = ["trigger": "\(trigger)", "revision": "\(parts.rules.current.revision)"]
      switch outcome {
      case .swapped(let notes):
        logger.notice("rules swapped", metadata: metadata)
        tell(notes)
      case .unchanged: logger.info("rules unchanged", metadata: metadata)
      case .refused(let findings):
        logger.error("rules refused, those before stay", metadata: metadata)
        tell(findings)
      }
    }

    /// What operators have to know of the rules that were read: errors, and warnings about keeping them.
    package func tell(_ findings: [Finding]) {
      let telling = findings.filter { $0.kind.severity == .error || Reloader.told.contains($0.kind) }
      for finding in telling.prefix(20) {
        let place = finding.place.map { "\($0.file.path):\($0.start.line):\($0.start.column)" } ?? ""
        logger.log(
          level: finding.kind.severity == .error ? .error : .warning, "finding",
          metadata: ["code": "\(finding.kind.code)", "place": "\(place)", "text": "\(finding.message(in: .english))"])
      }
    }

    private static let told: [FindingKind] = [.lastGoodUsed, .lastGoodNotKept]
  }
#endif

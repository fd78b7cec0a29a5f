import Findings
import RegionPolicy

/// The rules of a registry, which keeps the last good ones.
package struct RegistryRules: RuleKeeping {
  private let registry: PolicyRegistry

  /// What was found in the rules that were read last, or why they could not be read.
  package var findings: [Finding] { registry.status.findings.map(\.finding) }

  package init(_ registry: PolicyRegistry) { self.registry = registry }

  package var current: ServedRules {
    let (policies, report) = registry.inForce
    return ServedRules(
      policies: policies, revision: policies.revision, loadedAt: Int64(report.time),
      isRestored: report.outcome == .restored)
  }

  package func reload() -> ReloadOutcome {
    let report = registry.reload()
    switch report.outcome {
    case .loaded: return .swapped(notes: report.findings.map(\.finding))
    case .unchanged: return .unchanged
    case .kept, .restored: return .refused(report.findings.map(\.finding))
    }
  }
}

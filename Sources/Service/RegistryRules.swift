import RegionPolicy

/// The rules of a registry, which keeps the last good ones.
package struct RegistryRules: RuleKeeping {
  private let registry: PolicyRegistry

  package init(_ registry: PolicyRegistry) { self.registry = registry }

  package var current: ServedRules {
    let policies = registry.policies
    return ServedRules(policies: policies, revision: policies.revision, loadedAt: Int64(registry.lastSuccess))
  }

  package func reload() -> ReloadOutcome {
    let report = registry.reload()
    switch report.outcome {
    case .loaded: return .swapped(current)
    case .unchanged: return .unchanged
    case .kept, .restored: return .refused(report.findings.map(\.finding))
    }
  }
}

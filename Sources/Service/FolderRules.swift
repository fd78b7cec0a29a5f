import Findings
import PolicyReading
import RegionPolicy
import Registry
import Synchronization

/// The rules of a folder, loaded anew on request: a set with errors never replaces one without.
package final class FolderRules: RuleKeeping {
  private let load: @Sendable () -> ServedRules
  private let held: Mutex<ServedRules>
  /// One reload at a time.
  private let reloading = Mutex(())

  /// - Parameter load: reads the rules; called again for each reload.
  package init(_ first: ServedRules, load: @escaping @Sendable () -> ServedRules) {
    self.load = load
    held = Mutex(first)
  }

  package var current: ServedRules { held.withLock { $0 } }

  package func reload() -> ReloadOutcome {
    reloading.withLock { _ in
      let new = load()
      let errors = new.policies.findings.filter(\.isError).map(\.finding)
      if !errors.isEmpty { return .refused(errors) }
      if new.policies.registry.versions.regions.isEmpty {
        return .refused([Finding(.noRuleFiles, at: nil, ["path": "policies"])])
      }
      if new.revision == current.revision { return .unchanged }
      held.withLock { $0 = new }
      return .swapped(new)
    }
  }
}

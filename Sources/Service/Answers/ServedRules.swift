import Findings
import RegionPolicy

/// One set of rules that requests are answered from, and its name. A request takes it once, so that no answer mixes two.
package struct ServedRules: Sendable {
  package let policies: RegionPolicies
  /// Digest of what the rules were read from, `sha256:…`.
  package let revision: String
  /// When it was loaded, in seconds since 1970.
  package let loadedAt: Int64

  package init(policies: RegionPolicies, revision: String, loadedAt: Int64) {
    self.policies = policies
    self.revision = revision
    self.loadedAt = loadedAt
  }
}

/// Where the rules come from while the service runs.
package protocol RuleKeeping: Sendable {
  /// The rules that hold now; taking them waits for nothing.
  var current: ServedRules { get }
  /// Reads and checks the rules anew beside those in use and takes them when they are good. Takes as long as loading.
  func reload() -> ReloadOutcome
}

/// What became of a reload.
package enum ReloadOutcome: Sendable {
  case swapped(ServedRules)
  /// What was read is what is in use.
  case unchanged
  /// The rules before stay.
  case refused([Finding])
}

import Findings
import RegionPolicy

/// One set of rules that requests are answered from, and its name. A request takes it once, so that no answer mixes two.
package struct ServedRules: Sendable {
  package let policies: RegionPolicies
  /// Digest of what the rules were read from, `sha256:…`.
  package let revision: String
  /// When it was loaded, in seconds since 1970.
  package let loadedAt: Int64
  /// Whether they were kept by an earlier run, because those at the start could not be used.
  package let isRestored: Bool

  package init(policies: RegionPolicies, revision: String, loadedAt: Int64, isRestored: Bool = false) {
    self.policies = policies
    self.revision = revision
    self.loadedAt = loadedAt
    self.isRestored = isRestored
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
  /// Other rules hold; what is to be known about them, such as that they could not be kept for a restart.
  case swapped(notes: [Finding])
  /// What was read is what is in use.
  case unchanged
  /// The rules before stay.
  case refused([Finding])

  /// As metrics and answers call it.
  package static let words = ["swapped", "unchanged", "refused"]

  var word: String {
    switch self {
    case .swapped: ReloadOutcome.words[0]
    case .unchanged: ReloadOutcome.words[1]
    case .refused: ReloadOutcome.words[2]
    }
  }
}

import Claims
import RegionPolicy
import Registry
import Values

extension RegionPolicies {
  /// What names this set of rules in the log of decisions: the digest of all rules that are in force somewhere, some
  /// day.
  var recordedRevision: String {
    let rules = registry.compiled.map { "\($0.region.text) \($0.days.from) \($0.rules.digest)\n" }
    return "sha256:" + SHA256.digest(of: rules.joined().utf8)
  }
}

import Claims
import RegionPolicy
import Registry
import Values

extension RegionPolicies {
  /// What names this set of rules in the log of decisions: the digest of all rules that are in force somewhere, some
  /// day.
  var recordedRevision: String {
    var hash = SHA256()
    for (region, days, rules) in registry.compiled {
      hash.update("\(region.text) \(days.from) \(rules.digest)\n".utf8)
    }
    return "sha256:" + hash.finish()
  }
}

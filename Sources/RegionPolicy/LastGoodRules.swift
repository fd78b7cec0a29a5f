import Bundles
import Findings
import Host

/// The file that the last good set is kept in, as a bundle, for a start when the rules cannot be used.
struct LastGoodRules: Sendable {
  let path: String

  /// Writes a set in place of the one before; a finding when that fails.
  ///
  /// A bundle is kept as it came, with its signature, so that what is asked of it can be asked again.
  func keep(_ rules: AcceptedRules) -> [Finding] {
    do throws(Finding) {
      let bundle = if let own = rules.delivered.bundle { own } else { try PolicyBundle(rules.delivered.folder) }
      if WholeFile.write(bundle.archive, to: path) { return [] }
      return [Finding(.lastGoodNotKept, at: nil, ["path": path])]
    } catch {
      return [error, Finding(.lastGoodNotKept, at: nil, ["path": path])]
    }
  }

  /// What was kept, under the same demands; nothing accepted when it does not meet them.
  func restore(_ source: PolicySource) -> LoadAttempt {
    var kept = source
    kept.path = path
    return kept.load()
  }
}

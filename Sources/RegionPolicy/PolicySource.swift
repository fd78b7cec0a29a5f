import Bundles
import Findings
import Registry

/// Where a registry's rules come from, and what they have to fulfil.
struct PolicySource: Sendable {
  var path: String
  let catalogue: String?
  let includesDrafts: Bool
  /// Files of public keys; nil when no signature is asked for.
  let trustedKeys: [String]?

  /// How often a folder that changes while it is read is read again.
  private static let readings = 5

  /// What lies there now, read and checked.
  func load() -> LoadAttempt {
    let collector = FindingCollector()
    guard let delivered = read(collector), !collector.hasErrors else {
      return LoadAttempt(accepted: nil, findings: collector.findings)
    }
    let snapshot = PolicySnapshot(delivered.folder, collector: collector, includesDrafts: includesDrafts)
    var findings = snapshot.findings
    // Rules for nobody would answer every claim with an error.
    if snapshot.regions.isEmpty { findings.append(Finding(.noRuleFiles, at: nil, ["path": path])) }
    if findings.hasErrors { return LoadAttempt(accepted: nil, findings: findings) }
    return LoadAttempt(
      accepted: AcceptedRules(policies: RegionPolicies(.whole(snapshot)), delivered: delivered), findings: findings)
  }

  private func read(_ collector: FindingCollector) -> DeliveredRules? {
    let keys: TrustedKeys?
    do throws(Finding) {
      keys = try trustedKeys.map { files throws(Finding) in
        try TrustedKeys(files.compactMap { PolicyFolder.load($0, collector: collector) })
      }
    } catch {
      collector.add(error)
      return nil
    }
    // Without one of the keys a bundle could seem to be signed by somebody unknown.
    if collector.hasErrors { return nil }
    return PolicySource.readUnchanging(path, collector) { own in
      DeliveredRules.read(path, catalogue: catalogue, keys: keys, collector: own)
    }
  }

  /// A folder is read until two readings find the same: one that is just being copied or deleted can look complete.
  static func readUnchanging(
    _ path: String, _ collector: FindingCollector, read: (FindingCollector) -> DeliveredRules
  ) -> DeliveredRules? {
    var previous: DeliveredRules?
    for _ in 0..<readings {
      let own = FindingCollector()
      let delivered = read(own)
      if delivered.bundle != nil || own.hasErrors || previous?.folder.isSame(as: delivered.folder) ?? false {
        collector.add(own.findings)
        return delivered
      }
      previous = delivered
    }
    collector.report(.folderChanging, at: nil, ["path": path])
    return nil
  }
}

/// What reading rules came to.
struct LoadAttempt: Sendable {
  /// Nil when they have errors.
  let accepted: AcceptedRules?
  let findings: [Finding]
}

/// Rules without errors.
struct AcceptedRules: Sendable {
  let policies: RegionPolicies
  let delivered: DeliveredRules
}

import Findings
import Registry

/// Rules as they come, before anybody looks into them: a folder, one rule file, or a bundle.
package struct DeliveredRules: Sendable {
  package let folder: PolicyFolder
  /// Nil when they did not come in one.
  package let bundle: PolicyBundle?

  package init(folder: PolicyFolder, bundle: PolicyBundle?) {
    self.folder = folder
    self.bundle = bundle
  }

  /// Reads what lies at a path. Faults are reported, and leave no files.
  ///
  /// - Parameters:
  ///   - fallback: folder of code lists for those that a folder lacks; a bundle has all of its own.
  ///   - keys: whose signature a bundle must have; nil when none is asked for.
  package static func read(
    _ path: String, catalogue fallback: String?, keys: TrustedKeys? = nil, collector: FindingCollector
  ) -> DeliveredRules {
    let nothing = DeliveredRules(folder: PolicyFolder(rules: [], catalogue: [], path: path), bundle: nil)
    do throws(Finding) {
      guard isBundle(path) else {
        if keys != nil { throw Finding(.bundleRequired, at: nil, ["path": path]) }
        return DeliveredRules(
          folder: PolicyFolder.read(path, catalogue: fallback, collector: collector), bundle: nil)
      }
      guard let file = PolicyFolder.load(path, collector: collector) else { return nothing }
      let bundle = try PolicyBundle(reading: file)
      try keys?.verify(bundle, at: path)
      return DeliveredRules(folder: bundle.policyFolder(at: path), bundle: bundle)
    } catch {
      collector.add(error)
      return nothing
    }
  }

  /// By its name, or by how its contents begin.
  private static func isBundle(_ path: String) -> Bool {
    if path.hasSuffix(".tar") { return true }
    if PolicyFolder.isYAML(path) { return false }
    let file = PolicyFolder.load(path, collector: FindingCollector())
    return file?.bytes.starts(with: "\(PolicyBundle.manifestName)\0".utf8) ?? false
  }
}

import Findings
import PolicyModel

/// A source that is not an official document with a number says where and when it was read.
enum SourceCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    // Where a file has errors, an address or day that seems to be missing may have been unreadable.
    let faulty = Set(collector.findings.filter { $0.kind.severity == .error }.compactMap { $0.place?.file.path })
    for version in input.all where !faulty.contains(version.file.path) {
      for source in version.sources where source.basis != .assumed {
        if source.basis == .official, source.number != nil { continue }
        if source.url == nil || source.read == nil {
          collector.report(.sourceIncomplete, at: source.place, ["source": source.id])
        }
      }
    }
  }
}

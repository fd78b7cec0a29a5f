import Findings
import PolicyModel

/// A source that is not an official document with a number says where and when it was read.
enum SourceCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    for version in input.all {
      for source in version.sources where source.basis != .assumed {
        if source.basis == .official, source.number != nil { continue }
        if source.url == nil || source.read == nil {
          collector.report(.sourceIncomplete, at: source.place, ["source": source.id])
        }
      }
    }
  }
}

import Findings
import PolicyModel
import PolicyReading

/// Everything a check may look at.
package struct CheckInput {
  package let versions: VersionSet
  package let catalogue: Catalogue

  package init(versions: VersionSet, catalogue: Catalogue) {
    self.versions = versions
    self.catalogue = catalogue
  }

  /// All versions, by region and date.
  var all: [RegionVersion] { versions.regions.flatMap { versions.versions[$0] ?? [] } }
}

/// One question asked of a set of rule files. A new check is one file and one line in ``PolicyChecks/all``.
protocol PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector)
}

package enum PolicyChecks {
  /// What is looked for.
  package enum Extent: Sendable {
    case usual
    /// Also whatever rests on an assumption or names no article.
    case strict
  }

  static var all: [any PolicyCheck.Type] {
    [
      FileNameCheck.self, KnownRegionCheck.self, VersionDateCheck.self, ParentCheck.self, ClassCheck.self,
      AttributeCheck.self, SourceCheck.self, CompilationCheck.self, GuardrailCheck.self,
    ]
  }

  private static var onlyStrict: [any PolicyCheck.Type] {
    [AssumedSourceCheck.self, OpenQuestionCheck.self, ArticleCheck.self]
  }

  package static func run(_ input: CheckInput, extent: Extent = .usual, collector: FindingCollector) {
    let checks = all + (extent == .strict ? onlyStrict : [])
    for check in checks { check.run(input, collector: collector) }
  }

  /// The codes of what is not looked for: that they are missing among the findings says nothing.
  package static func notLookedFor(_ extent: Extent) -> Set<String> {
    extent == .strict ? [] : Set(FindingKind.strictKinds.map(\.code))
  }
}

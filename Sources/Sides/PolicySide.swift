import Claims
import Findings
import PolicyModel
import Registry
import Values

/// One of the two policy sets of a comparison.
package struct PolicySide: RuleSource {
  /// As the user named it.
  package let argument: String
  /// What it is, for people: the argument and what it stands for.
  package let label: String
  package let registry: PolicySnapshot
  /// The one version whose rules hold on every day; nil for a whole set, where each day has its own.
  package let held: HeldVersion?

  /// A region's rules of one day, taken for every day.
  package struct HeldVersion: Hashable, Sendable {
    package let region: RegionCode
    package let day: CivilDate

    package init(region: RegionCode, day: CivilDate) {
      self.region = region
      self.day = day
    }
  }

  package init(argument: String, label: String, registry: PolicySnapshot, held: HeldVersion?) {
    self.argument = argument
    self.label = label
    self.registry = registry
    self.held = held
  }

  package var catalogue: Catalogue { registry.catalogue }

  /// Errors in its rules.
  package var errors: [Finding] { registry.findings.filter { $0.kind.severity == .error } }

  /// Some of its files could not be read.
  package var isUnreadable: Bool { registry.findings.contains { $0.kind == .folderUnreadable } }

  /// A held version knows no other region.
  package func rules(of code: RegionCode, on day: CivilDate) -> RuleLookup {
    guard let held else { return registry.rules(of: code, on: day) }
    guard registry.region(holding: code) == held.region else { return .unknownRegion }
    return registry.rules(of: held.region, on: held.day)
  }

  package func daysOfSameRules(_ code: RegionCode, on day: CivilDate) -> DateInterval? {
    held == nil ? registry.daysOfSameRules(code, on: day) : DateInterval(from: .distantPast, through: nil)
  }

  /// The regions it has rules of.
  package var regions: [RegionCode] { held.map { [$0.region] } ?? registry.regions }

  /// The stretches of days on which a region's rules stay the same.
  package func stretches(of region: RegionCode) -> [(days: DateInterval, lookup: RuleLookup)] {
    guard let held else { return registry.stretches(of: region) }
    guard region == held.region else { return [] }
    return [(DateInterval(from: .distantPast, through: nil), registry.rules(of: region, on: held.day))]
  }
}

import Claims
import PolicyModel
import Settlement
import Values

/// The rules of the fund side by region and day.
///
/// A region without a file of its own goes by its city's or province's. Money moves between provinces by the nation's
/// rules wherever a region says nothing of its own on that day, section by section.
package struct FundRuleBook: Sendable {
  /// Rules of the fund side, and whose they are.
  package struct Entry: Sendable {
    package let rules: FundRules
    package let region: RegionCode
    package let title: String
  }

  package let source: any RuleSource

  package init(_ source: any RuleSource) { self.source = source }

  package var catalogue: Catalogue { source.catalogue }

  package static let nation = RegionCode("100000")

  /// Nil when there are none, or none that may be used: faulty ones and drafts.
  package func entry(of region: RegionCode, on day: CivilDate) -> Entry? {
    switch source.rules(of: region, on: day) {
    case .found(let found):
      let policy = found.compiled.policy
      let rules = FundRules.merged([policy.fund, nation(on: day)?.fund].compactMap { $0 })
      return Entry(rules: rules, region: policy.region, title: policy.title)
    case .unknownRegion, .notInForce:
      return nation(on: day).map { Entry(rules: $0.fund, region: $0.region, title: $0.title) }
    case .faulty, .draft: return nil
    }
  }

  private func nation(on day: CivilDate) -> ResolvedPolicy? {
    guard let nation = FundRuleBook.nation, case .found(let found) = source.rules(of: nation, on: day) else {
      return nil
    }
    return found.compiled.policy
  }
}

import Claims
import PolicyModel
import Settlement
import Values

/// The rules of the fund side by region and day.
///
/// A region without a file of its own goes by its city's or province's, and a province without one by the nation's.
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

  /// Nil when there are none, or none that may be used: faulty ones, drafts, ones of other days.
  package func entry(of region: RegionCode, on day: CivilDate) -> Entry? {
    switch source.rules(of: region, on: day) {
    case .found(let found): return FundRuleBook.entry(found)
    case .unknownRegion:
      guard let nation = FundRuleBook.nation, case .found(let found) = source.rules(of: nation, on: day) else {
        return nil
      }
      return FundRuleBook.entry(found)
    case .faulty, .draft, .notInForce: return nil
    }
  }

  private static func entry(_ found: RulesInForce) -> Entry {
    let policy = found.compiled.policy
    return Entry(rules: policy.fund, region: policy.region, title: policy.title)
  }
}

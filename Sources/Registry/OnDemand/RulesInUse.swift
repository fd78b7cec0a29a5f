import Claims
import PolicyModel
import Values

/// What claims are settled with: rules that were all read before, or such as are read when they are asked for.
package enum RulesInUse: RuleSource {
  case whole(PolicySnapshot)
  case onDemand(RulesOnDemand)

  package var catalogue: Catalogue {
    switch self {
    case .whole(let snapshot): snapshot.catalogue
    case .onDemand(let rules): rules.catalogue
    }
  }

  package func rules(of region: RegionCode, on day: CivilDate) -> RuleLookup {
    switch self {
    case .whole(let snapshot): snapshot.rules(of: region, on: day)
    case .onDemand(let rules): rules.rules(of: region, on: day)
    }
  }

  package func daysOfSameRules(_ region: RegionCode, on day: CivilDate) -> DateInterval? {
    switch self {
    case .whole(let snapshot): snapshot.daysOfSameRules(region, on: day)
    case .onDemand(let rules): rules.daysOfSameRules(region, on: day)
    }
  }

  /// Names the rules, wherever they came from: `sha256:` and 64 hexadecimal digits.
  package var revision: String {
    switch self {
    case .whole(let snapshot): snapshot.revision
    case .onDemand(let rules): rules.revision
    }
  }

  /// All rules, read and checked together.
  package var snapshot: PolicySnapshot {
    switch self {
    case .whole(let snapshot): snapshot
    case .onDemand(let rules): rules.whole
    }
  }
}

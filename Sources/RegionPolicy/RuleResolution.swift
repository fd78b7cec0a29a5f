import Claims
import PolicyModel
import Registry
import Settlement
import Values

/// What a look-up of a region's rules for a day gives.
public enum RuleResolution: Sendable {
  case found(ResolvedRules)
  /// Neither the region nor its city or province has rules, or the text is no region's code.
  case unknownRegion
  /// There are versions, but none for that day, or the text is no day.
  case notInForce
  case draft
  /// The rules have errors.
  case faulty
}

/// The rules of a region in force on a day.
public struct ResolvedRules: Sendable {
  package let rules: RulesInForce

  /// The region that has them: the one asked for, its city or its province.
  public var region: String { rules.compiled.policy.region.text }

  /// The first day of the region's version, such as `2024-09-05`.
  public var version: String { "\(rules.compiled.policy.version)" }

  /// SHA-256 of the files that they were resolved from, as it stands in settlements.
  public var digest: String { rules.digest }
}

extension RegionPolicies {
  /// The rules of a region, or of its city or province, in force on a day.
  public func resolve(region: String, on day: String) -> RuleResolution {
    guard let code = RegionCode(region) else { return .unknownRegion }
    guard let date = CivilDate(day) else { return .notInForce }
    switch rules.rules(of: code, on: date) {
    case .found(let rules): return .found(ResolvedRules(rules: rules))
    case .unknownRegion: return .unknownRegion
    case .notInForce: return .notInForce
    case .draft: return .draft
    case .faulty: return .faulty
    }
  }
}

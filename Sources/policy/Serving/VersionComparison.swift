import ArgumentParser
import Claims
import Findings
import RegionPolicy
import Registry
import Service
import Sides
import Values

/// Compares two versions of one set of rules, as `policy diff A@DATE B@DATE` does with those of a folder.
enum VersionComparison {
  static func compare(_ policies: RegionPolicies, _ request: ComparisonRequest, _ language: Language)
    -> Result<String, Refusal>
  {
    guard let options = try? LanguageOptions.parse(["--lang", language.rawValue]) else {
      return .failure(.unexpected)
    }
    do throws(Refusal) {
      let before = try side(request.before, policies)
      let after = try side(request.after, policies)
      let differences = RulePairs.pairs(before, after)
        .map { PairDifference($0, catalogue: before.catalogue) }.filter(\.isDifferent)
      return .success(
        DifferenceJSON.object(differences, codeLists: [], before: before.label, after: after.label, options))
    } catch {
      return .failure(error)
    }
  }

  private static func side(_ side: ComparisonRequest.Side, _ policies: RegionPolicies) throws(Refusal) -> PolicySide {
    let registry = policies.registry
    guard let region = registry.region(holding: side.region) else {
      throw Refusal(404, .sideRegionUnknown, ["region": side.region.text, "folder": "policies"])
    }
    if case .notInForce(let known) = registry.rules(of: region, on: side.day) {
      throw Refusal(409, .sideNotInForce, ["region": region.text, "date": "\(side.day)", "versions": known])
    }
    return PolicySide(
      argument: side.text, label: side.text, registry: registry, held: .init(region: region, day: side.day))
  }
}

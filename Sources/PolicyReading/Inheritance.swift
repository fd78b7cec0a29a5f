import Findings
import PolicyModel
import Values

/// All versions of all regions of a policy folder, before inheritance.
package struct VersionSet: Sendable {
  /// By region, each in the order of their first days.
  package let versions: [RegionCode: [RegionVersion]]

  package init(_ all: [RegionVersion]) {
    versions = Dictionary(grouping: all, by: \.region).mapValues { group in
      group.sorted { $0.inForce.from < $1.inForce.from }
    }
  }

  package var regions: [RegionCode] { versions.keys.sorted() }

  /// A region's version in force on a day.
  package func version(of region: RegionCode, on day: CivilDate) -> RegionVersion? {
    versions[region]?.last { $0.inForce.contains(day) }
  }

  /// The region's version in force on the day and its parents', nearest first; stops where a parent is missing or
  /// inheritance leads back.
  package func lineage(of region: RegionCode, on day: CivilDate) -> [RegionVersion] {
    var lineage: [RegionVersion] = []
    var next: RegionCode? = region
    while let region = next, let version = version(of: region, on: day),
      !lineage.contains(where: { $0.region == region })
    {
      lineage.append(version)
      next = version.parent
    }
    return lineage
  }

  /// The rules in force on a day, inheritance applied: sections replace as a whole, plans merge by name, guardrails of
  /// every ancestor stay.
  package func policy(of region: RegionCode, on day: CivilDate) -> ResolvedPolicy? {
    let lineage = lineage(of: region, on: day)
    guard let own = lineage.first else { return nil }
    func nearest<Part>(_ part: (RegionVersion) -> Part?) -> Part? {
      for version in lineage { if let found = part(version) { return found } }
      return nil
    }
    let refusals = mergedRefusals(lineage)
    return ResolvedPolicy(
      region: region, title: own.title, version: own.inForce.from, inForce: own.inForce,
      status: lineage.contains { $0.status == .draft } ? .draft : .inForce,
      lineage: lineage, space: space(lineage),
      plans: mergedPlans(lineage, without: Set(refusals.map(\.plan))), refusals: refusals,
      nonLocal: nearest { $0.nonLocal },
      filing: nearest { version in version.filing.map { ($0, self.since($0, in: version)) } },
      stayAcrossYears: nearest { $0.stayAcrossYears },
      refunds: nearest { $0.refunds }, fund: FundRules.merged(lineage.map(\.fund)),
      guardrails: lineage.dropFirst().flatMap(\.guardrails),
      rounding: nearest { $0.rounding } ?? .standard,
      benefitYear: nearest { $0.benefitYear } ?? ("01-01", nil),
      factsAsOf: nearest { $0.factsAsOf } ?? .settlement)
  }

  /// The first day of the version whose file holds the filing rules, which changes go on with.
  private func since(_ rules: FilingRules, in version: RegionVersion) -> CivilDate {
    let holder = versions[version.region]?.first { $0.file.path == rules.place.file.path }
    return (holder ?? version).inForce.from
  }

  /// The stretches of days on which the region's rules, inherited parts included, stay the same.
  package func slices(of region: RegionCode) -> [DateInterval] {
    (versions[region] ?? []).flatMap { version -> [DateInterval] in
      var starts: Set<CivilDate> = [version.inForce.from]
      for other in ancestors(of: version) {
        for day in [other.inForce.from, other.inForce.through?.advanced(by: 1)] {
          if let day, version.inForce.contains(day) { starts.insert(day) }
        }
      }
      let sorted = starts.sorted()
      return sorted.enumerated().map { index, start in
        let end = index + 1 < sorted.count ? sorted[index + 1].advanced(by: -1) : version.inForce.through
        return DateInterval(from: start, through: end)
      }
    }
  }

  /// Every version of every region that the version can inherit from on some day.
  private func ancestors(of version: RegionVersion) -> [RegionVersion] {
    var found: [RegionVersion] = []
    var pending = [version.parent].compactMap { $0 }
    var visited: Set<RegionCode> = [version.region]
    while let region = pending.popLast() {
      guard visited.insert(region).inserted else { continue }
      found += versions[region] ?? []
      pending += (versions[region] ?? []).compactMap(\.parent)
    }
    return found
  }

  /// Nearest definition of each name, the ancestors' plans first so that their order stays.
  private func mergedPlans(_ lineage: [RegionVersion], without refused: Set<String>) -> [Plan] {
    var names: [String] = []
    var plans: [String: Plan] = [:]
    for version in lineage.reversed() {
      for plan in version.plans {
        if plans.updateValue(plan, forKey: plan.name) == nil { names.append(plan.name) }
      }
    }
    return names.filter { !refused.contains($0) }.compactMap { plans[$0] }
  }

  /// A refusal holds unless a nearer version has the plan.
  private func mergedRefusals(_ lineage: [RegionVersion]) -> [Refusal] {
    var seen: Set<String> = []
    var refusals: [Refusal] = []
    for version in lineage {
      for refusal in version.refusals where !seen.contains(refusal.plan) { refusals.append(refusal) }
      seen.formUnion(version.refusals.map(\.plan))
      seen.formUnion(version.plans.map(\.name))
    }
    return refusals
  }

  private func space(_ lineage: [RegionVersion]) -> DimensionSpace {
    var attributes: [Attribute] = []
    for item in lineage.flatMap(\.attributes) where !attributes.contains(where: { $0.id == item.id }) {
      attributes.append(item)
    }
    return DimensionSpace(
      classes: mergedClasses(lineage), diseases: lineage.first { $0.diseases != nil }?.diseases, attributes: attributes)
  }

  private func mergedClasses(_ lineage: [RegionVersion]) -> [DimensionClass] {
    var classes: [DimensionClass] = []
    for version in lineage {
      for item in version.classes where !classes.contains(where: { $0.id == item.id && $0.dimension == item.dimension })
      {
        classes.append(item)
      }
    }
    return classes
  }
}

import PolicyModel
import Values

/// How the areas of a filing and a place of treatment lie to each other (docs/semantics.md 3.2, step 4 h).
struct FilingAreas {
  /// What filings are made for.
  let area: FilingRules.Area
  let catalogue: Catalogue

  enum Match {
    case inside
    /// Only as provincial level and capital: the region's rules say whether they stand for each other.
    case linked
    case outside
  }

  func match(_ areas: [RegionCode], _ place: RegionCode) -> Match {
    if areas.contains(where: { covers($0, place) }) { return .inside }
    return areas.contains { arePair(poolingRegion($0), place) } ? .linked : .outside
  }

  private func covers(_ filed: RegionCode, _ place: RegionCode) -> Bool {
    let region = poolingRegion(filed)
    if region == place || treatedAt(region) == place || treatedAt(place) == region { return true }
    return area == .poolingRegionOrProvince && filed == filed.province && place.province == filed
  }

  private func poolingRegion(_ code: RegionCode) -> RegionCode { catalogue.poolingRegion(of: code) ?? code.city }

  private func treatedAt(_ region: RegionCode) -> RegionCode? { catalogue.regions[region]?.treatedAt }

  /// A provincial level (XX9900) and the capital of the same province (XX0100).
  private func arePair(_ first: RegionCode, _ second: RegionCode) -> Bool {
    first.province == second.province && Set([first, second].map { $0.text.dropFirst(2) }) == ["9900", "0100"]
  }
}

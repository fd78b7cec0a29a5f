import PolicyModel
import Values

/// Whether a filing holds at a place of treatment (docs/semantics.md 3.2, step 4 h).
struct FilingAreas {
  let scope: FilingRules.Scope
  let catalogue: Catalogue

  enum Match {
    case inside
    case outside
    /// The region does not say whether the provincial level and the capital stand for each other.
    case linkingNotSaid
  }

  func match(_ areas: [RegionCode], _ place: RegionCode) -> Match {
    if areas.contains(where: { covers($0, place) }) { return .inside }
    guard areas.contains(where: { arePair(poolingRegion($0), place) }) else { return .outside }
    switch scope.capital?.value {
    case .linked: return .inside
    case .apart: return .outside
    case nil: return .linkingNotSaid
    }
  }

  private func covers(_ area: RegionCode, _ place: RegionCode) -> Bool {
    let filed = poolingRegion(area)
    if filed == place || treatedAt(filed) == place || treatedAt(place) == filed { return true }
    return scope.area.value == .poolingRegionOrProvince && area == area.province && place.province == area
  }

  private func poolingRegion(_ code: RegionCode) -> RegionCode { catalogue.poolingRegion(of: code) ?? code.city }

  private func treatedAt(_ region: RegionCode) -> RegionCode? { catalogue.regions[region]?.treatedAt }

  /// A provincial level (XX9900) and the capital of the same province (XX0100).
  private func arePair(_ first: RegionCode, _ second: RegionCode) -> Bool {
    first.province == second.province && Set([first, second].map { $0.text.dropFirst(2) }) == ["9900", "0100"]
  }
}

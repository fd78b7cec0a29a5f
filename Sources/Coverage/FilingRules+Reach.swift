import PolicyModel
import Values

/// Which pairs of `filed` and `reason` the steps before the table can give (docs/semantics.md 3.2, steps 4 and 5).
extension FilingRules {
  func canMeet(_ keys: [(dimension: Dimension, key: CaseKey)]) -> Bool {
    func allowed(_ dimension: Dimension) -> [String] {
      let all = dimension.values.map(\.id)
      return keys.filter { $0.dimension == dimension }.reduce(all) { values, item in
        if case .values(let ids) = item.key { values.filter(ids.contains) } else { values }
      }
    }
    let reasons = allowed(.reason)
    return allowed(.filed).contains { filed in reasons.contains { canMeet(filed: filed, reason: $0) } }
  }

  private func canMeet(filed: String, reason: String) -> Bool {
    let isEmergency = reason == "emergency"
    switch filed {
    case "filed":
      if !isEmergency { return kinds[reason] != nil }
      // Long-term residents stay what they are also in an emergency.
      return emergency?.value == .deemedFiled || kinds.keys.contains { $0 != FilingRules.longTerm }
    case "not_filed": return isEmergency ? emergency?.value == .notFiled : reason == "temporary"
    default:
      let isLate =
        filed == "late" ? [late?.beforeDischarge.value, late?.afterDischarge.value] : [late?.afterDischarge.value]
      guard isLate.contains(.late) else { return false }
      return isEmergency ? emergency?.value != .deemedFiled : kinds[reason] != nil
    }
  }
}

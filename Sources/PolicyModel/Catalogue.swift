import Values

/// The nation's code lists: regions, diseases, and how platform codes map to dimensions and funds.
package struct Catalogue: Sendable {
  package struct Region: Sendable {
    package let code: RegionCode
    package let name: String
    package let level: String
    /// The code used as place of treatment where it differs.
    package let treatedAt: RegionCode?

    package init(code: RegionCode, name: String, level: String, treatedAt: RegionCode?) {
      self.code = code
      self.name = name
      self.level = level
      self.treatedAt = treatedAt
    }
  }

  package struct FundCodes: Sendable {
    /// The amount's field in `setlinfo`.
    package let field: String
    package let employee: String
    package let resident: String

    package init(field: String, employee: String, resident: String) {
      self.field = field
      self.employee = employee
      self.resident = resident
    }
  }

  package var regions: [RegionCode: Region] = [:]
  package var diseases: [String: String] = [:]
  /// Codes of diseases that sources name differently.
  package var disputedDiseases: Set<String> = []
  /// For each dimension, platform code to canonical value.
  package var codes: [Dimension: [String: String]] = [:]
  package var funds: [Fund: FundCodes] = [:]
  package var holidays = HolidayCalendar()

  package init() {}

  /// The value a platform code stands for; a longer local code counts as its two-digit parent.
  package func value(of code: String, in dimension: Dimension) -> String? {
    guard let map = codes[dimension] else { return nil }
    if let value = map[code] { return value }
    guard code.utf8.count > 2, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return map[String(code.prefix(2))]
  }

  /// The pooling region a code belongs to: itself, its city or its province.
  package func poolingRegion(of code: RegionCode) -> RegionCode? {
    for candidate in [code, code.city, code.province] where regions[candidate]?.level == "pooling_region" {
      return candidate
    }
    return nil
  }
}

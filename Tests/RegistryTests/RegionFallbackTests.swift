import Claims
import Registry
import Testing

@Suite("whose rules a region code means")
struct RegionFallbackTests {
  @Test(
    "a district has its city's rules, a city without its own its province's",
    arguments: [
      ("430000", "430000 2023-09-01"), ("430100", "430000 2023-09-01"), ("430102", "430000 2023-09-01"),
      ("110105", "110000 2024-01-01"), ("150302", "150300 2023-01-01"), ("150200", "150000 2023-01-01"),
      ("650102", "650100 2023-01-01"),
    ])
  func fallback(region: String, expected: String) throws {
    #expect(try Shipped.registry.outcome(region, on: "2024-06-01") == expected)
  }

  @Test("a province without rules is unknown, it does not get the nation's", arguments: ["990000", "350102", "000000"])
  func unknown(region: String) throws {
    #expect(try Shipped.registry.outcome(region, on: "2024-06-01") == "unknown region")
  }

  @Test("a city with its own rules does not get its province's on days when it has none")
  func ownRulesOnly() throws {
    #expect(try Shipped.registry.outcome("650100", on: "2022-10-01") == "not in force: 2023-01-01…")
    #expect(try Shipped.registry.outcome("650000", on: "2022-10-01") == "650000 2022-09-27")
  }
}

import Claims
import Registry
import Testing

@Suite("the version in force on a day")
struct VersionLookupTests {
  @Test(
    "the first and the last day of a version belong to it",
    arguments: [
      ("2023-01-01", "110000 2023-01-01"), ("2023-12-31", "110000 2023-01-01"), ("2024-01-01", "110000 2024-01-01"),
      ("2024-09-04", "110000 2024-01-01"), ("2024-09-05", "110000 2024-09-05"), ("2999-12-31", "110000 2024-09-05"),
    ])
  func beijing(day: String, expected: String) throws {
    #expect(try Shipped.registry.outcome("110000", on: day) == expected)
  }

  @Test("a change of the parent does not change the name of the version", arguments: ["2024-09-04", "2024-09-05"])
  func parentChanges(day: String) throws {
    #expect(try Shipped.registry.outcome("150100", on: day) == "150100 2023-01-01")
  }

  @Test("the day before the first version has no rules, and the versions there are are told")
  func before() throws {
    #expect(
      try Shipped.registry.outcome("110000", on: "2022-12-31")
        == "not in force: 2023-01-01…2023-12-31, 2024-01-01…2024-09-04, 2024-09-05…")
  }

  @Test("the day after the last version has no rules: the last one does not run on")
  func after() throws {
    #expect(try Shipped.registry.outcome("430000", on: "2024-09-04") == "430000 2023-09-01")
    #expect(
      try Shipped.registry.outcome("430000", on: "2024-09-05")
        == "not in force: 2023-01-01…2023-08-31, 2023-09-01…2024-09-04")
  }

  @Test("every day of a year has the version of that year")
  func everyDay() throws {
    for month in 1...12 {
      for day in ["01", "15", "28"] {
        let text = "\(month < 10 ? "0" : "")\(month)-\(day)"
        #expect(try Shipped.registry.outcome("110000", on: "2023-\(text)") == "110000 2023-01-01")
        let version = text < "09-05" ? "2024-01-01" : "2024-09-05"
        #expect(try Shipped.registry.outcome("110000", on: "2024-\(text)") == "110000 \(version)")
      }
    }
  }
}

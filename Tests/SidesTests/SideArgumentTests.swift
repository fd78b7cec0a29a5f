import Findings
import Sides
import TestSupport
import Testing

@Suite("what names a side")
struct SideArgumentTests {
  private let copy: TemporaryRepository

  init() throws { copy = try TemporaryRepository() }

  @Test("a folder is the set in it, with each day's version")
  func folder() throws {
    let sides = try Loading(copy.policies, Repository.path("examples/normative/policies"), policies: copy.policies)
      .loaded()
    #expect(try sides.before.version("110000", on: "2023-06-01") == "110000 2023-01-01")
    #expect(try sides.before.version("110000", on: "2024-06-01") == "110000 2024-01-01")
    #expect(sides.before.held == nil && sides.before.errors.isEmpty)
    #expect(try sides.after.outcome("110000", on: "2024-06-01") == "unknown region")
  }

  @Test("a version named by its day holds on every day, and for its region alone")
  func held() throws {
    let sides = try Loading("110000@2023-12-31", "110000@2024-01-01", policies: copy.policies).loaded()
    for day in ["2020-01-01", "2023-06-01", "2024-06-01", "2030-01-01"] {
      #expect(try sides.before.version("110000", on: day) == "110000 2023-01-01")
      #expect(try sides.after.version("110000", on: day) == "110000 2024-01-01")
    }
    #expect(try sides.after.version("110105", on: "2024-06-01") == "110000 2024-01-01")
    #expect(try sides.after.outcome("150100", on: "2024-06-01") == "unknown region")
    #expect(sides.before.label == "110000@2023-12-31 北京市")
  }

  @Test("a city that has rules of its own is no part of its province's held version")
  func cityOfItsOwn() throws {
    let sides = try Loading("150000@2024-06-01", "150100@2024-06-01", policies: copy.policies).loaded()
    #expect(try sides.before.version("150000", on: "2024-06-01") == "150000 2023-01-01")
    #expect(try sides.before.outcome("150100", on: "2024-06-01") == "unknown region")
    #expect(try sides.after.version("150100", on: "2024-06-01") == "150100 2023-01-01")
  }

  @Test(
    "a version that is not there is a finding",
    arguments: [
      ("990000@2024-01-01", "I0106"), ("110000@2022-12-31", "I0107"), ("110000@2023-02-30", "I0108"),
      ("no-such-folder", "I0101"), ("no-such-folder:policies", "I0102"), ("-x", "I0101"),
    ])
  func missing(argument: String, code: String) throws {
    try copy.git("init", "--quiet")
    let loading = Loading(argument, copy.policies, policies: copy.policies)
    #expect(loading.sides == nil)
    #expect(loading.codes == [code])
  }

  @Test("what is missing on both sides is told at once")
  func bothMissing() {
    #expect(
      Loading("no-such-folder", "110000@2023-02-30", policies: Repository.path("policies")).codes == ["I0101", "I0108"])
  }

  @Test("a folder without rules is a finding")
  func empty() {
    let loading = Loading(copy.policies, Repository.path("schemas"), policies: copy.policies)
    #expect(loading.sides == nil)
    #expect(loading.codes == ["I0105"])
  }
}

import Findings
import Sides
import TestSupport
import Testing

@Suite("a single rule file as a side")
struct TrialFileTests {
  @Test("it stands in for the version of its region and day in the set, wherever it lies and whatever it is called")
  func edit() throws {
    let copy = try TemporaryRepository()
    let text = try copy.text(of: TemporaryRepository.beijing2024).replacing("now: 5000", with: "now: 6000")
    try copy.write(text, to: "edit.yaml")
    let sides = try Loading(copy.policies, "\(copy.folder)/edit.yaml", policies: copy.policies).loaded()
    #expect(sides.after.errors.isEmpty)
    #expect(sides.after.held == nil)
    let (before, after) = (sides.before, sides.after)
    #expect(try before.outcome("110000", on: "2023-06-01") == after.outcome("110000", on: "2023-06-01"))
    #expect(try before.outcome("110000", on: "2024-06-01") != after.outcome("110000", on: "2024-06-01"))
    #expect(try after.version("110000", on: "2024-06-01") == "110000 2024-01-01")
    #expect(try before.outcome("120000", on: "2024-06-01") == after.outcome("120000", on: "2024-06-01"))
  }

  @Test("a copy beside the version replaces it and does not overlap with it")
  func copyBeside() throws {
    let copy = try TemporaryRepository()
    let text = try copy.text(of: TemporaryRepository.beijing2024)
    try copy.write(text, to: "policies/110000-beijing/draft.yaml")
    let sides = try Loading(
      "\(copy.folder)/\(TemporaryRepository.beijing2024)", "\(copy.policies)/110000-beijing/draft.yaml",
      policies: copy.policies
    ).loaded()
    #expect(sides.after.errors.isEmpty)
    #expect(
      try sides.before.outcome("110000", on: "2024-06-01") == sides.after.outcome("110000", on: "2024-06-01"))
  }

  @Test("two versions are each held for every day")
  func versions() throws {
    let copy = try TemporaryRepository()
    let sides = try Loading(
      "\(copy.folder)/\(TemporaryRepository.beijing2023)", "\(copy.folder)/\(TemporaryRepository.beijing2024)",
      policies: copy.policies
    ).loaded()
    for day in ["2023-06-01", "2024-06-01"] {
      #expect(try sides.before.version("110000", on: day) == "110000 2023-01-01")
      #expect(try sides.after.version("110000", on: day) == "110000 2024-01-01")
    }
  }

  @Test("a file that does not say which version it is cannot be one")
  func undated() throws {
    let copy = try TemporaryRepository()
    try copy.write("title: 没有地区\n", to: "edit.yaml")
    #expect(Loading(copy.policies, "\(copy.folder)/edit.yaml", policies: copy.policies).codes == ["I0109"])
  }

  @Test("errors in it are told with its own path, and its region settles nothing")
  func faulty() throws {
    let copy = try TemporaryRepository()
    let text = try copy.text(of: TemporaryRepository.beijing2024).replacing("was: 4500", with: "was: 4400")
    try copy.write(text, to: "edit.yaml")
    let sides = try Loading(copy.policies, "\(copy.folder)/edit.yaml", policies: copy.policies).loaded()
    #expect(sides.before.errors.isEmpty)
    #expect(sides.after.errors.contains { $0.place?.file.path == "\(copy.folder)/edit.yaml" })
    #expect(try sides.after.outcome("110000", on: "2024-06-01") == "faulty")
    #expect(try sides.after.version("120000", on: "2024-06-01").hasPrefix("120000"))
  }

  @Test("the first file of a region joins the set")
  func newRegion() throws {
    let copy = try TemporaryRepository()
    let text = try copy.text(of: "policies/120000-tianjin/2020-01-01.yaml")
    try copy.remove("policies/120000-tianjin")
    try copy.write(text, to: "tianjin.yaml")
    let sides = try Loading(copy.policies, "\(copy.folder)/tianjin.yaml", policies: copy.policies).loaded()
    #expect(try sides.before.outcome("120000", on: "2024-06-01") == "unknown region")
    #expect(try sides.after.version("120000", on: "2024-06-01") == "120000 2020-01-01")
    #expect(sides.after.errors.isEmpty)
  }
}

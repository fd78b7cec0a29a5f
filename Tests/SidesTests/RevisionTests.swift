import Findings
import Foundation
import Sides
import TestSupport
import Testing

@Suite("a git revision as a side")
struct RevisionTests {
  /// Two commits: in the second the residents' cap of 2024 is higher.
  private func history() throws -> TemporaryRepository {
    let copy = try TemporaryRepository()
    try copy.commit("first")
    try copy.git("tag", "v1.0")
    try copy.replace("now: 5000", with: "now: 6000", in: TemporaryRepository.beijing2024)
    try copy.commit("second")
    return copy
  }

  @Test("the rules are those of the revision, whatever the work tree holds", arguments: ["HEAD~1", "v1.0"])
  func revision(name: String) throws {
    let copy = try history()
    try copy.replace("now: 6000", with: "now: 7000", in: TemporaryRepository.beijing2024)
    let original = try TemporaryRepository()
    let sides = try Loading(name, "HEAD", policies: copy.policies).loaded()
    let shipped = try Loading(original.policies, copy.policies, policies: copy.policies).loaded().before
    #expect(try sides.before.outcome("110000", on: "2024-06-01") == shipped.outcome("110000", on: "2024-06-01"))
    #expect(try sides.after.outcome("110000", on: "2024-06-01") != shipped.outcome("110000", on: "2024-06-01"))
    let now = try Loading(copy.policies, "HEAD", policies: copy.policies).loaded()
    #expect(try now.before.outcome("110000", on: "2024-06-01") != now.after.outcome("110000", on: "2024-06-01"))
    #expect(sides.before.errors.isEmpty && sides.after.errors.isEmpty)
    #expect(sides.before.label.hasPrefix("\(name) ("))
    #expect(try copy.text(of: TemporaryRepository.beijing2024).contains("now: 7000"))
  }

  @Test("a path after the colon names a folder or a file of the revision")
  func paths() throws {
    let copy = try history()
    let folders = try Loading("v1.0:policies", "HEAD:policies/", policies: copy.policies).loaded()
    #expect(
      try folders.before.outcome("110000", on: "2024-06-01") != folders.after.outcome("110000", on: "2024-06-01"))
    let files = try Loading(
      "v1.0:\(TemporaryRepository.beijing2024)", "\(copy.folder)/\(TemporaryRepository.beijing2024)",
      policies: copy.policies
    ).loaded()
    #expect(files.before.held == nil && files.after.held == nil)
    for day in ["2023-06-01", "2024-06-01", "2025-06-01"] {
      let isSame = try files.before.outcome("110000", on: day) == files.after.outcome("110000", on: day)
      // The last version is written as changes to the one that was edited.
      #expect(isSame == (day == "2023-06-01"), "\(day)")
    }
  }

  @Test("a file of a revision stands among the files of that revision, not of today")
  func fileAmongItsOwn() throws {
    let copy = try history()
    // The cap that the version of 2024 changes is another one today.
    try copy.replace("amount: 4500", with: "amount: 4600", in: TemporaryRepository.beijing2023)
    try copy.replace("was: 4500", with: "was: 4600", in: TemporaryRepository.beijing2024)
    try copy.commit("third")
    let sides = try Loading(
      "HEAD~1:\(TemporaryRepository.beijing2024)", "HEAD:\(TemporaryRepository.beijing2024)", policies: copy.policies
    ).loaded()
    #expect(sides.before.errors.isEmpty && sides.after.errors.isEmpty)
    #expect(!sides.before.isUnreadable)
    let whole = try Loading("HEAD~1", "HEAD", policies: copy.policies).loaded()
    for day in ["2023-06-01", "2024-06-01", "2025-06-01"] {
      #expect(try sides.before.outcome("110000", on: day) == whole.before.outcome("110000", on: day), "\(day)")
      #expect(try sides.after.outcome("110000", on: day) == whole.after.outcome("110000", on: day), "\(day)")
    }
  }

  @Test("a folder that has moved since is found under its old name")
  func moved() throws {
    let copy = try history()
    try copy.git("mv", "policies", "rules")
    try copy.commit("third")
    #expect(Loading("HEAD~1", "HEAD", policies: copy.policies).codes == ["I0103"])
    let sides = try Loading("HEAD~1:policies", "HEAD:rules", policies: copy.policies).loaded()
    #expect(try sides.before.outcome("110000", on: "2024-06-01") == sides.after.outcome("110000", on: "2024-06-01"))
  }

  @Test("names with Chinese characters are read as they are")
  func chineseNames() throws {
    let copy = try history()
    try copy.git("mv", "policies/120000-tianjin", "policies/120000-天津")
    try copy.commit("third")
    let sides = try Loading("HEAD", "HEAD~1", policies: copy.policies).loaded()
    #expect(try sides.before.outcome("120000", on: "2024-06-01") == sides.after.outcome("120000", on: "2024-06-01"))
    #expect(sides.before.errors.isEmpty)
  }

  @Test("errors of a revision are told with revision and path")
  func faulty() throws {
    let copy = try history()
    try copy.replace("was: 4500", with: "was: 4400", in: TemporaryRepository.beijing2024)
    try copy.commit("third")
    let sides = try Loading("HEAD", "v1.0", policies: copy.policies).loaded()
    #expect(sides.before.errors.contains { $0.place?.file.path == "HEAD:\(TemporaryRepository.beijing2024)" })
    #expect(sides.after.errors.isEmpty)
  }

  @Test(
    "a revision, path or repository that is not there is a finding",
    arguments: [("v9", "I0101"), ("v9:policies", "I0102"), ("v1.0:rules", "I0103"), ("v1.0:policies/x.yaml", "I0103")])
  func missing(argument: String, code: String) throws {
    let copy = try history()
    #expect(Loading(argument, "v1.0", policies: copy.policies).codes == [code])
  }

  @Test("outside of a repository git says why")
  func noRepository() throws {
    let copy = try TemporaryRepository()
    let loading = Loading("HEAD", copy.policies, policies: copy.policies)
    #expect(loading.codes == ["I0101", "I0104"])
    #expect(loading.sides == nil)
  }
}

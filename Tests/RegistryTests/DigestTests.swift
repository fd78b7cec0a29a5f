import Claims
import PolicyModel
import Registry
import Testing
import Values

@Suite("the digest of a set of rules")
struct DigestTests {
  /// Digests by region and days.
  private func digests(_ registry: PolicySnapshot) -> [String: String] {
    Dictionary(uniqueKeysWithValues: registry.compiled.map { ("\($0.region) \($0.days)", $0.rules.digest) })
  }

  @Test("it is 64 hexadecimal digits, and of its own for each set of rules")
  func form() {
    let all = digests(Shipped.registry)
    #expect(all.count > 8)
    for digest in all.values {
      #expect(digest.utf8.count == 64)
      #expect(digest.allSatisfy { "0123456789abcdef".contains($0) })
    }
    #expect(Set(all.values).count == all.count)
  }

  @Test("the same files in another folder have the same digests")
  func anotherFolder() throws {
    let policies = try PolicyCopy()
    #expect(digests(policies.load()) == digests(Shipped.registry))
  }

  @Test("one byte of a rule file changes the digests of its region and of no other")
  func oneByte() throws {
    let policies = try PolicyCopy()
    try policies.append("#", to: PolicyCopy.hunan)
    let before = digests(Shipped.registry)
    let after = digests(policies.load())
    #expect(Set(after.keys) == Set(before.keys))
    for (rules, digest) in after {
      #expect((digest != before[rules]) == rules.hasPrefix("430000"), "\(rules)")
    }
  }

  @Test("one byte of a parent's file changes the digests of the days on which it is inherited")
  func parent() throws {
    let policies = try PolicyCopy()
    try policies.append("#", to: PolicyCopy.nation2022)
    let before = digests(Shipped.registry)
    let after = digests(policies.load())
    #expect(after["150300 2023-01-01…2024-09-04"] != before["150300 2023-01-01…2024-09-04"])
    #expect(after["150300 2024-09-05…"] == before["150300 2024-09-05…"])
  }

  @Test("one byte of a code list changes every digest")
  func codeList() throws {
    let policies = try PolicyCopy()
    try policies.append("#", to: "catalogue/diseases.yaml")
    let before = digests(Shipped.registry)
    let after = digests(policies.load())
    #expect(after.count == before.count)
    #expect(Set(after.values).isDisjoint(with: before.values))
  }

  @Test("a figure that a version of changes replaces has the digest of both files")
  func changes() throws {
    let policies = try PolicyCopy()
    try policies.append("#", to: PolicyCopy.beijing2023)
    let before = digests(Shipped.registry)
    let after = digests(policies.load())
    #expect(after["110000 2024-09-05…"] != before["110000 2024-09-05…"])
  }
}

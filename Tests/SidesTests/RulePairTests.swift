import Claims
import Findings
import PolicyModel
import Settlement
import Sides
import TestSupport
import Testing
import Values

@Suite("what is compared with what")
struct RulePairTests {
  private let original: TemporaryRepository

  init() throws { original = try TemporaryRepository() }

  private func pairs(_ before: String, _ after: String) throws -> [RulePair] {
    let sides = try Loading(before, after, policies: original.policies).loaded()
    return RulePairs.pairs(sides.before, sides.after)
  }

  private func days(_ pair: RulePair) -> [String] { pair.days.map { "\($0)" } }

  @Test("a set meets itself in identical rules only")
  func itself() throws {
    let pairs = try pairs(original.policies, original.policies)
    #expect(pairs.count > 6)
    #expect(pairs.allSatisfy { $0.isIdentical && !$0.isComparable })
  }

  @Test(
    "an edit of one version is a pair to compare on its days, and so is the version that is written as changes to it")
  func oneEdit() throws {
    let copy = try TemporaryRepository()
    try copy.replace("now: 5000", with: "now: 6000", in: TemporaryRepository.beijing2024)
    let differing = try pairs(original.policies, copy.policies).filter { !$0.isIdentical }
    #expect(differing.map(\.region.text) == ["110000", "110000"])
    #expect(differing.map { days($0) } == [["2024-01-01…2024-09-04"], ["2024-09-05…"]])
    #expect(differing.allSatisfy { $0.isComparable })
  }

  @Test("an edit of a parent reaches the regions that inherit from it")
  func parentEdit() throws {
    let copy = try TemporaryRepository()
    let file = "policies/150000-inner-mongolia/2023-01-01.yaml"
    try copy.write(try copy.text(of: file) + "# 改\n", to: file)
    let differing = try pairs(original.policies, copy.policies).filter(\.isComparable)
    #expect(Set(differing.map(\.region.text)) == ["150000", "150100"])
  }

  @Test("a region that only one side has meets nothing there")
  func onlyOnOneSide() throws {
    let copy = try TemporaryRepository()
    try copy.remove("policies/120000-tianjin")
    let tianjin = try pairs(original.policies, copy.policies).filter { $0.region.text == "120000" }
    #expect(!tianjin.isEmpty)
    #expect(tianjin.allSatisfy { $0.before.rules != nil && $0.after.isNone && !$0.isComparable })
    let turned = try pairs(copy.policies, original.policies).filter { $0.region.text == "120000" }
    #expect(turned.map(days) == tianjin.map(days))
    #expect(turned.allSatisfy { $0.before.isNone && $0.after.rules != nil })
  }

  @Test("days on which only one side has rules are a pair of their own")
  func shorterVersion() throws {
    let copy = try TemporaryRepository()
    try copy.remove("policies/110000-beijing/2024-09-05.yaml")
    let pairs = try pairs(original.policies, copy.policies).filter { $0.region.text == "110000" && !$0.isIdentical }
    #expect(pairs.flatMap(days) == ["2024-09-05…"])
    #expect(pairs.allSatisfy { $0.after.isNone })
  }

  @Test("two versions by day are one pair, also of two regions")
  func held() throws {
    let versions = try pairs("110000@2023-06-01", "110000@2024-06-01")
    #expect(versions.count == 1 && versions[0].isComparable)
    let regions = try pairs("110000@2024-06-01", "120000@2024-06-01")
    #expect(regions.map(\.region.text) == ["110000"])
    #expect(regions.map { $0.after.rules?.compiled.policy.region.text } == ["120000"])
    #expect(regions[0].isComparable)
    #expect(try pairs("110000@2024-02-01", "110000@2024-06-01").map(\.isIdentical) == [true])
  }

  @Test("a held version meets every version of a whole set once")
  func heldAgainstSet() throws {
    let pairs = try pairs("110000@2023-06-01", original.policies)
    #expect(pairs.map(\.region.text) == ["110000", "110000", "110000"])
    #expect(
      pairs.flatMap(days) == ["2023-01-01…2023-12-31", "2024-01-01…2024-09-04", "2024-09-05…"])
    #expect(pairs.map(\.isIdentical) == [true, false, false])
  }

  @Test("on every day exactly one pair holds where a side has rules, and it has both sides' rules of that day")
  func coverage() throws {
    let copy = try TemporaryRepository()
    try copy.replace("now: 5000", with: "now: 6000", in: TemporaryRepository.beijing2024)
    try copy.remove("policies/120000-tianjin")
    try copy.remove("policies/100000-national/2024-09-05.yaml")
    let sides = try Loading(original.policies, copy.policies, policies: original.policies).loaded()
    let pairs = RulePairs.pairs(sides.before, sides.after)
    for region in Set(sides.before.regions).union(sides.after.regions) {
      var day = try #require(CivilDate("2022-12-25"))
      while day < CivilDate("2025-01-15") ?? day {
        let found = pairs.filter { $0.region == region && $0.days.contains { $0.contains(day) } }
        let expected = [sides.before, sides.after].map { digest($0.rules(of: region, on: day)) }
        #expect(found.count == (expected == ["none", "none"] ? 0 : 1), "\(region) \(day)")
        for pair in found {
          #expect([digest(pair.before), digest(pair.after)] == expected, "\(region) \(day)")
        }
        day = day.advanced(by: 5)
      }
    }
    let keys = pairs.map { "\($0.region) \(digest($0.before)) \(digest($0.after))" }
    #expect(Set(keys).count == keys.count)
  }

  private func digest(_ lookup: RuleLookup) -> String {
    switch lookup {
    case .found(let rules): rules.digest
    case .unknownRegion, .notInForce: "none"
    case .draft: "draft"
    case .faulty: "faulty"
    }
  }

  private func digest(_ rules: SideRules) -> String {
    switch rules {
    case .found(let rules): rules.digest
    case .none: "none"
    case .draft: "draft"
    case .faulty: "faulty"
    }
  }
}

extension RulePair {
  /// Both have rules, and not the same.
  fileprivate var isComparable: Bool { before.rules != nil && after.rules != nil && !isIdentical }
}

import Analysis
import Claims
import Findings
import Foundation
import PolicyModel
import Registry
import Settlement
import Sides
import TestSupport
import Testing
import Values

@Suite("what policy diff reports of a change")
struct SeededChangeTests {
  @Test("each of 20 changes is reported with exactly its intervals", arguments: SeededChange.all)
  func intervals(_ change: SeededChange) throws {
    let shipped = try change.copy(edited: false)
    let edited = try change.copy(edited: true)
    defer { for folder in [shipped, edited] { try? FileManager.default.removeItem(atPath: folder) } }
    let sides = try load(shipped, edited)
    let region = try #require(RegionCode(String(change.file.prefix(6))))
    var intervals: [String: Set<String>] = [:]
    var figures: [String: Set<String>] = [:]
    for pair in RulePairs.pairs(sides.before, sides.after) where pair.region == region && !pair.isIdentical {
      guard
        case .differs(let benefits, let standings, let sections) = PairDifference(
          pair, catalogue: sides.before.catalogue
        ).content
      else {
        Issue.record("\(change.testDescription): nothing compared")
        continue
      }
      #expect(standings.isEmpty && sections.isEmpty)
      for benefit in benefits {
        guard case .settles(let plan, _) = benefit.difference.before else { continue }
        if let paid = benefit.difference.paid {
          intervals[plan, default: []].formUnion(paid.intervals.map(text))
          try check(benefit)
        } else {
          figures[plan, default: []].formUnion(benefit.difference.figures.map(\.path))
        }
      }
    }
    #expect(intervals == change.intervals)
    #expect(Set(figures.keys) == Set(change.figures.keys))
    for (plan, path) in change.figures { #expect(figures[plan]?.contains(path) ?? false, "\(figures)") }
  }

  private func text(_ interval: PaidChange.Interval) -> String {
    "\(Yuan.text(interval.from))–\(interval.to.map { Yuan.text($0) } ?? "…")"
  }

  /// The evaluator pays the same outside the intervals, and what the witness says inside.
  private func check(_ benefit: WitnessedDifference) throws {
    let before = try #require(benefit.difference.example.before)
    let after = try #require(benefit.difference.example.after)
    let paid = try #require(benefit.difference.paid)
    #expect(try funds(before, benefit.expense) == benefit.paid.before)
    #expect(try funds(after, benefit.expense) == benefit.paid.after)
    for interval in paid.intervals {
      guard let start = interval.from.wholeFenBelow, start.count > 0 else { continue }
      #expect(try funds(before, start) == funds(after, start))
      if let end = interval.to?.wholeFenBelow {
        let beyond = Fen(end.count + 2)
        #expect(try funds(before, beyond) == funds(after, beyond))
      }
    }
  }

  private func funds(_ situation: Situation, _ expense: Fen) throws -> Fen {
    var accounts = situation.emptyYear
    var recorder = BasisRecorder(situation.policy)
    return try situation.policy.settle(situation.facts(inScope: expense), accounts: &accounts, recorder: &recorder)
      .fundTotal
  }

  @Test("Beijing 2023 and 2024 differ exactly in the residents' outpatient cap")
  func beijing() throws {
    let sides = try load("110000@2023-06-01", "110000@2024-06-01")
    let pairs = RulePairs.pairs(sides.before, sides.after)
    #expect(pairs.count == 1)
    guard
      case .differs(let benefits, let standings, let sections) = PairDifference(
        pairs[0], catalogue: sides.before.catalogue
      ).content
    else {
      Issue.record("nothing compared")
      return
    }
    #expect(standings.isEmpty && sections.isEmpty)
    #expect(!benefits.isEmpty)
    for benefit in benefits {
      #expect(benefit.difference.before == .settles(plan: "resident_outpatient", title: "居民普通门诊"))
      #expect(benefit.difference.after == benefit.difference.before)
      #expect(benefit.difference.figures.map(\.path) == ["pool.caps.resident_outpatient_year"])
      // 4500 and 5000 yuan.
      let paid = try #require(benefit.difference.paid)
      #expect(paid.intervals.count == 1)
      #expect(benefit.paid.before == Fen(450_000) && benefit.paid.after == Fen(500_000))
    }
  }

  private func load(_ before: String, _ after: String) throws -> (before: PolicySide, after: PolicySide) {
    let collector = FindingCollector()
    let sides = SideLoader(policies: Repository.path("policies"), catalogue: nil, includesDrafts: false)
      .load(before, after, collector: collector)
    let loaded = try #require(sides, "\(collector.findings.map { $0.message(in: .english) })")
    return (loaded.0, loaded.1)
  }
}

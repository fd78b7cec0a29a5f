import Analysis
import Claims
import Findings
import Foundation
import Registry
import TestSupport
import Testing
import Values

@Suite("policy diff of every value there is to edit")
struct EveryLeafTests {
  @Test(
    "an edit of a value in a normative rule file is a difference, unless it is known to mean the same",
    arguments: ExampleRules.files)
  func everyEdit(_ file: String) throws {
    let set = try ExampleRules(around: file)
    let shipped = set.registry(set.text)
    #expect(!shipped.findings.contains { $0.kind.severity == .error })
    for edit in EveryLeafTests.affordable(LeafEdit.all(in: set.text)) {
      let edited = set.registry(edit.text)
      // An edit that is no longer a rule file is not compared.
      if edited.findings.contains(where: { $0.kind.severity == .error }) { continue }
      let isSame = try !differs(shipped, edited)
      let reason = KnownSame.reason(for: edit, in: file)
      #expect(isSame == (reason != nil), "\(file):\(edit) \(reason ?? "")")
    }
  }

  /// All of them in the optimised build, in which the tests run; a few of each file in the slow one.
  private static func affordable(_ edits: [LeafEdit]) -> [LeafEdit] {
    #if DEBUG
      var generator = SeededGenerator(seed: 20_240_905)
      return Array(edits.shuffled(using: &generator).prefix(6))
    #else
      return edits
    #endif
  }

  private func differs(_ before: PolicySnapshot, _ after: PolicySnapshot) throws -> Bool {
    let pairs = zip(before.compiled, after.compiled)
    guard before.compiled.count == after.compiled.count else { return true }
    for (left, right) in pairs {
      let comparison = PolicyComparison(left.rules.compiled, right.rules.compiled)
      if !comparison.sections().isEmpty { return true }
      if try !comparison.standings().isEmpty { return true }
      if try !comparison.benefits().isEmpty { return true }
    }
    return false
  }
}

/// Edits after which every claim is settled as before.
private enum KnownSame {
  struct Case {
    /// A folder of the examples.
    let folder: String
    /// Part of the edited line.
    let line: String
    /// `old → new`; whatever is edited in the line when empty.
    let edit: String
    let why: String
  }

  static let all: [Case] = [
    Case(
      folder: "998601-v-m1", line: "amount: 37011", edit: "37011 → 37012",
      why: "half of the income is rounded to a multiple of 100"),
    Case(
      folder: "998742-v-t4-yuan", line: "counted: expense_with_deductible", edit: "",
      why: "all columns pay 85 %, rounded as one"),
    Case(
      folder: "998742-v-t4-yuan", line: "columns: [to 1000.01, to 2000.04, above]", edit: "",
      why: "all columns pay 85 %, rounded as one"),
  ]

  static func reason(for edit: LeafEdit, in file: String) -> String? {
    all.first { known in
      file.hasPrefix(known.folder) && edit.before.contains(known.line)
        && (known.edit.isEmpty || "\(edit.old) → \(edit.new)" == known.edit)
    }?.why
  }
}

import Glibc
import PolicyModel
import Settlement
import Standing
import Values

/// What claims have in common whose lines differ only in ids, days, amounts and what accounts hold, and whose persons are of
/// one age: the rules, the facts, the standing, the benefit, and how the answer is written.
final class ClaimPattern {
  /// The bytes between the cuts, one stretch after the other.
  let stretches: [UInt8]
  /// Where each stretch ends.
  let ends: [Int32]
  /// On these days the same rules are in force.
  let days: DateInterval
  let year: BenefitYear
  /// The first claim that had it. Its accounts hold nothing; a series of claims brings its own.
  let task: SettlementTask
  /// From the birthday; nil when the claim tells none, or the age does not follow from it.
  let age: Int?
  /// Institutions by which the rules tell visits apart; a claim of one of them is read on its own.
  let institutions: Set<[UInt8]>
  /// What each cut in `accounts` holds, in their order.
  let accountCuts: [AccountCut]
  /// The plan by numbers; nil where it is evaluated in general.
  let flat: ReadyClaims?
  /// The weakest basis of the clauses that the standing rests on.
  let basis: Basis
  /// How many accounts the rules have.
  let accountCount: Int
  /// How answers are written; of a series for each choice of accounts that are known.
  var answers: [(known: [Int], answer: AnswerPattern)]

  init(
    stretches: [UInt8], ends: [Int32], days: DateInterval, year: BenefitYear, task: SettlementTask, age: Int?,
    institutions: Set<[UInt8]>, accountCuts: [AccountCut], flat: ReadyClaims?
  ) {
    self.stretches = stretches
    self.ends = ends
    self.days = days
    self.year = year
    self.task = task
    self.age = age
    self.institutions = institutions
    self.accountCuts = accountCuts
    self.flat = flat
    basis = task.decision.citations.reduce(.official) { max($0, $1.basis) }
    accountCount = task.rules.compiled.accounts.count
    answers = []
  }

  enum AccountCut {
    case amount(Int)
    case count(Int)
    /// The rest of a family, which holds nothing.
    case rest
  }

  var policy: CompiledPolicy { task.rules.compiled }

  /// Whether a line has the same bytes between its cuts.
  func matches(_ line: borrowing CutLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard ends.count == line.count + 1 else { return false }
    return stretches.withUnsafeBufferPointer { own in
      var start = 0
      var from = 0
      for number in ends.indices {
        let end = number < line.count ? Int(line.cuts[number].start) : bytes.count
        let to = Int(ends[number])
        guard end - start == to - from, let here = own.baseAddress, let there = bytes.baseAddress,
          memcmp(here + from, there + start, to - from) == 0
        else { return false }
        from = to
        if number < line.count { start = Int(line.cuts[number].end) }
      }
      return true
    }
  }
}

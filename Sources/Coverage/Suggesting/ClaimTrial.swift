import Claims
import Findings
import PolicyModel
import Registry
import Settlement
import Values

/// Settles written claims under the rules as they are and with one figure changed.
struct ClaimTrial {
  private let spot: FigureSpot
  private let base: TrialRules
  private let before: ClaimSettler<TrialRules>
  private let after: ClaimSettler<TrialRules>

  init(_ registry: PolicySnapshot, base: TrialRules, changing spot: FigureSpot) {
    self.spot = spot
    self.base = base
    before = ClaimSettler(source: base)
    after = ClaimSettler(source: TrialRules(registry, changing: spot))
  }

  struct Answer {
    let result: ClaimResult
    /// Its amounts in fen differ with the changed figure.
    let isNoticed: Bool
    /// Already what the layers would pay before rounding differs.
    let differsExactly: Bool
    /// A layer paid under the cap that is the figure.
    let paysUnder: Bool
  }

  func answer(_ line: String) -> Answer {
    let was = ClaimTrial.settle(line, before)
    let now = ClaimTrial.settle(line, after)
    guard case .settled(let first) = was, case .settled(let second) = now else {
      let isNoticed = ClaimTrial.isSettled(was) != ClaimTrial.isSettled(now)
      return Answer(result: was, isNoticed: isNoticed, differsExactly: isNoticed, paysUnder: false)
    }
    let spots = base.spots(of: first.rules.compiled)
    let paysUnder = first.steps.contains { step in
      guard case .cap(let layer, _, _, _, let citation) = step else { return false }
      return spots[citation] == spot && first.outcome.paid[layer].count > 0
    }
    let isNoticed =
      first.outcome.personal != second.outcome.personal || first.outcome.fundTotal != second.outcome.fundTotal
    return Answer(
      result: was, isNoticed: isNoticed,
      differsExactly: isNoticed || ClaimTrial.exact(first) != ClaimTrial.exact(second), paysUnder: paysUnder)
  }

  private static func settle(_ line: String, _ settler: ClaimSettler<TrialRules>) -> ClaimResult {
    var chain: AccountChain?
    return settler.settle(
      json: SourceFile(path: "claim", bytes: Array(line.utf8)), explaining: true, chain: &chain)
  }

  private static func isSettled(_ result: ClaimResult) -> Bool {
    if case .settled = result { true } else { false }
  }

  private static func exact(_ settled: SettledClaim) -> [Exact] {
    settled.steps.compactMap { step in
      switch step {
      case .paid(_, let exact, _): exact
      case .deductible(_, _, let charged, _, _): charged
      default: nil
      }
    }
  }
}

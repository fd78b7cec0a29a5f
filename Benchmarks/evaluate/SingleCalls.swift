import Settlement

/// How long calls take one by one, and what explaining costs.
struct SingleCalls {
  let run: InMemoryRun

  /// Nanoseconds of the calls of settling, each timed by itself, and of as many timings of nothing.
  func timed() -> (calls: [Int64], nothing: [Int64]) {
    let count = run.rows.count
    var calls = [Int64](repeating: 0, count: count)
    var nothing = calls
    var outcome = FlatOutcome()
    for index in 0..<count {
      let claim = run.rows.claims + index * run.rows.width
      let kind = run.kinds + run.layout.number(of: claim)
      run.layout.fill(run.accounts, kind.pointee.accounts, from: claim)
      let start = Clock.passing()
      let isSettled = run.settle(kind, claim, &outcome, InSeries.self)
      let end = Clock.passing()
      calls[index] = isSettled ? end - start : .max
      let idle = Clock.passing()
      nothing[index] = Clock.passing() - idle
    }
    return (calls.sorted(), nothing.sorted())
  }

  /// Processor nanoseconds a claim, settled and explained by turns, one pair a round.
  func explained(rounds: Int) -> [(bare: Double, explained: Double)] {
    var trace = FlatTrace()
    return (0..<rounds).map { _ in
      let start = Clock.processor()
      settleAll()
      let middle = Clock.processor()
      explainAll(&trace)
      let end = Clock.processor()
      let count = Double(run.rows.count)
      return (Double(middle - start) / count, Double(end - middle) / count)
    }
  }

  private func settleAll() {
    var outcome = FlatOutcome()
    for index in 0..<run.rows.count {
      let claim = run.rows.claims + index * run.rows.width
      let kind = run.kinds + run.layout.number(of: claim)
      run.layout.fill(run.accounts, kind.pointee.accounts, from: claim)
      _ = run.settle(kind, claim, &outcome, InSeries.self)
    }
  }

  private func explainAll(_ trace: inout FlatTrace) {
    var outcome = FlatOutcome()
    for index in 0..<run.rows.count {
      let claim = run.rows.claims + index * run.rows.width
      let kind = run.kinds + run.layout.number(of: claim)
      run.layout.fill(run.accounts, kind.pointee.accounts, from: claim)
      guard let claims = kind.pointee.claims else { continue }
      _ = claims.explain(InMemoryRun.amounts(of: claim), accounts: run.accounts, trace: &trace, into: &outcome)
    }
  }
}

import PolicyModel
import Settlement
import Values

extension Situation {
  /// What accounts hold after claims of this situation have come to where a column begins that goes on from claim to
  /// claim: from there a claim is paid in another way than in an empty year. Columns that none come to are left out.
  ///
  /// Accounts that count stays hold what they do in an empty year: the situation says which stay it is.
  package var columnStarts: [[Int64]] {
    var starts: [[Int64]] = []
    for layer in plan.layers where layer.applies.hold(for: facts) {
      let account = layer.ratio.account.account(for: facts)
      guard account >= 0, layer.ratio.ends.count > 1, !plan.unitAccounts.contains(account) else { continue }
      var way = WayToColumn(self, account: account)
      for end in layer.ratio.ends.dropLast() {
        guard way.come(to: end) else { break }
        if !starts.contains(way.accounts) { starts.append(way.accounts) }
      }
    }
    return starts
  }

  /// What a claim of this situation finds where the accounts hold so much but for the number of stays.
  package func counting(_ accounts: [Int64]) -> [Int64] {
    zip(policy.accounts, zip(accounts, emptyYear)).map { $0.measure.isCount ? $1.1 : $1.0 }
  }
}

/// Claims of one situation, one after the other, until an account has come to where a column begins.
private struct WayToColumn {
  private let situation: Situation
  private let account: Int
  private(set) var accounts: [Int64]

  /// More claims than that of one kind are not made to come to a column.
  private static let mostClaims = 400

  init(_ situation: Situation, account: Int) {
    self.situation = situation
    self.account = account
    accounts = situation.emptyYear
  }

  /// Whether some claims come there.
  mutating func come(to end: Int64) -> Bool {
    var claims = 0
    while accounts[account] < end, claims < WayToColumn.mostClaims {
      guard let claim = claim(to: end), let grown = add(claim), grown > 0 else { return false }
      // Of many claims with a cap each, the next few are like this one.
      let alike = min(Int64(WayToColumn.mostClaims - claims), (end - accounts[account]) / grown - 1)
      for _ in 0..<max(0, alike) { _ = add(claim) }
      claims += 1 + max(0, Int(alike))
    }
    return accounts[account] >= end
  }

  /// The claim that comes there, or as near as one comes.
  private func claim(to end: Int64) -> Fen? {
    guard let function = try? PlanFunction(situation, accounts: accounts),
      let first = try? function.accounts[account].firstPoint().value(at: Exact(end))
    else { return nil }
    if let whole = first.wholeFenBelow, whole.count < Fen.largest.count / 1000 {
      return first.isWhole ? whole : Fen(whole.count + 1)
    }
    return (try? Comparison.samples(of: function.accounts[account]))?.last
  }

  /// By how much the account grows with a claim.
  private mutating func add(_ claim: Fen) -> Int64? {
    let held = accounts.map { Exact($0) }
    guard let algebra = try? PlanAlgebra(settling: situation, Exact(claim), of: .inScope, accounts: held) else {
      return nil
    }
    let after = algebra.accounts.compactMap { Int64(exactly: $0.numerator) }
    guard after.count == accounts.count, !algebra.accounts.contains(where: { !$0.isWhole }) else { return nil }
    defer { accounts = situation.counting(after) }
    return after[account] - accounts[account]
  }
}

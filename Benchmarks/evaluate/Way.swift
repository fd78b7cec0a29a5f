import Settlement

/// How a claim is settled: a type, so that the loop over claims asks nothing.
protocol Way {
  static func settle(
    _ claims: ReadyClaims, _ amounts: FlatAmounts, _ accounts: UnsafeMutablePointer<Int64>, _ outcome: inout FlatOutcome
  ) -> Bool
}

/// What the claim comes to, and nothing else, as the other engines have it.
enum BesideAccounts: Way {
  @inline(__always)
  static func settle(
    _ claims: ReadyClaims, _ amounts: FlatAmounts, _ accounts: UnsafeMutablePointer<Int64>, _ outcome: inout FlatOutcome
  ) -> Bool { claims.preview(amounts, accounts: accounts, into: &outcome) }
}

/// With accounts that grow, for the next claim of a series.
enum InSeries: Way {
  @inline(__always)
  static func settle(
    _ claims: ReadyClaims, _ amounts: FlatAmounts, _ accounts: UnsafeMutablePointer<Int64>, _ outcome: inout FlatOutcome
  ) -> Bool { claims.settle(amounts, accounts: accounts, into: &outcome) }
}

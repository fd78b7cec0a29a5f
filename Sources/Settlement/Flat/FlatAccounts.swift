import Values

/// A claim's accounts in place.
struct FlatAccounts {
  private let values: UnsafeMutablePointer<Int64>

  init(_ values: UnsafeMutablePointer<Int64>) { self.values = values }

  @inline(__always)
  subscript(account: Int) -> Int64 {
    get { values[account] }
    nonmutating set { values[account] = newValue }
  }

  /// False when the account could not be told any more.
  @inline(__always)
  func add(_ amount: Int64, to account: Int) -> Bool {
    values[account] += amount
    return values[account] <= Fen.largest.count
  }
}

/// What accounts held before a claim, to put it back.
struct FlatAccountsBefore {
  private var values = InlineArray<24, Int64>(repeating: 0)

  init(_ touched: FlatList<Int>, of accounts: FlatAccounts) {
    for index in 0..<touched.count { values[index] = accounts[touched[index]] }
  }

  func putBack(_ touched: FlatList<Int>, into accounts: FlatAccounts) {
    for index in 0..<touched.count { accounts[touched[index]] = values[index] }
  }
}

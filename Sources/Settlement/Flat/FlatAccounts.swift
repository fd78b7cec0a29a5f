/// A claim's accounts in place.
struct FlatAccounts {
  private let values: UnsafeMutablePointer<Int64>

  @inline(__always)
  init(_ values: UnsafeMutablePointer<Int64>) { self.values = values }

  /// Accounts that nobody may change: for ``ReadAccounts`` only.
  @inline(__always)
  init(reading values: UnsafePointer<Int64>) { self.values = UnsafeMutablePointer(mutating: values) }

  @inline(__always)
  subscript(account: Int32) -> Int64 {
    get { values[Int(account)] }
    nonmutating set { values[Int(account)] = newValue }
  }

  /// What an account of a cap holds; nothing where there is none (-1).
  @inline(__always)
  func used(_ account: Int32) -> Int64 { account < 0 ? 0 : values[Int(account)] }

  /// False when the account could not be told any more.
  @inline(__always)
  func add(_ amount: Int64, to account: Int32) -> Bool {
    let sum = values[Int(account)] &+ amount
    values[Int(account)] = sum
    return sum <= FlatLimit.account
  }

  /// Keeps what some accounts hold.
  @inline(__always)
  func copy(_ touched: FlatList<Int32>, to kept: UnsafeMutablePointer<Int64>) {
    var (item, place) = (touched.first, kept)
    while item != touched.end {
      place.pointee = self[item.pointee]
      item += 1
      place += 1
    }
  }

  /// Puts back what they held.
  func restore(_ touched: FlatList<Int32>, from kept: UnsafeMutablePointer<Int64>) {
    for index in 0..<touched.count { self[touched[index]] = kept[index] }
  }
}

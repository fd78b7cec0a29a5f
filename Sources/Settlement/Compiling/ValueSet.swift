/// Indices of values of one dimension, a bit for each.
///
/// Dimensions have few values, so that sets of them are made and cut without hashing and, up to 64, without memory of
/// their own.
struct ValueSet: Sendable {
  private var first: UInt64 = 0
  /// The bits from 64 on; diseases alone are so many.
  private var others: [UInt64] = []

  init() {}

  init(_ indices: some Sequence<Int>) {
    for index in indices { insert(index) }
  }

  var isEmpty: Bool { first == 0 && others.allSatisfy { $0 == 0 } }

  func contains(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    if index < 64 { return first & (1 << UInt64(index)) != 0 }
    let word = index / 64 - 1
    return word < others.count && others[word] & (1 << UInt64(index % 64)) != 0
  }

  mutating func insert(_ index: Int) {
    guard index >= 0 else { return }
    if index < 64 {
      first |= 1 << UInt64(index)
      return
    }
    let word = index / 64 - 1
    while others.count <= word { others.append(0) }
    others[word] |= 1 << UInt64(index % 64)
  }

  mutating func formIntersection(_ other: ValueSet) {
    first &= other.first
    for word in others.indices { others[word] &= word < other.others.count ? other.others[word] : 0 }
  }

  mutating func subtract(_ other: ValueSet) {
    first &= ~other.first
    for word in others.indices where word < other.others.count { others[word] &= ~other.others[word] }
  }

  func isSubset(of other: ValueSet) -> Bool {
    first & ~other.first == 0
      && others.indices.allSatisfy { others[$0] & ~($0 < other.others.count ? other.others[$0] : 0) == 0 }
  }

  /// In rising order.
  var indices: [Int] {
    var found: [Int] = []
    func note(_ word: UInt64, from start: Int) {
      var rest = word
      while rest != 0 {
        found.append(start + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    note(first, from: 0)
    for (index, word) in others.enumerated() { note(word, from: 64 * (index + 1)) }
    return found
  }
}

/// Which values of a dimension a case of a table, or a condition, is for.
package enum CaseKey: Hashable, Sendable {
  case any
  /// Canonical (English) names of values, or ids of classes.
  case values([String])
  /// Whole numbers, both ends included; `Int.max` as the end of `2+`.
  case ranges([ClosedRange<Int>])

  /// Whether some value belongs to both keys.
  package func overlaps(_ other: CaseKey) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any): true
    case (.values(let a), .values(let b)):
      // Nearly all keys have a value or two.
      a.count * b.count <= 64 ? a.contains(where: b.contains) : !Set(a).isDisjoint(with: b)
    case (.ranges(let a), .ranges(let b)): a.contains { left in b.contains { left.overlaps($0) } }
    default: false
    }
  }

  package func contains(_ number: Int) -> Bool {
    switch self {
    case .any: true
    case .values: false
    case .ranges(let ranges): ranges.contains { $0.contains(number) }
    }
  }
}

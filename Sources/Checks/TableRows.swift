import PolicyModel
import Values

/// The rows of a table with the values that fall under each, worked out once for many comparisons.
struct TableRows {
  private let dimensions: [Dimension]
  private let keys: [[CaseKey]]
  /// For each row and named dimension the values that fall under it, as far as its keys so far leave open; nil for
  /// numbers.
  private let values: [[Set<String>?]]

  init<Leaf>(_ table: RuleTable<Leaf>, in space: DimensionSpace) {
    let dimensions = table.dimensions
    let keys = table.rows.map(\.keys)
    self.dimensions = dimensions
    self.keys = keys
    values = keys.map { row in
      dimensions.indices.map { depth in
        if dimensions[depth].isNumeric { return nil }
        let beside = keys.filter { $0[..<depth] == row[..<depth] }.map { $0[depth] }
        return CaseChoice(dimension: dimensions[depth], space: space).values(under: row[depth], among: beside)
      }
    }
  }

  /// Whether some claim falls under a row and under one of another table: no dimension that both go by keeps them apart.
  func canMeet(_ row: Int, _ other: TableRows, _ otherRow: Int) -> Bool {
    dimensions.indices.allSatisfy { depth in
      guard let otherDepth = other.dimensions.firstIndex(of: dimensions[depth]) else { return true }
      guard let own = values[row][depth], let others = other.values[otherRow][otherDepth] else {
        return keys[row][depth].overlaps(other.keys[otherRow][otherDepth])
      }
      return !own.isDisjoint(with: others)
    }
  }
}

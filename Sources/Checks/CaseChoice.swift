import PolicyModel
import Values

/// Which of the cases that stand side by side a value falls under: its own, or that of the nearest value it refines.
struct CaseChoice {
  let dimension: Dimension
  let space: DimensionSpace

  func key(for value: String, among keys: [CaseKey]) -> CaseKey? {
    for id in space.lineage(of: value, in: dimension) {
      let own = keys.first { key in
        if case .values(let ids) = key { ids.contains(id) } else { false }
      }
      if let own { return own }
    }
    return keys.first { $0 == .any }
  }

  /// All values that fall under one of the keys.
  func values(under key: CaseKey, among keys: [CaseKey]) -> Set<String> {
    Set(space.values(of: dimension).filter { self.key(for: $0, among: keys) == key })
  }
}

extension RuleTable {
  /// The keys that stand beside the last of a row's first keys, itself among them.
  private func keys(besideLastOf path: some Collection<CaseKey>) -> [CaseKey] {
    rows.map(\.keys).filter { $0.prefix(path.count - 1).elementsEqual(path.dropLast()) }.map { $0[path.count - 1] }
  }

  /// The values of a named dimension that fall under a row, as far as its keys so far leave open.
  private func values(of dimension: Dimension, under row: [CaseKey], in space: DimensionSpace) -> Set<String>? {
    guard let depth = dimensions.firstIndex(of: dimension) else { return nil }
    return CaseChoice(dimension: dimension, space: space)
      .values(under: row[depth], among: keys(besideLastOf: row[...depth]))
  }

  /// Whether some claim falls under a row and under one of another table: no dimension that both go by keeps them apart.
  func canMeet<Other>(_ row: [CaseKey], _ other: RuleTable<Other>, _ otherRow: [CaseKey], in space: DimensionSpace)
    -> Bool
  {
    zip(dimensions, row).allSatisfy { dimension, key in
      guard let depth = other.dimensions.firstIndex(of: dimension) else { return true }
      if dimension.isNumeric { return key.overlaps(otherRow[depth]) }
      guard let own = values(of: dimension, under: row, in: space),
        let others = other.values(of: dimension, under: otherRow, in: space)
      else { return true }
      return !own.isDisjoint(with: others)
    }
  }

  /// The leaf for a claim whose dimensions have these values; nil when no case is for it.
  func leaf(in space: DimensionSpace, for value: (Dimension) -> Int) -> Leaf? {
    var candidates = rows
    for (depth, dimension) in dimensions.enumerated() {
      let keys = candidates.map { $0.keys[depth] }
      guard let key = RuleTable.key(for: value(dimension), of: dimension, among: keys, in: space) else { return nil }
      candidates.removeAll { $0.keys[depth] != key }
    }
    return candidates.first?.leaf
  }

  private static func key(for value: Int, of dimension: Dimension, among keys: [CaseKey], in space: DimensionSpace)
    -> CaseKey?
  {
    if dimension.isNumeric { return keys.first { $0 == .any || $0.contains(value) } }
    let ids = space.values(of: dimension)
    guard ids.indices.contains(value) else { return keys.first { $0 == .any } }
    return CaseChoice(dimension: dimension, space: space).key(for: ids[value], among: keys)
  }
}

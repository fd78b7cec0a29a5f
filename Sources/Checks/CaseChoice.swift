import PolicyModel
import Values

/// Which of the cases that stand side by side a value falls under: its own, or that of the nearest value it refines.
struct CaseChoice {
  let dimension: Dimension
  let space: DimensionSpace

  func key(for value: String, among keys: [CaseKey]) -> CaseKey? {
    key(for: space.lineage(of: value, in: dimension), among: keys)
  }

  private func key(for lineage: [String], among keys: [CaseKey]) -> CaseKey? {
    for id in lineage {
      let own = keys.first { key in
        if case .values(let ids) = key { ids.contains(id) } else { false }
      }
      if let own { return own }
    }
    return keys.first { $0 == .any }
  }

  /// All values that fall under one of the keys.
  func values(under key: CaseKey, among keys: [CaseKey]) -> Set<String> {
    Set(
      zip(space.values(of: dimension), space.lineages(of: dimension))
        .filter { self.key(for: $0.1, among: keys) == key }.map(\.0))
  }
}

extension RuleTable {
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

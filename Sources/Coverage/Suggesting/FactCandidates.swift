import PolicyModel
import Settlement
import Values

/// Facts with which a claim may come to an item, the likeliest first; what the item does not ask for stays open.
struct FactCandidates {
  let policy: CompiledPolicy

  /// More combinations than it takes to find one that can occur.
  private static let limit = 24

  func facts(for item: CoverageItem) -> [Facts] {
    var candidates = [Facts(total: .zero, firstSelfPay: .zero, inScope: .zero)]
    for (dimension, values) in choices(item.path.keys) {
      candidates = candidates.flatMap { facts in
        values.prefix(FactCandidates.limit).map { value in
          var facts = facts
          facts[dimension] = value
          return facts
        }
      }
      candidates = Array(candidates.prefix(FactCandidates.limit))
    }
    return candidates
  }

  /// For each dimension the values that all its keys allow.
  private func choices(_ keys: [(dimension: Dimension, key: CaseKey)]) -> [(Dimension, [Int])] {
    var order: [Dimension] = []
    for item in keys where item.key != .any && !order.contains(item.dimension) { order.append(item.dimension) }
    return order.map { dimension in
      let own = keys.filter { $0.dimension == dimension }.map(\.key)
      let known = policy.space.dimension(named: dimension.name) ?? dimension
      return (known, dimension.isNumeric ? numbers(own, dimension) : values(own, dimension))
    }
  }

  /// The values that are named themselves, then those that refine them.
  private func values(_ keys: [CaseKey], _ dimension: Dimension) -> [Int] {
    let domain = Domain(space: policy.space)
    let allowed = keys.reduce(domain) { $0.restricting(dimension, to: $1) }.values(of: dimension)
    let named = keys.flatMap { key in if case .values(let ids) = key { ids } else { [String]() } }
    let names = policy.space.values(of: dimension)
    return allowed.sorted { left, right in
      let (first, second) = (named.contains(names[left]), named.contains(names[right]))
      return first == second ? left < right : first
    }
  }

  /// An ordinary age where it is allowed, then the ends of the ranges.
  private func numbers(_ keys: [CaseKey], _ dimension: Dimension) -> [Int] {
    let ends = keys.flatMap { key -> [Int] in
      guard case .ranges(let ranges) = key else { return [] }
      return ranges.flatMap { $0.upperBound == .max ? [$0.lowerBound] : [$0.lowerBound, $0.upperBound] }
    }
    return ([40, 70, 10] + ends.sorted()).filter { number in
      number >= dimension.lowerBound && keys.allSatisfy { $0.contains(number) }
    }
  }
}

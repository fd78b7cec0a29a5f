import PolicyModel
import Settlement
import Values

/// One way in which claims differ, its values gathered that the rules do not tell apart.
package struct SituationAxis: Sendable {
  package struct Choice: Sendable {
    /// Stands for the others: the id of a value, or a number in digits.
    package let value: String
    /// All values of this choice; of a number the first and the last, or the first alone when there is no last.
    package let members: [String]
  }

  package let dimension: Dimension
  package let choices: [Choice]
}

/// Which values the rules of a plan, or of two, tell apart.
struct ValueGroups {
  private let sides:
    [(space: DimensionSpace, parts: DecidingParts, nonLocal: DenseTable?, counting: OccurrenceCounting)]

  /// - Parameter plans: those to be gone through together, with their policies.
  init(_ plans: [(policy: CompiledPolicy, plan: CompiledPlan)]) {
    sides = plans.map { policy, plan in
      (policy.space, plan.deciding, policy.nonLocal?.table, plan.occurrences)
    }
  }

  /// Dimensions that decide something.
  func isDeciding(_ dimension: Dimension) -> Bool {
    sides.contains { side in
      let slot = side.space.slot(of: dimension)
      guard slot >= 0 else { return false }
      return tables(of: side).contains { $0.axes.contains { $0.dimension == slot } }
        || side.parts.conditions.contains { $0.tests.contains { $0.dimension == slot } }
        || side.parts.multipliers.contains { $0.slot == slot }
        || (dimension == .hospitalLevel && !(side.counting.byParentLevel + side.counting.byFinestClass).isEmpty)
    }
  }

  private func tables(
    of side: (space: DimensionSpace, parts: DecidingParts, nonLocal: DenseTable?, counting: OccurrenceCounting)
  ) -> [DenseTable] { side.parts.tables + (side.nonLocal.map { [$0] } ?? []) }

  /// The values of a named dimension, grouped; `allowed` says which can occur.
  func choices(of dimension: Dimension, among values: [String]) -> [SituationAxis.Choice] {
    var groups: [(signature: [[Int32]], members: [String])] = []
    for value in values {
      let signature = sides.map { self.signature(of: value, in: dimension, $0.space, tables(of: $0), $0.parts) }
      if let known = groups.firstIndex(where: { $0.signature == signature }) {
        groups[known].members.append(value)
      } else {
        groups.append((signature, [value]))
      }
    }
    return groups.map { SituationAxis.Choice(value: $0.members[0], members: $0.members) }
  }

  /// What becomes of a value wherever rules ask for it.
  private func signature(
    of value: String, in dimension: Dimension, _ space: DimensionSpace, _ tables: [DenseTable], _ parts: DecidingParts
  ) -> [Int32] {
    let slot = space.slot(of: dimension)
    let index = space.index(ofNearest: value, in: dimension)
    var signature: [Int32] = []
    // At home and elsewhere are never the same.
    if dimension == .standing || dimension == .distance {
      signature.append(space.fixedValue(of: value, in: dimension) == "local" ? 1 : 0)
    }
    guard slot >= 0, index >= 0 else { return signature + [-1] }
    for table in tables {
      guard let axis = table.axes.first(where: { $0.dimension == slot }) else { continue }
      signature += table.leaves.indices.filter { $0 / axis.stride % axis.count == index }.map { table.leaves[$0] }
    }
    for test in parts.conditions.flatMap(\.tests) where test.dimension == slot {
      signature.append(test.values[index / 64] & (1 << UInt64(index % 64)) == 0 ? 0 : 1)
    }
    return signature
  }

  /// The numbers of a dimension in stretches that the rules do not tell apart.
  func stretches(of dimension: Dimension) -> [SituationAxis.Choice] {
    var starts: Set<Int> = [dimension.lowerBound]
    for side in sides {
      let slot = side.space.slot(of: dimension)
      for table in tables(of: side) {
        for axis in table.axes where axis.dimension == slot { starts.formUnion(axis.intervals.map(Int.init)) }
      }
      for test in side.parts.conditions.flatMap(\.tests) where test.dimension == slot {
        for range in test.ranges {
          starts.insert(Int(range.lowerBound))
          if range.upperBound < .max { starts.insert(Int(range.upperBound) + 1) }
        }
      }
      for multiplier in side.parts.multipliers where multiplier.slot == slot {
        // Each further number counts; a few stand for all of them.
        starts.formUnion([1, 2, 3, 10].map { multiplier.beyond + $0 })
      }
    }
    let sorted = starts.filter { $0 >= dimension.lowerBound }.sorted()
    return sorted.enumerated().map { index, start in
      let last = index + 1 < sorted.count ? ["\(sorted[index + 1] - 1)"] : []
      return SituationAxis.Choice(value: "\(start)", members: ["\(start)"] + last)
    }
  }
}

extension DimensionSpace {
  /// The index of a value; -1 when neither it nor, for a class of another version, its fixed value is known.
  func index(ofNearest value: String, in dimension: Dimension) -> Int { index(of: value, in: dimension) }
}

import PolicyModel
import Values

/// A table as a flat array: one number for each combination of its dimensions' values.
package struct DenseTable: Sendable {
  package struct Axis: Sendable {
    package let dimension: Int
    package let stride: Int
    /// How many values or intervals it has.
    package let count: Int
    /// For numeric dimensions the first number of each interval, rising; empty for named ones.
    package let intervals: [Int32]
  }

  package let axes: [Axis]
  /// For each combination the index of a leaf; -1 where the plan can never come.
  package let leaves: [Int32]

  /// The table with another leaf in place of one, only where a fact has a value when there is one.
  func replacing(_ leaf: Int, with other: Int, whereFact slot: Int, is value: Int?) -> DenseTable {
    let axis = axes.first { $0.dimension == slot }
    let replaced = leaves.enumerated().map { index, old in
      guard Int(old) == leaf else { return old }
      if let axis, let value, index / axis.stride % axis.count != value { return old }
      return Int32(other)
    }
    return DenseTable(axes: axes, leaves: replaced)
  }

  /// The index of the leaf for these facts; -1 when there is none.
  package func leaf(for facts: borrowing Facts) -> Int {
    var index = 0
    for axis in axes {
      let value = facts.values[axis.dimension]
      guard value >= 0 else { return -1 }
      if axis.intervals.isEmpty {
        index += Int(value) * axis.stride
      } else {
        var interval = axis.intervals.count - 1
        while interval > 0, axis.intervals[interval] > value { interval -= 1 }
        index += interval * axis.stride
      }
    }
    return index < leaves.count ? Int(leaves[index]) : -1
  }
}

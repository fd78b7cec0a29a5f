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

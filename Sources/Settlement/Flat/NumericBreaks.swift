import PolicyModel
import Values

/// Where a plan begins to treat the numbers of a dimension differently.
struct NumericBreaks {
  private var starts: [Int: Set<Int32>] = [:]

  init(_ plan: CompiledPlan, _ nonLocal: CompiledNonLocal?) {
    for layer in plan.layers {
      add(layer.applies)
      if let deductible = layer.deductible { add(deductible) }
      add(layer.ratio.table)
      for adjustment in layer.ratio.adjustments {
        add(adjustment.applies)
        if case .plus(let points, _) = adjustment.change { add(points.table) }
      }
      for cap in layer.caps { add(cap.table) }
    }
    if let nonLocal { add(nonLocal.table) }
  }

  /// The first number of each stretch that is treated alike, rising; the first stretch begins anywhere.
  func starts(of slot: Int) -> [Int32] { [Int32.min] + (starts[slot] ?? []).sorted() }

  private mutating func add(_ deductible: CompiledDeductible) {
    add(deductible.table)
    if let again = deductible.againEvery { add(again.table) }
    if let ceiling = deductible.ceiling { add(ceiling.table) }
    for adjustment in deductible.adjustments {
      add(adjustment.applies)
      for bound in [adjustment.atLeast, adjustment.atMost] {
        if let bound { add(bound.table) }
      }
      switch adjustment.change {
      case .times(let table): add(table.table)
      case .minusEachTime(let table): add(table.table)
      case .timesEachTime: break
      }
    }
  }

  private mutating func add(_ table: DenseTable) {
    for axis in table.axes where !axis.intervals.isEmpty {
      starts[axis.dimension, default: []].formUnion(axis.intervals)
    }
  }

  private mutating func add(_ conditions: CompiledConditions) {
    for test in conditions.tests {
      for range in test.ranges {
        starts[test.dimension, default: []].insert(range.lowerBound)
        if range.upperBound < .max { starts[test.dimension, default: []].insert(range.upperBound + 1) }
      }
    }
  }
}

import PolicyModel
import Values

/// A plan's situations, each worked out when the first claim comes that is in it.
final class FlatPlan: Sendable {
  private let axes: [DenseTable.Axis]
  /// How stays are counted where a table goes by their ordinal; nil where none does.
  private let counting: Deductible.Counting?
  private let situations: SituationCache

  /// As many situations as are kept; plans that tell more apart are evaluated in general.
  private static let limit = 1 << 20

  /// Nil when the plan tells too much apart.
  init?(_ plan: CompiledPlan, of policy: ResolvedPolicy, _ nonLocal: CompiledNonLocal?) {
    let needs = OccurrenceNeeds(plan.plan)
    let countings: [(Bool, Deductible.Counting)] = [
      (needs.all, .all), (needs.parentLevel, .parentLevel), (needs.finestClass, .finestClass),
    ]
    let counted = countings.filter(\.0).map(\.1)
    guard counted.count <= 1 else { return nil }
    counting = counted.first
    var slots = Set(plan.needs.dimensions.map(\.slot) + (nonLocal?.table.axes.map(\.dimension) ?? []))
    // Whether anything changes elsewhere goes by these.
    slots.formUnion([Dimension.visit.slot, Dimension.standing.slot])
    slots.remove(Dimension.occurrence.slot)
    let breaks = NumericBreaks(plan, nonLocal)
    var axes: [DenseTable.Axis] = []
    var size = 1
    for dimension in policy.space.dimensions where slots.contains(dimension.slot) {
      let intervals = dimension.isNumeric ? breaks.starts(of: dimension.slot) : []
      let count = dimension.isNumeric ? intervals.count : policy.space.values(of: dimension).count
      axes.append(.init(dimension: dimension.slot, stride: size, count: count, intervals: intervals))
      size *= count
      if size > FlatPlan.limit { return nil }
    }
    if counting != nil {
      let intervals = breaks.starts(of: Dimension.occurrence.slot)
      axes.append(.init(dimension: -1, stride: size, count: intervals.count, intervals: intervals))
      size *= intervals.count
    }
    guard size > 0, size <= FlatPlan.limit else { return nil }
    self.axes = axes
    situations = SituationCache(count: size)
  }

  /// The situation that a claim is in; nil when it is to be evaluated in general.
  func situation(
    _ facts: borrowing Facts, _ accounts: [Int64], _ plan: CompiledPlan, make: () -> FlatSituation?
  ) -> FlatSituation? {
    var index = 0
    for axis in axes {
      let value = axis.dimension < 0 ? ordinal(facts, accounts, plan) : facts.values[axis.dimension]
      guard value >= 0 else { return nil }
      if axis.intervals.isEmpty {
        index += Int(value) * axis.stride
      } else {
        var interval = axis.intervals.count - 1
        while interval > 0, axis.intervals[interval] > value { interval -= 1 }
        index += interval * axis.stride
      }
    }
    return situations.value(at: index, make: make)
  }

  /// The ordinal of a stay as the plan's tables count it.
  private func ordinal(_ facts: borrowing Facts, _ accounts: [Int64], _ plan: CompiledPlan) -> Int32 {
    let level = Int(facts.values[Dimension.hospitalLevel.slot])
    let counter: Int
    switch counting {
    case .all: counter = plan.occurrences.all
    case .parentLevel: counter = level < 0 ? -1 : plan.occurrences.byParentLevel[level]
    case .finestClass: counter = level < 0 ? -1 : plan.occurrences.byFinestClass[level]
    case nil: counter = -1
    }
    return counter < 0 ? -1 : Int32(clamping: accounts[counter]) &+ 1
  }
}

/// A plan's situations, or that it has none.
final class FlatPlanChoice: Sendable {
  let plan: FlatPlan?

  init(_ plan: FlatPlan?) { self.plan = plan }
}

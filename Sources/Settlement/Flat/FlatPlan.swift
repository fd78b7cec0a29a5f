import PolicyModel
import Values

/// A plan's situations, each worked out when the first claim comes that is in it.
///
/// Unchecked, because the lists behind pointers never change.
final class FlatPlan: @unchecked Sendable {
  private struct Axis {
    /// Slot of the dimension; -1 for the ordinal of the stay.
    let slot: Int
    let stride: Int
    /// The first number of each stretch that is treated alike; empty for named values.
    let starts: FlatList<Int32>
  }

  private let axes: FlatList<Axis>
  /// Counters of stays by level where a table goes by their ordinal; the last is for claims whatever their level.
  private let counters: FlatList<Int>
  let situations: SituationCache

  /// As many situations as are kept; plans that tell more apart are evaluated in general.
  private static let limit = 1 << 20

  /// Nil when the plan tells too much apart.
  init?(_ plan: CompiledPlan, of policy: ResolvedPolicy, _ nonLocal: CompiledNonLocal?) {
    let needs = OccurrenceNeeds(plan.plan)
    let countings: [(isUsed: Bool, counters: [Int])] = [
      (needs.all, [plan.occurrences.all]), (needs.parentLevel, plan.occurrences.byParentLevel + [-1]),
      (needs.finestClass, plan.occurrences.byFinestClass + [-1]),
    ]
    let counted = countings.filter(\.isUsed)
    guard counted.count <= 1 else { return nil }
    var slots = Set(plan.needs.dimensions.map(\.slot) + (nonLocal?.table.axes.map(\.dimension) ?? []))
    // Whether anything changes elsewhere goes by these.
    slots.formUnion([Dimension.visit.slot, Dimension.standing.slot])
    slots.remove(Dimension.occurrence.slot)
    let breaks = NumericBreaks(plan, nonLocal)
    var axes: [(slot: Int, stride: Int, starts: [Int32])] = []
    var size = 1
    for dimension in policy.space.dimensions where slots.contains(dimension.slot) {
      let starts = dimension.isNumeric ? breaks.starts(of: dimension.slot) : []
      axes.append((dimension.slot, size, starts))
      size *= dimension.isNumeric ? starts.count : policy.space.values(of: dimension).count
      if size > FlatPlan.limit { return nil }
    }
    if !counted.isEmpty {
      let starts = breaks.starts(of: Dimension.occurrence.slot)
      axes.append((-1, size, starts))
      size *= starts.count
    }
    guard size > 0, size <= FlatPlan.limit else { return nil }
    self.axes = FlatList(axes.map { Axis(slot: $0.slot, stride: $0.stride, starts: FlatList($0.starts)) })
    counters = FlatList(counted.first?.counters ?? [-1])
    situations = SituationCache(count: size)
  }

  deinit {
    for index in 0..<axes.count { axes[index].starts.free() }
    axes.free()
    counters.free()
  }

  /// The number of the situation that a claim is in; nil when it is to be evaluated in general.
  func number(_ facts: borrowing Facts, _ accounts: FlatAccounts) -> Int? {
    var number = 0
    for index in 0..<axes.count {
      let axis = axes[index]
      let value = axis.slot < 0 ? ordinal(facts, accounts) : facts.values[axis.slot]
      guard value >= 0 else { return nil }
      if axis.starts.count == 0 {
        number += Int(value) * axis.stride
      } else {
        var stretch = axis.starts.count - 1
        while stretch > 0, axis.starts[stretch] > value { stretch -= 1 }
        number += stretch * axis.stride
      }
    }
    return number
  }

  /// The ordinal of a stay as the plan's tables count it; -1 when it cannot be told.
  private func ordinal(_ facts: borrowing Facts, _ accounts: FlatAccounts) -> Int32 {
    let last = counters.count - 1
    let level = Int(facts.values[Dimension.hospitalLevel.slot])
    let counter = counters[last == 0 || level < 0 || level >= last ? last : level]
    return counter < 0 ? -1 : Int32(clamping: accounts[counter]) &+ 1
  }
}

/// A plan's situations, or that it has none.
final class FlatPlanChoice: Sendable {
  let plan: FlatPlan?

  init(_ plan: FlatPlan?) { self.plan = plan }
}

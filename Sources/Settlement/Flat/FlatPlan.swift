import PolicyModel
import Values

/// A plan's situations, each worked out when the first claim comes that is in it.
///
/// Unchecked, because the lists behind pointers never change.
final class FlatPlan: @unchecked Sendable {
  private struct Axis {
    /// Slot of the dimension.
    let slot: Int
    let stride: Int
    /// The first number of each stretch that is treated alike; empty for named values.
    let starts: FlatList<Int32>
  }

  private let axes: FlatList<Axis>
  /// Where the ordinal of the stay begins to be treated differently; nothing when no table goes by it.
  private let ordinals: FlatList<Int32>
  private let ordinalStride: Int
  /// Counters of stays by level where a table goes by their ordinal; the last is for claims whatever their level.
  private let counters: FlatList<Int>
  let cache: SituationCache

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
    let ordinals = counted.isEmpty ? [] : breaks.starts(of: Dimension.occurrence.slot)
    let ordinalStride = size
    size *= max(1, ordinals.count)
    guard size > 0, size <= FlatPlan.limit else { return nil }
    self.axes = FlatList(axes.map { Axis(slot: $0.slot, stride: $0.stride, starts: FlatList($0.starts)) })
    self.ordinals = FlatList(ordinals)
    self.ordinalStride = ordinalStride
    counters = FlatList(counted.first?.counters ?? [-1])
    cache = SituationCache(count: size)
  }

  deinit {
    for index in 0..<axes.count { axes[index].starts.free() }
    axes.free()
    ordinals.free()
    counters.free()
  }

  /// The situations of claims with these facts, one for each stretch of ordinals; nil when they are to be evaluated in
  /// general.
  func situations(of facts: borrowing Facts) -> SituationRow? {
    var first = 0
    for index in 0..<axes.count {
      let axis = axes.pointer(to: index)
      let value = facts.values[axis.pointee.slot]
      guard value >= 0 else { return nil }
      let number = axis.pointee.starts.count == 0 ? Int(value) : axis.pointee.starts.stretch(of: value)
      first += number * axis.pointee.stride
    }
    var counter = -1
    if ordinals.count > 0 {
      let last = counters.count - 1
      let level = Int(facts.values[Dimension.hospitalLevel.slot])
      counter = counters[last == 0 || level < 0 || level >= last ? last : level]
      if counter < 0 { return nil }
    }
    return SituationRow(first: first, stride: ordinalStride, counter: Int32(counter), ordinals: ordinals)
  }
}

/// The situations of claims whose facts are alike, but for the ordinal of the stay.
struct SituationRow {
  let first: Int
  fileprivate let stride: Int
  /// The account that has the number of earlier stays; -1 when no table goes by it.
  fileprivate let counter: Int32
  /// Earlier stays from which on the second and the third stretch of ordinals apply; most tables tell no more apart.
  private let second: Int32
  private let third: Int32
  private let ordinals: FlatList<Int32>

  fileprivate init(first: Int, stride: Int, counter: Int32, ordinals: FlatList<Int32>) {
    self.first = first
    self.stride = stride
    self.counter = counter
    self.ordinals = ordinals
    second = ordinals.count > 1 ? ordinals[1] &- 1 : .max
    third = ordinals.count > 2 ? ordinals[2] &- 1 : .max
  }

  func number(_ accounts: FlatAccounts) -> Int { first &+ offset(accounts) }

  /// How far the situation of claims with these accounts is from the first one.
  @inline(__always)
  func offset(_ accounts: FlatAccounts) -> Int {
    if counter < 0 { return 0 }
    let earlier = accounts[counter]
    // Without a branch: whether a stay is the first of its year cannot be foretold.
    if ordinals.count <= 3 {
      return (earlier < Int64(second) ? 0 : stride) &+ (earlier < Int64(third) ? 0 : stride)
    }
    return ordinals.stretch(of: Int32(clamping: earlier &+ 1)) &* stride
  }
}

extension FlatList<Int32> {
  /// Which of the stretches that begin at these numbers has a number; the first begins anywhere.
  @inline(__always)
  fileprivate func stretch(of number: Int32) -> Int {
    var stretch = 0
    var index = 1
    while index < count {
      stretch &+= self[index] <= number ? 1 : 0
      index &+= 1
    }
    return stretch
  }
}

/// A plan's situations, or that it has none.
final class FlatPlanChoice: Sendable {
  let plan: FlatPlan?

  init(_ plan: FlatPlan?) { self.plan = plan }
}

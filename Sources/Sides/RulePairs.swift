import Claims
import Settlement
import Values

/// What one side has for a region on a stretch of days.
package enum SideRules: Sendable {
  case found(RulesInForce)
  /// No version holds on these days, or the side does not have the region.
  case none
  case draft
  case faulty

  init(_ lookup: RuleLookup) {
    self =
      switch lookup {
      case .found(let rules): .found(rules)
      case .unknownRegion, .notInForce: .none
      case .draft: .draft
      case .faulty: .faulty
      }
  }

  package var rules: RulesInForce? {
    if case .found(let rules) = self { rules } else { nil }
  }

  package var isNone: Bool {
    if case .none = self { true } else { false }
  }

  /// There are rules, but they have errors or wait as drafts.
  package var isUnusable: Bool {
    switch self {
    case .draft, .faulty: true
    case .found, .none: false
    }
  }

  /// The same for rules that were resolved from the same bytes.
  fileprivate var identity: String {
    switch self {
    case .found(let rules): rules.digest
    case .none: "none"
    case .draft: "draft"
    case .faulty: "faulty"
    }
  }
}

/// One thing to compare: the rules of one side against those of the other, with the days on which the two meet.
package struct RulePair: Sendable {
  /// That of the earlier side, when two held versions are of different regions.
  package let region: RegionCode
  /// In the order of time, not touching each other unless another pair lies between.
  package let days: [DateInterval]
  package let before: SideRules
  package let after: SideRules

  /// Both sides resolve to the same bytes, so that there is nothing to compare.
  package var isIdentical: Bool {
    guard let before = before.rules, let after = after.rules else { return false }
    return before.digest == after.digest
  }
}

/// Pairs the rules of two sides, so that every two sets of rules that meet on some day are compared once.
package enum RulePairs {
  /// The regions that can be compared: those that either side has, unless a held version leaves only its own.
  package static func regions(_ before: PolicySide, _ after: PolicySide) -> Set<RegionCode> {
    if let held = before.held ?? after.held { return [held.region] }
    return Set(before.regions).union(after.regions)
  }

  /// By region and first day. Days on which neither side has rules are left out.
  package static func pairs(_ before: PolicySide, _ after: PolicySide) -> [RulePair] {
    if let one = before.held, let other = after.held { return [held(one, other, before, after)] }
    return Set(before.regions).union(after.regions).sorted().flatMap { region in
      // A held version takes the other side's days: on others there is nothing to hold it against.
      let left = stretches(before, region)
      let right = stretches(after, region)
      if before.held != nil, left.isEmpty { return [RulePair]() }
      if after.held != nil, right.isEmpty { return [RulePair]() }
      return pairs(
        region, before.held == nil ? left : clipped(left, to: right),
        after.held == nil ? right : clipped(right, to: left))
    }
  }

  private typealias Stretch = (days: DateInterval, rules: SideRules)

  private static func held(
    _ one: PolicySide.HeldVersion, _ other: PolicySide.HeldVersion, _ before: PolicySide, _ after: PolicySide
  ) -> RulePair {
    RulePair(
      region: one.region, days: [DateInterval(from: .distantPast, through: nil)],
      before: SideRules(before.rules(of: one.region, on: one.day)),
      after: SideRules(after.rules(of: other.region, on: other.day)))
  }

  private static func stretches(_ side: PolicySide, _ region: RegionCode) -> [Stretch] {
    side.stretches(of: region).map { ($0.days, SideRules($0.lookup)) }
  }

  /// The one stretch of a held version, on the days that the other side has; on all when it has none.
  private static func clipped(_ held: [Stretch], to other: [Stretch]) -> [Stretch] {
    guard let rules = held.first?.rules, !other.isEmpty else { return held }
    return other.map { ($0.days, rules) }
  }

  private static func pairs(_ region: RegionCode, _ before: [Stretch], _ after: [Stretch]) -> [RulePair] {
    var found: [(key: [String], days: [DateInterval], before: SideRules, after: SideRules)] = []
    for days in pieces(before.map(\.days) + after.map(\.days)) {
      let left = before.last { $0.days.contains(days.from) }?.rules ?? .none
      let right = after.last { $0.days.contains(days.from) }?.rules ?? .none
      if left.isNone, right.isNone { continue }
      let key = [left.identity, right.identity]
      if let index = found.firstIndex(where: { $0.key == key }) {
        found[index].days = joined(found[index].days, days)
      } else {
        found.append((key, [days], left, right))
      }
    }
    return found.map { RulePair(region: region, days: $0.days, before: $0.before, after: $0.after) }
  }

  /// The days cut at every beginning and behind every end.
  private static func pieces(_ intervals: [DateInterval]) -> [DateInterval] {
    let starts = Set(intervals.flatMap { [$0.from] + [$0.through?.advanced(by: 1)].compactMap { $0 } }).sorted()
    return starts.enumerated().map { index, start in
      DateInterval(from: start, through: index + 1 < starts.count ? starts[index + 1].advanced(by: -1) : nil)
    }
  }

  private static func joined(_ days: [DateInterval], _ next: DateInterval) -> [DateInterval] {
    guard let last = days.last, last.through?.advanced(by: 1) == next.from else { return days + [next] }
    return days.dropLast() + [DateInterval(from: last.from, through: next.through)]
  }
}

/// Sets of combinations of which no two share one, each told as few boxes: for some axes the choices, for the others all.
struct CombinationBoxes {
  /// By axis, the choices; an axis that is not there may have any.
  typealias Box = [Int: [Int]]

  /// Where a combination belongs.
  enum Membership {
    /// No claim can be here.
    case impossible
    case noSet
    /// The set of this number.
    case member(of: Int)
  }

  /// What of a set lies among some of the combinations.
  private enum Part: Hashable {
    case all
    case some([Box])
  }

  private let combinations: Combinations
  /// By combination.
  private let memberships: [Membership]

  init(_ combinations: Combinations, _ memberships: [Membership]) {
    self.combinations = combinations
    self.memberships = memberships
  }

  /// By set, the boxes that make it up; one without conditions when everything possible belongs to it.
  func boxes() -> [Int: [Box]] {
    let parts = parts(combinations.counts.count - 1, base: 0) ?? [:]
    return parts.mapValues { part in
      switch part {
      case .all: [[:]]
      case .some(let boxes): boxes
      }
    }
  }

  /// By set, what of it lies below one choice of each later axis; nil when no claim can be there. The last axis is looked
  /// at first, as it has the longest stride.
  private func parts(_ axis: Int, base: Int) -> [Int: Part]? {
    guard axis >= 0 else {
      switch memberships[base] {
      case .impossible: return nil
      case .noSet: return [:]
      case .member(let set): return [set: .all]
      }
    }
    var possible = 0
    var found: [Int: ChoicesByPart] = [:]
    for choice in 0..<combinations.counts[axis] {
      guard let parts = parts(axis - 1, base: base + choice * combinations.strides[axis]) else { continue }
      possible += 1
      for (set, part) in parts { found[set, default: ChoicesByPart()].add(choice, part) }
    }
    if possible == 0 { return nil }
    return found.mapValues { $0.joined(axis, possible: possible) }
  }

  /// The choices of one axis in which some of a set lies, gathered where it is the same.
  private struct ChoicesByPart {
    private var groups: [(part: Part, choices: [Int])] = []
    private var known: [Part: Int] = [:]

    mutating func add(_ choice: Int, _ part: Part) {
      if let index = known[part] {
        groups[index].choices.append(choice)
      } else {
        known[part] = groups.count
        groups.append((part, [choice]))
      }
    }

    func joined(_ axis: Int, possible: Int) -> Part {
      // The same in every choice there can be: the axis plays no part.
      if groups.count == 1, groups[0].choices.count == possible { return groups[0].part }
      return .some(
        groups.flatMap { group -> [Box] in
          switch group.part {
          case .all: [[axis: group.choices]]
          case .some(let boxes): boxes.map { $0.merging([axis: group.choices]) { own, _ in own } }
          }
        })
    }
  }
}

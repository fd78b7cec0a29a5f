/// A set of combinations, told as few boxes: for some axes the choices, for the others all.
struct CombinationBoxes {
  /// By axis, the choices; an axis that is not there may have any.
  typealias Box = [Int: [Int]]

  private enum Part: Equatable {
    /// No claim can be here.
    case impossible
    case none
    case all
    case some([Box])
  }

  private let counts: [Int]
  /// By combination: whether it belongs to the set, nil when no claim can have it.
  private let belongs: (Int) -> Bool?

  init(counts: [Int], belongs: @escaping (Int) -> Bool?) {
    self.counts = counts
    self.belongs = belongs
  }

  /// The boxes that make up the set; one without conditions when everything possible belongs to it.
  func boxes() -> [Box] {
    switch part(counts.count - 1, base: 0) {
    case .impossible, .none: []
    case .all: [[:]]
    case .some(let boxes): boxes
    }
  }

  /// The part of the set below one choice of each later axis; the last axis is looked at first, as it has the longest
  /// stride.
  private func part(_ axis: Int, base: Int) -> Part {
    guard axis >= 0 else { return belongs(base).map { $0 ? .all : .none } ?? .impossible }
    let stride = counts[..<axis].reduce(1, *)
    var groups: [(part: Part, choices: [Int])] = []
    for choice in 0..<counts[axis] {
      let part = part(axis - 1, base: base + choice * stride)
      if part == .impossible { continue }
      if let known = groups.firstIndex(where: { $0.part == part }) {
        groups[known].choices.append(choice)
      } else {
        groups.append((part, [choice]))
      }
    }
    guard let first = groups.first else { return .impossible }
    if groups.count == 1 { return first.part }
    return .some(groups.flatMap { group in boxes(of: group.part, axis, group.choices) })
  }

  private func boxes(of part: Part, _ axis: Int, _ choices: [Int]) -> [Box] {
    switch part {
    case .impossible, .none: []
    case .all: [[axis: choices]]
    case .some(let boxes): boxes.map { $0.merging([axis: choices]) { own, _ in own } }
    }
  }
}

/// Claims counted by a name: of a region, a standing or a plan.
package struct Breakdown: Sendable {
  /// The names on the two sides, which may differ: a change can give a claim another standing.
  package struct Key: Hashable, Comparable, Sendable {
    package let before: String
    package let after: String

    package static func < (left: Key, right: Key) -> Bool {
      (left.before, left.after) < (right.before, right.after)
    }
  }

  package struct Row: Sendable {
    package internal(set) var claims = 0
    package internal(set) var directions = Directions()
    package internal(set) var before: Int128 = 0
    package internal(set) var after: Int128 = 0
  }

  private var rowsByKey: [Key: Row] = [:]
  private var titles: [String: String] = [:]

  /// In the order of names.
  package var rows: [(key: Key, row: Row)] { rowsByKey.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

  /// The Chinese title of a name. Where regions call a plan differently it is the first in the order of characters.
  package func title(of id: String) -> String { titles[id] ?? id }

  mutating func add(_ before: TitledName, _ after: TitledName, paid: (before: Int128, after: Int128)) {
    for name in [before, after] {
      titles[name.id] = min(titles[name.id] ?? name.title, name.title)
    }
    var row = rowsByKey[Key(before: before.id, after: after.id)] ?? Row()
    row.claims += 1
    row.directions.count(paid.after - paid.before)
    row.before += paid.before
    row.after += paid.after
    rowsByKey[Key(before: before.id, after: after.id)] = row
  }
}

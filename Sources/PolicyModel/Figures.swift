import Findings
import Values

/// How well a value is founded; ordered from firm to weak.
package enum Basis: String, CaseIterable, Comparable, Sendable {
  /// From an official document.
  case official
  /// From a page that repeats or describes one.
  case reported
  /// Nobody said so; it is taken until somebody does.
  case assumed

  package static func < (left: Basis, right: Basis) -> Bool { left.rank < right.rank }

  /// 0 for the strongest.
  package var rank: UInt8 {
    switch self {
    case .official: 0
    case .reported: 1
    case .assumed: 2
    }
  }

  package init(rank: UInt8) { self = rank == 0 ? .official : rank == 1 ? .reported : .assumed }
}

/// A document that values rest on.
package final class SourceDocument: Sendable {
  package let id: String
  package let title: String
  package let number: String?
  package let issuer: String?
  package let issued: CivilDate?
  package let basis: Basis
  package let url: String?
  /// The day it was read.
  package let read: CivilDate?
  package let place: Place

  package init(
    id: String, title: String, number: String?, issuer: String?, issued: CivilDate?, basis: Basis, url: String?,
    read: CivilDate?, place: Place
  ) {
    self.id = id
    self.title = title
    self.number = number
    self.issuer = issuer
    self.issued = issued
    self.basis = basis
    self.url = url
    self.read = read
    self.place = place
  }
}

/// The clause a figure rests on.
package final class Citation: Sendable {
  /// The short id of the document in the file that cites it.
  package let source: String
  /// The document's number, or its title where it has none.
  package let document: String
  package let clause: String
  package let basis: Basis

  package init(source: String, document: String, clause: String, basis: Basis) {
    self.source = source
    self.document = document
    self.clause = clause
    self.basis = basis
  }

  /// `京医保发〔2022〕41号 第22条`.
  package var text: String { clause.isEmpty ? document : "\(document) \(clause)" }
}

extension Citation: Hashable {
  package static func == (left: Citation, right: Citation) -> Bool {
    if left === right { return true }
    return left.basis == right.basis && left.clause.utf8.elementsEqual(right.clause.utf8)
      && left.source.utf8.elementsEqual(right.source.utf8) && left.document.utf8.elementsEqual(right.document.utf8)
  }

  /// By bytes: the general hash of a text brings Chinese ones into a normal form first.
  package func hash(into hasher: inout Hasher) {
    for text in [source, clause] {
      text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}

/// A value with where it stands and what it rests on.
package struct Figure<Value: Sendable>: Sendable {
  package let value: Value
  package let place: Place
  package let citation: Citation

  package init(_ value: Value, at place: Place, citation: Citation) {
    self.value = value
    self.place = place
    self.citation = citation
  }
}

/// A value chosen by dimensions: nested cases, one level for each dimension.
package struct RuleTable<Leaf: Sendable>: Sendable {
  package indirect enum Cases: Sendable {
    case leaf(Leaf)
    case split([Case], place: Place)
  }

  package struct Case: Sendable {
    package let key: CaseKey
    package let place: Place
    package let content: Cases

    package init(key: CaseKey, place: Place, content: Cases) {
      self.key = key
      self.place = place
      self.content = content
    }
  }

  package let dimensions: [Dimension]
  package let cases: Cases

  package init(dimensions: [Dimension], cases: Cases) {
    self.dimensions = dimensions
    self.cases = cases
  }

  /// All leaves with the keys that lead to them, in written order.
  @inlinable package var rows: [(keys: [CaseKey], leaf: Leaf)] {
    var rows: [(keys: [CaseKey], leaf: Leaf)] = []
    func collect(_ cases: Cases, _ keys: [CaseKey]) {
      switch cases {
      case .leaf(let leaf): rows.append((keys, leaf))
      case .split(let cases, _): for item in cases { collect(item.content, keys + [item.key]) }
      }
    }
    collect(cases, [])
    return rows
  }

  /// Where the innermost case of each leaf stands, in written order; nil for a table that is one value.
  package var casePlaces: [Place?] {
    func collect(_ cases: Cases, _ place: Place?) -> [Place?] {
      switch cases {
      case .leaf: [place]
      case .split(let cases, _): cases.flatMap { collect($0.content, $0.place) }
      }
    }
    return collect(cases, nil)
  }
}

extension RuleTable {
  /// Numbers at which cases of a numeric dimension begin, past the lowest there is, each with the first case that
  /// says so and the keys before it.
  package func starts(of dimension: Dimension) -> [(number: Int, place: Place, keys: [CaseKey])] {
    guard dimension.isNumeric, let depth = dimensions.firstIndex(of: dimension) else { return [] }
    var found: [(number: Int, place: Place, keys: [CaseKey])] = []
    func visit(_ cases: Cases, _ keys: [CaseKey]) {
      guard case .split(let items, _) = cases else { return }
      for item in items {
        if keys.count < depth {
          visit(item.content, keys + [item.key])
        } else if case .ranges(let ranges) = item.key {
          for number in ranges.map(\.lowerBound)
          where number > dimension.lowerBound && !found.contains(where: { $0.number == number }) {
            found.append((number, item.place, keys))
          }
        }
      }
    }
    visit(cases, [])
    return found
  }
}

/// Conditions on dimensions, all of which have to hold.
package struct Conditions: Sendable {
  package struct Condition: Sendable {
    package let dimension: Dimension
    package let key: CaseKey
    package let place: Place

    package init(dimension: Dimension, key: CaseKey, place: Place) {
      self.dimension = dimension
      self.key = key
      self.place = place
    }
  }

  package let all: [Condition]

  package init(_ all: [Condition]) { self.all = all }

  package static let none = Conditions([])

  package func key(for dimension: Dimension) -> CaseKey? {
    all.first { $0.dimension == dimension }?.key
  }
}

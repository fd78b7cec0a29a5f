import PolicyModel
import Values

/// One thing that a section beside the benefits says, without where it stands and what it rests on.
struct SectionEntry {
  /// What tells it from the others; the same on both sides.
  struct Key: Hashable {
    /// Keys of the rule file.
    let path: [String]
    /// For which cases of a table; none for what holds always.
    var cases: [SectionCase] = []
  }

  let key: Key
  let value: SectionValue
  /// How many keys of the path name the section that is there or not as a whole; 0 for what stands by itself.
  let depth: Int

  init(_ path: [String], cases: [SectionCase] = [], depth: Int = 1, _ value: SectionValue) {
    key = Key(path: path, cases: cases)
    self.depth = depth
    self.value = value
  }

  var section: [String] { Array(key.path.prefix(depth)) }
}

/// One condition that leads to a cell of a table.
package struct SectionCase: Hashable, Sendable {
  package let dimension: Dimension
  package let key: CaseKey

  init(_ dimension: Dimension, _ key: CaseKey) {
    self.dimension = dimension
    // Whatever order the values are written in.
    self.key =
      switch key {
      case .any: key
      case .values(let ids): .values(ids.sorted())
      case .ranges(let ranges): .ranges(ranges.sorted { $0.lowerBound < $1.lowerBound })
      }
  }

  static func list(_ dimensions: [Dimension], _ keys: [CaseKey]) -> [SectionCase] {
    zip(dimensions, keys).filter { $1 != .any }.map { SectionCase($0, $1) }
      .sorted { $0.dimension.name < $1.dimension.name }
  }

  static func list(_ conditions: Conditions) -> [SectionCase] {
    list(conditions.all.map(\.dimension), conditions.all.map(\.key))
  }
}

/// What is said, so that it can be told in either language.
package enum SectionValue: Hashable, Sendable {
  /// Words that the format knows at the path, in the order of the format or sorted.
  case words([String])
  /// Values of a dimension.
  case values([String], of: Dimension)
  case text(RuleText)
  /// Codes or names, sorted.
  case codes([String])

  static func word<Word: RawRepresentable>(_ word: Word) -> SectionValue where Word.RawValue == String {
    .words([word.rawValue])
  }

  static func number(_ number: Int) -> SectionValue { .text(RuleText("\(number)")) }
}

import Format
import PolicyReading

/// Every key and fixed value of rule files.
enum FormatVocabulary {
  static func words(in vocabulary: Vocabulary) -> Set<String> {
    Set(
      (words(of: .record(PolicyFormat.document)) + words(of: .record(PolicyFormat.changes))).map {
        $0.text(in: vocabulary)
      })
  }

  private static func words(of shape: Shape) -> [Word] {
    switch shape {
    case .record(let record): words(of: record.keys)
    case .variants(let records): records.flatMap { words(of: $0.keys) }
    case .dictionary(let dictionary): words(of: dictionary.value)
    case .list(let list): words(of: list.item)
    case .choice(let choice): choice.words
    case .table(let table): words(of: table.leaf) + words(of: table.extras)
    case .byKind(let scalar, let list, let mapping):
      [scalar, list, mapping].compactMap { $0 }.flatMap { words(of: $0) }
    case .scalar, .filter: []
    }
  }

  private static func words(of keys: [Key]) -> [Word] {
    keys.flatMap { [$0.name] + words(of: $0.shape) }
  }
}

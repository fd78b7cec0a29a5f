import Format

/// What the format calls keys and words, looked up by the path of English keys.
package enum FormatWords {
  /// The name of a key.
  package static func name(at path: [String]) -> Word? {
    guard let last = path.last else { return nil }
    return keys(of: shape(at: path.dropLast())).first { $0.name.english == last }?.name
  }

  /// The name of a controlled word that may stand there.
  package static func word(_ word: String, at path: [String]) -> Word? {
    words(of: shape(at: path[...])).first { $0.english == word }
  }

  private static func shape(at path: ArraySlice<String>) -> Shape? {
    path.reduce(.record(PolicyFormat.document)) { shape, name in
      // Any name may stand in a dictionary.
      if case .dictionary(let named) = shape { return named.value }
      return keys(of: shape).first { $0.name.english == name }?.shape
    }
  }

  private static func keys(of shape: Shape?) -> [Key] {
    switch shape {
    case .record(let record): record.keys
    case .variants(let records): records.flatMap(\.keys)
    default: []
    }
  }

  private static func words(of shape: Shape?) -> [Word] {
    switch shape {
    case .choice(let choice): choice.words
    case .list(let list): words(of: list.item)
    case .table(let table): words(of: table.leaf)
    case .byKind(let scalar, _, _): words(of: scalar)
    default: []
    }
  }
}

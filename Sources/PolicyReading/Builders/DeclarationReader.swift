import Format
import PolicyModel

/// What a file defines by name, and whether anything in it refers to that.
struct DeclarationReader {
  private var cited: Set<String>
  /// A citation reaches everything it covers; it is looked at once.
  private var seen: Set<ObjectIdentifier> = []
  /// Words in which a source may be named beside the one that is cited, such as `（次数：跨年问答）`.
  private var words: [String] = []
  /// Names by the key that refers to them.
  private var named: [String: Set<String>] = [:]

  private init(cited: Set<String>) { self.cited = cited }

  /// - Parameter cited: sources that changes to the version before rest on.
  static func read(_ root: Reading, cited: Set<String>) -> [Declaration] {
    var reader = DeclarationReader(cited: cited)
    root.forEach { reader.note($0) }
    return reader.declarations(in: root)
  }

  private func declarations(in root: Reading) -> [Declaration] {
    func all(_ key: String, _ kind: Declaration.Kind, _ isUsed: (String) -> Bool) -> [Declaration] {
      (root[key]?.named ?? []).map {
        Declaration(kind: kind, name: $0.id, isUsed: isUsed($0.id), place: $0.reading.keyPlace)
      }
    }
    return all("sources", .source) { name in cited.contains(name) || words.contains { $0.contains(name) } }
      + all("caps", .cap) { named["caps"]?.contains($0) ?? false }
      + all("layers", .layer) { named["use"]?.contains($0) ?? false }
      + all("parameters", .parameter) { named["parameter"]?.contains($0) ?? false }
  }

  private mutating func note(_ reading: Reading) {
    if let citation = reading.citation, seen.insert(ObjectIdentifier(citation)).inserted {
      cited.insert(citation.source)
      words.append(citation.clause)
    }
    guard case .record = reading.value else { return }
    for key in ["reason", "refused", "question", "assumed", "otherwise"] {
      if let text = reading[key]?.text { words.append(text) }
    }
    for key in ["use", "parameter"] {
      if let name = reading[key]?.text { named[key, default: []].insert(name) }
    }
    for name in (reading["caps"]?.items ?? []).compactMap(\.text) { named["caps", default: []].insert(name) }
  }
}

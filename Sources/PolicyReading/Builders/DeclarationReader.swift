import Format
import PolicyModel

/// What a file defines by name, and whether anything in it refers to that.
struct DeclarationReader {
  private var cited: Set<String>
  /// A citation reaches everything it covers; it is looked at once.
  private var seen: Set<ObjectIdentifier> = []
  /// Words in which a source may be named beside the one that is cited, such as `（次数：跨年问答）`, each on a line.
  private var words: [UInt8] = []
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
    return all("sources", .source) { name in cited.contains(name) || isInWords(name) }
      + all("caps", .cap) { named["caps"]?.contains($0) ?? false }
      + all("layers", .layer) { named["use"]?.contains($0) ?? false }
      + all("parameters", .parameter) { named["parameter"]?.contains($0) ?? false }
  }

  private mutating func note(_ reading: Reading) {
    if let citation = reading.citation, seen.insert(ObjectIdentifier(citation)).inserted {
      cited.insert(citation.source)
      note(words: citation.clause)
    }
    guard case .record(let fields) = reading.value else { return }
    for field in fields.all {
      switch field.id {
      case "reason", "refused", "question", "assumed", "otherwise":
        if let text = field.reading.text { note(words: text) }
      case "use", "parameter":
        if let name = field.reading.text { named[field.id, default: []].insert(name) }
      case "caps":
        for name in field.reading.items.compactMap(\.text) { named["caps", default: []].insert(name) }
      default: break
      }
    }
  }

  private mutating func note(words text: String) {
    words += text.utf8
    words.append(UInt8(ascii: "\n"))
  }

  private func isInWords(_ name: String) -> Bool {
    let name = Array(name.utf8)
    guard let first = name.first, name.count <= words.count else { return false }
    return (0...(words.count - name.count)).contains { start in
      words[start] == first && words[start..<(start + name.count)].elementsEqual(name)
    }
  }
}

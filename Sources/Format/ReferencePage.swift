/// The page that documents every key of a document, in both languages.
package enum ReferencePage {
  /// The page in Markdown. Every shape is described in one section; its other uses link there.
  package static func markdown(for document: RecordShape, title: Word) -> String {
    var collector = ReferenceCollector()
    let root = collector.section(for: document)
    var page = ReferenceWriter(sections: collector.sections, kinds: collector.kinds)
    page.plan(root, depth: 1)
    return page.markdown(title: title)
  }
}

/// Writes sections as Markdown, each where it is first referred to.
struct ReferenceWriter {
  private let sections: [ReferenceSection]
  private let kinds: [ScalarKind]
  /// Sections in the order of the page.
  private var order: [(index: Int, depth: Int)] = []
  private var anchors: [Int: String] = [:]

  init(sections: [ReferenceSection], kinds: [ScalarKind]) {
    self.sections = sections
    self.kinds = kinds
  }

  /// Gives the section and those it refers to their places on the page; dimensions come after all others.
  mutating func plan(_ root: Int, depth: Int) {
    place(root, depth: depth)
    for (index, section) in sections.enumerated() where section.isAppendix { addToOrder(index, depth: 2) }
  }

  private mutating func place(_ index: Int, depth: Int) {
    guard anchors[index] == nil, !sections[index].isAppendix else { return }
    addToOrder(index, depth: depth)
    for target in sections[index].targets { place(target, depth: depth + 1) }
  }

  private mutating func addToOrder(_ index: Int, depth: Int) {
    anchors[index] = UniqueNames.name(sections[index].title.slug, besides: anchors.values)
    order.append((index, depth))
  }

  func markdown(title: Word) -> String {
    var paragraphs = ["# \(cell(title.both))", ReferenceWriter.introduction]
    for (place, (index, depth)) in order.enumerated() {
      if place > 0 { paragraphs += heading(index, depth: depth) }
      paragraphs += sections[index].notes.map { $0.map(text).joined() }
      paragraphs.append(table(sections[index].columns, sections[index].rows.map { $0.map { $0.map(text).joined() } }))
    }
    return (paragraphs + forms).joined(separator: "\n\n") + "\n"
  }

  private static let introduction = """
    每个键都有中文和英文两个名字，一个文件只用一种语言的名字。

    Every key has a Chinese and an English name; a file uses the names of one language throughout.
    """

  private func heading(_ index: Int, depth: Int) -> [String] {
    let anchor = anchors[index] ?? ""
    let number = anchor.dropFirst(sections[index].title.slug.count).dropFirst()
    let suffix = number.isEmpty ? "" : " (\(number))"
    let marks = String(repeating: "#", count: min(depth, 4))
    return ["<a id=\"\(anchor)\"></a>", "\(marks) \(cell(sections[index].title.both))\(suffix)"]
  }

  /// How single values are written.
  private var forms: [String] {
    if kinds.isEmpty { return [] }
    let rows = kinds.map { [cell($0.title.chinese), cell($0.title.english), pattern(of: $0)] }
    return ["## 单个值 single values", table(["写法", "form", "正则表达式 / pattern"], rows)]
  }

  private func pattern(of kind: ScalarKind) -> String {
    let pattern = kind.schema.members.first { $0.name == "pattern" }
    guard case .string(let text)? = pattern?.value else { return "" }
    return code(text)
  }

  private func table(_ columns: [String], _ rows: [[String]]) -> String {
    let lines = [columns, columns.map { _ in "---" }] + rows
    return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  private func text(_ piece: ReferencePiece) -> String {
    switch piece {
    case .text(let text): cell(text)
    case .code(let text): code(text)
    case .link(let index): "[\(cell(sections[index].title.both))](#\(anchors[index] ?? ""))"
    }
  }

  /// Code in a table: a bar would end the cell.
  private func code(_ text: String) -> String {
    "`\(text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|"))`"
  }

  /// The text as Markdown that shows every sign as it is; text between backticks stays code.
  private func cell(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard parts.count % 2 == 1 else { return parts.map(escaped).joined(separator: "\\`") }
    return parts.enumerated().map { $0.offset % 2 == 0 ? escaped($0.element) : code($0.element) }.joined()
  }

  private func escaped(_ text: String) -> String {
    text.map { character in
      if character == "\n" { return " " }
      return #"\|*_<[#"#.contains(character) ? "\\\(character)" : String(character)
    }.joined()
  }
}

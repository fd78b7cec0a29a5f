import Findings
import Format
import PolicyReading
import SourceTree

/// A file in the canonical layout.
package struct CanonicalFile {
  /// What the file should hold; nil when it cannot be laid out, for reasons that the findings tell.
  package let text: String?
  package let findings: [Finding]

  /// A catalogue, or a document of a kind that is described elsewhere.
  package init(_ file: SourceFile, as layout: DocumentLayout, vocabulary: Vocabulary? = nil) {
    let collector = FindingCollector()
    let document = OpenedDocument(file, layout, collector: collector)
    text = document.flatMap { Self.text(of: $0, vocabulary, base: nil, collector) }
    findings = collector.findings
  }

  /// A rule file.
  /// - Parameters:
  ///   - vocabulary: The words to write it in; its own when nil.
  ///   - folder: All rule files of its folder: a file of changes names what it changes in the words of an earlier one.
  ///   - converted: Paths of the files that are written in the same vocabulary together with this one.
  package init(
    ruleFile file: SourceFile, vocabulary: Vocabulary? = nil, folder: [SourceFile] = [], converted: Set<String> = []
  ) {
    let collector = FindingCollector()
    text = Self.ruleText(file, vocabulary, VersionFolder(folder), converted, collector)
    findings = collector.findings
  }

  /// A rule file that is only being begun, whose changes lead nowhere yet.
  init(draft file: SourceFile, vocabulary: Vocabulary) {
    let collector = FindingCollector()
    let document = OpenedDocument(ruleFile: file, collector: collector)
    text = document.flatMap { Self.text(of: $0, vocabulary, base: nil, collector) }
    findings = collector.findings
  }

  /// Where a file first differs from its canonical text; nil when it does not.
  package static func difference(of file: SourceFile, from text: String) -> Finding? {
    guard Array(text.utf8) != file.bytes else { return nil }
    let expected = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let lines = 1...max(file.lineCount, expected.count)
    func isDifferent(_ line: Int) -> Bool {
      line > expected.count || line > file.lineCount || file.line(line) != expected[line - 1]
    }
    // Without such a line only the line ends differ.
    let line = lines.first(where: isDifferent) ?? 1
    let shown = line <= expected.count ? expected[line - 1] : nil
    let end = Position(line: line, column: file.line(line).unicodeScalars.count + 1)
    return Finding(
      .layoutDiffers, at: Place(file: file, start: Position(line: line, column: 1), end: end),
      ["expected": wanted(shown, in: .english), "expected_zh": wanted(shown, in: .chinese), "path": file.path])
  }

  /// What a line should be, in words; nil stands for no line at all.
  private static func wanted(_ line: String?, in language: Language) -> String {
    switch (line, language) {
    case (nil, .chinese): "文件应在这一行之前结束"
    case (nil, .english): "the file should end before it"
    case ("", .chinese): "应有空行"
    case ("", .english): "a blank line is missing"
    case (let line?, .chinese): "应为“\(line)”"
    case (let line?, .english): "expected `\(line)`"
    }
  }

  private static func ruleText(
    _ file: SourceFile, _ vocabulary: Vocabulary?, _ folder: VersionFolder, _ converted: Set<String>,
    _ collector: FindingCollector
  ) -> String? {
    guard let document = OpenedDocument(ruleFile: file, collector: collector) else { return nil }
    guard let target = vocabulary, target != document.vocabulary else {
      return text(of: document, nil, base: nil, collector)
    }
    if let other = folder.staysBehind(in: target, converted: converted.union([file.path])) {
      collector.report(
        .layoutVocabularies, at: Place(file: file, at: Position(line: 1, column: 1)),
        ["other": other, "vocabulary": target.rawValue])
      return nil
    }
    if document.isChanges, folder.base(of: file.path) == nil {
      collector.report(.changesWithoutBase, at: Place(file: file, at: Position(line: 1, column: 1)))
      return nil
    }
    return text(of: document, target, base: document.isChanges ? folder.base(of: file.path) : nil, collector)
  }

  private static func text(
    of document: OpenedDocument, _ vocabulary: Vocabulary?, base: VersionFile?, _ collector: FindingCollector
  ) -> String? {
    let target = vocabulary ?? document.vocabulary
    let scan = CommentScan(document.file, root: document.root)
    if let strange = scan.strange {
      collector.report(.layoutCannotKeep, at: Place(file: document.file, at: strange))
      return nil
    }
    let text = lay(out: document, scan.comments, in: target, base: base)
    guard isFaithful(text, to: document, scan.comments, target, base: base) else {
      collector.report(.layoutChangesMeaning, at: Place(file: document.file, at: Position(line: 1, column: 1)))
      return nil
    }
    return text
  }

  private static func lay(
    out document: OpenedDocument, _ comments: [Comment], in target: Vocabulary, base: VersionFile?
  ) -> String {
    let places = CommentPlaces(comments, in: Elements(document.root, file: document.file))
    let arranger = Arranger(
      layout: document.layout, vocabulary: target, addedDimensions: document.addedDimensions, places: places)
    return Printer.text(
      of: arranger.root(document.translated(to: target, base: base)),
      header: places.header.map { SchemaComment.text($0, in: target) })
  }

  /// Whether the text, read again, says the same and holds the same comments.
  static func isFaithful(
    _ text: String, to document: OpenedDocument, _ comments: [Comment], _ target: Vocabulary, base: VersionFile?
  ) -> Bool {
    let file = SourceFile(path: document.file.path, bytes: Array(text.utf8))
    let collector = FindingCollector()
    let again =
      document.version == nil
      ? OpenedDocument(file, document.layout, collector: collector)
      : OpenedDocument(ruleFile: file, collector: collector)
    guard let again, again.vocabulary == target else { return false }
    let scan = CommentScan(file, root: again.root)
    let kept = scan.comments.map { SchemaComment.text($0.text, in: .english) }.sorted()
    guard kept == comments.map({ SchemaComment.text($0.text, in: .english) }).sorted() else { return false }
    let newBase = base.map { converted($0, for: document, to: target) }
    return again.meaning(base: newBase) == document.meaning(base: base)
      && resolvesAlike(again, on: newBase, document, on: base)
  }

  /// Whether names lead to as much as before. The meaning alone does not tell: a name that was left in the other language
  /// is the same text in both.
  private static func resolvesAlike(
    _ again: OpenedDocument, on newBase: VersionFile?, _ document: OpenedDocument, on base: VersionFile?
  ) -> Bool {
    guard again.vocabulary != document.vocabulary else { return true }
    return again.version?.codesOfFaults(on: newBase) == document.version?.codesOfFaults(on: base)
  }

  private static func converted(_ base: VersionFile, for document: OpenedDocument, to target: Vocabulary) -> VersionFile
  {
    let shape = Shape.record(DocumentLayout.rules.record)
    let translator = Translator(
      from: document.vocabulary, to: target, document: (base.root, shape), addedDimensions: base.addedDimensions())
    return base.written(as: translator.translated(base.root, as: shape), in: target)
  }
}

/// The comment that tells editors a file's schema: there is one for each vocabulary.
enum SchemaComment {
  static func text(_ comment: String, in vocabulary: Vocabulary) -> String {
    guard comment.hasPrefix("# yaml-language-server: $schema="), comment.hasSuffix(".schema.json") else {
      return comment
    }
    var name = comment.dropLast(".schema.json".count)
    if name.hasSuffix(".zh") { name = name.dropLast(3) }
    return name + (vocabulary == .chinese ? ".zh" : "") + ".schema.json"
  }
}

import Findings
import Format
import PolicyReading
import SourceTree
import YAMLSyntax

/// A file that was read without errors, and all it takes to lay it out.
struct OpenedDocument {
  let file: SourceFile
  let root: Node
  let vocabulary: Vocabulary
  let layout: DocumentLayout
  let addedDimensions: [DimensionShape]
  /// A rule file's own; nil for documents of other kinds.
  let version: VersionFile?
  private let reading: Reading

  /// Reads a file of any kind; nil, with findings, when it has errors.
  init?(_ file: SourceFile, _ layout: DocumentLayout, collector: FindingCollector) {
    let document = YAMLReader.read(file)
    collector.add(document.findings)
    guard let root = document.root, !document.isPartial, !collector.hasErrors else { return nil }
    self.init(
      file, root, ShapeReader.vocabulary(of: root, shape: layout.record), layout, version: nil, addedDimensions: [],
      collector: collector)
  }

  /// Reads a rule file, whole or of changes.
  init?(ruleFile file: SourceFile, collector: FindingCollector) {
    guard let version = VersionFile(file, collector: collector), !version.isPartial, !collector.hasErrors else {
      return nil
    }
    self.init(
      file, version.root, version.vocabulary, version.isChanges ? .changes : .rules, version: version,
      addedDimensions: version.addedDimensions(), collector: collector)
  }

  private init?(
    _ file: SourceFile, _ root: Node, _ vocabulary: Vocabulary, _ layout: DocumentLayout,
    version: VersionFile?, addedDimensions: [DimensionShape], collector: FindingCollector
  ) {
    self.file = file
    self.root = root
    self.vocabulary = vocabulary
    self.layout = layout
    self.version = version
    self.addedDimensions = addedDimensions
    reading = ShapeReader(vocabulary: vocabulary, collector: collector, addedDimensions: addedDimensions)
      .read(root, as: .record(layout.record))
    if collector.hasErrors { return nil }
  }

  var isChanges: Bool { layout.record.keys.first?.name.english == "changes" }

  /// The tree in the words of a vocabulary.
  /// - Parameter base: The version that a file of changes builds on, in this file's words: its paths lead through it.
  func translated(to target: Vocabulary, base: VersionFile?) -> Node {
    let document = base.map { (root: $0.root, shape: Shape.record(PolicyFormat.document)) }
    return Translator(
      from: vocabulary, to: target, document: document ?? (root, .record(layout.record)),
      addedDimensions: base?.addedDimensions() ?? addedDimensions
    ).translated(root, as: .record(layout.record))
  }

  /// What it says, in English words.
  func meaning(base: VersionFile?) -> Meaning {
    if vocabulary == .english { return Meaning(reading) }
    let reader = ShapeReader(
      vocabulary: .english, collector: FindingCollector(), addedDimensions: addedDimensions)
    return Meaning(reader.read(translated(to: .english, base: base), as: .record(layout.record)))
  }
}

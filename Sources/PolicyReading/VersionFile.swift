import Findings
import Format
import PolicyModel
import SourceTree
import Values
import YAMLSyntax

/// One rule file after its YAML was read: the tree, and which kind of file it is.
package struct VersionFile {
  package let file: SourceFile
  package let root: Node
  package let vocabulary: Vocabulary
  package let isPartial: Bool
  /// It holds only changes to the version before.
  package let isChanges: Bool
  /// Sources of changed values, by path.
  let overrides: [String: CitationOverride]
  /// The files of earlier versions that it was expanded from, nearest first.
  let basedOn: [SourceFile]

  /// Reads the YAML; nil when nothing could be read.
  package init?(_ file: SourceFile, collector: FindingCollector) {
    let document = YAMLReader.read(file)
    collector.add(document.findings)
    guard let root = document.root else { return nil }
    guard root.entries != nil else {
      collector.report(
        .wrongKind, at: root.place,
        ["expected": "a mapping", "expected_zh": "映射", "found": "another value", "found_zh": "别的值"])
      return nil
    }
    let isChanges = root["changes"] != nil || root["修改"] != nil
    let shape = isChanges ? PolicyFormat.changes : PolicyFormat.document
    self.init(
      file: file, root: root, vocabulary: ShapeReader.vocabulary(of: root, shape: shape),
      isPartial: document.isPartial, isChanges: isChanges, overrides: [:], basedOn: [])
  }

  private init(
    file: SourceFile, root: Node, vocabulary: Vocabulary, isPartial: Bool, isChanges: Bool,
    overrides: [String: CitationOverride], basedOn: [SourceFile]
  ) {
    self.basedOn = basedOn
    self.file = file
    self.root = root
    self.vocabulary = vocabulary
    self.isPartial = isPartial
    self.isChanges = isChanges
    self.overrides = overrides
  }

  /// The first day in force, as far as the tree says it; decides the order of versions.
  package var firstDay: CivilDate? {
    node(at: "in_force", "from")?.scalar.flatMap { CivilDate($0.text) }
  }

  /// The region, as far as the tree says it.
  package var region: RegionCode? {
    node(at: "region")?.scalar.flatMap { RegionCode($0.text) }
  }

  /// What stands at a path of English keys, in whichever language the file writes them.
  package func node(at path: String...) -> Node? {
    path.indices.reduce(root) { node, index in
      guard let name = FormatWords.name(at: Array(path[...index])) else { return nil }
      return node?[name.english] ?? node?[name.chinese]
    }
  }

  /// The same version with its tree in the words of a vocabulary.
  package func written(as root: Node, in vocabulary: Vocabulary) -> VersionFile {
    VersionFile(
      file: file, root: root, vocabulary: vocabulary, isPartial: isPartial, isChanges: isChanges, overrides: overrides,
      basedOn: basedOn)
  }

  /// Codes of what is found when the file's names are resolved, sorted; the same for a file in other words.
  ///
  /// - Parameter base: the whole version that a file of changes builds on.
  package func codesOfFaults(on base: VersionFile?) -> [String] {
    let collector = FindingCollector()
    _ = expanded(from: base, collector: collector)?.version(collector: collector)
    return collector.findings.map(\.kind.code).sorted()
  }

  /// The whole file that this file of changes amounts to; itself when it is whole already.
  package func expanded(from base: VersionFile?, collector: FindingCollector) -> VersionFile? {
    guard isChanges else { return self }
    guard let base else {
      let key = root.entries?.first { ["changes", "修改"].contains($0.key.scalar?.text ?? "") }?.key
      collector.report(.changesWithoutBase, at: key?.place ?? root.place)
      return nil
    }
    let reading = ShapeReader(vocabulary: vocabulary, collector: collector, isPartial: isPartial)
      .read(root, as: .record(PolicyFormat.changes))
    let applied = ChangeApplication(collector: collector).apply(reading, of: root, to: base.root)
    return VersionFile(
      file: file, root: applied.root, vocabulary: base.vocabulary, isPartial: isPartial, isChanges: false,
      overrides: base.overrides.merging(applied.overrides) { _, new in new },
      basedOn: [base.file] + base.basedOn)
  }

  /// The typed version; nil when the file is not complete enough to have one.
  func version(collector: FindingCollector) -> RegionVersion? {
    let subjects = questionSubjects()
    let assumed = subjects.values.map { ($0.figures, CitationOverride(citation: nil, isAssumed: true)) }
    let reader = ShapeReader(
      vocabulary: vocabulary, collector: collector, isPartial: isPartial, requiresSources: true,
      addedDimensions: addedDimensions(),
      overrides: overrides.merging(assumed) { old, _ in CitationOverride(citation: old.citation, isAssumed: true) })
    let reading = reader.read(root, as: .record(PolicyFormat.document))
    checkQuestions(reading, subjects, collector: collector)
    let builder = VersionBuilder(
      collector: collector, vocabulary: vocabulary, isPartial: isPartial,
      listedSources: (root["sources"] ?? root["依据"])?.entries?.count ?? .max,
      citedByChanges: Set(overrides.values.compactMap(\.citation?.source)), subjects: subjects)
    return builder.build(reading, file: file, basedOn: basedOn)
  }

  /// The file's attributes, which its tables may go by; faults among them are reported when the whole file is read.
  package func addedDimensions() -> [DimensionShape] {
    guard let section = root["attributes"] ?? root["属性"] else { return [] }
    let ignored = FindingCollector()
    let reading = ShapeReader(vocabulary: vocabulary, collector: ignored)
      .read(section, as: AdditionFormat.attributes)
    return AdditionBuilder(collector: ignored, isPartial: isPartial).attributes(reading).map { Dimension($0).shape }
  }

  /// What the open questions are about, by their paths.
  private func questionSubjects() -> [String: QuestionSubject] {
    let items = (root["open_questions"] ?? root["待定问题"])?.items ?? []
    let paths = items.compactMap { ($0["at"] ?? $0["位置"])?.scalar?.text }
    return Dictionary(paths.map { ($0, QuestionSubject($0, in: root)) }, uniquingKeysWith: { first, _ in first })
  }

  private func checkQuestions(
    _ reading: Reading, _ subjects: [String: QuestionSubject], collector: FindingCollector
  ) {
    if isPartial { return }
    for item in reading["open_questions"]?.items ?? [] {
      guard let at = item["at"], let path = at.text, subjects[path]?.place == nil else { continue }
      collector.report(.openQuestionPath, at: at.place, ["path": path])
    }
  }
}

extension [VersionFile] {
  /// By their first days; files of the same day, or of none, by path.
  package var inOrder: [VersionFile] {
    sorted {
      ($0.firstDay?.dayNumber ?? .min, $0.file.path) < ($1.firstDay?.dayNumber ?? .min, $1.file.path)
    }
  }
}

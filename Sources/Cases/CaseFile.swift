import Findings
import Format
import PolicyReading
import SourceTree
import YAMLSyntax

/// A golden case: a claim, and what it has to come to.
package struct GoldenCase {
  package let name: String
  package let place: Place
  /// The claim as a tree, the file's common fields filled in.
  package let claim: Node
  package let after: Reading?
  let expected: Reading?
  let expectedStanding: Reading?
  let expectedError: Reading?
  /// A question to the fund side instead of a claim, and what its answer holds.
  let fund: FundCase?
  let expectedAnswer: Reading?
  let expectedTables: Reading?
  /// Nobody has confirmed the expected results yet.
  package let isUnconfirmed: Bool
}

/// A file of golden cases after reading.
package struct CaseFile {
  package let file: SourceFile
  package let title: String
  /// Folder of the rules the cases are about.
  package let policies: String
  package let cases: [GoldenCase]
  /// Each case goes on from the accounts of those before.
  let carriesAccounts: Bool

  /// The names with those of all cases that they go on from.
  func withEarlier(_ names: Set<String>) -> Set<String> {
    if carriesAccounts { return Set(cases.map(\.name)) }
    var wanted = names
    // A case goes on from an earlier one only, so one pass from the end is enough.
    for item in cases.reversed() where wanted.contains(item.name) {
      if let name = item.after?.text { wanted.insert(name) }
    }
    return wanted
  }

  package static func read(_ file: SourceFile, collector: FindingCollector) -> CaseFile? {
    let document = YAMLReader.read(file)
    collector.add(document.findings)
    guard let written = document.root else { return nil }
    let shape = Shape.record(CaseFormat.document)
    let vocabulary = ShapeReader.vocabulary(of: written, shape: CaseFormat.document)
    let reading = ShapeReader(vocabulary: vocabulary, collector: collector, isPartial: document.isPartial)
      .read(written, as: shape)
    // Claims are read as messages are, which have English names only.
    let root = Translator(from: vocabulary, to: .english, document: (written, shape)).translated(written, as: shape)
    guard let title = reading["title"]?.text, let policies = reading["policies"]?.text else { return nil }
    let nodes = root["cases"]?.items ?? []
    let common = root["given"]?.entries ?? []
    let cases = zip(reading["cases"]?.items ?? [], nodes).compactMap { item, node in
      goldenCase(item, node, common, collector)
    }
    checkNames(cases, collector)
    return CaseFile(
      file: file, title: title, policies: joined(FilePath.folder(of: file.path), policies), cases: cases,
      carriesAccounts: reading["carry_accounts"].map(isTrue) ?? false)
  }

  private static func goldenCase(_ item: Reading, _ node: Node, _ common: [Entry], _ collector: FindingCollector)
    -> GoldenCase?
  {
    guard let name = item["name"]?.text else { return nil }
    if ["expect", "expect_standing", "expect_answer", "expect_tables", "expect_error"].allSatisfy({ item[$0] == nil }) {
      collector.report(.caseExpectsNothing, at: item.place)
    }
    let own = node["claim"]?.entries ?? []
    let names = Set(own.compactMap { $0.key.scalar?.text })
    let entries = own + common.filter { !names.contains($0.key.scalar?.text ?? "") }
    return GoldenCase(
      name: name, place: item["name"]?.place ?? item.place, claim: Node(.mapping(entries), at: item.place),
      after: item["after"], expected: item["expect"],
      expectedStanding: item["expect_standing"], expectedError: item["expect_error"],
      fund: FundCase(item["ask"], node["ask"]), expectedAnswer: item["expect_answer"],
      expectedTables: item["expect_tables"],
      isUnconfirmed: item["to_confirm"].map(isTrue) ?? false)
  }

  private static func isTrue(_ reading: Reading) -> Bool {
    if case .scalar(.flag(true)) = reading.value { true } else { false }
  }

  private static func checkNames(_ cases: [GoldenCase], _ collector: FindingCollector) {
    for (index, item) in cases.enumerated() {
      if let first = cases[..<index].first(where: { $0.name == item.name }) {
        collector.report(.duplicateCase, at: item.place, related: first.place, ["name": item.name])
      }
    }
  }

  /// A path relative to a folder, `..` resolved as far as it goes.
  private static func joined(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty { return path }
    var parts = folder.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case ".." where !parts.isEmpty && parts.last != ".." && parts.last != "." && parts.last != "": parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}

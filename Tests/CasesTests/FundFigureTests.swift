import Cases
import Findings
import PolicyModel
import Registry
import SourceTree
import TestSupport
import Testing
import YAMLSyntax

/// Figures and words of the fund side are changed in the rule file, one by one; some case has to notice each.
@Suite struct FundFigureTests {
  private static let sections = [
    "prepayment", "reconciliation", "clearing", "cost_inquiry", "deadlines", "operations",
  ]

  @Test func eachFigureOfTheFundSideHasACaseThatNoticesItsChange() throws {
    let collector = FindingCollector()
    let folder = PolicyFolder.read(Repository.path("policies"), catalogue: nil, collector: collector)
    let cases = try ["clearing", "reconciliation", "prepayment", "inquiry", "deadlines", "report"].map { name in
      let source = try #require(
        PolicyFolder.load(Repository.path("examples/fund/\(name).cases.yaml"), collector: collector))
      return try #require(CaseFile.read(source, collector: collector))
    }
    #expect(!collector.hasErrors)
    #expect(FundFigureTests.fails(cases, folder) == false, "the cases hold as the rules are")
    var count = 0
    for (index, file) in folder.rules.enumerated() {
      for change in FundFigureTests.changes(of: file) {
        count += 1
        let isNoticed = change.texts.contains { text in
          var rules = folder.rules
          rules[index] = SourceFile(path: file.path, bytes: Array(text.utf8))
          return FundFigureTests.fails(cases, PolicyFolder(rules: rules, catalogue: folder.catalogue))
        }
        #expect(isNoticed, "no case notices \(file.path):\(change.place.start.line) \(change.name)")
      }
    }
    #expect(count > 150)
  }

  private static func fails(_ cases: [CaseFile], _ folder: PolicyFolder) -> Bool {
    let rules = RulesOnDemand(folder, collector: FindingCollector(), includesDrafts: true)
    let runner = CaseRunner(source: rules)
    for file in cases {
      var isFailed = false
      runner.visit(file) { outcome in
        isFailed = !outcome.isPassed
        return !isFailed
      }
      if isFailed { return true }
    }
    return false
  }

  private struct Change {
    let name: String
    let place: Place
    /// The file with the value changed, in each way that is tried.
    let texts: [String]
  }

  private static func changes(of file: SourceFile) -> [Change] {
    guard let root = YAMLReader.read(file).root else { return [] }
    return sections.flatMap { section in
      root[section].map { leaves(of: $0, [section]) } ?? []
    }.compactMap { leaf in
      let texts = others(leaf.scalar, leaf.path).map { replaced(leaf.node, by: $0, in: file) }
      return texts.isEmpty ? nil : Change(name: leaf.path.joined(separator: "."), place: leaf.node.place, texts: texts)
    }
  }

  private static func leaves(of node: Node, _ path: [String]) -> [(path: [String], node: Node, scalar: Scalar)] {
    switch node.content {
    case .scalar(let scalar): [(path, node, scalar)]
    case .sequence(let items): items.flatMap { leaves(of: $0, path) }
    case .mapping(let entries):
      entries.flatMap { entry -> [(path: [String], node: Node, scalar: Scalar)] in
        let key = entry.key.scalar?.text ?? ""
        return ["source", "title", "by"].contains(key) && path[0] != "operations" || ["source", "title"].contains(key)
          ? [] : leaves(of: entry.value, path + [key])
      }
    }
  }

  /// Other values that the format allows at the same place.
  private static func others(_ scalar: Scalar, _ path: [String]) -> [String] {
    let text = scalar.text
    if text.hasSuffix("%"), let number = Int(text.dropLast()) { return ["\(number - 1)%", "\(number + 1)%"] }
    if let number = Int(text) { return ["\(number + 1)", "\(max(1, number - 1))"].filter { $0 != text } }
    if text == "2025-12-31" { return ["\"2025-12-30\""] }
    switch text {
    case "red": return ["yellow"]
    case "treatment": return ["home"]
    case "next_period": return ["taken_as_correct"]
    case "taken_as_correct": return ["next_period"]
    case "inpatient": return ["outpatient"]
    case "funds", "total":
      return path.contains("requires") ? [] : ["cash", "account"]
    default: return path.last == "after" ? [text == "settled" ? "month_end" : "settled"] : []
    }
  }

  private static func replaced(_ node: Node, by text: String, in file: SourceFile) -> String {
    var lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map { Array($0.unicodeScalars) }
    let (line, start, end) = (node.place.start.line - 1, node.place.start.column - 1, node.place.end.column - 1)
    lines[line].replaceSubrange(start..<end, with: Array(text.unicodeScalars))
    return lines.map { line in String(String.UnicodeScalarView(line)) }.joined(separator: "\n")
  }
}

import Findings
import Format
import FundDesk
import Records
import Registry
import TestSupport
import Values

/// The rules of the repository, and questions asked of them.
enum FundBook {
  static let whole = FundRuleBook(
    RulesOnDemand(
      PolicyFolder.read(Repository.path("policies"), catalogue: nil, collector: FindingCollector()),
      collector: FindingCollector(), includesDrafts: false))

  /// Rules of the nation, or of another folder beside them, with one text replaced, also in the code lists.
  static func nation(_ region: String = "100000-national", replacing old: String, by new: String) -> FundRuleBook {
    let folder = PolicyFolder.read(Repository.path("policies"), catalogue: nil, collector: FindingCollector())
    func changed(_ file: SourceFile) -> SourceFile {
      let text = String(decoding: file.bytes, as: UTF8.self).replacing(old, with: new)
      return SourceFile(path: file.path, bytes: Array(text.utf8))
    }
    let rules = folder.rules.filter { file in ["100000-national", region].contains { file.path.contains($0) } }
    return FundRuleBook(
      RulesOnDemand(
        PolicyFolder(rules: rules.map(changed), catalogue: folder.catalogue.map(changed)),
        collector: FindingCollector(), includesDrafts: false))
  }

  static func records(_ lines: [String]) -> RecordSource {
    .text(name: "records", bytes: Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  static func ask(_ question: some FundQuestion, _ book: FundRuleBook = whole) throws -> (
    answer: [AnswerRecord], codes: [String]
  ) {
    let (list, collector) = (AnswerList(), FindingCollector())
    try question.answer(book, to: list, collector: collector)
    return (list.records, collector.findings.map(\.kind.code))
  }
}

extension [AnswerRecord] {
  func of(_ table: String) -> [AnswerRecord] { filter { $0.kind.name.english == table } }

  /// The codes of the records that were refused.
  var refusals: [String] { of("refused").map { $0.text(of: "code", in: .english) } }
}

extension AnswerRecord {
  func fen(_ name: String) -> Int64 {
    guard case .fen(let fen)? = kind.index(of: name).flatMap({ values[$0] }) else { return 0 }
    return fen.count
  }

  func word(_ name: String) -> String { text(of: name, in: .english) }
}

import Findings
import Format
import FundDesk
import Host
import JSONSyntax
import PolicyModel
import Records
import SourceTree
import Values

/// The part of a case that asks the rules of the fund side: a question with its records, and what the answer holds.
struct FundCase {
  let kind: FundQuestionKind
  let request: FundRequest
  let place: Place

  /// The one question that a case asks; nil when it asks none.
  ///
  /// - Parameter node: the same, keys in English.
  init?(_ reading: Reading?, _ node: Node?) {
    guard let reading, case .record(let asked) = reading.value,
      let kind = FundQuestions.all.first(where: { asked[$0.name.english] != nil }),
      let options = asked[kind.name.english], let written = node?[kind.name.english]
    else { return nil }
    self.kind = kind
    place = options.place
    var inputs: [String: RecordSource] = [:]
    for input in kind.inputs {
      guard let items = written[input.name.english]?.items else { continue }
      let text = items.map { $0.jsonText + "\n" }.joined()
      inputs[input.name.english] = .text(name: input.name.english, bytes: Array(text.utf8))
    }
    request = FundRequest(options: options, inputs: inputs)
  }

  /// What the question asks for and over, by its command's name.
  static let shape = Shape.record(
    RecordShape(
      Word("question", "提问"),
      FundQuestions.all.map { kind in
        let inputs = kind.inputs.map { input in
          Key(
            input.name.english, input.name.chinese,
            .list(ListShape(CaseFormat.optional(.record(input.kind.shape)), minimumCount: 0)),
            required: input.isRequired, meaning: input.meaning)
        }
        return Key(
          kind.name.english, kind.name.chinese, .record(RecordShape(kind.name, kind.options + inputs)),
          meaning: Word("as `policy \(kind.name.english)` asks it", "同 policy \(kind.name.english)"))
      }))

  /// The records of the answer, and what was found on the way.
  func run(_ book: FundRuleBook) -> (answer: [AnswerRecord], findings: [Finding]) {
    let collector = FindingCollector()
    let answers = AnswerList()
    do {
      try kind.question(request)?.answer(book, to: answers, collector: collector)
    } catch {
      collector.report(.spillFailed, at: place, ["reason": error.reason])
    }
    return (answers.records, collector.findings)
  }
}

/// Compares the records of an answer with those that a case expects.
struct AnswerComparison {
  let answer: [AnswerRecord]
  let collector: FindingCollector

  /// Each expected record is met by one of its table that comes after those met before; only what it names is compared.
  func compare(records expected: Reading) {
    var next: [String: Int] = [:]
    for item in expected.items {
      let fields = Dictionary(
        item.named.map { ($0.id, $0.reading) }, uniquingKeysWith: { first, _ in first })
      let table = fields["table"]?.text ?? ""
      let candidates = answer.indices.filter { answer[$0].kind.name.english == table && $0 >= next[table] ?? 0 }
      if let found = candidates.first(where: { differences(item, answer[$0]).isEmpty }) {
        next[table] = found + 1
      } else if let closest = candidates.min(by: {
        differences(item, answer[$0]).count < differences(item, answer[$1]).count
      }) {
        for difference in differences(item, answer[closest]) {
          collector.report(
            .caseMismatch, at: difference.reading.place,
            ["path": "/\(table)/\(difference.name)", "expected": difference.expected, "found": difference.found])
        }
      } else {
        let tables = Set(answer.map(\.kind.name.english)).sorted().joined(separator: ", ")
        collector.report(.casePathMissing, at: item.place, ["path": "/\(table)", "suggestion": tables])
      }
    }
  }

  /// How many records of each table there are.
  func compare(counts expected: Reading) {
    for named in expected.named {
      let count = answer.count { $0.kind.name.english == named.id }
      guard case .scalar(.integer(let wanted)) = named.reading.value, wanted != count else { continue }
      collector.report(
        .caseMismatch, at: named.reading.place,
        ["path": "/\(named.id)", "expected": "\(wanted)", "found": "\(count)"])
    }
  }

  private struct Difference {
    let name: String
    let reading: Reading
    let expected: String
    let found: String
  }

  private func differences(_ expected: Reading, _ record: AnswerRecord) -> [Difference] {
    expected.named.compactMap { named in
      guard named.id != "table" else { return nil }
      let wanted = named.reading.text ?? ""
      let value = record.kind.index(of: named.id).flatMap { record.values[$0] }
      let found = value.map { AnswerRecord.text($0, in: .english) } ?? ""
      if wanted == found || AnswerComparison.isSameAmount(wanted, value) { return nil }
      return Difference(name: named.id, reading: named.reading, expected: wanted, found: found.isEmpty ? "—" : found)
    }
  }

  /// `1300` says the same as `1300.00`.
  private static func isSameAmount(_ text: String, _ value: AnswerRecord.Value?) -> Bool {
    guard case .fen(let fen) = value else { return false }
    let digits = text.hasPrefix("-") ? String(text.dropFirst()) : text
    guard let count = try? DecimalText.scaled(digits, decimals: 2) else { return false }
    return fen.count == (text.hasPrefix("-") ? -count : count)
  }
}

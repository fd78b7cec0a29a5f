import Findings
import Format
import Records
import Values

/// An answer as tables for people: one for each kind of record, columns that say nothing left out.
struct AnswerTables {
  let answer: [AnswerRecord]
  let options: LanguageOptions

  init(_ answer: [AnswerRecord], options: LanguageOptions) {
    self.answer = answer
    self.options = options
  }

  var text: String {
    kinds.map { kind in
      let records = answer.filter { $0.kind.name == kind.name }
      let shown = kind.keys.indices.filter { index in records.contains { $0.values[index] != nil } }
      var table = TextTable(
        columns: shown.map { index in
          .init(name(kind.keys[index].name), isNumber(index, records) ? .right : .left)
        }, indentation: 2)
      for record in records {
        table.append(shown.map { index in record.values[index].map(cell) ?? "" })
      }
      return "■ \(name(kind.name))\n" + table.rendered() + "\n"
    }.joined()
  }

  /// In the order in which they come first.
  private var kinds: [RecordKind] {
    var seen: Set<String> = []
    return answer.map(\.kind).filter { seen.insert($0.name.english).inserted }
  }

  private func name(_ word: Word) -> String { options.say(word.chinese, word.english) }

  private func isNumber(_ index: Int, _ records: [AnswerRecord]) -> Bool {
    records.contains { record in
      switch record.values[index] {
      case .fen, .count, .percent: true
      default: false
      }
    }
  }

  private func cell(_ value: AnswerRecord.Value) -> String {
    if case .fen(let fen) = value { return fen.grouped }
    return AnswerRecord.text(value, in: options.language)
  }
}

import Findings
import Format

extension AnswerRecord {
  /// The names of the columns, as the first row of a CSV file; with line end.
  package static func csvHeader(of kind: RecordKind, in language: Language) -> String {
    csv(kind.keys.map { $0.name.text(in: language == .chinese ? .chinese : .english) })
  }

  /// A row of a CSV file; with line end.
  package func csvRow(in language: Language) -> String {
    AnswerRecord.csv(values.map { $0.map { AnswerRecord.text($0, in: language) } ?? "" })
  }

  private static func csv(_ fields: [String]) -> String {
    fields.map { field in
      guard field.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return field }
      return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }.joined(separator: ",") + "\r\n"
  }
}

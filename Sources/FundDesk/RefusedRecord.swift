import Findings
import Format
import Records

/// A record that a question could not take: where it is, and why.
package struct RefusedRecord: Sendable {
  package static let kind = RecordKind(
    Word("refused", "不能处理"),
    [
      Key("file", "文件", .scalar(.wireText), required: true, meaning: Word("file of the record", "记录所在的文件")),
      Key("line", "行", .scalar(.integer), required: true, meaning: Word("line of the record", "记录所在的行")),
      Key("id", "编号", .scalar(.wireText), meaning: Word("id of the record", "记录的编号")),
      Key("code", "代码", .scalar(.wireText), required: true, meaning: Word("code of the finding", "问题代码")),
      Key("reason", "原因", .scalar(.wireText), required: true, meaning: Word("what is wrong", "什么不对")),
      Key("help", "改法", .scalar(.wireText), meaning: Word("what to write instead", "应当怎样写")),
      Key("pointer", "位置", .scalar(.wireText), meaning: Word("the field, as a JSON pointer", "字段，JSON 指针")),
    ])

  package let file: String
  package let line: Int
  package let id: String?
  package let finding: Finding

  package init(file: String, line: Int, id: String?, _ finding: Finding) {
    self.file = file
    self.line = line
    self.id = id
    self.finding = finding
  }

  /// Worded in Chinese, as settlements that fail are.
  package var record: AnswerRecord {
    AnswerRecord(
      RefusedRecord.kind,
      [
        .text(file), .count(line), id.map { .text($0) }, .text(finding.kind.code),
        .text(finding.message(in: .chinese)), .text(finding.help(in: .chinese)),
        finding.place?.pointer.map { .text($0) },
      ])
  }
}

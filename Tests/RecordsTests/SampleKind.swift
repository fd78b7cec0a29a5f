import Findings
import Format
import Records

/// A kind with a key of every form.
enum Sample {
  static let kind = RecordKind(
    Word("sample", "样本"),
    [
      Key("id", "编号", .scalar(.wireText), required: true, meaning: Word("id", "编号")),
      Key("place", "区划", .scalar(.regionCode), required: true, meaning: Word("place", "区划")),
      Key("code", "代码", .scalar(.nationalCode), meaning: Word("code", "代码")),
      Key("day", "日期", .scalar(.wireDate), meaning: Word("day", "日期")),
      Key("amount", "金额", .scalar(.wireMoney), meaning: Word("amount", "金额")),
      Key("count", "次数", .scalar(.integer), meaning: Word("count", "次数")),
      Key("done", "已办", .scalar(.flag), meaning: Word("done", "已办")),
      Key(
        "kind", "类型", .choice(ChoiceShape(Word("kind", "类型"), [Word("paid", "已付"), Word("open", "未付")])),
        meaning: Word("kind", "类型")),
    ])

  static func lines(_ bytes: [UInt8], name: String = "sample.ndjson") -> (lines: [RecordLine], isWhole: Bool) {
    var lines: [RecordLine] = []
    let isWhole = RecordReader(kind).forEach(of: .text(name: name, bytes: bytes)) { lines.append($0) }
    return (lines, isWhole)
  }
}

extension RecordLine {
  var record: Record? {
    if case .record(let record) = self { record } else { nil }
  }

  var findings: [Finding] {
    if case .refused(_, _, let findings) = self { findings } else { [] }
  }

  /// Everything about it, for comparing.
  var told: String {
    switch self {
    case .record(let record): "\(record.line) \(record.values)"
    case .refused(_, let line, let findings):
      "\(line) "
        + findings.map { finding in
          let place = finding.place.map { "\($0.start)-\($0.end) \($0.pointer ?? "")" } ?? ""
          return "\(finding.kind.code) \(place) \(finding.message(in: .english))"
        }.joined(separator: "; ")
    }
  }
}

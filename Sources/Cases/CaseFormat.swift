import Claims
import Format

/// The one description of a file of golden cases.
package enum CaseFormat {
  package static let document = RecordShape(
    Word("cases", "案例"),
    [
      Key(
        "format", "格式", .choice(ChoiceShape(Word("format version", "格式版本"), [Word("1", "1")])), required: true,
        meaning: Word("version of this file format", "案例文件格式的版本")),
      Key("title", "名称", .scalar(.text), required: true, meaning: Word("what the cases are about", "案例的内容")),
      Key(
        "policies", "规则", .scalar(.text), required: true,
        meaning: Word("folder of the rules, relative to this file", "规则文件夹，相对于本文件")),
      Key(
        "carry_accounts", "接续累计", .scalar(.flag),
        meaning: Word(
          "whether the cases are one series, each going on from the accounts of the ones before, refunds included",
          "各案例是否按顺序接续累计，包括退费")),
      Key(
        "given", "共同条件", .record(request),
        meaning: Word("claim fields of every case", "每个案例共有的字段")),
      Key("cases", "案例", .list(ListShape(.record(goldenCase))), required: true, meaning: Word("the cases", "案例")),
    ])

  private static let goldenCase = RecordShape(
    Word("case", "案例"),
    [
      Key("name", "名称", .scalar(.text), required: true, meaning: Word("name, unique in the file", "名称，文件内不重复")),
      Key(
        "basis", "性质",
        .choice(ChoiceShape(Word("basis", "性质"), [Word("published", "已公布"), Word("derived", "推算")])), required: true,
        meaning: Word("figures somebody published, or derived from the rules by us", "别人公布的数字，还是我们按规定推算的")),
      Key(
        "to_confirm", "待确认", .scalar(.flag),
        meaning: Word(
          "nobody has confirmed the expected results yet; the case does not pass until this key is removed",
          "期望的结果还没有人核对；去掉这个键以前，案例不算通过")),
      Key("source", "出处", .scalar(.text), required: true, meaning: Word("where the figures come from", "数字的来历")),
      Key(
        "after", "接", .scalar(.text), meaning: Word("earlier case whose accounts this one goes on from", "接着哪个案例的累计")),
      Key(
        "ask", "提问", FundCase.shape,
        meaning: Word("a question to the rules of the fund side, instead of a claim", "向基金侧规则提问，不写请求")),
      Key("claim", "请求", .record(request), meaning: Word("claim fields of this case", "本案例的字段")),
      Key(
        "expect", "期望", .record(optional(SettlementFormat.document)),
        meaning: Word("parts of the settlement; what is left out is not checked", "结算结果的一部分；没写的不检查")),
      Key(
        "expect_standing", "期望备案类型", .record(optional(StandingFormat.document)),
        meaning: Word("parts of the standing alone; the claim is not settled", "备案类型的认定结果的一部分；不结算")),
      Key(
        "expect_answer", "期望答复", .list(ListShape(answerRecord, minimumCount: 0)),
        meaning: Word(
          "records that the answer to `ask` holds, those of a table in this order; what is left out is not checked",
          "提问的答复里应有的记录，同一张表的按此顺序；没写的不检查")),
      Key(
        "expect_tables", "期望条数", .dictionary(DictionaryShape(Word("tables", "各表"), .scalar(.integer))),
        meaning: Word("how many records of each table the answer holds", "答复里各表有几条记录")),
      Key("expect_error", "期望错误", .scalar(.text), meaning: Word("code of the error the claim must give", "应当出现的错误代码")),
    ])

  /// A flat record: the name of its table and some of its values.
  private static let answerRecord = Shape.dictionary(
    DictionaryShape(Word("record", "记录"), .scalar(.anything)))

  /// A claim or a refund.
  private static let request = optional(
    RecordShape(
      ClaimFormat.document.title,
      ClaimFormat.document.keys
        + RefundFormat.document.keys.filter { ClaimFormat.document.key($0.name.english) == nil }))

  /// The same record with nothing required, at any depth.
  private static func optional(_ record: RecordShape) -> RecordShape {
    RecordShape(
      record.title, record.keys.map { Key($0.name.english, $0.name.chinese, optional($0.shape), meaning: $0.meaning) })
  }

  static func optional(_ shape: Shape) -> Shape {
    switch shape {
    case .record(let record): .record(optional(record))
    default: shape
    }
  }
}

import Format
import PolicyModel

/// One filing of a person on the wire.
enum FilingRecordFormat {
  static let shape = RecordShape(
    Word("filing", "备案"),
    [
      ClaimFormat.text("filing_id", "备案编号", "id; returned with the answer", "备案编号，随结果返回"),
      Key(
        "kind", "备案类别",
        .choice(
          ChoiceShape(
            Word("kind of filing", "备案类别"),
            Dimension.reason.values.filter { FilingRules.kindNames.contains($0.id) }.map { Word($0.id, $0.chinese) })),
        required: true, meaning: Word("kind of filing", "备案类别")),
      Key(
        "sub_kind", "人员",
        .choice(ChoiceShape(Word("kind of person", "人员"), FilingRules.subKinds.map { Word($0.id, $0.chinese) })),
        meaning: Word("kind of person", "备案人员的类别")),
      ClaimFormat.date("filed_on", "备案日期", "day on which it was made", "办理备案的日期", required: true),
      ClaimFormat.date(
        "begndate", "开始日期",
        "first day; the day it was made when left out, so one made afterwards for a visit has to tell it",
        "生效日期；不写为备案日期，事后补办的要写"),
      ClaimFormat.date("enddate", "结束日期", "last day that was registered", "登记的截止日期"),
      Key(
        "areas", "备案就医地", .list(ListShape(.scalar(.regionCode))), required: true,
        meaning: Word("places it was made for", "备案的就医地区划")),
      Key(
        "institutions", "定点医药机构", .list(ListShape(.scalar(.wireText))),
        meaning: Word("institutions it names, for chronic diseases", "慢特病备案的定点医疗机构")),
      Key(
        "diseases", "病种", .list(ListShape(.scalar(.nationalCode))),
        meaning: Word("diseases it is for", "慢特病备案的病种")),
      ClaimFormat.code("insutype", "险种类型", "insurance it was made under", "备案时的险种"),
      ClaimFormat.text("emp_no", "单位编号", "employer when it was made", "备案时的单位"),
      Key(
        "promised", "承诺制", .scalar(.flag),
        meaning: Word("whether papers were promised instead of brought", "是否以个人承诺方式办理")),
      ClaimFormat.date("papers_on", "补齐材料日期", "day on which the papers came in", "补齐材料的日期"),
      ClaimFormat.date("ended_on", "终止日期", "first day on which it no longer holds", "取消后不再有效的第一天"),
      Key(
        "agreed", "经同意补办", .scalar(.flag),
        meaning: Word("whether the bureau agreed to its being made late", "经办机构是否同意补办")),
    ])
}

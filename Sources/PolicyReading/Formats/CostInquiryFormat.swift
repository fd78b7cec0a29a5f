import Format
import PolicyModel

/// The part of the description about costs that are looked into.
enum CostInquiryFormat {
  static let shape = Shape.record(
    RecordShape(
      Word("cost inquiry", "费用协查"),
      [
        OperationsFormat.visits(Word("kinds of visit", "哪些就医的费用")),
        Key(
          "from_total", "起点", table(Word("total", "费用总额"), .scalar(.money)), required: true,
          meaning: Word("total of a visit from which on it can be inquired into", "一次就医的总费用达到多少")),
        Key(
          "period_starts", "期起日", .scalar(.dayOfMonth), required: true,
          meaning: Word(
            "day of a month on which a period of applications begins; it ends the day before in the next",
            "一期从上月几日起，到本月前一日止")),
        Key(
          "answered_by", "办结日", .scalar(.dayOfMonth), required: true,
          meaning: Word("day of the month after the period's end", "次月几日前办结")),
        Key(
          "confirmed_within", "确认期限", FundFormat.allowance, required: true,
          meaning: Word("for the place of insurance, after the answer", "参保地收到结果后多久确认")),
        Key(
          "completed_within", "补充期限", FundFormat.allowance,
          meaning: Word("for completing an application; nobody says when left out", "信息不全的多久补全；不写为没有规定")),
        Key(
          "requires", "必要信息",
          .list(
            ListShape(
              PlanFormat.ruling("item", "信息", CostInquiryRules.Item.allCases.map { ($0.rawValue, $0.chinese) }))),
          required: true, meaning: Word("what an application names", "申请时必须提交的信息")),
        Key(
          "overdue", "逾期",
          table(
            Word("overdue", "逾期"),
            PlanFormat.ruling(
              "overdue", "逾期", CostInquiryRules.Overdue.allCases.map { ($0.rawValue, $0.chinese) })),
          required: true, meaning: Word("what becomes of what is not answered in time", "逾期没有办结的怎样处理")),
        PlanFormat.source,
      ]))

  private static func table(_ title: Word, _ leaf: Shape) -> Shape {
    .table(TableShape(title, leaf: leaf, dimensions: [Dimension.distance.shape]))
  }
}

/// The part of the description about goals of direct settlement.
enum OperationsFormat {
  static let shape = Shape.dictionary(
    DictionaryShape(
      Word("goals", "运行目标"),
      .record(
        RecordShape(
          Word("goal", "目标"),
          [
            Key("title", "名称", .scalar(.text), required: true, meaning: Word("what it is about", "目标的名称")),
            visits(Word("kinds of visit that count", "按哪些就医计算")),
            Key(
              "direct_at_least", "直接结算率", .scalar(.ratio), required: true,
              meaning: Word("share of person-times settled directly", "直接结算人次占全部人次的比例至少多少")),
            Key("by", "期限", .scalar(.citedDate), required: true, meaning: Word("to be reached by", "何时达到")),
            PlanFormat.source,
          ]))))

  static func visits(_ meaning: Word) -> Key {
    let words = ChoiceShape(Word("visit", Dimension.visit.chinese), Dimension.visit.shape.values, needsSource: true)
    return Key("visits", Dimension.visit.chinese, .list(ListShape(.choice(words))), required: true, meaning: meaning)
  }
}

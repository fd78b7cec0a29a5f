import Format
import PolicyModel

/// The part of the description about deadlines.
enum DeadlineFormat {
  static let shape = Shape.dictionary(
    DictionaryShape(
      Word("deadlines", "期限"),
      .variants([
        deadline(
          Word("time allowed", "期限"),
          Key(
            "within", "期限", FundFormat.allowance, required: true,
            meaning: Word("counted from the day after the event", "从事件的次日起算"))),
        deadline(
          Word("day of the month", "当月某日"),
          Key(
            "month_day", "当月日", .scalar(.dayOfMonth), required: true,
            meaning: Word("day of the event's month; 31 is its last", "事件当月的几日前，31 为月底"))),
        deadline(
          Word("day of the next month", "次月某日"),
          Key(
            "next_month_day", "次月日", .scalar(.dayOfMonth), required: true,
            meaning: Word("day of the month after the event's; 31 is its last", "次月的几日前，31 为月底"))),
        deadline(
          Word("end of a month", "月底"),
          Key(
            "month_end", "月底", .scalar(.monthOfYear), required: true,
            meaning: Word("the month, the first time it ends on or after the event", "几月底前"))),
      ])))

  /// The due day comes first: it tells the variants apart.
  private static func deadline(_ title: Word, _ due: Key) -> RecordShape {
    RecordShape(
      title,
      [
        due,
        Key("title", "名称", .scalar(.text), required: true, meaning: Word("what has to be done", "要办什么")),
        Key(
          "after", "事件",
          PlanFormat.ruling("event", "事件", DeadlineEvent.allCases.map { ($0.rawValue, $0.chinese) }), required: true,
          meaning: Word("what it begins with", "从什么起算")),
        PlanFormat.source,
      ])
  }
}

/// Findings about rules of the fund side.
extension FindingKind {
  package static let monthsReversed = FindingKind(
    "P0501",
    zh: .init("止月 {to} 在起月 {from} 之前", help: "两个月份都是上年的，起月在前", why: "没有这样的月份，就没有平均值"),
    en: .init(
      "the last month {to} is before the first, {from}",
      help: "both are months of the year before, the earlier one first",
      why: "without months there is no mean"))
  package static let warningsReversed = FindingKind(
    "P0502",
    zh: .init("红色预警 {red} 低于黄色预警 {yellow}", help: "红色预警的使用率不低于黄色预警", why: "否则黄色预警永远不会出现"),
    en: .init(
      "the red warning {red} is below the yellow one, {yellow}", help: "the red one is not below the yellow one",
      why: "there would never be a yellow warning"))
  package static let madeBeforeDeclared = FindingKind(
    "P0503",
    zh: .init("清算表 {made} 日生成，早于申报截止的 {declared} 日", help: "生成日不早于申报截止日", why: "还没有申报完的结算会漏在清算表之外"),
    en: .init(
      "the tables are made on day {made}, before day {declared} until which is declared",
      help: "make them no earlier than the last day of declaring", why: "what is declared in between would be left out")
  )
  package static let periodStartsLate = FindingKind(
    "P0504",
    zh: .init("一期从 {day} 日起，不是每个月都有这一天", help: "写 1 到 28", why: "二月没有这一天，期间就会有空缺"),
    en: .init(
      "a period begins on day {day}, which not every month has", help: "write 1 to 28",
      why: "February would leave a hole between two periods"))
  package static let writtenTwice = FindingKind(
    "P0505",
    zh: .init("“{word}”写了两次", help: "删去一个", why: "相加的金额写两次就会算两次"),
    en: .init(
      "`{word}` is written twice", help: "delete one of them", why: "an amount that is named twice would count twice"))

  package static let fundRuleKinds: [FindingKind] = [
    monthsReversed, warningsReversed, madeBeforeDeclared, periodStartsLate, writtenTwice,
  ]
}

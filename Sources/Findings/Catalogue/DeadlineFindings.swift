/// Findings about holidays and deadlines.
extension FindingKind {
  package static let holidayUnclear = FindingKind(
    "R0501",
    zh: .init("{from} 至 {to} 不是 {year} 年的假期", help: "写这一年的日期，起日在前；元旦假期可以从上年 12 月开始", why: "假期写错一天，期限就错一天"),
    en: .init(
      "{from} to {to} is no holiday of {year}",
      help: "write days of that year, the first one first; the first holiday may begin in December",
      why: "one wrong day makes every deadline wrong"))
  package static let workedDayUnclear = FindingKind(
    "R0502",
    zh: .init("{day} 不能是 {year} 年调休上班的日子", help: "只写这一年的周六、周日，且不在放假的日期里", why: "平日本来就上班"),
    en: .init(
      "{day} is no day off of {year} that could be worked",
      help: "write Saturdays and Sundays of that year that are not among the holidays",
      why: "other days are worked anyway"))
  package static let holidaysUnknown = FindingKind(
    "R0503",
    zh: .init(
      "没有 {year} 年的节假日安排，算不出工作日", help: "在 policies/catalogue/holidays/{year}.yaml 里写上国务院办公厅的通知", why: "节假日不能猜"),
    en: .init(
      "the holidays of {year} are not known, so working days cannot be counted",
      help: "write the State Council's notice into policies/catalogue/holidays/{year}.yaml",
      why: "holidays are not guessed"))
  package static let noDeadline = FindingKind(
    "R0504",
    zh: .init("{region} 没有从“{event}”起算的期限", help: "不写 --event 可以列出全部期限", why: "没有规定就没有期限"),
    en: .init(
      "{region} has no deadline that begins with {event}", help: "leave --event out to list them all",
      why: "what no rule says is no deadline"))
  package static let deadlineRulesMissing = FindingKind(
    "R0505",
    zh: .init("{region} 在 {day} 没有可用的期限规则", help: "在该地区的规则文件里写 deadlines", why: "没有规则就不知道期限"),
    en: .init(
      "there are no rules of {region} about deadlines on {day}", help: "write `deadlines` in the region's file",
      why: "without rules nobody knows them"))
  package static let yearUnclear = FindingKind(
    "R0506",
    zh: .init("“{text}”不是年份", help: "写四位数字，加引号，如 \"2024\"", why: "节假日按年公布"),
    en: .init(
      "`{text}` is no year", help: "write four digits in quotes, such as \"2024\"",
      why: "holidays are published by year"))

  package static let deadlineKinds: [FindingKind] = [
    holidayUnclear, workedDayUnclear, holidaysUnknown, noDeadline, deadlineRulesMissing, yearUnclear,
  ]
}

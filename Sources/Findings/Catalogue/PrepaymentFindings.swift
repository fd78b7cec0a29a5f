/// Findings about prepayments.
extension FindingKind {
  package static let prepaymentMonthsMissing = FindingKind(
    "R0601",
    zh: .init(
      "{region} 的预付金按 {clause} 计算，缺少 {months} 的清算结果", help: "加上这些月份的清算结果（policy clear 的 cleared 表）", why: "缺了月份，平均值就不对"),
    en: .init(
      "the prepayment of {region} goes by {clause}, and {months} is in none of the files",
      help: "add those months (the table `cleared` of policy clear)", why: "a mean of fewer months is another amount"))
  package static let prepaymentNoRules = FindingKind(
    "R0602",
    zh: .init("{region} 在 {year} 年没有核定预付金额度的规则", help: "在该地区或 100000 的规则文件里写 prepayment.amount", why: "没有公式就没有额度"),
    en: .init(
      "there is no rule of {region} for the prepayment of {year}",
      help: "write `prepayment.amount` in the region's or the nation's file",
      why: "without a formula there is no amount"))
  package static let prepaymentTwice = FindingKind(
    "R0603",
    zh: .init("{home} 给 {treatment} 的预付金写了不止一次", help: "只留一条", why: "不知道哪一条是现在的额度"),
    en: .init(
      "the prepayment of {home} to {treatment} is there more than once", help: "keep one of them",
      why: "nobody knows which one holds"))
  package static let prepaymentOverflow = FindingKind(
    "R0604",
    zh: .init("{home} 给 {treatment} 的预付金超出范围", help: "检查金额的单位是不是元", why: "超出范围的金额没有意义"),
    en: .init(
      "the prepayment of {home} to {treatment} does not fit", help: "check whether amounts are in yuan",
      why: "such an amount means nothing"))
  package static let prepaymentMonthUnknown = FindingKind(
    "R0605",
    zh: .init("文件里没有 {month} 期的清算结果", help: "加上这一期的清算结果，或改 --month", why: "没有清算结果就没有使用率"),
    en: .init(
      "{month} is in none of the files", help: "add the month's clearing, or change --month",
      why: "without it nothing was used"))
  package static let prepaymentNoWarnings = FindingKind(
    "R0606",
    zh: .init("{region} 在 {month} 没有预付金预警的规则", help: "在该地区或 100000 的规则文件里写 prepayment.warnings", why: "没有界限就没有预警"),
    en: .init(
      "there are no warnings in the rules of {region} for {month}",
      help: "write `prepayment.warnings` in the region's or the nation's file",
      why: "without thresholds there are no warnings"))
  package static let clearedTwice = FindingKind(
    "R0607",
    zh: .init(
      "{home} 与 {treatment} 之间 {month} 期的清算结果写了不止一次", help: "只给最后一次的清算结果；重复的没有计入", why: "同一期算两次，预付金就多一倍"),
    en: .init(
      "{month} between {home} and {treatment} is there more than once",
      help: "give the last clearing only; what came again was not counted",
      why: "a month that counts twice doubles the prepayment"))

  package static let prepaymentKinds: [FindingKind] = [
    prepaymentMonthsMissing, prepaymentNoRules, prepaymentTwice, prepaymentOverflow, prepaymentMonthUnknown,
    prepaymentNoWarnings, clearedTwice,
  ]
}

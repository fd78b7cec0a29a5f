/// Findings about records that are read from files.
extension FindingKind {
  package static let recordUnclear = FindingKind(
    "R0101",
    zh: .init("{field} 读不出来", help: "按结算记录的格式写", why: "认不出的记录不能猜"),
    en: .init(
      "{field} cannot be read", help: "write it as the format of settlement records says", why: "nothing is guessed"))
  package static let recordCodeUnknown = FindingKind(
    "R0102",
    zh: .init("{field} 的代码“{code}”不在目录里", help: "用国家平台的代码，或补到 policies/catalogue", why: "认不出险种和就医类别，就不知道归到哪张表"),
    en: .init(
      "code `{code}` of {field} is not in the catalogue",
      help: "use the platform's code, or add it to policies/catalogue",
      why: "without insurance and kind of visit nobody knows which table it belongs to"))
  package static let originalMissing = FindingKind(
    "R0103",
    zh: .init("{type} 没有写 init_setl_id", help: "写上所针对的结算的 setl_id", why: "不知道从哪一笔结算里退回或扣除"),
    en: .init(
      "the {type} has no `init_setl_id`", help: "name the settlement that it takes back from",
      why: "otherwise nobody knows what it is taken back from"))
  package static let originalNeedless = FindingKind(
    "R0104",
    zh: .init("结算写了 init_setl_id", help: "删去，或写 record_type: refund 或 deduction", why: "只有退费和扣款针对另一笔结算"),
    en: .init(
      "a settlement has an `init_setl_id`", help: "delete it, or write `record_type: refund` or `deduction`",
      why: "only refunds and deductions are about another settlement"))
  package static let csvColumnUnknown = FindingKind(
    "R0105",
    zh: .init("不认识的列“{name}”", help: "改成：{suggestion}", why: "不认识的列不能跳过，里面可能是金额"),
    en: .init(
      "unknown column `{name}`", help: "write: {suggestion}", why: "it may hold an amount, so it is not skipped"))
  package static let csvColumnTwice = FindingKind(
    "R0106",
    zh: .init("列“{name}”有两个", help: "只留一个", why: "不知道以哪一个为准"),
    en: .init("column `{name}` is there twice", help: "keep one of them", why: "nobody knows which one holds"))
  package static let csvColumnMissing = FindingKind(
    "R0107",
    zh: .init("缺少列：{names}", help: "第一行写上这些列名", why: "没有它们，记录读不出来"),
    en: .init("columns are missing: {names}", help: "name them in the first row", why: "no record can do without them"))
  package static let csvFields = FindingKind(
    "R0108",
    zh: .init("这一行有 {found} 个字段，应有 {expected} 个", help: "字段里有逗号的要加引号", why: "错一个字段，后面的金额都会错位"),
    en: .init(
      "the row has {found} fields instead of {expected}", help: "put quotes around fields with commas",
      why: "one field too many moves every amount behind it"))
  package static let csvQuotes = FindingKind(
    "R0109",
    zh: .init("引号没有成对，或不是 UTF-8", help: "引号里的引号写两个；文件存成 UTF-8", why: "读不准就不读"),
    en: .init(
      "quotes are not closed, or it is no UTF-8", help: "double the quotes inside of quotes; save the file as UTF-8",
      why: "what cannot be read for certain is not read"))
  package static let csvEmpty = FindingKind(
    "R0110",
    zh: .init("“{name}”是空的", help: "写上它的值", why: "每条记录都要有它"),
    en: .init("`{name}` is empty", help: "write its value", why: "every record needs it"))
  package static let csvValue = FindingKind(
    "R0111",
    zh: .init("“{name}”不能是“{text}”", help: "按结算记录的格式写：金额是元，日期如 2024-01-31", why: "读不懂的值不能猜"),
    en: .init(
      "`{name}` cannot be `{text}`", help: "write it as the format says: amounts in yuan, days such as 2024-01-31",
      why: "nothing is guessed"))

  package static let recordKinds: [FindingKind] = [
    recordUnclear, recordCodeUnknown, originalMissing, originalNeedless, csvColumnUnknown, csvColumnTwice,
    csvColumnMissing, csvFields, csvQuotes, csvEmpty, csvValue,
  ]
}

/// Findings about the form of a document: keys, words, numbers, dates and codes.
extension FindingKind {
  package static let unknownKey = FindingKind(
    "F0201",
    zh: .init("不认识的键“{key}”", help: "可以写：{suggestion}", why: "写错的键不起作用，其中的规定就会悄悄失效"),
    en: .init(
      "unknown key `{key}`", help: "write one of: {suggestion}",
      why: "a misspelled key has no effect, and what it should say would be silently lost"))
  package static let missingKey = FindingKind(
    "F0202",
    zh: .init("缺少“{key}”", help: "补上 {key}：", why: "没有它，规定就不完整"),
    en: .init(
      "`{key}` is missing", help: "add `{key}:`",
      why: "without it the rule is incomplete"))
  package static let wrongKind = FindingKind(
    "F0203",
    zh: .init("这里应写{expected_zh}，却写了{found_zh}", help: "改成{expected_zh}", why: "形式不对的值无法确定含义"),
    en: .init(
      "expected {expected}, found {found}", help: "write {expected}",
      why: "a value of another form has no definite meaning"))
  package static let mixedVocabulary = FindingKind(
    "F0204",
    zh: .init("“{word}”和文件其余部分不是同一种语言", help: "改成：{corrected}", why: "一个文件只用一种语言的键，才看得出有没有重复或遗漏"),
    en: .init(
      "`{word}` is not of the language the file is written in", help: "write: {corrected}",
      why: "a file uses the keys of one language, so that duplicates and gaps can be seen"))
  package static let emptyValue = FindingKind(
    "F0205",
    zh: .init("“{key}”后面没有值", help: "写上值，或删去这个键", why: "空值会被读成“无”，含义不清"),
    en: .init(
      "there is no value for `{key}`", help: "write the value, or delete the key",
      why: "an empty value reads as null, which means nothing definite"))
  package static let unknownWord = FindingKind(
    "F0206",
    zh: .init("不认识的值“{text}”", help: "可以写：{suggestion}", why: "这里只能用固定的几个词"),
    en: .init(
      "unknown value `{text}`", help: "write one of: {suggestion}",
      why: "only a fixed set of words is understood here"))
  package static let booleanLooking = FindingKind(
    "F0207",
    zh: .init("“{text}”会被别的程序读成真或假", help: "改成：{corrected}", why: "YAML 1.1 把 yes、no、on、off 当作真假值，换个程序含义就变了"),
    en: .init(
      "other programs read `{text}` as a truth value", help: "write: {corrected}",
      why: "YAML 1.1 takes yes, no, on and off for truth values, so the meaning depends on the program"))
  package static let fullWidthValue = FindingKind(
    "F0208",
    zh: .init("“{text}”里有全角字符", help: "改成：{corrected}", why: "全角的数字和符号不是数"),
    en: .init(
      "`{text}` holds full-width characters", help: "write: {corrected}",
      why: "full-width digits and signs are not numbers"))
  package static let thousandsSeparator = FindingKind(
    "F0209",
    zh: .init("金额“{text}”里有千位分隔符", help: "改成：{corrected}", why: "逗号在 YAML 里分隔列表，1,300 可能变成两个值"),
    en: .init(
      "amount `{text}` has a thousands separator", help: "write: {corrected}",
      why: "a comma separates list items in YAML; 1,300 could become two values"))
  package static let amountWithUnit = FindingKind(
    "F0210",
    zh: .init("金额“{text}”带了单位", help: "改成：{corrected}", why: "金额一律以元为单位，只写数"),
    en: .init(
      "amount `{text}` carries a unit", help: "write: {corrected}",
      why: "amounts are always yuan, written as a bare number"))
  package static let notAnAmount = FindingKind(
    "F0211",
    zh: .init("“{text}”不是金额", help: "写元，最多两位小数，如 1300 或 1300.50", why: "金额按字符逐位读取，不接受别的写法"),
    en: .init(
      "`{text}` is not an amount", help: "write yuan with at most two decimals, such as 1300 or 1300.50",
      why: "amounts are read character by character; no other form is accepted"))
  package static let amountTooPrecise = FindingKind(
    "F0212",
    zh: .init("金额“{text}”的小数超过两位", help: "金额最小到分", why: "比分更小的金额无法支付"),
    en: .init(
      "amount `{text}` has more than two decimals", help: "the smallest amount is one fen, 0.01",
      why: "nothing smaller than a fen can be paid"))
  package static let amountNegative = FindingKind(
    "F0213",
    zh: .init("金额“{text}”是负数", help: "金额不能为负", why: "起付标准、限额和费用都不会小于零"),
    en: .init(
      "amount `{text}` is negative", help: "amounts are not negative",
      why: "no deductible, cap or expense is below zero"))
  package static let amountTooLarge = FindingKind(
    "F0214",
    zh: .init("金额“{text}”太大", help: "最大 99999999999999.99", why: "超出国家平台字段 numeric(16,2) 的范围"),
    en: .init(
      "amount `{text}` is too large", help: "the largest is 99999999999999.99",
      why: "it does not fit the national platform's numeric(16,2)"))
  package static let bareRatio = FindingKind(
    "F0215",
    zh: .init("比例“{text}”没有百分号", help: "改成：{corrected}", why: "85 和 0.85 都有人写，只有 85% 没有歧义"),
    en: .init(
      "ratio `{text}` has no percent sign", help: "write: {corrected}",
      why: "people write both 85 and 0.85; only 85% has one meaning"))
  package static let notARatio = FindingKind(
    "F0216",
    zh: .init("“{text}”不是比例", help: "写成 85% 或 92.5%，百分号前最多四位小数", why: "比例按字符逐位读取"),
    en: .init(
      "`{text}` is not a ratio", help: "write 85% or 92.5%, with at most four decimals before the percent sign",
      why: "ratios are read character by character"))
  package static let ratioOutOfRange = FindingKind(
    "F0217",
    zh: .init("比例“{text}”不在 0% 到 {most} 之间", help: "检查小数点和位数", why: "支付比例不会小于 0% 或大于 100%，倍数不会大于 1000%"),
    en: .init(
      "ratio `{text}` is not within 0% and {most}", help: "check the decimal point",
      why: "no payment ratio is below 0% or above 100%, no factor above 1000%"))
  package static let notPoints = FindingKind(
    "F0218",
    zh: .init("“{text}”不是百分点", help: "改成：{corrected}", why: "“降 10%”有两种读法，“10 points”只有一种"),
    en: .init(
      "`{text}` is not a number of percentage points", help: "write: {corrected}",
      why: "`lower by 10%` reads two ways, `10 points` only one"))
  package static let unquotedDate = FindingKind(
    "F0219",
    zh: .init("日期 {text} 没有加引号", help: "改成：{corrected}", why: "不加引号的日期会被一些程序读成时间"),
    en: .init(
      "date {text} is not quoted", help: "write: {corrected}",
      why: "some programs read an unquoted date as a time stamp"))
  package static let notADate = FindingKind(
    "F0220",
    zh: .init("“{text}”不是日期", help: "写成加引号的 \"2023-01-01\"", why: "日期只有一种写法，才不会弄混月和日"),
    en: .init(
      "`{text}` is not a date", help: "write it quoted, \"2023-01-01\"",
      why: "with a single form, month and day cannot be mixed up"))
  package static let unquotedCode = FindingKind(
    "F0221",
    zh: .init("代码 {text} 没有加引号", help: "改成：{corrected}", why: "不加引号的代码会被读成数，前面的零会丢"),
    en: .init(
      "code {text} is not quoted", help: "write: {corrected}",
      why: "an unquoted code is read as a number and loses leading zeros"))
  package static let badCode = FindingKind(
    "F0222",
    zh: .init("“{text}”不是{expected_zh}", help: "检查位数", why: "代码的位数是固定的"),
    en: .init(
      "`{text}` is not {expected}", help: "check the number of digits",
      why: "codes have a fixed form"))
  package static let ambiguousText = FindingKind(
    "F0223",
    zh: .init("文字“{text}”会被别的程序读成数、日期或真假值", help: "改成：{corrected}", why: "加了引号，任何程序都读成文字"),
    en: .init(
      "other programs read the text `{text}` as a number, date or truth value", help: "write: {corrected}",
      why: "in quotes every program reads text"))
  package static let quotedNumber = FindingKind(
    "F0224",
    zh: .init("数“{text}”加了引号", help: "改成：{corrected}", why: "加引号的是文字，不是数"),
    en: .init(
      "number `{text}` is in quotes", help: "write: {corrected}",
      why: "a quoted value is text, not a number"))
  package static let badIdentifier = FindingKind(
    "F0225",
    zh: .init("“{text}”不能作名称", help: "只用汉字、字母、数字和下划线，不以数字开头", why: "名称要能在别处引用"),
    en: .init(
      "`{text}` cannot be a name",
      help: "use letters, Chinese characters, digits and underscores, not beginning with a digit",
      why: "a name has to be usable as a reference elsewhere"))
  package static let notAnInteger = FindingKind(
    "F0226",
    zh: .init("“{text}”不是整数", help: "写一个整数", why: "次数、天数都是整数"),
    en: .init(
      "`{text}` is not a whole number", help: "write a whole number",
      why: "counts and days are whole numbers"))
  package static let notAFlag = FindingKind(
    "F0227",
    zh: .init("“{text}”不是 true 或 false", help: "写 true 或 false", why: "只有这两个写法没有歧义"),
    en: .init(
      "`{text}` is neither true nor false", help: "write true or false",
      why: "only these two have one meaning"))
  package static let octalLooking = FindingKind(
    "F0228",
    zh: .init("“{text}”以零开头，会被一些程序读成八进制", help: "改成：{corrected}", why: "010 在 YAML 1.1 里是 8"),
    en: .init(
      "`{text}` begins with a zero; some programs read it as octal", help: "write: {corrected}",
      why: "010 is 8 in YAML 1.1"))
  package static let badCaseKey = FindingKind(
    "F0229",
    zh: .init("“{text}”不能作“{dimension}”的一档", help: "写法：值、值/值、any；数字还可以写 2+ 或 60..69", why: "每一档要说清楚对哪些值"),
    en: .init(
      "`{text}` cannot be a case of `{dimension}`",
      help: "write a value, value/value or any; numbers also 2+ or 60..69",
      why: "a case has to say for which values it is"))
  package static let anyNotAlone = FindingKind(
    "F0230",
    zh: .init("“{text}”旁边还有别的档", help: "把各档都写出来，或只留“{text}”", why: "“任意”和别的档并列时，会盖住写漏的档"),
    en: .init(
      "`{text}` stands beside other cases", help: "write every case, or `{text}` alone",
      why: "beside other cases it would hide one that was forgotten"))
  package static let repeatedCase = FindingKind(
    "F0231",
    zh: .init("“{text}”和前面的一档重叠", help: "每个值只写在一档里", why: "重叠的值有两个结果"),
    en: .init(
      "`{text}` overlaps an earlier case", help: "write each value in one case only",
      why: "a value in two cases has two results"))
  package static let missingCases = FindingKind(
    "F0232",
    zh: .init("“按”写了 {count} 个维度，这里少了“{dimension}”的各档", help: "按“{dimension}”分档写", why: "维度的个数要和嵌套的层数一致"),
    en: .init(
      "`by` names {count} dimensions, but the cases of `{dimension}` are missing here",
      help: "write the cases of `{dimension}`",
      why: "the cases nest once for every dimension"))
  package static let unknownDimension = FindingKind(
    "F0233",
    zh: .init("没有叫“{text}”的维度", help: "可以写：{suggestion}", why: "表只能按已知的维度分档"),
    en: .init(
      "there is no dimension `{text}`", help: "write one of: {suggestion}",
      why: "a table can only go by known dimensions"))
  package static let repeatedDimension = FindingKind(
    "F0234",
    zh: .init("维度“{text}”写了两次", help: "每个维度只写一次", why: "同一个维度问两次没有意义"),
    en: .init(
      "dimension `{text}` is named twice", help: "name each dimension once",
      why: "asking the same dimension twice means nothing"))
  package static let emptyList = FindingKind(
    "F0235",
    zh: .init("列表是空的", help: "写上至少一项，或删去这个键", why: "空列表看不出是没有还是忘了写"),
    en: .init(
      "the list is empty", help: "write at least one item, or delete the key",
      why: "an empty list does not say whether nothing was meant or something forgotten"))
  package static let valueAndCases = FindingKind(
    "F0236",
    zh: .init("“{first}”和“{second}”不能同时写", help: "只留一个", why: "两处都写值，就不知道用哪一个"),
    en: .init(
      "`{first}` and `{second}` cannot stand together", help: "keep one of them",
      why: "with a value in two places it is not clear which one applies"))
  package static let badColumnEnd = FindingKind(
    "F0237",
    zh: .init("“{text}”不是分段", help: "写成“{to} 30000”或“{above}”", why: "分段要写明上限，上限属于这一段"),
    en: .init(
      "`{text}` is not a column", help: "write `{to} 30000` or `{above}`",
      why: "a column is named by its upper end, which belongs to it"))
  package static let badCitation = FindingKind(
    "F0238",
    zh: .init("“{text}”不是出处", help: "写成：文件简称 条款，如 乌68号 第一条", why: "出处要能对到 sources 里的文件和条款"),
    en: .init(
      "`{text}` is not a citation", help: "write the document's short id and the clause, such as 乌68号 第一条",
      why: "a citation has to lead to a document in `sources` and a clause in it"))
  package static let missingSource = FindingKind(
    "P0301",
    zh: .init("“{key}”没有出处", help: "在它或外层写 source: 文件简称 条款", why: "每个数都要说得出依据哪个文件哪一条"),
    en: .init(
      "`{key}` has no source", help: "write `source: id clause` at it or around it",
      why: "every figure has to name the document and clause it rests on"))
  package static let notACount = FindingKind(
    "F0239",
    zh: .init("“{text}”不是这里要的整数", help: "写 1 到 {limit} 的整数", why: "天数、月数和个数都按整数计算"),
    en: .init(
      "`{text}` is not a whole number as it is needed here", help: "write a whole number from 1 to {limit}",
      why: "days, months and numbers of things are counted whole"))

  package static let formatKinds: [FindingKind] = [
    unknownKey, missingKey, wrongKind, mixedVocabulary, emptyValue, unknownWord, booleanLooking, fullWidthValue,
    thousandsSeparator, amountWithUnit, notAnAmount, amountTooPrecise, amountNegative, amountTooLarge, bareRatio,
    notARatio, ratioOutOfRange, notPoints, unquotedDate, notADate, unquotedCode, badCode, ambiguousText, quotedNumber,
    badIdentifier, notAnInteger, notAFlag, octalLooking, badCaseKey, anyNotAlone, repeatedCase, missingCases,
    unknownDimension, repeatedDimension, emptyList, valueAndCases, badColumnEnd, badCitation, missingSource,
    notACount,
  ]
}

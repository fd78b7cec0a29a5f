/// Findings about claims and their settlement.
extension FindingKind {
  package static let jsonSyntax = FindingKind(
    "C0101",
    zh: .init("JSON 语法错误：{problem_zh}", help: "检查这一行的引号、逗号和括号", why: "读不懂的一行不能结算"),
    en: .init(
      "JSON syntax error: {problem}", help: "check quotes, commas and brackets of this line",
      why: "a line that cannot be read cannot be settled"))
  package static let jsonTooDeep = FindingKind(
    "C0102",
    zh: .init("JSON 嵌套超过 {limit} 层", help: "减少层次", why: "结算请求用不到这么深"),
    en: .init(
      "JSON is nested deeper than {limit} levels", help: "use fewer levels",
      why: "claims never need this depth"))
  package static let partsDiffer = FindingKind(
    "C0103",
    zh: .init(
      "{total} 是 {found}，四项之和是 {expected}", help: "核对四项分割：全自费 + 超限价 + 先行自付 + 符合范围 = 总额", why: "四项之和必须等于总额，差一分也不结算"),
    en: .init(
      "{total} is {found}, its four parts add up to {expected}",
      help: "check the split: fully self-paid + over limit + first self-pay + in scope = total",
      why: "the four parts must equal the total to the fen"))
  package static let linesDiffer = FindingKind(
    "C0104",
    zh: .init("各明细的 {field} 之和是 {expected}，总的是 {found}", help: "核对明细和合计", why: "合计要等于明细之和"),
    en: .init(
      "the lines' {field} add up to {expected}, the claim says {found}", help: "check lines and totals",
      why: "the claim's sums have to equal its lines'"))
  package static let unknownClaimCode = FindingKind(
    "C0105",
    zh: .init("“{field}”的代码“{code}”不在目录里", help: "可用的代码：{suggestion}", why: "不认识的代码不能猜"),
    en: .init(
      "code `{code}` of `{field}` is not in the catalogue", help: "known codes: {suggestion}",
      why: "an unknown code is not guessed"))
  package static let accountsMissing = FindingKind(
    "C0106",
    zh: .init("缺少年度累计 {missing}", help: "写上这些账户的已有数额；今年还没有任何结算，就把 accounts 写成空对象", why: "不知道以前的累计，就算不出这次的待遇"),
    en: .init(
      "accounts missing: {missing}",
      help: "give what they hold so far, or an empty object when nothing was settled yet this year",
      why: "without what came before, this claim cannot be settled"))
  package static let unknownAccount = FindingKind(
    "C0107",
    zh: .init("没有账户“{name}”", help: "本待遇的账户：{suggestion}", why: "写错的账户名会使累计失效"),
    en: .init(
      "there is no account `{name}`", help: "accounts of the region: {suggestion}",
      why: "a mistyped account would be silently ignored"))
  package static let badAccount = FindingKind(
    "C0108",
    zh: .init("账户“{name}”的值“{text}”不对", help: "金额写元，次数写整数，不能为负", why: "累计额不会小于零"),
    en: .init(
      "account `{name}` has the value `{text}`", help: "amounts in yuan, counts as whole numbers, none negative",
      why: "what is accumulated is never below zero"))
  package static let standingMissing = FindingKind(
    "C0109",
    zh: .init(
      "异地就医没有写 filings，也没有写 standing", help: "写上备案记录 filings（没有备案写空列表），或经办机构认定的备案类型：{suggestion}", why: "不知道备案情况，就不知道待遇"
    ),
    en: .init(
      "a claim from elsewhere has neither `filings` nor `standing`",
      help:
        "write the person's `filings` (an empty list when there are none), or the standing that the bureau decided: {suggestion}",
      why: "without the standing the benefit is not known"))
  package static let standingContradicts = FindingKind(
    "C0110",
    zh: .init("参保地和就医地相同，standing 却是“{standing}”", help: "写 local，或改正就医地", why: "在本地就医不存在异地备案"),
    en: .init(
      "place of insurance and of treatment are the same, but `standing` is `{standing}`",
      help: "write local, or correct the place of treatment",
      why: "there is no filing for treatment at home"))
  package static let emptyLine = FindingKind(
    "C0111",
    zh: .init("空行", help: "删去空行", why: "每行一个结算请求，空行无法结算"),
    en: .init(
      "the line is empty", help: "delete the line",
      why: "each line holds one claim; an empty one cannot be settled"))
  package static let fieldMissing = FindingKind(
    "C0112",
    zh: .init("缺少“{field}”", help: "补上", why: "没有它不能结算，也不能猜"),
    en: .init(
      "`{field}` is missing", help: "add it",
      why: "it is needed to settle and is not guessed"))
  package static let lineTooLong = FindingKind(
    "C0113",
    zh: .init("这一行超过 {limit} 字节", help: "拆开明细，或检查换行符", why: "上限使内存有界"),
    en: .init(
      "the line is longer than {limit} bytes", help: "split the details, or check the line ends",
      why: "a limit keeps memory bounded"))
  package static let claimDatesReversed = FindingKind(
    "C0114",
    zh: .init("{later} 早于 {earlier}", help: "核对日期", why: "结束不会早于开始"),
    en: .init(
      "{later} is before {earlier}", help: "check the dates",
      why: "an end is never before its beginning"))
  package static let personContradicts = FindingKind(
    "C0115",
    zh: .init("人员类别 {person} 和险种 {insurance} 不相配", help: "核对 psn_type 和 insutype", why: "退休人员参加职工医保，未成年人参加居民医保"),
    en: .init(
      "kind of person {person} does not go with insurance {insurance}", help: "check psn_type and insutype",
      why: "only employees retire, only residents are children"))
  package static let severalClasses = FindingKind(
    "C0116",
    zh: .init("同时属于几个不相干的细分：{names}", help: "核对机构编号和属性", why: "属于哪一类决定待遇，不能猜"),
    en: .init(
      "the claim belongs to several unrelated classes: {names}", help: "check institution and attributes",
      why: "the class decides the benefit and is not guessed"))
  package static let regionUnknown = FindingKind(
    "S0201",
    zh: .init("没有统筹区 {region} 的规则", help: "检查 insuplc_admdvs，或写上该地区的规则", why: "参保地没有规则文件"),
    en: .init(
      "there are no rules of region {region}", help: "check insuplc_admdvs, or add the region's rules",
      why: "the place of insurance has no rule file"))
  package static let noVersionInForce = FindingKind(
    "S0202",
    zh: .init("{region} 在 {date} 没有施行的规则", help: "检查结算日期；已有版本：{versions}", why: "结算日没有有效的版本"),
    en: .init(
      "{region} has no rules in force on {date}", help: "check the day of settlement; versions: {versions}",
      why: "no version holds on the day of settlement"))
  package static let noPlan = FindingKind(
    "S0203",
    zh: .init("没有适用的待遇：{facts}", help: "检查险种、就医类别和人员；已有待遇：{plans}", why: "规则里没有写这种就医"),
    en: .init(
      "no plan applies to {facts}", help: "check insurance, visit and person; plans: {plans}",
      why: "the rules do not cover such a claim"))
  package static let refusedByRules = FindingKind(
    "S0205",
    zh: .init("不能结算：{reason}", help: "补上规则再结算，或到参保地经办机构手工办理", why: "规则明确说这种就医不能结算"),
    en: .init(
      "cannot be settled: {reason}",
      help: "complete the rules first, or have the claim handled by the office at the place of insurance",
      why: "the rules say that such a claim is not settled"))
  package static let rulesHaveErrors = FindingKind(
    "S0206",
    zh: .init("{region} 的规则有错误，不能结算", help: "先用 policy check 检查并改正", why: "有错误的规则算出的钱不可信"),
    en: .init(
      "the rules of {region} have errors and settle nothing", help: "run policy check and correct them",
      why: "money computed by faulty rules cannot be trusted"))
  package static let draftRules = FindingKind(
    "S0207",
    zh: .init("{region} 的规则是草案，不用于结算", help: "正式施行后改 status，或用 --draft 试算", why: "草案没有效力"),
    en: .init(
      "the rules of {region} are a draft and settle nothing",
      help: "change `status` when they are in force, or use --draft to try them",
      why: "a draft has no force"))
  package static let nonLocalUnknown = FindingKind(
    "S0209",
    zh: .init("{region} 的规则没有写异地就医待遇", help: "在规则里写 non_local", why: "不知道异地就医有何不同，就不能结算"),
    en: .init(
      "the rules of {region} say nothing about treatment elsewhere", help: "write `non_local` in the rules",
      why: "without it nobody knows what a claim from elsewhere is paid"))
  package static let noCase = FindingKind(
    "S0210",
    zh: .init("规则的表里没有这种情形：{facts}", help: "核对人员、险种和医院级别是否相配", why: "没有对应的一档，不能猜"),
    en: .init(
      "a table of the rules has no case for {facts}",
      help: "check that person, insurance and hospital level go together",
      why: "without a case nothing is guessed"))
  package static let frameOnly = FindingKind(
    "S0211",
    zh: .init("{region} 只有框架规定，没有任何待遇", help: "写上该统筹区自己的规则文件", why: "省级框架不规定起付标准和支付比例，不能结算"),
    en: .init(
      "{region} has only a frame and no benefits", help: "add the pooling region's own rule file",
      why: "a province's frame sets no deductibles or ratios to settle with"))
  package static let settlementOverflow = FindingKind(
    "S0208",
    zh: .init("无法精确计算：分数超出 128 位，或累计额超出上限", help: "检查金额、累计额，以及规则里小数位很多的比例", why: "宁可不结算，也不给出近似的结果"),
    en: .init(
      "cannot be computed exactly: a fraction beyond 128 bits, or an account beyond its limit",
      help: "check amounts and accounts, and ratios of many decimals in the rules",
      why: "no result is better than an approximate one"))
  package static let attributeValue = FindingKind(
    "C0117",
    zh: .init("属性“{name}”没有“{text}”这个值", help: "可以写：{suggestion}", why: "不认识的取值不能猜"),
    en: .init(
      "attribute `{name}` has no value `{text}`", help: "write one of: {suggestion}",
      why: "an unknown value is not guessed"))
  package static let unitNotMerged = FindingKind(
    "C0118",
    zh: .init("待遇“{plan}”不合并就诊，却写了 same_unit", help: "删去 same_unit", why: "每次结算单独计算"),
    en: .init(
      "benefit `{plan}` merges no visits, but the claim has `same_unit`", help: "delete `same_unit`",
      why: "each settlement stands alone"))
  package static let unitTooFar = FindingKind(
    "C0119",
    zh: .init("same_unit 所指的就诊和这一次不能合并：{reason_zh}", help: "核对日期和机构，或删去 same_unit", why: "只有符合规定的才能合并成一次"),
    en: .init(
      "the visit named by `same_unit` cannot be merged with this one: {reason}",
      help: "check dates and institution, or delete `same_unit`",
      why: "only what the rules merge is one unit"))
  package static let unitNeedsAccounts = FindingKind(
    "C0120",
    zh: .init("写了 same_unit，accounts 却是空的", help: "写上前一次结算后的各账户", why: "前一次已经结算，不会什么都没有"),
    en: .init(
      "the claim has `same_unit` but no accounts", help: "give the accounts as the earlier claim left them",
      why: "the earlier claim has left something"))
  package static let familyRest = FindingKind(
    "C0121",
    zh: .init("“{name}”只能写 0", help: "逐个写出有数额的账户，其余用 {name}: 0", why: "各病种的数额不同，不能合写"),
    en: .init(
      "`{name}` can only be 0", help: "list the accounts that hold something, and {name}: 0 for the others",
      why: "accounts of different diseases differ"))
  package static let ageContradicts = FindingKind(
    "C0122",
    zh: .init("age 是 {age}，按 brdy 在 {day} 是 {computed} 岁", help: "只写一个，或改正", why: "年龄决定待遇，不能两样"),
    en: .init(
      "`age` is {age}, by `brdy` it is {computed} on {day}", help: "write one of them, or correct it",
      why: "the age decides the benefit"))
  package static let diseasesContradict = FindingKind(
    "C0123",
    zh: .init("diseases 和 dise_codg 不符：{reason_zh}", help: "写上本人全部已认定的病种，主病种在前，每个一次，包括这次的", why: "几个病种的限额要看本人有哪些病种"),
    en: .init(
      "`diseases` does not fit `dise_codg`: {reason}",
      help: "list all certified diseases of the person once each, the chosen main one first, this one among them",
      why: "limits for several diseases depend on all of them"))
  package static let claimsOutOfOrder = FindingKind(
    "C0124",
    zh: .init("同一人的结算日期倒退：{day} 在 {before} 之后", help: "按时间先后排列请求", why: "累计要按时间先后"),
    en: .init(
      "the days of a person's claims go back: {day} after {before}", help: "put the claims into the order of time",
      why: "accounts add up in the order of time"))
  package static let accountsCarried = FindingKind(
    "C0125",
    zh: .init("累计由前面的请求带来，不能再写 accounts", help: "删去 accounts；只有每人的第一个请求可以写期初数", why: "两个来源的累计不能并用"),
    en: .init(
      "accounts are carried from earlier claims and cannot be given again",
      help: "delete `accounts`; only a person's first claim may bring opening balances",
      why: "two sources of the same amount cannot both hold"))
  package static let personNeeded = FindingKind(
    "C0126",
    zh: .init("没有写 psn_no，不知道接着谁的累计", help: "写上 psn_no", why: "累计按人保存"),
    en: .init(
      "there is no `psn_no`, so nobody knows whose accounts these are", help: "write `psn_no`",
      why: "accounts are kept by person"))
  package static let diseaseNotListed = FindingKind(
    "S0212",
    zh: .init("病种 {code} 不在 {region} 的门诊慢特病名录里", help: "核对病种；名录外的不享受慢特病待遇", why: "只有名录内的病种有慢特病待遇"),
    en: .init(
      "disease {code} is not on the list of {region}", help: "check the code; others have no such benefit",
      why: "only listed diseases have the benefit"))

  package static let claimKinds: [FindingKind] = [
    jsonSyntax, jsonTooDeep, partsDiffer, linesDiffer, unknownClaimCode, accountsMissing, unknownAccount, badAccount,
    standingMissing, standingContradicts, emptyLine, fieldMissing, lineTooLong, claimDatesReversed, personContradicts,
    severalClasses, regionUnknown, noVersionInForce, noPlan, refusedByRules, rulesHaveErrors, draftRules,
    nonLocalUnknown, noCase, frameOnly, settlementOverflow,
    attributeValue, unitNotMerged, unitTooFar, unitNeedsAccounts, familyRest, ageContradicts, diseasesContradict,
    claimsOutOfOrder, accountsCarried, personNeeded, diseaseNotListed,
  ]
}

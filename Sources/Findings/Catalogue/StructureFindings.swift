/// Findings about how the parts of a rule set fit together: what nothing uses, what nothing covers, what is out of date.
extension FindingKind {
  package static let sourceUncited = FindingKind(
    "P0450", .warning,
    zh: .init("依据“{name}”没有被引用", help: "在它所依据的地方写 source: {name} 条款，或删去", why: "没有引用的文件，看不出哪个数出自它"),
    en: .init(
      "source `{name}` is never cited", help: "cite it where it is the ground, `source: {name} clause`, or delete it",
      why: "a document that nothing cites shows no figure its ground"))
  package static let classUnused = FindingKind(
    "P0451", .warning,
    zh: .init("细分“{name}”没有用到：没有表、对象或计次按它", help: "在表里给它写一档，或删去", why: "不起作用的细分多半是漏写了一档"),
    en: .init(
      "class `{name}` decides nothing: no table, condition or counter goes by it",
      help: "give it a case in a table, or delete it", why: "a class without effect is often a case that was forgotten")
  )
  package static let attributeUnused = FindingKind(
    "P0452", .warning,
    zh: .init("属性“{name}”没有用到", help: "在表、对象或细分里用它，或删去", why: "调用方会白白收集一个不起作用的属性"),
    en: .init(
      "nothing goes by attribute `{name}`", help: "use it in a table, a condition or a class, or delete it",
      why: "callers would collect a fact that decides nothing"))
  package static let capUnused = FindingKind(
    "P0453", .warning,
    zh: .init("限额“{name}”没有支付层使用", help: "在支付层的 caps 里写上它，或删去", why: "没有用上的限额不限制任何支付"),
    en: .init(
      "no layer names cap `{name}`", help: "name it in the `caps` of a layer, or delete it",
      why: "a cap that nothing names limits nothing"))
  package static let sharedLayerUnused = FindingKind(
    "P0454", .warning,
    zh: .init("公用支付层“{name}”没有待遇使用", help: "在待遇的 layers 里写 use: {name}，或删去", why: "没有用上的支付层不支付"),
    en: .init(
      "no plan uses shared layer `{name}`", help: "write `use: {name}` in a plan's layers, or delete it",
      why: "a layer that no plan has pays nothing"))
  package static let parameterUnused = FindingKind(
    "P0455", .warning,
    zh: .init("参数“{name}”没有用到", help: "在按它计算的金额里写 parameter: {name}，或删去", why: "每年改一个不起作用的数，容易以为已经改了待遇"),
    en: .init(
      "no amount is a share of parameter `{name}`", help: "write `parameter: {name}` in an amount, or delete it",
      why: "people update it every year and believe that benefits follow"))
  package static let diseaseGroupUnused = FindingKind(
    "P0456", .warning,
    zh: .init("病种组“{name}”没有用到：{reason_zh}", help: "在病种上写 group: {name} 并在规则里按它，或删去", why: "不起作用的组多半是漏写了一档"),
    en: .init(
      "group `{name}` of diseases has no effect: {reason}",
      help: "write `group: {name}` at diseases and go by it in a rule, or delete it",
      why: "a group without effect is often a case that was forgotten"))
  package static let accountNeverRead = FindingKind(
    "P0457", .warning,
    zh: .init("账户“{name}”只增不用：没有分段、限额或起付标准看它", help: "写上要看它的分段或限额，或删去 account 和 restarts", why: "调用方要每次保存一个对结果没有影响的数"),
    en: .init(
      "account `{name}` only grows: no column, cap or deductible looks at it",
      help: "write the columns or the cap that it is for, or delete `account` and `restarts`",
      why: "callers would keep a number that changes no result"))
  package static let occurrencesUnasked = FindingKind(
    "P0458", .warning,
    zh: .init(
      "次数账户“{name}”没有用到：没有表按次数", help: "写上按次数的表（by: occurrence），或删去 occurrence_account", why: "写了不用的账户会让人以为在计次"),
    en: .init(
      "nothing asks account `{name}` which stay it is: no table goes by occurrence",
      help: "write the table that goes by occurrence, or delete `occurrence_account`",
      why: "it looks as if stays were counted"))
  package static let capNeverLimits = FindingKind(
    "P0459", .warning,
    zh: .init("限额“{name}”对谁都不封顶，账户却要每次保存", help: "从 caps 里删去；不封顶不必写限额", why: "对谁都不限的限额没有作用"),
    en: .init(
      "cap `{name}` is lifted for everybody, and its account is kept all the same",
      help: "delete it: what is not limited needs no cap", why: "a cap that limits nobody has no effect"))
  package static let planGap = FindingKind(
    "P0460", .warning,
    zh: .init(
      "没有写{what_zh}的待遇", help: "补上待遇，或写进 not_known（未查明）或 not_offered（不予支付）",
      why: "没有写的，结算时只能答“没有适用的待遇”，看不出是不支付还是漏了"),
    en: .init(
      "no benefit is written for {what}", help: "write the plan, or list it in `not_known` or `not_offered`",
      why: "a claim is answered with \"no plan applies\", and nobody sees whether it is not paid or was forgotten"))
  package static let ancestorDraft = FindingKind(
    "P0461", .warning,
    zh: .init(
      "{from} 到 {to} 上级 {ancestor} 的版本还是草案，本地区在此期间不能结算", help: "上级定稿后去掉 status: draft，或把本版也标为草案",
      why: "继承草案的规则按草案处理，不用于结算"),
    en: .init(
      "from {from} to {to} the version of {ancestor} is a draft, so nothing settles here",
      help: "take `status: draft` away once it is final, or mark this version as a draft too",
      why: "rules that inherit from a draft are treated as one and never settle"))
  package static let reviewDue = FindingKind(
    "P0462", .warning,
    zh: .init("复核期限 {day} 已过（今天 {today}）", help: "重新核对依据，再把 review_by 改到下一次；规定已变的另写一个版本", why: "过了期限的规定可能已经不再有效"),
    en: .init(
      "the rules were to be reviewed by {day}; it is {today}",
      help: "read the sources again and move `review_by`, or write a new version if they changed",
      why: "rules past their review may no longer hold"))
  package static let diseaseUnknown = FindingKind(
    "P0463", .warning,
    zh: .init("病种目录里没有代码 {code}", help: "改正代码，或把它加到 catalogue/diseases.yaml；相近的：{suggestion}", why: "写错的代码永远对不上请求里的病种"),
    en: .init(
      "the catalogue has no disease {code}",
      help: "correct the code, or add it to catalogue/diseases.yaml; close to it: {suggestion}",
      why: "a mistyped code never matches the disease of a claim"))
  package static let diseaseMisnamed = FindingKind(
    "P0464", .warning,
    zh: .init("{code} 在目录里是“{expected}”，这里写的是“{title}”", help: "核对代码；按名称相近的：{suggestion}", why: "名称和代码不是同一种病，就有一个写错了"),
    en: .init(
      "{code} is {expected} in the catalogue, here it is called {title}",
      help: "check the code; by its name it may be: {suggestion}",
      why: "where name and code are two diseases, one of them is a slip"))
  package static let diseaseTwice = FindingKind(
    "P0465", .warning,
    zh: .init("“{title}”列了两次：{first} 和 {second}", help: "只留一个，或写清两者的区别", why: "同一种病有两个代码，限额和比例会各算各的"),
    en: .init(
      "{title} is listed twice: {first} and {second}", help: "keep one, or say in the names how they differ",
      why: "one disease under two codes has two limits and two ratios"))
  package static let directDiseaseUnlisted = FindingKind(
    "P0466", .warning,
    zh: .init(
      "可直接结算的病种 {code} 不在本地区的病种名录里", help: "把它加进 diseases 的 list，或从 direct_diseases 里删去", why: "名录里没有的病种，结算时先被拒绝"),
    en: .init(
      "{code} is settled directly elsewhere but is not on the region's own list",
      help: "add it to the list of `diseases`, or take it out of `direct_diseases`",
      why: "a claim for a disease that is not listed is refused before that"))
  package static let provinceBypassed = FindingKind(
    "P0479", .warning,
    zh: .init(
      "{from} 到 {to} 有上级 {province} 的规则，这里的上级却不经过它", help: "写 inherits: \"{province}\"，由它再继承更上一级",
      why: "跳过省（区）一级，它规定的备案办法和幅度限制就都不起作用"),
    en: .init(
      "from {from} to {to} there are rules of {province}, and what is inherited does not come through it",
      help: "write `inherits: \"{province}\"`; it inherits from the level above in turn",
      why: "filing rules and guardrails of the province have no effect when it is bypassed"))

  package static let structureKinds: [FindingKind] = [
    sourceUncited, classUnused, attributeUnused, capUnused, sharedLayerUnused, parameterUnused, diseaseGroupUnused,
    accountNeverRead, occurrencesUnasked, capNeverLimits, planGap, ancestorDraft, reviewDue, diseaseUnknown,
    diseaseMisnamed, diseaseTwice, directDiseaseUnlisted, provinceBypassed,
  ]
}

/// Findings about what regions add to the usual rules: attributes, parameters, diseases, periods, merged visits.
extension FindingKind {
  package static let cycleDays = FindingKind(
    "P0362",
    zh: .init("周期和天数不相配", help: "按周期就写 cycle_days，如 360；按别的期间就不写", why: "没有天数的周期不知道何时重新起算"),
    en: .init(
      "the period and its number of days do not go together",
      help: "write `cycle_days`, such as 360, with a cycle and with nothing else",
      why: "a cycle without its length never starts anew"))
  package static let needsAccount = FindingKind(
    "P0363",
    zh: .init("每次结算收取的起付标准不能写“{key}”", help: "删去，或把 per 改成 year 等期间", why: "每次重新收取，没有以前的数额可抵"),
    en: .init(
      "`{key}` does not go with a deductible for each settlement",
      help: "delete it, or write another period such as `per: year`",
      why: "what starts anew each time has nothing to use up"))
  package static let separationConflict = FindingKind(
    "P0364",
    zh: .init("“{first}”和“{second}”不能同时写", help: "只留一个", why: "两者对同一笔累计的划分不同", related: "另一项"),
    en: .init(
      "`{first}` and `{second}` exclude each other", help: "keep one of them",
      why: "they divide the same account in different ways", related: "the other one"))
  package static let tooManyAttributes = FindingKind(
    "P0365",
    zh: .init("有 {count} 个属性，最多 {limit} 个", help: "合并属性", why: "每个属性占结算事实的一格"),
    en: .init(
      "there are {count} attributes; the limit is {limit}", help: "merge some",
      why: "each attribute takes a slot of a claim's facts"))
  package static let attributeRedefined = FindingKind(
    "P0366",
    zh: .init("属性“{name}”和上级规则里的定义不同", help: "改成一样，或换一个名称", why: "同一个名称在继承来的待遇里会有两种含义"),
    en: .init(
      "attribute `{name}` is defined differently by a parent", help: "make both alike, or choose another name",
      why: "inherited benefits would read it in another sense"))
  package static let unknownParameter = FindingKind(
    "P0367",
    zh: .init("没有参数“{name}”", help: "先在 parameters 里写上，或改成：{suggestion}", why: "比例要知道是什么金额的比例"),
    en: .init(
      "there is no parameter `{name}`", help: "define it in `parameters`, or write: {suggestion}",
      why: "a share needs the amount it is of"))
  package static let unknownDiseaseGroup = FindingKind(
    "P0368",
    zh: .init("没有病种组“{name}”", help: "先在 groups 里写上，或改成：{suggestion}", why: "组要能找到"),
    en: .init(
      "there is no group `{name}` of diseases", help: "define it in `groups`, or write: {suggestion}",
      why: "a group has to exist"))
  package static let diseasesMissing = FindingKind(
    "P0369",
    zh: .init("规则里没有病种名录", help: "写上 diseases，或删去按病种的规定", why: "按病种计算要先有病种"),
    en: .init(
      "the rules list no diseases", help: "write `diseases`, or do not go by disease",
      why: "what goes by disease needs the list"))
  package static let severalByDisease = FindingKind(
    "P0370",
    zh: .init("“several”的限额表要按病种", help: "写成 by: disease", why: "不按病种就分不出几个病种各自的限额"),
    en: .init(
      "a cap with `several` has to go by disease", help: "write `by: disease`",
      why: "otherwise the diseases have no limits of their own"))
  package static let forEachDimension = FindingKind(
    "P0371",
    zh: .init("“{name}”不能用来逐个计算", help: "写年龄，或一个数值属性", why: "只有数值才能一个一个地加"),
    en: .init(
      "`{name}` cannot be counted", help: "name age or a numeric attribute",
      why: "only numbers can be added one by one"))
  package static let deductibleChange = FindingKind(
    "P0372",
    zh: .init("起付标准的调整要且只能写一项变化", help: "在 times、minus_each_time、times_each_time 里选一个", why: "不写改什么，调整没有作用"),
    en: .init(
      "an adjustment of the deductible needs exactly one change",
      help: "write one of `times`, `minus_each_time`, `times_each_time`",
      why: "an adjustment that changes nothing is a slip"))
  package static let mergesRecharge = FindingKind(
    "P0373",
    zh: .init("合并就诊的待遇不能同时{what_zh}", help: "删去其中一项", why: "合并的几次就诊各自计算，和合起来计算的结果不同", related: "和这一项"),
    en: .init(
      "a benefit that merges visits cannot {what}", help: "delete one of the two",
      why: "the visits one by one would come out otherwise than together", related: "and this"))
  package static let withinDays = FindingKind(
    "P0374",
    zh: .init("再入院合并要写 within_days，同日合并不写", help: "写上间隔天数，如 15，或删去", why: "不知道间隔多少天算同一次"),
    en: .init(
      "`within_days` goes with readmission, and has to", help: "write the number of days, such as 15, or delete it",
      why: "without it nobody knows how soon is the same stay"))
  package static let attributeValues = FindingKind(
    "P0375",
    zh: .init("属性“{name}”的取值和类型不相配", help: "选项要写 values，数值不写", why: "选项之外的值不能参加规则"),
    en: .init(
      "attribute `{name}` needs `values` if and only if it is a choice",
      help: "list the values of a choice; a number has none",
      why: "rules can only go by listed values"))
  package static let badAttributeName = FindingKind(
    "P0376",
    zh: .init("“{name}”已经是维度的名称", help: "换一个名称", why: "重名后分不清说的是哪一个"),
    en: .init(
      "`{name}` is the name of a dimension already", help: "choose another name",
      why: "rules could not tell them apart"))
  package static let nothingReached = FindingKind(
    "P0377",
    zh: .init("写了异地就医的变化，却不影响任何支付层", help: "在 reaches 的 layers 里写上支付层，或改成 as_at_home", why: "没有影响到的层，变化不起作用"),
    en: .init(
      "changes for treatment elsewhere reach no layer", help: "name layers in `reaches`, or write as_at_home",
      why: "a change that reaches nothing has no effect"))
  package static let zeroCap = FindingKind(
    "P0378", .warning,
    zh: .init("限额是 0，等于什么也不支付", help: "不封顶写 unlimited（不封顶）；不支付用 not_offered", why: "0 常被当作“没有限额”"),
    en: .init(
      "a cap of 0 pays nothing", help: "write `unlimited` to lift it, or `not_offered` for what is not paid",
      why: "people write 0 for \"no limit\""))
  package static let inScopeTaken = FindingKind(
    "P0379",
    zh: .init(
      "前面的支付层已经取走全部政策范围内费用，这一层永远是 0", help: "改成 pays_from: {suggestion}", why: "政策范围内费用只由第一个有的支付层取用，后面的从它留下的支付",
      related: "由这一层取走"),
    en: .init(
      "an earlier layer takes the whole in-scope amount; this one never pays", help: "write pays_from: {suggestion}",
      why: "the first layer there is takes the in-scope amount; later ones pay from what it leaves",
      related: "taken here"))
  package static let forEachMisplaced = FindingKind(
    "P0380",
    zh: .init("“{key}”只和“plus”一起用，“beyond”还要有“for_each”", help: "删去，或补上缺的一项", why: "单独写不起作用"),
    en: .init(
      "`{key}` goes with `plus` only, and `beyond` with `for_each`", help: "delete it, or add what is missing",
      why: "alone it has no effect"))
  package static let roundedToZero = FindingKind(
    "P0381",
    zh: .init("不能取整到 0", help: "写取整的单位，如 10；取整到分就不写", why: "取整的单位要大于零"),
    en: .init(
      "an amount cannot be rounded to multiples of 0", help: "write the unit, such as 10, or leave it out for fen",
      why: "the unit has to be more than nothing"))

  package static let additionKinds: [FindingKind] = [
    cycleDays, needsAccount, separationConflict, tooManyAttributes, attributeRedefined, unknownParameter,
    unknownDiseaseGroup, diseasesMissing, severalByDisease, forEachDimension, deductibleChange, mergesRecharge,
    withinDays, attributeValues, badAttributeName, nothingReached, zeroCap, inScopeTaken, forEachMisplaced,
    roundedToZero,
  ]
}

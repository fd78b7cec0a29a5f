/// Findings about every claim there can be; each comes with claims that show it.
extension FindingKind {
  package static let paidFalls = FindingKind(
    "P0401",
    zh: .init(
      "“{plan}”（{situation_zh}）：费用从 {from} 元增加到 {to} 元，支付反而从 {before} 元降到 {after} 元",
      help: "检查各列的比例、起付标准和限额：费用多了，支付不能少", why: "多花钱少报销的规定不会有，多半是写错了比例或分段"),
    en: .init(
      "`{plan}` ({situation}): when the expense rises from {from} to {to}, what is paid falls from {before} to {after}",
      help: "check ratios, deductible and caps: more expense must not pay less",
      why: "no region pays less for more expense; a ratio or a threshold is likely to be mistyped"))
  package static let paidTooSteep = FindingKind(
    "P0402",
    zh: .init(
      "“{plan}”（{situation_zh}）：费用从 {from} 元增加到 {to} 元，支付从 {before} 元增加到 {after} 元，比费用增加得还多",
      help: "检查比例和各层的支付基数", why: "多花一元最多多报一元"),
    en: .init(
      "`{plan}` ({situation}): when the expense rises from {from} to {to}, what is paid rises from {before} to {after}, by more",
      help: "check the ratios and what each layer pays from", why: "one more yuan of expense pays at most one more yuan"
    ))
  package static let paidJumps = FindingKind(
    "P0403", .warning,
    zh: .init(
      "“{plan}”（{situation_zh}）：费用从 {from} 元多出一分到 {to} 元，支付就从 {before} 元跳到 {after} 元",
      help: "核对文件是不是真的按全额分档；多数文件是分段计算（how: marginal）", why: "一分钱之差多报很多，通常是把分段计算写成了全额分档"),
    en: .init(
      "`{plan}` ({situation}): one fen more than {from}, {to}, makes what is paid jump from {before} to {after}",
      help:
        "check whether the document really applies one ratio to the whole; most apply each to its own band (how: marginal)",
      why: "a cliff is usually bands that were written as one ratio for the whole"))
  package static let deadLayer = FindingKind(
    "P0404", .warning,
    zh: .init(
      "“{plan}”的支付层“{layer}”（{title}）对谁、花多少都不支付", help: "检查适用对象、支付基数和前面各层留下什么", why: "不起作用的支付层多半是基数或条件写错了"),
    en: .init(
      "layer `{layer}` ({title}) of `{plan}` never pays anything to anybody",
      help: "check whom it is for, what it pays from and what earlier layers leave",
      why: "a layer without effect usually has a wrong base or condition"))
  package static let deadColumn = FindingKind(
    "P0405", .warning,
    zh: .init(
      "第 {number} 列（{from} 到 {to} 元）的费用谁也到不了", help: "检查分段的界限，或限额是不是在它之前就用完了", why: "到不了的分段不起作用，界限或限额多半写错了"),
    en: .init(
      "no expense ever comes into column {number} ({from} to {to})",
      help: "check the thresholds, and whether a cap is used up before it",
      why: "a band that cannot be reached usually means a wrong threshold or cap"))
  package static let capNeverReached = FindingKind(
    "P0406", .warning,
    zh: .init("限额“{cap}”永远用不完", help: "检查金额，或是不是有更严的限额总在它之前", why: "从不起作用的限额多半写错了金额或口径"),
    en: .init(
      "cap `{cap}` is never used up", help: "check the amount, and whether a tighter cap always comes first",
      why: "a cap without effect usually has a wrong amount or measure"))
  package static let reductionBeyondGuardrail = FindingKind(
    "P0407", silenceable: true,
    zh: .init(
      "“{plan}”（{situation_zh}）：费用 {expense} 元时，实际报销比例比在参保地低 {found} 个百分点，超过上级“{guardrail}”规定的 {limit} 个百分点",
      help: "核对上级规定，把降幅改到 {limit} 个百分点以内", why: "先行自付、按系数折算也是降低待遇，合起来不能突破上级的限制"),
    en: .init(
      "`{plan}` ({situation}): at {expense} the share paid is {found} points lower than at home; guardrail `{guardrail}` allows {limit}",
      help: "check the rules of the level above and lower by no more than {limit} points",
      why: "a first self-pay or a factor lowers benefits too, and may not go beyond the limit of the level above"))
  package static let reductionNotAboutGuardrail = FindingKind(
    "P0408", .warning,
    zh: .init(
      "“{plan}”（{situation_zh}）：费用 {expense} 元时，实际报销比例比在参保地低 {found} 个百分点，偏离上级“{guardrail}”的 {limit} 个百分点左右",
      help: "核对依据", why: "降得比上级的参考幅度更多要有理由；这里只看降得更多的，用系数或先行自付降得更少的不报告"),
    en: .init(
      "`{plan}` ({situation}): at {expense} the share paid is {found} points lower than at home; guardrail `{guardrail}` says about {limit}",
      help: "check the source",
      why:
        "lowering by more than the level above guides to needs a reason; only more is looked for: factors and first self-pays that lower by less are not reported"
    ))
  package static let lowerLevelPaysLess = FindingKind(
    "P0409", .warning,
    zh: .init(
      "“{plan}”：费用 {expense} 元时，{situation_zh}支付 {paid} 元，比{than_zh}的 {other} 元还少",
      help: "核对各级医院的起付标准、比例和限额，看是不是写反了", why: "各地都引导在基层就医，级别低的医院报得少多半是写反了"),
    en: .init(
      "`{plan}`: at {expense}, {situation} pays {paid}, less than {other} for {than}",
      help: "check the deductibles, ratios and caps of the levels: they may be the wrong way round",
      why: "regions favour lower levels; a lower level that pays less is usually a swap"))
  package static let retiredPaysMore = FindingKind(
    "P0410", .warning,
    zh: .init(
      "“{plan}”：费用 {expense} 元时，{situation_zh}支付 {paid} 元，比{than_zh}的 {other} 元还少",
      help: "核对在职和退休的起付标准、比例和限额，看是不是写反了", why: "退休人员的待遇不低于在职人员，低了多半是写反了"),
    en: .init(
      "`{plan}`: at {expense}, {situation} pays {paid}, less than {other} for {than}",
      help: "check deductibles, ratios and caps of both: they may be the wrong way round",
      why: "a retired person never gets less than one in service; if so it is usually a swap"))
  package static let hardshipPaysMore = FindingKind(
    "P0411", .warning,
    zh: .init(
      "“{plan}”：费用 {expense} 元时，{situation_zh}支付 {paid} 元，比{than_zh}的 {other} 元还少",
      help: "核对困难人员和其他人员的起付标准、比例和限额，看是不是写反了", why: "困难人员的待遇不低于其他人员，低了多半是写反了或多写、少写了一位"),
    en: .init(
      "`{plan}`: at {expense}, {situation} pays {paid}, less than {other} for {than}",
      help: "check thresholds, ratios and caps of persons in hardship and of others: they may be the wrong way round",
      why: "persons in hardship never get less than others; if so it is usually a swap or a digit too many or too few"))
  package static let laterStayPaysLess = FindingKind(
    "P0412", .warning,
    zh: .init(
      "“{plan}”：费用 {expense} 元时，{situation_zh}支付 {paid} 元，比前面一次（{than_zh}）的 {other} 元还少",
      help: "核对各次的起付标准，看是不是多写、少写了一位", why: "起付标准逐次降低或不变，年内后来的住院报得少多半是写错了"),
    en: .init(
      "`{plan}`: at {expense}, {situation} pays {paid}, less than {other} for an earlier one ({than})",
      help: "check the deductible of each stay for a digit too many or too few",
      why: "deductibles fall or stay the same from one stay of a year to the next"))

  package static let planNotAnalysed = FindingKind(
    "P0413", .warning,
    zh: .init(
      "“{plan}”有 {missing} 种情形算不成费用的函数，这些情形没有检查",
      help: "少用几个维度，或不要把全额分档、支付限额和按比例的起付标准用在一起；确认无妨的写明理由放行",
      why: "没有检查过的，不能当作没有问题"),
    en: .init(
      "`{plan}` has {missing} situations that cannot be worked out for all claims; they were not checked",
      help:
        "use fewer dimensions, or do not join a slab, a cap on paid and a deductible by share; allow it with a reason if it does no harm",
      why: "what was not checked must not look as if nothing was wrong"))

  /// What takes the exact analysis of every claim to find.
  package static let analysisKinds: [FindingKind] = [
    planNotAnalysed,
    paidFalls, paidTooSteep, paidJumps, deadLayer, deadColumn, capNeverReached, reductionBeyondGuardrail,
    reductionNotAboutGuardrail, lowerLevelPaysLess, retiredPaysMore, hardshipPaysMore, laterStayPaysLess,
  ]
}

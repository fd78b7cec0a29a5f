/// Findings about the meaning of rule files.
extension FindingKind {
  package static let unknownSource = FindingKind(
    "P0302",
    zh: .init("依据里没有“{source}”", help: "在 sources 里写上它，或改成：{suggestion}", why: "出处要能找到文件"),
    en: .init(
      "there is no source `{source}`", help: "add it to `sources`, or write: {suggestion}",
      why: "a citation has to lead to a document"))
  package static let clauseMissing = FindingKind(
    "P0303", .warning,
    zh: .init("出处“{source}”没有写条款", help: "在简称后面空一格写上条款，如 {source} 第一条", why: "没有条款，别人无法核对"),
    en: .init(
      "citation `{source}` names no clause", help: "add the clause after the id, such as `{source} 第一条`",
      why: "without the clause nobody can check the figure"))
  package static let unknownDimensionValue = FindingKind(
    "P0304",
    zh: .init("维度“{dimension}”没有“{text}”这个取值", help: "可以写：{suggestion}；细分先在 classes 里定义", why: "不存在的取值永远轮不到"),
    en: .init(
      "dimension `{dimension}` has no value `{text}`",
      help: "write one of: {suggestion}; define finer ones in `classes`",
      why: "a value that does not exist is never met"))
  package static let incompleteTable = FindingKind(
    "P0305",
    zh: .init("表不完整：缺 {missing}", help: "给缺的取值写上一档", why: "缺了的人没有结果，无法结算"),
    en: .init(
      "the table is incomplete: {missing} is missing", help: "write a case for what is missing",
      why: "claims that meet no case could not be settled"))
  package static let unreachableCase = FindingKind(
    "P0306", .warning,
    zh: .init("这一档永远轮不到", help: "删去这一档，或改正取值；待遇的对象里没有这样的人或次数", why: "永远轮不到的一档多半是写错了"),
    en: .init(
      "this case is never met", help: "delete it, or correct the value; no claim of the plan has it",
      why: "a case that is never met is usually a slip"))
  package static let columnsNotRising = FindingKind(
    "P0307",
    zh: .init("分段的上限没有依次增大", help: "从小到大写", why: "不递增的分段有一段永远用不到"),
    en: .init(
      "the ends of the columns do not rise", help: "write them from small to large",
      why: "with falling ends a column could never be reached"))
  package static let lastColumnNotOpen = FindingKind(
    "P0308",
    zh: .init("最后一段必须是“{above}”，且只能在最后", help: "最后加上 {above}，比例相应写齐", why: "没有最后一段，超出的费用没有比例"),
    en: .init(
      "the last column has to be `{above}`, and only the last", help: "end the list with {above} and give its ratio",
      why: "without an open last column expense beyond it has no ratio"))
  package static let ratioCountMismatch = FindingKind(
    "P0309",
    zh: .init("这里有 {found} 个比例，分段有 {expected} 段", help: "每段写一个比例", why: "比例和分段要一一对应"),
    en: .init(
      "{found} ratios for {expected} columns", help: "write one ratio for each column",
      why: "ratios and columns have to match one to one"))
  package static let axisMissing = FindingKind(
    "P0310",
    zh: .init("有分段却没有写“{key}”", help: "写上 {key}", why: "同样的分段按不同口径结果不同，不能默认"),
    en: .init(
      "there are columns but no `{key}`", help: "write `{key}`",
      why: "the same columns give different results by what they count; nothing is assumed"))
  package static let zeroRatioOnPaidAxis = FindingKind(
    "P0311",
    zh: .init("按支付额分段时，比例为 0 的段没有尽头", help: "删去这一段，或改用费用口径", why: "支付额在这一段不再增加，永远到不了下一段"),
    en: .init(
      "a ratio of zero never ends when columns count what is paid", help: "remove the column, or count expense instead",
      why: "the payment does not grow there, so the next column is never reached"))
  package static let unknownCap = FindingKind(
    "P0312",
    zh: .init("没有名为“{name}”的限额", help: "在 caps 里定义它，或改成：{suggestion}", why: "不存在的限额不起作用"),
    en: .init(
      "there is no cap `{name}`", help: "define it in `caps`, or write: {suggestion}",
      why: "a cap that does not exist has no effect"))
  package static let unknownLayer = FindingKind(
    "P0313",
    zh: .init("没有代号为“{name}”的支付层", help: "改成：{suggestion}", why: "引用要指向前面的支付层"),
    en: .init(
      "there is no layer `{name}`", help: "write one of: {suggestion}",
      why: "a reference has to lead to an earlier layer"))
  package static let layerOrder = FindingKind(
    "P0314",
    zh: .init("支付层“{name}”在后面，不能引用", help: "把被引用的层写在前面", why: "各层依次支付，后面的层还没有结果"),
    en: .init(
      "layer `{name}` comes later and cannot be referred to", help: "write the layer that is referred to first",
      why: "layers pay in order; a later one has no result yet"))
  package static let badBase = FindingKind(
    "P0315",
    zh: .init("“{text}”不能作支付范围", help: "写 in_scope、over_cap、某层.over_cap，或 {suggestion} 的列表", why: "支付范围只有这几种"),
    en: .init(
      "`{text}` cannot be what a layer pays from",
      help: "write in_scope, over_cap, layer.over_cap, or a list of: {suggestion}",
      why: "a layer can pay from these only"))
  package static let duplicateID = FindingKind(
    "P0316",
    zh: .init("代号“{name}”用了两次", help: "换一个代号", why: "引用时分不清是哪一个"),
    en: .init(
      "id `{name}` is used twice", help: "choose another id",
      why: "a reference could not tell which is meant"))
  package static let unknownSharedLayer = FindingKind(
    "P0317",
    zh: .init("layers 里没有“{name}”", help: "在 layers 里定义它，或改成：{suggestion}", why: "引用的支付层不存在"),
    en: .init(
      "`layers` has no `{name}`", help: "define it in `layers`, or write: {suggestion}",
      why: "the layer that is used does not exist"))
  package static let emptyAdjustment = FindingKind(
    "P0318",
    zh: .init("调整没有写“plus”或“self_pay_times”，或两个都写了", help: "只写其中一个", why: "不写改什么，调整没有作用"),
    en: .init(
      "an adjustment needs either `plus` or `self_pay_times`", help: "write exactly one of them",
      why: "an adjustment that changes nothing is a slip"))
  package static let severalRatioChanges = FindingKind(
    "P0319",
    zh: .init("一类备案只能改一次比例，这里写了 {count} 种", help: "只留降低、按本地比例、改用比例中的一种", why: "先降低再打折和先打折再降低结果不同"),
    en: .init(
      "a standing changes the ratio once; {count} changes stand here",
      help: "keep one of lower_by, pays_of_home_ratio, ratio_instead",
      why: "lowering before or after multiplying gives different results"))
  package static let selfPayTimingMissing = FindingKind(
    "P0320",
    zh: .init(
      "有先行自付却没有写 first_self_pay_taken", help: "写上 before_deductible 或 after_deductible", why: "先扣先行自付还是先扣起付标准，结果不同"),
    en: .init(
      "there is a first self-pay but no `first_self_pay_taken`", help: "write before_deductible or after_deductible",
      why: "the order of first self-pay and deductible changes the result"))
  package static let emptyChange = FindingKind(
    "P0321",
    zh: .init("这一类没有写任何变化", help: "写上变化，或写 as_at_home", why: "空的变化看不出是没有还是忘了写"),
    en: .init(
      "the case names no change", help: "write the change, or as_at_home",
      why: "an empty change does not say whether nothing was meant"))
  package static let classWithoutMembers = FindingKind(
    "P0322",
    zh: .init(
      "细分“{name}”没有成员", help: "写 institutions、codes，或 attribute 和 equals；codes 只用于有国家平台代码的维度", why: "没有成员的细分永远轮不到"),
    en: .init(
      "class `{name}` has no members",
      help: "write `institutions`, `codes` (of a dimension with platform codes), or `attribute` and `equals`",
      why: "a class without members is never met"))
  package static let classParentUnknown = FindingKind(
    "P0323",
    zh: .init("细分“{name}”所属的“{parent}”不存在或绕回自己", help: "改成：{suggestion}", why: "细分要落在已有的取值之下"),
    en: .init(
      "class `{name}` refines `{parent}`, which does not exist or leads back to it", help: "write one of: {suggestion}",
      why: "a class has to refine an existing value"))
  package static let accountMissing = FindingKind(
    "P0324",
    zh: .init("按年度累计却没有写账户", help: "写上 account: 账户名", why: "跨次结算的累计要有名字，调用方才能保存"),
    en: .init(
      "a yearly value names no account", help: "write `account: name`",
      why: "what runs over several claims needs a name the caller can keep it under"))
  package static let accountNeedless = FindingKind(
    "P0325", .warning,
    zh: .init("每次结算重新起算，账户“{name}”不起作用", help: "删去账户，或改为按年度", why: "写了不用的账户会让人误会"),
    en: .init(
      "account `{name}` has no effect when each settlement starts anew", help: "delete it, or let it run over the year",
      why: "an account without effect misleads"))
  package static let cumulativeBase = FindingKind(
    "P0326",
    zh: .init("年度累计的支付层要从个人负担各项的列表支付", help: "把 pays_from 写成列表，如 [ratio_share, deductible]", why: "累计的是个人负担的费用"),
    en: .init(
      "a cumulative layer pays from a list of the person's parts",
      help: "write pays_from as a list, such as [ratio_share, deductible]",
      why: "what adds up over the year is what the person paid"))
  package static let noFirstLayer = FindingKind(
    "P0327",
    zh: .init("待遇“{plan}”没有从 in_scope 支付的层", help: "第一层写 pays_from: in_scope", why: "没有这样的层，政策范围内费用无人支付"),
    en: .init(
      "plan `{plan}` has no layer that pays from in_scope", help: "let the first layer say pays_from: in_scope",
      why: "without it nobody pays the in-scope amount"))
  package static let overlappingPlans = FindingKind(
    "P0328",
    zh: .init("待遇“{first}”和“{second}”适用于同样的就医", help: "用 for 把两者分开", why: "一次就医只能适用一项待遇"),
    en: .init(
      "plans `{first}` and `{second}` are for the same claims", help: "tell them apart by `for`",
      why: "exactly one plan applies to a claim"))
  package static let datesReversed = FindingKind(
    "P0329",
    zh: .init("终止日 {to} 早于起始日 {from}", help: "检查日期", why: "这样的版本一天也不施行"),
    en: .init(
      "the last day {to} is before the first day {from}", help: "check the dates",
      why: "such a version is never in force"))
  package static let fileNameMismatch = FindingKind(
    "P0330",
    zh: .init("文件名应为 {expected}", help: "改文件名，或改施行日期", why: "文件名就是施行的第一天，便于查找"),
    en: .init(
      "the file should be named {expected}", help: "rename it, or correct the date",
      why: "a file is named after its first day in force"))
  package static let folderMismatch = FindingKind(
    "P0331",
    zh: .init("文件夹“{folder}”的代码和统筹地区 {region} 不一致", help: "把文件移到 {region}-… 文件夹", why: "一个地区的版本放在一个文件夹里"),
    en: .init(
      "folder `{folder}` does not begin with the region's code {region}", help: "move the file to a folder {region}-…",
      why: "all versions of a region stand in one folder"))
  package static let versionsOverlap = FindingKind(
    "P0332",
    zh: .init("和 {other} 的施行期间重叠", help: "给前一版写上终止日，或改起始日", why: "同一天不能有两个版本"),
    en: .init(
      "in force at the same time as {other}", help: "give the earlier version a last day, or change the first day",
      why: "two versions cannot hold on one day"))
  package static let versionsGap = FindingKind(
    "P0333",
    zh: .init("{from} 到 {to} 没有任何版本施行", help: "接上日期，或补一个版本", why: "这段时间的结算没有依据"),
    en: .init(
      "no version is in force from {from} to {to}", help: "join the dates, or add a version",
      why: "claims of these days have no rules"))
  package static let parentMissing = FindingKind(
    "P0334",
    zh: .init("上级地区 {parent} 没有规则文件", help: "写上该地区的文件，或改 inherits", why: "上级没有规则，继承不到东西"),
    en: .init(
      "the parent region {parent} has no rule file", help: "add its file, or change `inherits`",
      why: "there is nothing to inherit"))
  package static let parentNotInForce = FindingKind(
    "P0335",
    zh: .init("{from} 到 {to} 上级 {parent} 没有施行的版本", help: "补上上级的版本，或改施行期间", why: "本地区施行而上级不施行，继承的部分就没有依据"),
    en: .init(
      "from {from} to {to} the parent {parent} has no version in force",
      help: "add the parent's version, or change the days in force",
      why: "while the parent is not in force, what is inherited has no rules"))
  package static let parentLoop = FindingKind(
    "P0336",
    zh: .init("继承绕回自己：{chain}", help: "去掉其中一个 inherits", why: "互相继承没有起点"),
    en: .init(
      "inheritance leads back to itself: {chain}", help: "remove one `inherits`",
      why: "regions that inherit from each other have no beginning"))
  package static let unknownRegion = FindingKind(
    "P0337",
    zh: .init("区划目录里没有 {region}", help: "改正代码，或把它加到 catalogue/regions.yaml", why: "写错的代码没有人会来结算"),
    en: .init(
      "region {region} is not in the catalogue", help: "correct the code, or add it to catalogue/regions.yaml",
      why: "nobody settles under a mistyped code"))
  package static let changePathMissing = FindingKind(
    "P0338",
    zh: .init("上一版里没有“{path}”", help: "检查路径", why: "修改要落在上一版已有的值上"),
    en: .init(
      "the version before has no `{path}`", help: "check the path",
      why: "a change has to meet a value of the version before"))
  package static let changeWasDiffers = FindingKind(
    "P0339",
    zh: .init("上一版的“{path}”是 {found}，不是 {was}", help: "改正 was", why: "原值对不上，说明改错了地方或上一版已变", related: "上一版的值"),
    en: .init(
      "`{path}` of the version before is {found}, not {was}", help: "correct `was`",
      why: "a different old value means the wrong place, or that the version before has changed",
      related: "the value before"))
  package static let changesWithoutBase = FindingKind(
    "P0340",
    zh: .init("没有上一版可以修改", help: "写成完整的文件", why: "只写修改的版本要有前一版"),
    en: .init(
      "there is no version before to change", help: "write the file whole",
      why: "a version of changes needs one before it"))
  package static let guardrailBroken = FindingKind(
    "P0341", silenceable: true,
    zh: .init(
      "降低 {found} 个百分点，超过上级“{guardrail}”规定的 {limit} 个百分点", help: "改成不超过 {limit} 个百分点", why: "下级的幅度不能突破上级的限制",
      related: "上级的限制"),
    en: .init(
      "lowers by {found} points; guardrail `{guardrail}` allows {limit}", help: "lower by no more than {limit} points",
      why: "a level may not go beyond the limit of the level above", related: "the limit above"))
  package static let guardrailAboutMissed = FindingKind(
    "P0342", .warning,
    zh: .init(
      "降低 {found} 个百分点，偏离上级“{guardrail}”的 {limit} 个百分点左右", help: "核对依据", why: "偏离上级的参考幅度要有理由", related: "上级的参考幅度"),
    en: .init(
      "lowers by {found} points; guardrail `{guardrail}` says about {limit}", help: "check the source",
      why: "a departure from the guide of the level above needs a reason", related: "the guide above"))
  package static let openQuestionPath = FindingKind(
    "P0343",
    zh: .init("没有“{path}”这个值", help: "检查路径", why: "待定问题要指明是哪个值"),
    en: .init(
      "there is no value `{path}`", help: "check the path",
      why: "an open question has to name its value"))
  package static let toleranceNeedless = FindingKind(
    "P0344", .warning,
    zh: .init("强度是“不超过”，允许偏差不起作用", help: "删去 tolerance，或改为 about", why: "上限没有偏差"),
    en: .init(
      "a tolerance has no effect with at_most", help: "delete it, or write about",
      why: "a limit has no tolerance"))
  package static let boundsReversed = FindingKind(
    "P0345",
    zh: .init("最低 {least} 高于最高 {most}", help: "检查两个数", why: "这样的范围里没有任何值"),
    en: .init(
      "the lower bound {least} is above the upper bound {most}", help: "check both figures",
      why: "no value fits between them"))
  package static let tooManyLayers = FindingKind(
    "P0346",
    zh: .init("待遇“{plan}”有 {count} 层，最多 {limit} 层", help: "合并支付层", why: "上限使每次结算的开销固定"),
    en: .init(
      "plan `{plan}` has {count} layers; the limit is {limit}", help: "merge layers",
      why: "a limit keeps the cost of a settlement fixed"))
  package static let unknownReach = FindingKind(
    "P0347", .warning,
    zh: .init("异地规定影响的支付层“{name}”在各待遇里都没有", help: "改正代号，或删去", why: "写错的代号不起作用"),
    en: .init(
      "no plan has the layer `{name}` that non_local reaches", help: "correct the id, or delete it",
      why: "a mistyped id has no effect"))
  package static let accountUnits = FindingKind(
    "P0348",
    zh: .init("账户“{name}”既记 {first} 又记 {second}", help: "给其中一个换个名字", why: "同一个账户只能累计一种量"),
    en: .init(
      "account `{name}` holds both {first} and {second}", help: "give one of them another name",
      why: "an account can add up one kind of quantity only"))
  package static let folderUnreadable = FindingKind(
    "P0349",
    zh: .init("读不到“{path}”：{reason_zh}", help: "检查路径和权限", why: "没有读到规则，就不能检查或结算"),
    en: .init(
      "cannot read `{path}`: {reason}", help: "check the path and permissions",
      why: "nothing can be checked or settled without the rules"))
  package static let noRuleFiles = FindingKind(
    "P0390",
    zh: .init("“{path}”里没有规则文件", help: "检查路径；规则文件以 .yaml 结尾，放在各地区的文件夹里", why: "什么也没有检查，不能当作没有问题"),
    en: .init(
      "there are no rule files in `{path}`",
      help: "check the path; rule files end in .yaml and stand in a folder for each region",
      why: "nothing was looked at, which must not pass for nothing being wrong"))
  package static let cumulativeCap = FindingKind(
    "P0353",
    zh: .init("年度累计的支付层只能用按支付额的限额，“{name}”不是", help: "改用 measures: paid 的限额", why: "累计计算时费用限额没有定义"),
    en: .init(
      "a cumulative layer can only have caps on what is paid; `{name}` is none", help: "use a cap with measures: paid",
      why: "a cap on expense has no meaning for a base that adds up"))
  package static let slabOnPaid = FindingKind(
    "P0354",
    zh: .init("按支付额分段不能全额套档", help: "改用费用口径，或分段累加", why: "支付额取决于比例，比例又取决于支付额，没有唯一结果"),
    en: .init(
      "columns of what is paid cannot be a slab", help: "count expense instead, or use marginal",
      why: "the payment would depend on the ratio and the ratio on the payment"))
  package static let sourceIncomplete = FindingKind(
    "P0355",
    zh: .init("依据“{source}”不是有文号的官方文件，却没有网址和查阅日期", help: "写上 url 和 read", why: "别人要能找到同一页"),
    en: .init(
      "source `{source}` is no official document with a number and has no url and reading day",
      help: "add `url` and `read`",
      why: "others have to be able to find the same page"))
  package static let repeatedCause = FindingKind(
    "P0356",
    zh: .init("“{text}”和前面的一项重复", help: "每一部分只写一次；不带层名的包括各层的", why: "同一部分不能支付两次"),
    en: .init(
      "`{text}` repeats an earlier item", help: "name each part once; one without a layer holds those of all layers",
      why: "a part cannot be paid twice"))
  package static let occurrenceCondition = FindingKind(
    "P0357",
    zh: .init("对象不能按次数", help: "把次数写进表里，如 by: occurrence", why: "先确定待遇才知道是第几次"),
    en: .init(
      "conditions cannot go by occurrence", help: "put it into a table, `by: occurrence`",
      why: "which time it is is known only once the benefit is"))
  package static let tooManyValues = FindingKind(
    "P0358",
    zh: .init("维度“{dimension}”有 {count} 个取值，最多 {limit} 个", help: "合并细分", why: "上限使每次判断的开销固定"),
    en: .init(
      "dimension `{dimension}` has {count} values; the limit is {limit}", help: "merge classes",
      why: "a limit keeps the cost of a decision fixed"))
  package static let mixedCounting = FindingKind(
    "P0359",
    zh: .init("次数账户“{name}”既按同级又按同类计次", help: "另起一个次数账户", why: "两种计次会记到同名的账户里"),
    en: .init(
      "`{name}` counts both by level and by class", help: "use another occurrence_account for one of them",
      why: "both would count under the same names"))
  package static let cumulativeYearly = FindingKind(
    "P0360",
    zh: .init("年度累计的支付层里，这一项不起作用", help: "删去；累计已经按年度计算", why: "累计额本身就是年度的，再按年度会算两遍"),
    en: .init(
      "this has no effect in a cumulative layer", help: "delete it; the layer adds up over the year already",
      why: "the base is yearly by itself"))
  package static let tableTooLarge = FindingKind(
    "P0361",
    zh: .init("表有 {size} 种组合，最多 {limit} 种", help: "减少维度，或用细分代替", why: "过大的表多半是写错或恶意"),
    en: .init(
      "the table has {size} combinations; the limit is {limit}", help: "use fewer dimensions or cases",
      why: "a table of this size is a slip or hostile"))
  package static let duplicateCode = FindingKind(
    "P0350",
    zh: .init("代码“{code}”写了两次", help: "只留一个", why: "同一个代码不能有两个含义"),
    en: .init(
      "code `{code}` is listed twice", help: "keep one of them",
      why: "a code cannot mean two things"))

  package static let policyKinds: [FindingKind] = [
    unknownSource, clauseMissing, unknownDimensionValue, incompleteTable, unreachableCase, columnsNotRising,
    lastColumnNotOpen, ratioCountMismatch, axisMissing, zeroRatioOnPaidAxis, unknownCap, unknownLayer, layerOrder,
    badBase, duplicateID, unknownSharedLayer, emptyAdjustment, severalRatioChanges, selfPayTimingMissing, emptyChange,
    classWithoutMembers, classParentUnknown, accountMissing, accountNeedless, cumulativeBase, noFirstLayer,
    overlappingPlans, datesReversed, fileNameMismatch, folderMismatch, versionsOverlap, versionsGap, parentMissing,
    parentNotInForce, parentLoop, unknownRegion, changePathMissing, changeWasDiffers, changesWithoutBase,
    guardrailBroken, guardrailAboutMissed, openQuestionPath, toleranceNeedless, boundsReversed, tooManyLayers,
    unknownReach, accountUnits, folderUnreadable, noRuleFiles, cumulativeCap, slabOnPaid, sourceIncomplete,
    repeatedCause,
    occurrenceCondition, tooManyValues, mixedCounting, cumulativeYearly, tableTooLarge, duplicateCode,
  ]

  /// What keeps a command from doing anything: it ends as with wrong usage.
  package static let unusableInputKinds: [FindingKind] = [folderUnreadable, noRuleFiles, fileNotWritten]
}

import Format
import PolicyModel
import Values

/// The one description of a region's rule file: reading, JSON Schema and reference page follow from it.
package enum PolicyFormat {
  /// What `format:` has to say.
  package static let version = "1"

  package static let document = RecordShape(
    Word("region policy", "地区待遇规则"),
    [
      Key(
        "format", "格式", .choice(ChoiceShape(Word("format version", "格式版本"), [Word(version, version)])), required: true,
        meaning: Word("version of this file format", "规则文件格式的版本")),
      Key(
        "region", "统筹地区", .scalar(.regionCode), required: true,
        meaning: Word("code of the pooling region on the national platform", "国家平台的医保区划代码")),
      Key("title", "名称", .scalar(.text), required: true, meaning: Word("name of the rules, in Chinese", "规则的名称")),
      Key(
        "in_force", "施行", .record(inForce), required: true,
        meaning: Word("first and last day in force; `to` is left out while open", "施行的起止日；未废止时不写“至”")),
      Key("issued", "印发", .scalar(.date), meaning: Word("day the rules were issued", "印发日期")),
      Key(
        "review_by", "复核期限", .scalar(.date),
        meaning: Word(
          "day by which somebody reads the sources again, such as the end of a trial rule",
          "到这一天要重新核对依据，如试行文件的有效期；过期后检查会提醒")),
      Key(
        "status", "状态", .choice(ChoiceShape(Word("status", "状态"), [Word("in_force", "施行"), Word("draft", "草案")])),
        meaning: Word("`draft` never settles unless asked", "草案不用于结算")),
      Key(
        "inherits", "上级", .scalar(.regionCode),
        meaning: Word("region whose rules hold where this file is silent", "本文件没有写的，按该地区的规则")),
      Key("sources", "依据", sources, required: true, meaning: Word("documents, by short id", "所依据的文件，按简称列出")),
      Key("benefit_year", "待遇年度", .record(benefitYear), meaning: Word("the year that accounts run for", "年度累计的起算")),
      Key(
        "facts_as_of", "认定时点",
        PlanFormat.choice(
          "day of facts", "认定时点", [("settlement", "结算日"), ("admission", "入院日"), ("year_start", "年度初")]),
        meaning: Word("day on which the age is taken; the day of settlement when left out", "年龄按哪一天认定；不写为结算日")),
      Key("rounding", "舍入", .record(rounding), meaning: Word("how amounts are rounded", "金额的舍入")),
      Key(
        "attributes", "属性", AdditionFormat.attributes, meaning: Word("further facts that claims carry", "结算请求携带的其他事实")),
      Key(
        "parameters", "参数", AdditionFormat.parameters,
        meaning: Word("amounts that others are shares of", "其他金额按比例引用的金额")),
      Key("diseases", "病种", AdditionFormat.diseases, meaning: Word("chronic and special diseases", "门诊慢特病病种")),
      Key("classes", "细分", classes, meaning: Word("finer values of a dimension", "维度取值的细分")),
      Key(
        "non_local", "异地就医", NonLocalFormat.shape,
        meaning: Word("what each standing changes", "各类备案人员的待遇有何不同")),
      Key(
        "filing", "备案", FilingFormat.shape,
        meaning: Word("who files treatment elsewhere, and the standing that follows", "异地就医备案，以及由此得到的备案类型")),
      Key(
        "stay_across_years", "跨年住院", VisitLifeFormat.stayAcrossYears,
        meaning: Word("stays that begin in one benefit year and end in another", "跨待遇年度的住院")),
      Key("refunds", "退费", VisitLifeFormat.refunds, meaning: Word("which settlements can be refunded", "哪些结算可以退费")),
    ] + FundFormat.keys + [
      Key("caps", "限额", AmountFormat.caps, meaning: Word("named caps, each defined once", "最高支付限额，每个只定义一次")),
      Key("layers", "公用支付层", PlanFormat.sharedLayers, meaning: Word("layers used by several plans", "几个待遇共用的支付层")),
      Key("plans", "待遇", PlanFormat.plans, meaning: Word("benefits: for which claims, and what pays", "各项待遇")),
      Key("not_known", "未查明", refusals, meaning: Word("benefits whose rules are not known to this file", "尚未查明规定的待遇")),
      Key("not_offered", "不予支付", refusals, meaning: Word("benefits that the region does not offer", "本地区没有的待遇")),
      Key(
        "guardrails", "幅度限制", NonLocalFormat.guardrails,
        meaning: Word("limits for the levels below", "对下级规定幅度的限制")),
      Key(
        "open_questions", "待定问题", .list(ListShape(.record(openQuestion))),
        meaning: Word("what the documents leave open and what is assumed", "文件没有说清、暂作假定的问题")),
    ])

  /// A version written as differences to the version before.
  package static let changes = RecordShape(
    Word("changes to the version before", "对上一版的修改"),
    [
      Key(
        "changes", "修改", .list(ListShape(.record(change))), required: true,
        meaning: Word("values that differ from the version before", "与上一版不同之处"))
    ]
      + document.keys.filter {
        ["format", "region", "title", "in_force", "issued", "review_by", "status", "sources", "open_questions"]
          .contains(
            $0.name.english)
      })

  private static let inForce = RecordShape(
    Word("days in force", "施行期间"),
    [
      Key("from", "自", .scalar(.date), required: true, meaning: Word("first day", "第一天")),
      Key("to", "至", .scalar(.date), meaning: Word("last day", "最后一天")),
    ])

  private static let sources = Shape.dictionary(
    DictionaryShape(
      Word("documents", "文件"), keyKind: .sourceID,
      .record(
        RecordShape(
          Word("document", "文件"),
          [
            Key("title", "名称", .scalar(.text), required: true, meaning: Word("title", "文件名称")),
            Key("number", "文号", .scalar(.text), meaning: Word("document number", "文号")),
            Key("issuer", "印发机关", .scalar(.text), meaning: Word("who issued it", "印发机关")),
            Key("issued", "印发", .scalar(.date), meaning: Word("day of issue", "印发日期")),
            Key(
              "basis", "性质", basis, required: true,
              meaning: Word("how firm: official text, report of one, or assumption", "官方文件、转述或假定")),
            Key("url", "网址", .scalar(.text), meaning: Word("where it was read", "读到的网址")),
            Key("read", "查阅", .scalar(.date), meaning: Word("day it was read", "查阅日期")),
          ]))))

  static let basis = Shape.choice(
    ChoiceShape(Word("basis", "性质"), [Word("official", "官方"), Word("reported", "转述"), Word("assumed", "假定")]))

  private static let classes = Shape.dictionary(
    DictionaryShape(
      Word("classes", "细分"),
      .record(
        RecordShape(
          Word("class", "细分"),
          [
            Key("of", "维度", dimensionName, required: true, meaning: Word("dimension it belongs to", "所属维度")),
            Key(
              "is", "属于",
              .scalar(.reference.naming(.valueOfDimension(key: Word("of", "维度"), among: Dimension.shapes))),
              required: true,
              meaning: Word("value or class it refines", "它细分的取值")),
            Key("title", "名称", .scalar(.text), required: true, meaning: Word("name, in Chinese", "名称")),
            Key("members", "成员", .record(members), required: true, meaning: Word("who belongs to it", "哪些机构或人员")),
            Key("source", "依据", .scalar(.citation), meaning: sourceMeaning),
          ]))))

  private static let members = RecordShape(
    Word("members", "成员"),
    [
      Key(
        "institutions", "机构", .list(ListShape(.scalar(.nationalCode))),
        meaning: Word("codes of institutions", "定点机构编号")),
      Key(
        "codes", "代码", .list(ListShape(.scalar(.nationalCode))),
        meaning: Word("the platform's codes of the dimension, such as 02 for grade 3A", "该维度的国家平台代码，如医院等级 02 三级甲等")),
      Key(
        "attribute", "属性", .scalar(.identifier),
        meaning: Word("name of an attribute that claims carry", "结算请求携带的属性名")),
      Key("equals", "等于", .scalar(.text), meaning: Word("its value", "属性的值")),
    ])

  private static let dimensionName = Shape.choice(
    ChoiceShape(
      Word("dimension", "维度"), Dimension.builtIn.filter { !$0.values.isEmpty }.map { Word($0.name, $0.chinese) }))

  private static let refusals = Shape.dictionary(
    DictionaryShape(
      Word("benefits", "待遇"),
      .record(
        RecordShape(
          Word("refused benefit", "不能结算的待遇"),
          [
            Key("for", "对象", .filter(Dimension.shapes), required: true, meaning: Word("claims it is for", "适用的就医")),
            Key("reason", "原因", .scalar(.text), required: true, meaning: Word("what the caller is told", "告知的原因")),
          ]))))

  private static let benefitYear = RecordShape(
    Word("benefit year", "待遇年度"),
    [
      Key("starts", "起于", .scalar(.dayOfYear), required: true, meaning: Word("its first day", "年度的第一天")),
      Key("source", "依据", .scalar(.citation), meaning: sourceMeaning),
    ])

  private static let rounding = RecordShape(
    Word("rounding", "舍入"),
    [
      Key(
        "mode", "方式",
        .choice(
          ChoiceShape(
            Word("rounding mode", "舍入方式"),
            [Word("half_up", "四舍五入"), Word("half_even", "四舍六入五成双"), Word("down", "舍去"), Word("up", "进位")])),
        required: true, meaning: Word("what happens to the part below the unit", "单位以下如何处理")),
      Key(
        "unit", "单位",
        .choice(ChoiceShape(Word("unit", "单位"), [Word("fen", "分"), Word("jiao", "角"), Word("yuan", "元")])),
        meaning: Word("the unit amounts are rounded to; fen when left out", "舍入到的单位；不写为分")),
      Key(
        "per", "时点", .choice(ChoiceShape(Word("moment", "时点"), [Word("layer", "每层"), Word("column", "每段")])),
        meaning: Word("when amounts are rounded; once a layer when left out", "何时舍入；不写为每层一次")),
      Key("source", "依据", .scalar(.citation), meaning: sourceMeaning),
    ])

  private static let openQuestion = RecordShape(
    Word("open question", "待定问题"),
    [
      Key(
        "at", "位置", .scalar(.text.naming(.path)), required: true,
        meaning: Word("path of the value it concerns", "所涉及的值的路径")),
      Key("question", "问题", .scalar(.text), required: true, meaning: Word("what is open", "什么没有说清")),
      Key("assumed", "假定", .scalar(.text), required: true, meaning: Word("what the file takes for it", "本文件的取法")),
      Key("otherwise", "另一取法", .scalar(.text), required: true, meaning: Word("the other reading", "另一种取法")),
    ])

  private static let change = RecordShape(
    Word("change", "修改"),
    [
      Key(
        "at", "位置", .scalar(.text.naming(.path)), required: true,
        meaning: Word("path of the value, as the version before writes it", "被修改的值的路径，按上一版的写法")),
      Key(
        "was", "原为", .scalar(.anything.naming(.valueAtPath(key: Word("at", "位置")))), required: true,
        meaning: Word("what the version before says", "上一版的值")),
      Key(
        "now", "改为", .scalar(.anything.naming(.valueAtPath(key: Word("at", "位置")))), required: true,
        meaning: Word("what it says now", "新的值")),
      Key("source", "依据", .scalar(.citation), required: true, meaning: sourceMeaning),
    ])

  static let sourceMeaning = Word(
    "document id and clause that cover everything in this mapping", "本处各值所依据的文件简称和条款")
}

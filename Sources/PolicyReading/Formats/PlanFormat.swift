import Format
import PolicyModel
import Values

/// The part of the description that says what a benefit pays.
package enum PlanFormat {
  static let source = Key("source", "依据", .scalar(.citation), meaning: PolicyFormat.sourceMeaning)
  static let conditions = Shape.filter(Dimension.shapes)

  package static let plans = Shape.dictionary(
    DictionaryShape(
      Word("benefits", "待遇"),
      .record(
        RecordShape(
          Word("benefit", "待遇"),
          [
            Key("title", "名称", .scalar(.text), required: true, meaning: Word("name, in Chinese", "名称")),
            Key("for", "对象", conditions, required: true, meaning: Word("claims it is for", "适用的就医")),
            Key(
              "occurrence_account", "次数账户", .scalar(.identifier),
              meaning: Word(
                "account that counts stays or visits; plans that name the same one count together",
                "计算次数的账户；写同一账户的待遇合并计次")),
            Key("merges", "合并", .record(merging), meaning: Word("visits that count as one", "几次就诊合并为一次")),
            Key(
              "layers", "支付层", .list(ListShape(.variants([layerUse, layer]))), required: true,
              meaning: Word("who pays, in order", "依次支付的各层")),
            source,
          ]))))

  private static let merging = RecordShape(
    Word("merged visits", "合并就诊"),
    [
      Key(
        "visits", "就诊",
        choice("merged visits", "合并的就诊", [("same_day_and_institution", "同日同机构"), ("readmission", "再入院")]),
        required: true, meaning: Word("which visits make one unit", "哪些就诊合并为一次")),
      Key("within_days", "间隔天数", .scalar(.days), meaning: Word("days from discharge to readmission", "出院到再入院不超过的天数")),
      source,
    ])

  package static let sharedLayers = Shape.dictionary(
    DictionaryShape(
      Word("shared layers", "公用支付层"), .record(RecordShape(Word("layer", "支付层"), Array(layer.keys.dropFirst())))))

  private static let layerUse = RecordShape(
    Word("shared layer", "公用支付层"),
    [Key("use", "用", .scalar(.identifier), required: true, meaning: Word("name of a layer in `layers`", "“公用支付层”中的名称"))]
  )

  private static let layer = RecordShape(
    Word("layer", "支付层"),
    [
      Key("id", "代号", .scalar(.identifier), required: true, meaning: Word("name for references", "供引用的代号")),
      Key("title", "名称", .scalar(.text), meaning: Word("name, in Chinese", "名称")),
      Key("for", "对象", conditions, meaning: Word("for whom the layer exists", "哪些人有这一层")),
      Key("fund", "基金", fund, required: true, meaning: Word("fund that pays", "支付的基金")),
      Key(
        "pays_from", "支付范围", paysFrom, required: true,
        meaning: Word(
          "what it pays from: `in_scope`, `layer.over_cap`, or a list of the person's parts",
          "从哪里支付：in_scope、某层.over_cap，或个人负担各项的列表")),
      Key("cumulative", "年度累计", .record(cumulative), meaning: Word("its base adds up over the year", "按年度累计计算")),
      Key("deductible", "起付标准", .record(DeductibleFormat.shape), meaning: Word("what the person pays first", "起付标准")),
      Key("ratio", "支付比例", ratio, required: true, meaning: Word("how much it pays", "支付比例")),
      Key("caps", "限额", .list(ListShape(.scalar(.identifier))), meaning: Word("names of caps", "所受限额的名称")),
      source,
    ])

  private static let fund = choice("fund", "基金", of: Fund.self)

  private static let paysFrom = Shape.byKind(
    scalar: .scalar(base), list: .list(ListShape(.scalar(base))), mapping: nil)

  private static let base = ScalarKind.reference.naming(
    .lastStep([BaseWords.inScope] + Cause.allCases.map(BaseWords.word)))

  private static let cumulative = RecordShape(
    Word("cumulative", "年度累计"),
    [
      Key("account", "账户", .scalar(.identifier), required: true, meaning: Word("account of the base so far", "累计额的账户")),
      Key(
        "settle_against", "抵减",
        .choice(ChoiceShape(Word("settled against", "抵减"), [Word("base", "应付额"), Word("paid", "已付额")])),
        meaning: Word(
          "subtract what the rules give for the base so far (`base`), or what was paid (`paid`)",
          "减去累计额按规定应付的，还是已经支付的")),
    ])

  private static let ratio = Shape.table(
    TableShape(
      Word("ratios", "支付比例"),
      leaf: .byKind(scalar: .scalar(.ratio), list: .list(ListShape(.scalar(.ratio))), mapping: nil),
      dimensions: Dimension.shapes,
      extras: [
        Key(
          "counted", "分段口径",
          choice("what columns count", "分段口径", of: RatioRule.Axis.self),
          meaning: Word("what the columns measure", "各段按什么金额划分")),
        Key(
          "restarts", "重新起算",
          choice(
            "restart", "重新起算",
            [
              ("each_settlement", "每次结算"), ("each_month", "每月"), ("each_quarter", "每季度"), ("each_year", "每年度"),
              ("each_cycle", "每周期"),
            ]),
          meaning: Word("when the columns start anew; until then they run on", "分段何时重新起算；在此之前累计")),
        AmountFormat.cycleDays,
        Key("account", "账户", .scalar(.identifier), meaning: Word("account of what the columns count", "分段累计的账户")),
        Key(
          "how", "计算方式", choice("mode", "计算方式", [("marginal", "分段累加"), ("slab", "全额套档")]),
          meaning: Word("each column on its own length, or one ratio for all", "各段分别计算，还是全额按一个比例")),
        Key(
          "columns", "分段", .list(ListShape(.scalar(.columnEnd))), meaning: Word("upper ends of the columns", "各段的上限")),
        Key(
          "adjust", "调整", .list(ListShape(.record(adjustment))),
          meaning: Word("changes to the ratio, in this order", "依次对比例的调整")),
        source,
      ]))

  private static let adjustment = RecordShape(
    Word("adjustment", "调整"),
    [
      Key("for", "对象", conditions, meaning: Word("whom it is for", "对哪些人")),
      Key(
        "plus", "提高",
        .table(
          TableShape(Word("points", "百分点"), leaf: .scalar(.points), dimensions: Dimension.shapes, extras: [source])),
        meaning: Word("percentage points added", "提高的百分点")),
      Key(
        "for_each", "每满", .scalar(Dimension.nameKind),
        meaning: Word("numeric dimension; the points are added once for each whole number", "数值维度；每一个数加一次")),
      Key("beyond", "超过", .scalar(.integer), meaning: Word("number from which `for_each` counts", "从多少以上起算")),
      Key("self_pay_times", "自付乘以", .scalar(.ratio), meaning: Word("factor on the person's share", "个人自付比例乘以")),
      Key("at_most", "最高", .scalar(.ratio), meaning: Word("not above", "不高于")),
      Key("at_least", "最低", .scalar(.ratio), meaning: Word("not below", "不低于")),
      source,
    ])

  static func choice(_ english: String, _ chinese: String, _ words: [(String, String)]) -> Shape {
    .choice(ChoiceShape(Word(english, chinese), words.map { Word($0.0, $0.1) }))
  }

  static func choice<Name: RuleWord>(_ english: String, _ chinese: String, of words: Name.Type) -> Shape {
    choice(english, chinese, words.allCases.map { ($0.rawValue, $0.chinese) })
  }

  /// A word that decides something by itself, and so needs a source.
  static func ruling(_ english: String, _ chinese: String, _ words: [(String, String)]) -> Shape {
    .choice(ChoiceShape(Word(english, chinese), words.map { Word($0.0, $0.1) }, needsSource: true))
  }
}

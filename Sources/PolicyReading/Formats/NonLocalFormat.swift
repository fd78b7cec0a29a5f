import Format
import PolicyModel

/// The part of the description about treatment away from home.
package enum NonLocalFormat {
  package static let shape = Shape.table(
    TableShape(
      Word("non-local rules", "异地就医规定"), leaf: effect, dimensions: Dimension.shapes,
      extras: [
        Key(
          "reaches", "影响范围", .record(reach), required: true,
          meaning: Word("exactly which visits and layers are changed", "影响哪些就医类别和支付层")),
        Key(
          "first_self_pay_taken", "先行自付时点",
          PlanFormat.choice("moment", "时点", [("before_deductible", "起付前"), ("after_deductible", "起付后")]),
          meaning: Word(
            "whether the non-local first self-pay comes before or after the deductible", "异地先行自付在起付标准之前还是之后扣")),
        PlanFormat.source,
      ], allowsBareLeaf: false))

  private static let reach = RecordShape(
    Word("reach", "影响范围"),
    [
      Key(
        "visits", "就医类别", .list(ListShape(.choice(ChoiceShape(Word("visit", "就医类别"), Dimension.visit.shape.values)))),
        required: true,
        meaning: Word("kinds of visit", "就医类别")),
      Key(
        "layers", "支付层", .list(ListShape(.scalar(.identifier), minimumCount: 0)), required: true,
        meaning: Word("ids of layers", "支付层代号")),
    ])

  private static let effect = Shape.byKind(
    scalar: .choice(ChoiceShape(Word("effect", "影响"), [Word("as_at_home", "同本地")])), list: nil,
    mapping: .variants([refusal, change]))

  private static let refusal = RecordShape(
    Word("refusal", "不能结算"),
    [
      Key(
        "refused", "不结算", .scalar(.text), required: true, meaning: Word("why such a claim cannot be settled", "不能结算的原因")
      ),
      PlanFormat.source,
    ])

  private static let change = RecordShape(
    Word("change", "变化"),
    [
      Key("lower_by", "降低", .scalar(.points), meaning: Word("percentage points less", "支付比例降低的百分点")),
      Key(
        "pays_of_home_ratio", "按本地比例的", .scalar(.ratio), meaning: Word("this share of the home ratio", "本地支付比例的百分之几")),
      Key("ratio_instead", "改用比例", .scalar(.ratio), meaning: Word("this ratio in place of the home ratio", "代替本地支付比例")),
      Key(
        "pays_of_home_benefit", "按本地待遇的", .scalar(.ratio),
        meaning: Word("this share of what home rules would pay", "按本地应付金额的百分之几")),
      Key(
        "first_self_pay", "先行自付", .scalar(.ratio),
        meaning: Word("share of the in-scope amount the person pays first", "政策范围内费用个人先行自付的比例")),
      Key("deductible", "起付标准", ownDeductible, meaning: Word("own deductible", "异地就医的起付标准")),
      Key(
        "treat_as", "视同级别", .scalar(.reference.naming(.whole(Dimension.hospitalLevel.shape.values))),
        meaning: Word("hospital level that applies instead", "视同的医院级别")),
      Key("minimum", "保底", .record(minimum), meaning: Word("guaranteed minimum", "保底支付")),
      Key("at_most", "最高", .scalar(.ratio), meaning: Word("ratio not above", "比例不高于")),
      Key("at_least", "最低", .scalar(.ratio), meaning: Word("ratio not below", "比例不低于")),
      PlanFormat.source,
    ])

  private static let ownDeductible = Shape.byKind(
    scalar: .scalar(.money), list: nil,
    mapping: .variants([homeTimes, AmountFormat.parameterShare, DeductibleFormat.shareOfClaim]))

  private static let homeTimes = RecordShape(
    Word("multiple of the home deductible", "本地起付标准的倍数"),
    [
      Key("times", "乘以", .scalar(.factor), required: true, meaning: Word("factor on the home amount", "本地起付标准乘以")),
      Key("at_least", "最低", .scalar(.money), meaning: Word("not below", "不低于")),
      Key("at_most", "最高", .scalar(.money), meaning: Word("not above", "不高于")),
      PlanFormat.source,
    ])

  private static let minimum = RecordShape(
    Word("guaranteed minimum", "保底"),
    [
      Key(
        "of", "基数", PlanFormat.choice("base", "基数", of: StandingChange.MinimumBase.self),
        required: true,
        meaning: Word("amount it is a share of", "按什么金额计算")),
      Key("ratio", "比例", .scalar(.ratio), required: true, meaning: Word("the share", "比例")),
    ])

  package static let guardrails = Shape.dictionary(
    DictionaryShape(
      Word("guardrails", "幅度限制"),
      .table(
        TableShape(
          Word("guardrail", "幅度限制"),
          leaf: .byKind(
            scalar: .scalar(.pointsOrNone), list: nil, mapping: nil), dimensions: Dimension.shapes,
          extras: [
            Key(
              "strictness", "强度", PlanFormat.choice("strictness", "强度", [("at_most", "不超过"), ("about", "左右")]),
              required: true,
              meaning: Word("a limit, or a guide", "上限，还是参考幅度")),
            Key("tolerance", "允许偏差", .scalar(.points), meaning: Word("how far `about` may be missed", "“左右”允许的偏差")),
            PlanFormat.source,
          ], allowsBareLeaf: false))))
}

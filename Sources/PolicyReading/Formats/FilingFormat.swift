import Format
import PolicyModel

/// The part of the description about filing treatment elsewhere, and the standing that follows.
enum FilingFormat {
  static let shape = Shape.record(
    RecordShape(
      Word("filing", "备案"),
      [
        Key(
          "needed", "需要备案",
          table(
            "need", "是否需要备案", Dimension.visitShapes,
            PlanFormat.ruling("need", "需要", [("needed", "需要"), ("not_needed", "不需要")])),
          required: true, meaning: Word("which visits elsewhere have to be filed", "哪些异地就医需要备案")),
        Key("kinds", "备案类别", .record(kinds), required: true, meaning: Word("kinds of filing", "备案的类别")),
        Key("ended_by", "失效", .record(ending), meaning: Word("what ends a filing early", "备案因什么提前失效")),
        Key("scope", "范围", .record(scope), required: true, meaning: Word("where a filing holds", "备案在哪里有效")),
        Key(
          "chronic", "慢特病", .record(chronic),
          meaning: Word("filing chronic diseases at named institutions", "门诊慢特病备案到定点机构")),
        rule(
          "stays", "住院", "covered", "覆盖", [("to_their_end", "到出院"), ("inside_only", "限有效期内")],
          "stays that begin while the filing holds and end after it", "有效期内入院、期满后出院的住院"),
        Key("late", "补办", .record(late), meaning: Word("filings made after the visit began", "就医开始以后补办的备案")),
        rule(
          "emergency", "急诊抢救", "without_filing", "未备案", [("deemed_filed", "视同已备案"), ("not_filed", "不视同")],
          "emergencies that were not filed", "未备案的急诊抢救"),
        Key("trauma", "外伤", .record(trauma), meaning: Word("injuries", "外伤")),
        Key(
          "back_home", "回参保地", .record(backHome),
          meaning: Word("long-term residents elsewhere who are treated at home", "异地长期居住人员回参保地就医")),
        Key(
          "channel", "结算渠道",
          table(
            "channels", "可用渠道", Dimension.filingShapes,
            PlanFormat.ruling("channels", "渠道", [("either", "均可"), ("manual", "手工报销")])),
          meaning: Word("channels that are open; either when left out", "可用的结算渠道；不写为均可")),
        Key("catalogue", "目录", .record(catalogue), meaning: Word("whose catalogue splits the fees", "按谁的目录分割费用")),
        Key(
          "direct_diseases", "直接结算病种", .record(directDiseases),
          meaning: Word(
            "chronic diseases that can be settled directly elsewhere; all when left out", "可以异地直接结算的慢特病；不写为全部")),
        rule(
          "outside_examination", "外院检查", "in_stay", "住院期间", [("merged", "并入"), ("apart", "另行")],
          "examinations and purchases elsewhere during a stay", "住院期间的外院检查治疗和药店购药"),
        Key(
          "standing", "备案类型", table("standing", "备案类型", Dimension.filingShapes, awayStanding), required: true,
          meaning: Word("the standing that follows", "由此得到的备案类型")),
        PlanFormat.source,
      ]))

  private static let kinds = RecordShape(
    Word("kinds of filing", "备案类别"),
    FilingRules.kindNames.map { name in
      let chinese = Dimension.reason.chinese(of: name)
      return Key(name, chinese, .record(kind), meaning: Word("filing as \(name)", "\(chinese)备案"))
    } + [PlanFormat.source])

  private static let kind = RecordShape(
    Word("kind of filing", "备案类别"),
    [
      Key(
        "sub_kinds", "人员",
        .list(
          ListShape(
            PlanFormat.ruling("kind of person", "人员", FilingRules.subKinds.map { ($0.id, $0.chinese) }))),
        meaning: Word("kinds of persons who may file; anyone when left out", "可以备案的人员；不写为不限")),
      Key(
        "lasts", "有效期",
        .byKind(
          scalar: PlanFormat.ruling("validity", "有效期", [("open", "长期"), ("chosen", "自选")]), list: nil,
          mapping: .variants([
            RecordShape(
              Word("fixed months", "固定月数"),
              [Key("months", "月数", .scalar(.months), required: true, meaning: Word("months", "月数")), PlanFormat.source]),
            RecordShape(
              Word("least months", "至少月数"),
              [
                Key(
                  "at_least_months", "至少月数", .scalar(.months), required: true,
                  meaning: Word("least number of months", "最短月数")),
                PlanFormat.source,
              ]),
          ])), required: true,
        meaning: Word("how long it holds: open-ended, as chosen, or months", "有效期：长期、自选，或月数")),
      Key("change", "变更", .record(change), meaning: Word("filing for another place", "变更备案的就医地")),
      PlanFormat.source,
    ])

  private static let change = RecordShape(
    Word("change", "变更"),
    [
      Key(
        "blocked_months", "限制月数", .scalar(.months), required: true,
        meaning: Word("months in which it cannot be changed", "多少个月内不能变更")),
      Key(
        "of", "对象",
        PlanFormat.choice("which filings", "哪些备案", [("promised", "承诺制备案"), ("all", "全部备案")]),
        meaning: Word("which filings cannot be changed; all when left out", "限制变更哪些备案；不写为全部")),
      Key(
        "sooner_with_papers", "补材料提前", PlanFormat.choice("permission", "许可", [("allowed", "允许"), ("refused", "不允许")]),
        meaning: Word("whether papers make a change possible sooner; not when left out", "补充材料后能否提前变更；不写为不允许")),
      PlanFormat.source,
    ])

  private static let ending = RecordShape(
    Word("ending", "失效"),
    [
      Key(
        "refiling", "重新备案", PlanFormat.ruling("filings ended", "失效的备案", [("same_kind", "同类"), ("any_kind", "任何一类")]),
        meaning: Word("which filings a new one ends; none when left out", "重新备案使哪些备案失效；不写为都不失效")),
      Key(
        "change_of", "变化",
        .list(ListShape(PlanFormat.ruling("what changes", "变化的内容", [("employer", "单位"), ("insurance", "险种")]))),
        meaning: Word("changes that end a filing", "哪些变化使备案失效")),
      PlanFormat.source,
    ], oneAtLeastOf: ["refiling", "change_of"])

  private static let scope = RecordShape(
    Word("scope", "范围"),
    [
      Key(
        "area", "就医地",
        PlanFormat.ruling("area", "就医地", [("pooling_region", "统筹地区"), ("pooling_region_or_province", "统筹地区或省")]),
        required: true,
        meaning: Word("what is filed for", "备案到哪一级")),
      Key(
        "provincial_level_and_capital", "省本级和省会",
        PlanFormat.ruling("linking", "关联", [("linked", "关联"), ("apart", "分开")]),
        meaning: Word("whether a filing for one of them holds in both", "备案到其中一个，另一个是否也有效")),
      PlanFormat.source,
    ])

  private static let chronic = RecordShape(
    Word("chronic filings", "慢特病备案"),
    [
      Key(
        "institutions_at_most", "机构数", .scalar(.institutions), required: true,
        meaning: Word("institutions that one disease may name", "一种病最多可选的机构数")),
      PlanFormat.source,
    ])

  private static let late = RecordShape(
    Word("late filing", "补办备案"),
    [
      Key(
        "before_discharge", "出院前",
        PlanFormat.ruling("what it counts as", "如何认定", [("filed", "视为已备案"), ("late", "视为补办")]),
        required: true, meaning: Word("made during the visit", "就医期间补办的")),
      Key(
        "after_discharge", "出院后",
        PlanFormat.ruling("what it counts as", "如何认定", [("late", "视为补办"), ("not_filed", "不予补办")]),
        required: true, meaning: Word("made after it was paid for by the person", "自费结算以后补办的")),
      PlanFormat.source,
    ])

  private static let trauma = RecordShape(
    Word("injuries", "外伤"),
    [
      Key(
        "third_party", "有第三方责任", PlanFormat.ruling("payability", "是否支付", [("not_payable", "不予支付"), ("payable", "支付")]),
        required: true, meaning: Word("a third party is liable", "有第三方责任的")),
      Key(
        "no_third_party", "无第三方责任",
        PlanFormat.ruling("payability", "是否支付", [("with_commitment", "凭承诺书"), ("payable", "支付")]),
        required: true, meaning: Word("nobody else is liable", "无第三方责任的")),
      PlanFormat.source,
    ])

  private static let backHome = RecordShape(
    Word("back home", "回参保地"),
    [
      Key("as", "按", standingLeaf, required: true, meaning: Word("the standing whose rules hold", "执行哪一类待遇")),
      Key(
        "until_papers", "补齐材料前", PlanFormat.ruling("standing", "备案类型", standings + [("not_payable", "不予支付")]),
        meaning: Word("until promised papers are in; the same when left out", "承诺的材料补齐以前；不写为相同")),
      PlanFormat.source,
    ])

  private static let catalogue = RecordShape(
    Word("catalogue", "目录"),
    [("direct", "直接结算"), ("manual", "手工报销")].map { name, chinese in
      Key(
        name, chinese, PlanFormat.ruling("catalogue", "目录", [("treatment", "就医地"), ("home", "参保地")]), required: true,
        meaning: Word("in the \(name) channel", chinese))
    } + [PlanFormat.source])

  private static let directDiseases = RecordShape(
    Word("diseases settled directly", "直接结算病种"),
    [
      Key(
        "list", "名单", .list(ListShape(.scalar(.citedCode))), required: true, meaning: Word("by national code", "按国家代码")),
      PlanFormat.source,
    ])

  private static let standings = Dimension.standing.values.map { ($0.id, $0.chinese) }

  private static let standingLeaf = PlanFormat.ruling("standing", "备案类型", standings)
  private static let awayStanding = PlanFormat.ruling(
    "standing", "备案类型", standings.filter { $0.0 != "local" })

  /// A record with one word.
  private static func rule(
    _ name: String, _ chinese: String, _ key: String, _ keyChinese: String, _ words: [(String, String)],
    _ meaning: String, _ meaningChinese: String
  ) -> Key {
    Key(
      name, chinese,
      .record(
        RecordShape(
          Word(name, chinese),
          [
            Key(
              key, keyChinese, PlanFormat.ruling(key, keyChinese, words), required: true,
              meaning: Word(meaning, meaningChinese)),
            PlanFormat.source,
          ])), meaning: Word(meaning, meaningChinese))
  }

  /// A table whose leaves may have sources of their own.
  private static func table(_ title: String, _ chinese: String, _ dimensions: [DimensionShape], _ word: Shape) -> Shape
  {
    let cited = RecordShape(
      Word(title, chinese),
      [Key("is", "为", word, required: true, meaning: Word("the value", "值")), PlanFormat.source])
    return .table(
      TableShape(
        Word(title, chinese), leaf: .byKind(scalar: word, list: nil, mapping: .record(cited)), dimensions: dimensions,
        extras: [PlanFormat.source]))
  }
}

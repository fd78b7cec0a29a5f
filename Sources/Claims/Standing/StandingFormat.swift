import Format
import PolicyModel
import Standing

/// The one description of the answer about a claim's standing.
package enum StandingFormat {
  package static let document = RecordShape(
    Word("standing", "备案类型"),
    part + [
      key(
        "earlier_part", "上年部分", .record(RecordShape(Word("earlier part", "上年部分"), part)),
        "the standing of the part of the year before, of a stay that is split by days", "按天分割的跨年住院，上年部分的备案类型")
    ] + SettlementFormat.failure)

  private static let part = [
    key("claim_id", "请求编号", .scalar(.wireText), "the claim's id", "请求的编号"),
    key("psn_no", "人员编号", .scalar(.wireText), "the claim's person", "请求的人员编号"),
    key("standing", "备案类型", .scalar(.wireText), "the standing", "备案类型"),
    key(
      "channel", "结算渠道", .scalar(.wireText), "channels that are open: either, or manual",
      "可用的渠道：either 均可，manual 手工报销"),
    key("reason", "就医事由", .scalar(.wireText), "what the standing rests on", "备案类型的由来"),
    key("filed", "备案情况", .scalar(.wireText), "whether and when it was filed", "是否备案、是否补办"),
    key("filing", "备案", .record(matched), "the filing that counts", "起作用的备案"),
    key(
      "filings", "各次备案", .list(ListShape(.record(verdict), minimumCount: 0)),
      "what each filing counts as, or why it does not", "每次备案是否算数，为什么"),
    key("grounds", "理由", .list(ListShape(.record(ground), minimumCount: 0)), "what it rests on", "认定的理由和条款"),
    key("rules", "规则", .record(SettlementFormat.rules), "which rules were applied", "所用的规则"),
  ]

  private static let matched = RecordShape(
    Word("filing", "备案"),
    [
      key("index", "序号", .scalar(.integer), "its place in the claim's list, from 0", "在请求中的序号，从 0 起"),
      key("filing_id", "备案编号", .scalar(.wireText), "its id", "备案编号"),
    ])

  private static let verdict = RecordShape(
    Word("verdict", "认定"),
    matched.keys + [
      key(
        "counts", "算作", .scalar(.wireText), "filed, late, late_agreed, or not_counted",
        "filed、late、late_agreed 或 not_counted"),
      key("reason", "原因", .scalar(.wireText), "why it does not count, or that another goes first", "不算数的原因，或另有备案优先"),
      key("rule", "规定", .scalar(.wireText), "the rule that is missing", "没有写明的规定"),
      key("text", "说明", .scalar(.wireText), "the reason in words", "原因的说明"),
      key("clause", "条款", .scalar(.wireText), "the clause", "依据的条款"),
    ])

  private static let ground = RecordShape(
    Word("ground", "理由"),
    [
      key("text", "说明", .scalar(.wireText), "what was decided", "认定了什么"),
      key("clause", "条款", .scalar(.wireText), "the clause", "依据的条款"),
    ])

  private static func key(_ name: String, _ title: String, _ shape: Shape, _ english: String, _ chinese: String) -> Key
  {
    Key(name, title, shape, meaning: Word(english, chinese))
  }
}

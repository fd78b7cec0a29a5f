import Format
import FundSide
import Records
import Values

/// The tables of a reconciliation.
enum ReconcileTables {
  static let difference = RecordKind(
    Word("difference", "对账差异"),
    [
      Key("setl_id", "结算ID", .scalar(.wireText), required: true, meaning: Word("id", "结算ID")),
      Key(
        "kind", "差异",
        .choice(
          ChoiceShape(
            Word("kind", "差异"), ReconciliationDifference.Kind.allCases.map { Word($0.rawValue, $0.chinese) })),
        required: true, meaning: Word("missing, doubled or differing", "缺少、重复或不一致")),
      .text("side", "一方", "the side that lacks or doubles it", "缺少或重复的一方"),
      .text("field", "字段", "what differs", "不一致的字段"),
      .text("treatment", "就医地", "what the place of treatment says, or how often it has it", "就医地的值，或有几条"),
      .text("home", "参保地", "what the place of insurance says", "参保地的值，或有几条"),
      .text("national", "国家", "what the nation says", "国家的值，或有几条"), day, institution,
    ])

  static let reconciledDay = RecordKind(
    Word("reconciled_day", "按日按机构对账"), [day, institution] + sums)

  static let reconciled = RecordKind(Word("reconciled", "对账合计"), sums)

  private static let sums =
    ReconciledSide.allCases.flatMap { side in
      [
        Key(
          "\(side.rawValue)_count", "\(side.chinese)笔数", .scalar(.integer),
          meaning: Word("records of \(side.rawValue)", "\(side.chinese)有几笔")),
        Key(
          "\(side.rawValue)_funds", "\(side.chinese)基金支付", .scalar(.resultMoney),
          meaning: Word("paid by the funds, \(side.rawValue)", "\(side.chinese)的基金支付总额")),
      ]
    } + [
      Key("differences", "差异数", .scalar(.integer), required: true, meaning: Word("differences", "差异条数"))
    ]

  private static let day = Key(
    "day", "日期", .scalar(.wireDate), meaning: Word("earliest day that a side says", "各方所说最早的日期"))

  private static let institution = Key.text("institution", "医药机构", "institution", "定点医药机构编号")

  static func difference(
    _ id: String, _ difference: ReconciliationDifference, _ day: CivilDate, _ institution: String
  ) -> AnswerRecord {
    AnswerRecord(
      Self.difference,
      [
        .text(id), .word(Word(difference.kind.rawValue, difference.kind.chinese)),
        difference.side.map { .word(Word($0.rawValue, $0.chinese)) }, difference.field.map { .text($0) },
      ] + ReconciledSide.allCases.map { difference.values[$0].map { .text($0) } } + [
        .date(day), institution.isEmpty ? nil : .text(institution),
      ])
  }

  static func day(_ day: CivilDate, _ institution: String, _ sums: ReconciledSums, _ sides: [ReconciledSide])
    -> AnswerRecord
  {
    AnswerRecord(
      reconciledDay, [.date(day), institution.isEmpty ? nil : .text(institution)] + values(sums, sides))
  }

  static func total(_ sums: ReconciledSums, _ sides: [ReconciledSide]) -> AnswerRecord {
    AnswerRecord(reconciled, values(sums, sides))
  }

  private static func values(_ sums: ReconciledSums, _ sides: [ReconciledSide]) -> [AnswerRecord.Value?] {
    ReconciledSide.allCases.flatMap { side -> [AnswerRecord.Value?] in
      guard sides.contains(side) else { return [nil, nil] }
      return [.count(Int(sums.count(of: side))), .fen(sums.funds(of: side))]
    } + [.count(Int(sums.differences))]
  }
}

extension ReconcileQuestion {
  package static let kind = FundQuestionKind(
    Word("reconcile", "对账"),
    options: [
      Key("day", "日期", .scalar(.wireDate), meaning: Word("the only day", "只对哪一天")),
      Key("month", "月份", .scalar(.month), meaning: Word("the only month", "只对哪个月")),
      Key(
        "region", "地区", .scalar(.regionCode), meaning: Word("whose rules; the nation's when left out", "按哪个地区的规则；不写为全国")
      ),
    ],
    inputs: ReconciledSide.allCases.map { side in
      FundQuestionKind.Input(
        Word(side.rawValue, side.chinese), SettlementRecord.recordKind, required: side != .national,
        meaning: Word("records of \(side.rawValue)", "\(side.chinese)的结算记录"))
    },
    tables: [ReconcileTables.difference, ReconcileTables.reconciledDay, ReconcileTables.reconciled, RefusedRecord.kind]
  ) { request in
    guard let region = request.region("region") ?? FundRuleBook.nation else { return nil }
    let sides = ReconciledSide.allCases.compactMap { side in
      request.records(side.rawValue).map { (side: side, records: $0) }
    }
    let days = request.date("day").map { $0...$0 } ?? request.month("month").map { $0.firstDay...$0.lastDay }
    return ReconcileQuestion(sides: sides, days: days, region: region)
  }
}

import Format
import PolicyModel

/// The part of the description about stays across years and refunds.
enum VisitLifeFormat {
  static let stayAcrossYears = Shape.record(
    RecordShape(
      Word("stay across years", "跨年住院"),
      [
        Key(
          "settled", "结算", PlanFormat.ruling("settling", "结算方式", [("whole", "整笔"), ("by_days", "按天分割")]),
          required: true,
          meaning: Word("in one piece, or split by days", "整笔结算，还是按天分割到两个年度")),
        Key(
          "deductible", "起付标准", PlanFormat.ruling("charging", "收取", [("once", "一次"), ("each_year", "每年")]),
          meaning: Word("charged once for the stay when left out", "起付标准收几次；不写为整个住院一次")),
        Key(
          "counts_in", "住院次数",
          PlanFormat.ruling("counting", "计次", [("first_year", "上年"), ("last_year", "当年"), ("each_year", "每年")]),
          meaning: Word("years in which the stay counts; the first when left out", "计入哪一年的住院次数；不写为上年")),
        PlanFormat.source,
      ]))

  static let refunds = Shape.record(
    RecordShape(
      Word("refunds", "退费"),
      [
        values(.visit, "visits", required: true, Word("kinds of visit that can be refunded", "哪些就医可以退费")),
        values(.distance, "distances", Word("how far from home; anywhere when left out", "哪里的就医可以退费；不写为不限")),
        values(.channel, "channels", Word("how it was settled; either when left out", "哪种结算可以退费；不写为不限")),
        Key(
          "allows", "允许",
          .list(
            ListShape(
              PlanFormat.ruling(
                "circumstance", "情形",
                [("last", "末笔"), ("earlier", "隔笔"), ("across_years", "跨年"), ("after_clearing", "清算后")]))),
          required: true, meaning: Word("circumstances in which it is possible", "哪些情形可以退费")),
        PlanFormat.source,
      ]))

  private static func values(_ dimension: Dimension, _ name: String, required: Bool = false, _ meaning: Word) -> Key {
    let shape = ChoiceShape(Word(dimension.name, dimension.chinese), dimension.shape.values, needsSource: true)
    return Key(name, dimension.chinese, .list(ListShape(.choice(shape))), required: required, meaning: meaning)
  }
}

import Format
import FundSide
import PolicyModel
import Records
import Values

extension ReportQuestion {
  package static let operations = RecordKind(
    Word("operations", "运行分析"),
    [
      Key(
        "grouping", "分组",
        .choice(
          ChoiceShape(
            Word("grouping", "分组"), OperationsReport.Grouping.allCases.map { Word($0.rawValue, $0.chinese) })),
        required: true, meaning: Word("what rows are told apart by", "按什么分组")),
      .text("group", "组", "month, kind of visit, insurance, province or institution", "月份、就医类别、险种、省份代码或机构编号"),
      .text("name", "名称", "what people call it", "组的名称"),
      count("times", "人次", "person-times, refunds taken off", "人次，已减去退费"),
      count("direct_times", "直接结算人次", "person-times settled directly", "直接结算的人次"),
      percent("direct_rate", "直接结算率", "share settled directly", "直接结算人次占比"),
      percent("times_growth", "人次增幅", "against the same months of the year before", "与上年同期相比"),
      money("total", "医疗费总额", "total costs", "医疗费总额"), money("funds", "基金支付", "paid by the funds", "基金支付总额"),
      percent("funds_share", "报销比例", "share of the costs paid by the funds", "基金支付占总费用的比例"),
      money("mean_total", "次均费用", "costs of a person-time", "次均费用"),
      percent("mean_total_growth", "次均费用增幅", "against the year before", "与上年同期相比"),
      money("mean_funds", "次均基金支付", "paid by the funds for a person-time", "次均基金支付"),
      money("mean_drugs", "次均药品费", "drugs of a person-time", "次均药品费"),
      percent("mean_drugs_growth", "次均药品费增幅", "against the year before", "与上年同期相比"),
      money("mean_materials", "次均材料费", "materials of a person-time", "次均材料费"),
      percent("mean_materials_growth", "次均材料费增幅", "against the year before", "与上年同期相比"),
      money("mean_examinations", "次均检查化验费", "examinations of a person-time", "次均检查化验费"),
      percent("mean_examinations_growth", "次均检查化验费增幅", "against the year before", "与上年同期相比"),
    ])

  package static let goals = RecordKind(
    Word("operations_goal", "运行目标"),
    [
      .text("title", "目标", "what the goal is about", "目标的名称"), count("times", "人次", "person-times that count", "计入的人次"),
      count("direct_times", "直接结算人次", "of these settled directly", "其中直接结算的人次"),
      percent("direct_rate", "直接结算率", "share settled directly", "直接结算人次占比"),
      percent("at_least", "目标值", "what is asked for", "至少达到多少"),
      Key("by", "期限", .scalar(.wireDate), meaning: Word("to be reached by", "何时达到")),
      Key("reached", "已达到", .scalar(.flag), meaning: Word("whether it is reached in these months", "这些月份是否达到")),
      .text("clause", "依据", "clause", "条款"),
      .text("basis", "依据性质", "how firm the clause is", "official 官方，reported 转述，assumed 假定"),
    ])

  package static let kind = FundQuestionKind(
    Word("report", "运行分析"),
    options: [
      Key("from", "自", .scalar(.month), required: true, meaning: Word("first month", "第一个月")),
      Key("to", "至", .scalar(.month), meaning: Word("last month; the first when left out", "最后一个月；不写为同一个月")),
      Key(
        "region", "地区", .scalar(.regionCode), meaning: Word("whose report; the nation's when left out", "哪个地区的；不写为全国")),
      Key(
        "side", "一方",
        .choice(ChoiceShape(Word("side", "一方"), TreatmentSide.allCases.map { Word($0.rawValue, $0.chinese) })),
        meaning: Word("as place of insurance or of treatment; insurance when left out", "作为参保地还是就医地；不写为参保地")),
    ],
    inputs: [
      .init(
        Word("records", "结算记录"), SettlementRecord.recordKind,
        meaning: Word("settlements, refunds and deductions", "结算、退费和扣款记录"))
    ],
    tables: [operations, goals, RefusedRecord.kind]
  ) { request in
    guard let records = request.records("records"), let from = request.month("from") else { return nil }
    let to = request.month("to") ?? from
    guard from <= to else { return nil }
    return ReportQuestion(
      records: [records], months: from...to, region: request.region("region"),
      side: request.text("side").flatMap(TreatmentSide.init) ?? .home)
  }

  private static func percent(_ name: String, _ chinese: String, _ english: String, _ meaning: String) -> Key {
    .text(name, chinese, english, meaning)
  }

  private static func count(_ name: String, _ chinese: String, _ english: String, _ meaning: String) -> Key {
    Key(name, chinese, .scalar(.integer), required: true, meaning: Word(english, meaning))
  }

  private static func money(_ name: String, _ chinese: String, _ english: String, _ meaning: String) -> Key {
    Key(name, chinese, .scalar(.resultMoney), meaning: Word(english, meaning))
  }
}

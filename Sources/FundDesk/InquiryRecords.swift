import Findings
import Format
import FundSide
import PolicyModel
import Records
import Values

/// The records of cost inquiries.
enum InquiryRecords {
  static let inquiry = RecordKind(
    Word("inquiry", "协查申请"),
    [
      .text("inq_id", "协查编号", "id of the application", "协查申请的编号", required: true),
      date("applied_on", "申请日期", "day it was applied for", "提出申请的日期", required: true),
      region("insuplc_admdvs", "参保地医保区划", "place of insurance", "参保地"),
      region("mdtrtarea_admvs", "就医地医保区划", "place of treatment", "就医地"),
      Key("med_type", "医疗类别", .scalar(.nationalCode), required: true, meaning: Word("kind of visit", "医疗类别，21 普通住院")),
      .text("certno", "身份证号码", "id number", "待协查人员的身份证号码"), .text("psn_name", "姓名", "name", "姓名"),
      .text("gend", "性别", "sex", "性别"), .text("fixmedins_name", "医疗服务机构名称", "institution", "医疗服务机构名称"),
      .text("ipt_no", "住院号", "number of the stay", "住院号"), .text("invono", "发票号码", "invoice", "发票号码"),
      date("begntime", "入院日期", "admission", "入院日期"), date("endtime", "出院日期", "discharge", "出院日期"),
      Key("medfee_sumamt", "费用总额", .scalar(.wireMoney), meaning: Word("total", "费用总额")),
      date("told_on", "告知不全日期", "day on which the place of treatment said that something is missing", "就医地告知信息不全的日期"),
      date("completed_on", "补全日期", "day it was completed", "补全信息的日期"),
      date("answered_on", "结果日期", "day it was answered", "上传协查结果的日期"),
      Key(
        "result", "协查结果",
        .choice(ChoiceShape(Word("result", "结果"), CostInquiry.Finding.allCases.map { Word($0.rawValue, $0.chinese) })),
        meaning: Word("what was found", "核查无误或核查有误")),
      .text("reason", "有误原因", "what is wrong; needed with `wrong`", "核查有误的具体原因"),
      Key(
        "extended", "特殊延期", .scalar(.flag), meaning: Word("whether there is a reason for taking longer", "是否因特殊情况延期")),
    ])

  static let state = RecordKind(
    Word("inquiry_state", "协查办理情况"),
    [
      .text("inq_id", "协查编号", "id of the application", "协查申请的编号"),
      date("period_from", "期起", "first day of its period", "申请期的第一天"),
      date("period_to", "期止", "last day of its period", "申请期的最后一天"),
      date("listed_on", "汇总日", "day the period's list is made", "汇总表生成的日期"),
      date("due", "办结期限", "last day to answer", "应当办结的日期"),
      Key(
        "state", "状态",
        .choice(ChoiceShape(Word("state", "状态"), InquiryState.Word.allCases.map { Word($0.rawValue, $0.chinese) })),
        meaning: Word("where it stands", "办理状态")),
      Key(
        "late", "是否逾期", .scalar(.flag),
        meaning: Word("whether it was not answered in time, which counts in its period", "没有按期办结，记入本期完成情况")),
      date("next_due", "下一期期限", "last day to answer in the period that it goes on in", "转入下一期后的办结日期"),
      date("complete_by", "补全期限", "last day to complete it", "补全信息的最后一天"),
      date("confirm_by", "确认期限", "last day for the place of insurance to confirm", "参保地确认结果的最后一天"),
      .text("clause", "依据", "clause", "条款"),
      .text("basis", "依据性质", "how firm the clause is", "official 官方，reported 转述，assumed 假定"),
    ])

  static let selected = RecordKind(
    Word("inquiry_candidate", "可协查费用"),
    [
      .text("setl_id", "结算ID", "settlement", "结算ID"), region("insuplc_admdvs", "参保地", "place of insurance", "参保地"),
      region("mdtrtarea_admvs", "就医地", "place of treatment", "就医地"),
      .text("fixmedins_code", "医药机构", "institution", "定点医药机构编号"),
      date("setl_time", "结算日期", "day of settlement", "结算日期"),
      Key("medfee_sumamt", "医疗费总额", .scalar(.wireMoney), meaning: Word("total", "医疗费总额")),
      Key("from_total", "起点", .scalar(.wireMoney), meaning: Word("the total from which on it can be", "可以协查的起点")),
      .text("clause", "依据", "clause", "条款"),
    ])

  /// Nil when the kind of visit is not known.
  static func inquiry(_ record: Record, _ catalogue: Catalogue) -> CostInquiry? {
    guard let visit = record.text("med_type").flatMap({ catalogue.value(of: $0, in: .visit) }),
      let id = record.text("inq_id"), let appliedOn = record.date("applied_on"),
      let insuredIn = record.region("insuplc_admdvs"), let treatedAt = record.region("mdtrtarea_admvs")
    else { return nil }
    let items = Set(CostInquiryRules.Item.allCases.filter { names($0, record) })
    return CostInquiry(
      id: id, appliedOn: appliedOn, insuredIn: insuredIn, treatedAt: treatedAt, visit: visit,
      total: record.money("medfee_sumamt"), items: items, toldOn: record.date("told_on"),
      completedOn: record.date("completed_on"), answeredOn: record.date("answered_on"),
      finding: record.text("result").flatMap(CostInquiry.Finding.init), reason: record.text("reason"),
      isExtended: record.flag("extended") ?? false)
  }

  private static func names(_ item: CostInquiryRules.Item, _ record: Record) -> Bool {
    func says(_ field: String) -> Bool { record.text(field).map { !$0.isEmpty } ?? false }
    return switch item {
    case .idNumber: says("certno")
    case .name: says("psn_name")
    case .sex: says("gend")
    case .institution: says("fixmedins_name")
    case .stayNumber: says("ipt_no")
    case .invoice: says("invono")
    case .admission: record.date("begntime") != nil
    case .discharge: record.date("endtime") != nil
    case .total: record.money("medfee_sumamt") != nil
    }
  }

  static func answer(_ inquiry: CostInquiry, _ state: InquiryState, _ rules: CostInquiryRules) -> AnswerRecord {
    let citation = rules.citation(of: state.word, distance: inquiry.distance)
    return AnswerRecord(
      Self.state,
      [
        .text(inquiry.id), .date(state.period.lowerBound), .date(state.period.upperBound), .date(state.listedOn),
        .date(state.due), .word(Word(state.word.rawValue, state.word.chinese)), .flag(state.isLate),
        state.nextDue.map { .date($0) }, state.completeBy.map { .date($0) }, state.confirmBy.map { .date($0) },
        .text(citation.text), .text(citation.basis.rawValue),
      ])
  }

  static func finding(_ refusal: InquiryRefusal, _ id: String, _ rules: CostInquiryRules, _ distance: String) -> Finding
  {
    switch refusal {
    case .wrongVisit(let visit):
      let name = Dimension.visit.values.first { $0.id == visit }?.chinese ?? visit
      return Finding(
        .inquiryWrongVisit, at: nil,
        ["id": id, "visit": visit, "visit_zh": name, "clause": rules.visits.first?.citation.text ?? ""])
    case .belowThreshold(let least):
      return Finding(
        .inquiryBelow, at: nil, ["id": id, "least": "\(least)", "clause": rules.least(distance)?.citation.text ?? ""])
    case .totalMissing: return Finding(.inquiryItems, at: nil, items([.total], id, rules))
    case .itemsMissing(let missing): return Finding(.inquiryItems, at: nil, items(missing, id, rules))
    case .reasonMissing: return Finding(.inquiryReason, at: nil, ["id": id])
    case .findingMissing: return Finding(.inquiryResult, at: nil, ["id": id])
    case .unknownHolidays(let year): return Finding(.holidaysUnknown, at: nil, ["year": "\(year)"])
    }
  }

  private static func items(_ missing: [CostInquiryRules.Item], _ id: String, _ rules: CostInquiryRules)
    -> [String: String]
  {
    [
      "id": id, "items": missing.map(\.rawValue).joined(separator: ", "),
      "items_zh": missing.map(\.chinese).joined(separator: "、"), "clause": rules.requires.first?.citation.text ?? "",
    ]
  }

  private static func date(
    _ name: String, _ chinese: String, _ english: String, _ meaning: String, required: Bool = false
  ) -> Key {
    Key(name, chinese, .scalar(.wireDate), required: required, meaning: Word(english, meaning))
  }

  private static func region(_ name: String, _ chinese: String, _ english: String, _ meaning: String) -> Key {
    Key(name, chinese, .scalar(.regionCode), required: true, meaning: Word(english, meaning))
  }
}

import Format
import PolicyModel

/// The one description of a settlement on the wire.
package enum SettlementFormat {
  /// Amounts of `setlinfo`, in the platform's order.
  package static let amountFields: [(name: String, title: Word)] = [
    ("medfee_sumamt", Word("total", "医疗费总额")), ("fulamt_ownpay_amt", Word("fully self-paid", "全自费金额")),
    ("overlmt_selfpay", Word("over price limit", "超限价自费费用")), ("preselfpay_amt", Word("first self-pay", "先行自付金额")),
    ("inscp_scp_amt", Word("in scope", "符合政策范围金额")), ("act_pay_dedc", Word("deductible charged", "实际支付起付线")),
    ("hifp_pay", Word("pooled fund", "基本医疗保险统筹基金支出")), ("cvlserv_pay", Word("civil servants", "公务员医疗补助资金支出")),
    ("hifes_pay", Word("enterprise supplement", "企业补充医疗保险基金支出")), ("hifmi_pay", Word("major illness", "居民大病保险资金支出")),
    ("hifob_pay", Word("large amounts", "职工大额医疗费用补助基金支出")), ("hifdm_pay", Word("disabled", "伤残人员医疗保障基金支出")),
    ("maf_pay", Word("medical assistance", "医疗救助基金支出")), ("oth_pay", Word("other", "其他支出")),
    ("fund_pay_sumamt", Word("all funds, personal account excluded", "基金支付总额（不含个人账户）")),
    ("psn_part_amt", Word("the person", "个人负担总金额")),
  ]

  package static let personalFields: [(name: String, title: Word)] = [
    ("out_of_scope", Word("out of scope", "政策范围外")), ("non_local_self_pay", Word("non-local first self-pay", "异地先行自付")),
    ("deductible", Word("deductible", "起付标准以下")), ("over_cap", Word("over a cap", "超限额")),
    ("ratio_share", Word("share by ratio", "按比例自付")),
  ]

  package static let document = RecordShape(
    Word("settlement", "结算结果"),
    [
      key("claim_id", "请求编号", .scalar(.wireText), "the claim's id", "请求的编号"),
      key("psn_no", "人员编号", .scalar(.wireText), "the claim's person", "请求的人员编号"),
    ] + outcome + [
      key("accounts", "年度累计", accounts, "what the accounts hold after this claim", "本次结算后的累计"),
      key(
        "accounts_before", "上年度累计", accounts, "the accounts of the year in which a split stay began",
        "按天分割的跨年住院，入院那一年度的累计"),
      key(
        "parts", "各部分", .list(ListShape(.record(part))), "the parts of a stay that was split by days",
        "跨年住院按天分割后的各部分"),
      key("refund_of", "原结算", .scalar(.wireText), "of a reversal: the claim that is refunded", "退费所退的结算"),
      key("clearing", "清算", .record(clearing), "of a reversal: what clearing has to do", "退费在清算中怎样处理"),
      key("rules", "规则", .record(rules), "which rules were applied", "所用的规则"),
      key(
        "explanation", "说明", .list(ListShape(.record(step), minimumCount: 0)), "the steps, when asked for",
        "计算步骤（要求说明时）"),
    ] + failure)

  static let failure = [
    key(
      "errors", "错误", .list(ListShape(.record(error))),
      "why the claim was not settled; nothing else stands beside it but the id and line", "不能结算的原因"),
    key("line", "行号", .scalar(.integer), "line of the input, beside `errors`", "输入的行号，与错误同时出现"),
  ]

  private static let accounts = Shape.dictionary(
    DictionaryShape(Word("accounts", "账户"), keyKind: .accountName, allowsEmpty: true, .scalar(.anything)))

  /// What is paid, of a whole settlement or of a part.
  private static let outcome = [
    key("setlinfo", "结算信息", amounts(amountFields), "amounts under the platform's names", "国家平台字段的各项金额"),
    key("setldetail", "基金分项", .list(ListShape(.record(detail), minimumCount: 0)), "payments by fund type", "各基金支付"),
    key(
      "layers", "各层支付", .dictionary(DictionaryShape(Word("layers", "各层"), .scalar(.resultMoney))),
      "what each layer pays, by its id", "各支付层的金额，按代号"),
    key("personal", "个人负担", amounts(personalFields), "why the person pays", "个人负担的原因"),
    key("plan", "待遇", .scalar(.wireText), "the benefit that applied", "适用的待遇"),
    key("standing", "备案类型", .scalar(.wireText), "the standing that applied", "适用的备案类型"),
  ]

  private static let part = RecordShape(
    Word("part", "部分"),
    [
      key("setl_time", "结算时间", .scalar(.wireDate), "the day whose rules and accounts it is settled with", "按哪一天的规则和累计")
    ] + outcome + [
      key("rules", "规则", .record(rules), "which rules were applied", "所用的规则")
    ])

  private static let clearing = RecordShape(
    Word("clearing", "清算"),
    [
      key(
        "action", "处理", .scalar(.wireText),
        "withdraw: neither the settlement nor the reversal is cleared; offset: deducted from the next clearing",
        "withdraw 原结算和退费都不参加清算；offset 在下期清算中扣减"),
      key("amount", "金额", .scalar(.resultMoney), "what all funds get back, negative", "基金收回的金额，负数"),
      key("clause", "条款", .scalar(.wireText), "the clause that allows the refund", "允许退费的条款"),
    ])

  private static let detail = RecordShape(
    Word("payment", "支付"),
    [
      key("fund_pay_type", "基金支付类型", .scalar(.nationalCode), "fund type", "基金支付类型"),
      key("fund_payamt", "基金支付金额", .scalar(.resultMoney), "amount", "金额"),
    ])

  static let rules = RecordShape(
    Word("rules", "规则"),
    [
      key("region", "统筹地区", .scalar(.regionCode), "region", "统筹地区"),
      key("version", "版本", .scalar(.wireDate), "first day of the version", "版本的第一天"),
      key("digest", "摘要", .scalar(.wireText), "SHA-256 of the files the rules were resolved from", "规则文件的 SHA-256"),
      key("basis", "性质", PlanBasis.shape, "weakest basis of any figure used", "所用各数中最弱的依据"),
      key("assumed", "含假定", .scalar(.flag), "whether a figure rests on an assumption", "是否有数值依据假定"),
    ])

  private static let step = RecordShape(
    Word("step", "步骤"),
    [
      key("layer", "支付层", .scalar(.wireText), "layer", "支付层"),
      key("text", "步骤", .scalar(.wireText), "what was done", "做了什么"),
      key("amount", "金额", .scalar(.wireText), "exact amount in yuan", "金额（元）"),
      key("clause", "条款", .scalar(.wireText), "clause it rests on", "依据的条款"),
    ])

  private static let error = RecordShape(
    Word("error", "错误"),
    [
      key("code", "代码", .scalar(.wireText), "finding code", "代码"),
      key("message", "说明", .scalar(.wireText), "what is wrong", "什么不对"),
      key("help", "改法", .scalar(.wireText), "what to write instead", "怎样改"),
      key("pointer", "位置", .scalar(.wireText), "JSON pointer into the claim", "在请求中的 JSON 指针"),
    ])

  private static func key(_ name: String, _ title: String, _ shape: Shape, _ english: String, _ chinese: String) -> Key
  {
    Key(name, title, shape, meaning: Word(english, chinese))
  }

  private static func amounts(_ fields: [(name: String, title: Word)]) -> Shape {
    .record(
      RecordShape(
        Word("amounts", "金额"),
        fields.map { Key($0.name, $0.title.chinese, .scalar(.resultMoney), meaning: $0.title) }))
  }
}

private enum PlanBasis {
  static let shape = Shape.choice(
    ChoiceShape(Word("basis", "性质"), Basis.allCases.map { Word($0.rawValue, $0.rawValue) }))
}

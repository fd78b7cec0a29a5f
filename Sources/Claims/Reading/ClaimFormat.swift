import Format
import PolicyModel

/// The one description of a claim on the wire: the national platform's field names, and what the platform lacks.
package enum ClaimFormat {
  package static let document = RecordShape(
    Word("claim", "结算请求"),
    [
      text("claim_id", "请求编号", "the caller's id, returned with the result", "调用方的编号，随结果返回"),
      text("psn_no", "人员编号", "person; returned, and the key of carried accounts", "人员编号，随结果返回；接续累计时按它"),
      code("insutype", "险种类型", "insurance", "310 职工，390 居民", required: true),
      code("psn_type", "人员类别", "kind of person", "11 在职，12 退休，14 未成年，15 成年，16 老年", required: true),
      Key(
        "insuplc_admdvs", "参保地医保区划", .scalar(.regionCode), required: true,
        meaning: Word("place of insurance", "参保地医保区划")),
      Key("mdtrtarea_admvs", "就医地医保区划", .scalar(.regionCode), meaning: Word("place of treatment", "就医地医保区划")),
      Key(
        "mdtrtarea_admdvs", "就医地医保区划（另一拼写）", .scalar(.regionCode),
        meaning: Word("place of treatment, the platform's other spelling", "就医地医保区划的另一种拼写")),
      text("fixmedins_code", "定点医药机构编号", "institution", "定点医药机构编号"),
      code("med_type", "医疗类别", "kind of visit", "11 普通门诊，14 门诊慢特病，21 普通住院，41 药店购药", required: true),
      code("dise_codg", "病种编码", "chronic or special disease", "门诊慢特病病种编码"),
      Key(
        "diseases", "已认定病种", .list(ListShape(.scalar(.nationalCode))),
        meaning: Word(
          "all certified diseases of the person, the chosen main one first; for limits of several diseases",
          "本人全部已认定的门诊慢特病，主病种在前；几个病种的限额要用")),
      code("hosp_lv", "医院等级", "hospital level", "01–04 三级，05–07 二级，08–10 一级，11 无等级"),
      date("begntime", "开始时间", "beginning of the visit", "就诊开始时间"),
      date("endtime", "结束时间", "end of the visit", "就诊结束时间"),
      date("setl_time", "结算时间", "day of settlement; decides which version applies", "结算时间，决定适用哪一版规则", required: true),
      amount("medfee_sumamt", "医疗费总额", "total", required: true),
      amount("fulamt_ownpay_amt", "全自费金额", "fully self-paid", required: true),
      amount("overlmt_selfpay", "超限价自费费用", "over price limit", required: true),
      amount("preselfpay_amt", "先行自付金额", "first self-pay of the catalogue", required: true),
      amount("inscp_scp_amt", "符合政策范围金额", "in scope", required: true),
      Key(
        "feedetail", "费用明细", .list(ListShape(.record(line), minimumCount: 0)),
        meaning: Word("lines or national categories; their sums must equal the claim's", "明细或大类费用，合计要等于总的各项")),
      Key(
        "filings", "备案记录", .list(ListShape(.record(FilingRecordFormat.shape), minimumCount: 0)),
        meaning: Word(
          "the person's filings, from which the standing follows; an empty list says there are none",
          "本人的备案记录，由此认定备案类型；空列表表示没有备案")),
      Key(
        "standing", "备案类型", choice(.standing),
        meaning: Word(
          "standing of a person treated elsewhere, when no `filings` are told; `local` is understood at home",
          "异地就医的备案类型，不写 filings 时写；在参保地就医时不必写")),
      text("emp_no", "单位编号", "employer, for filings that end with it", "单位编号；备案随单位失效的要用"),
      sign("er_flag", "急诊标志", "emergency", "1 急诊"),
      sign("trum_flag", "外伤标志", "injury", "1 外伤"),
      sign("rel_ttp_flag", "涉及第三方标志", "a third party is liable for the injury", "1 涉及第三方责任"),
      Key(
        "trauma_commitment", "外伤无第三方责任承诺书", .scalar(.flag),
        meaning: Word("whether it was committed that no third party is liable", "是否签了外伤无第三方责任承诺书")),
      Key(
        "catalogue", "分割所用目录",
        .choice(ChoiceShape(Word("catalogue", "目录"), [Word("treatment", "就医地"), Word("home", "参保地")])),
        meaning: Word(
          "whose catalogue split the fees; that of the place of treatment when left out", "费用按谁的目录分割；不写为就医地")),
      Key("channel", "结算渠道", choice(.channel), meaning: Word("direct settlement when left out", "不写为直接结算")),
      date("brdy", "出生日期", "birthday; the age follows from it when `age` is left out", "出生日期；不写 age 时据此算年龄"),
      Key("age", "年龄", .scalar(.integer), meaning: Word("age in full years", "周岁")),
      Key("hardship", "困难身份", choice(.hardship), meaning: Word("hardship status", "困难身份")),
      Key(
        "attributes", "属性",
        .dictionary(DictionaryShape(Word("attributes", "属性"), allowsEmpty: true, .scalar(.anything))),
        meaning: Word("facts that a region's classes ask for", "地区细分所需的属性")),
      Key(
        "same_unit", "合并的前次就诊", .record(unit),
        meaning: Word("earlier visit that this one counts as one with", "和这一次合并计算的前一次就诊")),
      Key(
        "accounts", "年度累计",
        .dictionary(
          DictionaryShape(Word("accounts", "账户"), keyKind: .accountName, allowsEmpty: true, .scalar(.anything))),
        meaning: Word(
          "what earlier claims of the period left; an empty object says nothing yet",
          "本期以前各次结算留下的累计；空对象表示还没有")),
      Key(
        "accounts_before", "上年度累计",
        .dictionary(
          DictionaryShape(Word("accounts", "账户"), keyKind: .accountName, allowsEmpty: true, .scalar(.anything))),
        meaning: Word(
          "what the accounts of the year hold in which a stay began that is split over two years",
          "跨年住院按天分割时，入院那一年度的累计")),
    ])

  /// A claim whose amounts may be left out: what a standing needs.
  package static let visit = RecordShape(
    document.title,
    document.keys.map { key in
      let isAmount = SettlementFormat.amountFields.contains { $0.name == key.name.english }
      return isAmount ? Key(key.name.english, key.name.chinese, key.shape, meaning: key.meaning) : key
    })

  private static let unit = RecordShape(
    Word("earlier visit", "前次就诊"),
    [
      text("claim_id", "请求编号", "its claim", "前次的请求编号"),
      text("fixmedins_code", "定点医药机构编号", "its institution", "前次的机构"),
      date("begntime", "开始时间", "its beginning", "前次的开始时间"),
      date("endtime", "结束时间", "its end", "前次的结束时间", required: true),
    ])

  private static let line = RecordShape(
    Word("line", "明细"),
    [
      text("feedetl_sn", "费用明细流水号", "line id", "费用明细流水号"),
      code("med_chrgitm_type", "医疗收费项目类别", "national category", "医疗收费项目类别"),
      code("dise_codg", "病种编码", "chronic or special disease of the line", "明细所属的病种"),
      sign("etip_flag", "外检标志", "examined or bought at another institution during the stay", "1 住院期间在外院检查或药店购药"),
      amount("det_item_fee_sumamt", "明细项目费用总额", "total", required: true),
      amount("fulamt_ownpay_amt", "全自费金额", "fully self-paid", required: true),
      amount("overlmt_amt", "超限价金额", "over price limit", required: true),
      amount("preselfpay_amt", "先行自付金额", "first self-pay", required: true),
      amount("inscp_scp_amt", "符合政策范围金额", "in scope", required: true),
    ])

  static func amount(_ name: String, _ chinese: String, _ english: String, required: Bool = false) -> Key {
    Key(name, chinese, .scalar(.wireMoney), required: required, meaning: Word("\(english), yuan", "\(chinese)（元）"))
  }

  static func text(_ name: String, _ title: String, _ english: String, _ chinese: String) -> Key {
    Key(name, title, .scalar(.wireText), meaning: Word(english, chinese))
  }

  static func code(
    _ name: String, _ title: String, _ english: String, _ chinese: String, required: Bool = false
  )
    -> Key
  {
    Key(name, title, .scalar(.nationalCode), required: required, meaning: Word(english, chinese))
  }

  static func date(
    _ name: String, _ title: String, _ english: String, _ chinese: String, required: Bool = false
  )
    -> Key
  {
    Key(name, title, .scalar(.wireDate), required: required, meaning: Word(english, chinese))
  }

  private static func sign(_ name: String, _ title: String, _ english: String, _ chinese: String) -> Key {
    Key(
      name, title, .choice(ChoiceShape(Word("sign", "标志"), [Word("0", "否"), Word("1", "是")])),
      meaning: Word("\(english), 1 for yes", chinese))
  }

  private static func choice(_ dimension: Dimension) -> Shape {
    // On the wire values are English only; the titles of the schema say what they mean.
    .choice(ChoiceShape(Word(dimension.name, dimension.chinese), dimension.values.map { Word($0.id, $0.chinese) }))
  }
}

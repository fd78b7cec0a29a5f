import Format
import PolicyModel

/// The one description of the code lists in `policies/catalogue`.
package enum CatalogueFormat {
  package static let document = RecordShape(
    Word("catalogue", "目录"),
    [
      Key(
        "format", "格式", .choice(ChoiceShape(Word("format version", "格式版本"), [Word("1", "1")])), required: true,
        meaning: Word("version of this file format", "目录文件格式的版本")),
      Key("title", "名称", .scalar(.text), meaning: Word("what the list holds", "目录的内容")),
      Key("regions", "地区", regions, meaning: Word("regions by code", "各地区，按医保区划代码")),
      Key("diseases", "病种", diseases, meaning: Word("chronic and special diseases by code", "门诊慢特病病种，按代码")),
      Key("codes", "代码", codes, meaning: Word("codes of the national platform by dimension", "国家平台代码，按维度")),
      Key("holidays", "节假日", HolidayFormat.shape, meaning: Word("holidays by year", "各年的节假日安排")),
      Key("funds", "基金", funds, meaning: Word("how funds appear on the national platform", "各基金在国家平台上的字段和代码")),
    ])

  private static let regions = Shape.dictionary(
    DictionaryShape(
      Word("regions", "地区"), keyKind: .regionCode,
      .record(
        RecordShape(
          Word("region", "地区"),
          [
            Key("name", "名称", .scalar(.text), required: true, meaning: Word("name", "名称")),
            Key(
              "level", "层级",
              PlanFormat.choice("level", "层级", [("nation", "全国"), ("province", "省级"), ("pooling_region", "统筹区")]),
              required: true, meaning: Word("nation, province, or a region that pools its own fund", "全国、省级，或自行统筹的地区")),
            Key(
              "treated_at", "就医地代码", .scalar(.regionCode),
              meaning: Word("code used as place of treatment, where it differs", "作为就医地时使用的代码")),
          ]))))

  private static let diseases = Shape.dictionary(
    DictionaryShape(
      Word("diseases", "病种"), keyKind: .nationalCode,
      .record(
        RecordShape(
          Word("disease", "病种"),
          [
            Key("name", "名称", .scalar(.text), required: true, meaning: Word("name", "名称")),
            Key(
              "evidence", "证据",
              PlanFormat.choice(
                "evidence", "证据", [("confirmed", "已核实"), ("single_source", "单一来源"), ("contradictory", "互相矛盾")]),
              required: true, meaning: Word("how well the code is known", "代码的可靠程度")),
          ]))))

  private static let codes = Shape.record(
    RecordShape(
      Word("codes", "代码"),
      [Dimension.insurance, .visit, .person, .hospitalLevel].map { dimension in
        Key(
          dimension.name, dimension.chinese,
          .dictionary(
            DictionaryShape(
              Word("codes", "代码"), keyKind: .nationalCode,
              .choice(ChoiceShape(Word(dimension.name, dimension.chinese), dimension.shape.values)))),
          required: true, meaning: Word("codes of \(dimension.name)", "\(dimension.chinese)的代码"))
      }))

  private static let funds = Shape.record(
    RecordShape(
      Word("funds", "基金"),
      Fund.allCases.map { fund in
        Key(
          fund.rawValue, fund.chinese,
          .record(
            RecordShape(
              Word("fund", "基金"),
              [
                Key(
                  "field", "字段", .scalar(.reference), required: true,
                  meaning: Word("amount in `setlinfo`", "setlinfo 里的金额字段")),
                Key(
                  "employee", "职工", .scalar(.nationalCode), required: true,
                  meaning: Word("fund_pay_type of employees", "职工的基金支付类型")),
                Key(
                  "resident", "居民", .scalar(.nationalCode), required: true,
                  meaning: Word("fund_pay_type of residents", "居民的基金支付类型")),
              ])), required: true, meaning: Word("fund \(fund.rawValue)", fund.chinese))
      }))
}

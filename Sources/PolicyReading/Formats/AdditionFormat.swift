import Format
import PolicyModel

/// The part of the description about what a region adds: attributes, parameters, diseases.
enum AdditionFormat {
  static let attributes = Shape.dictionary(
    DictionaryShape(
      Word("attributes", "属性"),
      .record(
        RecordShape(
          Word("attribute", "属性"),
          [
            Key("title", "名称", .scalar(.text), required: true, meaning: Word("name, in Chinese", "名称")),
            Key(
              "kind", "类型", PlanFormat.choice("kind of attribute", "属性类型", [("number", "数值"), ("choice", "选项")]),
              required: true, meaning: Word("a whole number, or one of the values", "整数，或选项之一")),
            Key(
              "values", "取值", .dictionary(DictionaryShape(Word("values", "取值"), .scalar(.text))),
              meaning: Word("the choices, each with its name in Chinese", "各选项及其名称")),
          ]))))

  static let parameters = Shape.dictionary(
    DictionaryShape(
      Word("parameters", "参数"),
      .record(
        RecordShape(
          Word("parameter", "参数"),
          [
            Key("title", "名称", .scalar(.text), required: true, meaning: Word("name, in Chinese", "名称")),
            Key("amount", "金额", .scalar(.money), required: true, meaning: Word("the amount", "金额")),
            PlanFormat.source,
          ]))))

  static let diseases = Shape.record(
    RecordShape(
      Word("diseases", "病种"),
      [
        Key(
          "groups", "病种组",
          .dictionary(
            DictionaryShape(
              Word("groups", "病种组"),
              .record(
                RecordShape(
                  Word("group", "病种组"),
                  [Key("title", "名称", .scalar(.text), required: true, meaning: Word("name, in Chinese", "名称"))])))),
          meaning: Word("groups of diseases", "病种的分组")),
        Key(
          "list", "名录",
          .dictionary(
            DictionaryShape(
              Word("list of diseases", "病种名录"), keyKind: .nationalCode,
              .record(
                RecordShape(
                  Word("listed disease", "名录病种"),
                  [
                    Key("title", "名称", .scalar(.text), required: true, meaning: Word("name, in Chinese", "名称")),
                    Key("group", "组", .scalar(.identifier), meaning: Word("its group", "所属的组")),
                    PlanFormat.source,
                  ])))), required: true,
          meaning: Word("the region's diseases by national code", "本地区的病种，按国家代码")),
        PlanFormat.source,
      ]))
}

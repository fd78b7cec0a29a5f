import Testing

@testable import Format

/// What the schema of each kind of shape looks like.
@Suite("JSON Schema of a shape")
struct SchemaGeneratorTests {
  private func body(_ shape: Shape, _ vocabulary: Vocabulary = .english) -> JSONValue {
    let schema = SchemaGenerator.schema(for: shape, id: "x", title: Word("root", "根"), vocabulary: vocabulary)
    return .object(schema.members.filter { !["$schema", "$id"].contains($0.name) })
  }

  @Test("A record is an object with its keys and no others")
  func record() {
    let shape = Shape.record(
      RecordShape(
        Word("thing", "事物"),
        [
          Key("name", "名称", .scalar(.flag), required: true, meaning: Word("its name", "其名称")),
          Key("size", "大小", .scalar(.integer), meaning: Word("its size", "其大小")),
        ]))
    let schema = SchemaGenerator.schema(for: shape, id: "x", title: Word("root", "根"), vocabulary: .chinese)
    #expect(
      schema.pretty == #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "x",
          "title": "根 root",
          "type": "object",
          "properties": {
            "名称": {
              "title": "名称 name",
              "description": "其名称\nits name",
              "type": "boolean"
            },
            "大小": {
              "title": "大小 size",
              "description": "其大小\nits size",
              "type": "integer",
              "minimum": 0
            }
          },
          "required": [
            "名称"
          ],
          "additionalProperties": false
        }

        """#)
  }

  @Test("A dictionary is an object whose names have the form of its key kind")
  func dictionary() {
    let shape = DictionaryShape(Word("things", "事物"), keyKind: .regionCode, .scalar(.flag))
    #expect(
      body(.dictionary(shape)) == [
        "title": "根 root",
        "type": "object",
        "minProperties": 1,
        "propertyNames": ["title": "六位区划代码 a region code of six digits", "type": "string", "pattern": "^[0-9]{6}$"],
        "additionalProperties": ["title": "true 或 false true or false", "type": "boolean"],
      ])
  }

  @Test("A list is an array with its least count", arguments: [0, 2])
  func list(minimum: Int) {
    let count = minimum == 0 ? [] : [JSONValue.Member("minItems", .integer(minimum))]
    let expected = JSONValue.object([.init("title", "根 root"), .init("type", "array")] + count)
      .adding([.init("items", ["title": "true 或 false true or false", "type": "boolean"])])
    #expect(body(.list(ListShape(.scalar(.flag), minimumCount: minimum))) == expected)
  }

  @Test("A choice is an enumeration of one language's words")
  func choice() {
    let shape = Shape.choice(ChoiceShape(Word("unit", "单位"), [Word("fen", "分"), Word("yuan", "元")]))
    #expect(body(shape, .english) == ["title": "根 root", "enum": ["fen", "yuan"]])
    #expect(body(shape, .chinese) == ["title": "根 root", "enum": ["分", "元"]])
  }

  @Test("Shapes by kind are alternatives; one alone is itself")
  func byKind() {
    let flag: JSONValue = ["title": "true 或 false true or false", "type": "boolean"]
    let list = Shape.list(ListShape(.scalar(.integer)))
    let integers: JSONValue = [
      "type": "array", "minItems": 1, "items": ["title": "整数 a whole number", "type": "integer", "minimum": 0],
    ]
    #expect(
      body(.byKind(scalar: .scalar(.flag), list: list, mapping: nil)) == [
        "title": "根 root", "anyOf": [flag, integers],
      ])
    #expect(
      body(.byKind(scalar: .scalar(.flag), list: nil, mapping: nil)) == ["title": "根 root", "type": "boolean"])
  }

  @Test("Variants are alternatives")
  func variants() {
    let use = RecordShape(Word("use", "引用"), [Key("use", "用", .scalar(.flag), meaning: Word("used", "所用"))])
    let own = RecordShape(Word("own", "自有"), [])
    #expect(
      body(.variants([use, own])) == [
        "title": "根 root",
        "anyOf": [
          [
            "title": "引用 use", "type": "object",
            "properties": ["use": ["title": "用 use", "description": "所用\nused", "type": "boolean"]],
            "additionalProperties": false,
          ],
          ["title": "自有 own", "type": "object", "properties": [:], "additionalProperties": false],
        ],
      ])
  }

  @Test("A filter has the dimensions as keys; whole numbers may be bare")
  func filter() {
    #expect(
      body(.filter([.person, .age]), .chinese) == [
        "title": "根 root",
        "type": "object",
        "properties": [
          "人员": [
            "title": "人员 person",
            "anyOf": [["enum": ["在职", "退休"]], ["type": "string", "pattern": "^[^ /]+(/[^ /]+)*$"]],
          ],
          "年龄": [
            "title": "年龄 age",
            "anyOf": [
              ["type": "integer", "minimum": 0, "maximum": 9999],
              [
                "type": "string",
                "pattern": "^(任意|[0-9]{1,4}(\\+|\\.\\.[0-9]{1,4})?(/[0-9]{1,4}(\\+|\\.\\.[0-9]{1,4})?)*)$",
              ],
            ],
          ],
        ],
        "additionalProperties": ["type": ["string", "integer"]],
      ])
  }
}

extension DimensionShape {
  static let person = DimensionShape(Word("person", "人员"), values: [Word("employed", "在职"), Word("retired", "退休")])
  static let age = DimensionShape(Word("age", "年龄"), values: [], isNumeric: true)
}

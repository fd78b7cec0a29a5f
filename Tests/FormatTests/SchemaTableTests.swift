import Testing

@testable import Format

/// What the schema of a table looks like.
@Suite("JSON Schema of a table")
struct SchemaTableTests {
  private let source = Key("source", "依据", .scalar(.flag), required: true, meaning: Word("basis", "出处"))

  private func members(_ table: TableShape) -> [String: JSONValue] {
    let schema = SchemaGenerator.schema(for: .table(table), id: "x", title: Word("root", "根"), vocabulary: .english)
    return Dictionary(uniqueKeysWithValues: schema.members.map { ($0.name, $0.value) })
  }

  @Test("The bare leaf, or a mapping")
  func bareLeaf() throws {
    let members = members(
      TableShape(Word("counts", "数目"), leaf: .scalar(.integer), dimensions: [.person, .age], extras: [source]))
    guard case .array(let options)? = members["anyOf"] else {
      Issue.record("no alternatives")
      return
    }
    #expect(options.count == 2)
    #expect(options.first == ["$ref": "#/$defs/whole_number"])
    #expect(options.last == mapping)
  }

  private let mapping: JSONValue = [
    "type": "object",
    "properties": [
      "by": [
        "title": "按 by",
        "description": "按哪个或哪几个维度取值\ndimension, or list of dimensions, that the value depends on",
        "anyOf": [
          ["$ref": "#/$defs/dimension"],
          ["type": "array", "minItems": 1, "uniqueItems": true, "items": ["$ref": "#/$defs/dimension"]],
        ],
      ],
      "cases": [
        "title": "各档 cases", "description": "各档的值，每个维度一层\nthe value of each case, one level for each dimension",
        "$ref": "#/$defs/counts_cases",
      ],
      "value": [
        "title": "值 value", "description": "不分档时的值\nthe value when it depends on no dimension",
        "$ref": "#/$defs/whole_number",
      ],
      "source": ["title": "依据 source", "description": "出处\nbasis", "type": "boolean"],
    ],
    "required": ["source"],
    "additionalProperties": false,
    "if": ["required": ["value"]],
    "then": ["properties": ["by": false, "cases": false]],
    "else": ["required": ["by", "cases"]],
  ]

  @Test("Only a mapping where the bare leaf is not allowed")
  func noBareLeaf() {
    let members = members(
      TableShape(
        Word("counts", "数目"), leaf: .scalar(.integer), dimensions: [.person], extras: [source], allowsBareLeaf: false))
    #expect(members["anyOf"] == nil)
    #expect(members["type"] == "object")
    #expect(members["required"] == ["source"])
    #expect(members["else"] == ["required": ["by", "cases"]])
  }

  @Test("Cases hold leaves or cases again; `any` stands alone")
  func cases() {
    let members = members(TableShape(Word("counts", "数目"), leaf: .scalar(.integer), dimensions: [.person]))
    #expect(
      members["$defs"] == [
        "whole_number": ["title": "整数 a whole number", "type": "integer", "minimum": 0],
        "dimension": ["anyOf": [["enum": ["person"]], ["type": "string"]]],
        "counts_cases": [
          "type": "object",
          "minProperties": 1,
          "propertyNames": ["pattern": "^[^ /]+(/[^ /]+)*$"],
          "additionalProperties": ["anyOf": [["$ref": "#/$defs/whole_number"], ["$ref": "#/$defs/counts_cases"]]],
          "dependentSchemas": ["any": ["maxProperties": 1]],
        ],
      ])
  }
}

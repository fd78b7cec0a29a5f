extension SchemaBuilder {
  /// The bare leaf where it is allowed, or a mapping with `value`, or with `by` and `cases`, beside further keys.
  mutating func schema(for table: TableShape) -> JSONValue {
    let name = table.title.slug
    let leaf = schema(for: table.leaf, name: "\(name)_leaf")
    let mapping = tableMapping(table, leaf: leaf, name: name)
    let content = table.allowsBareLeaf ? ["anyOf": [leaf, mapping]] : mapping
    return definitions.define(name, SchemaBuilder.titled(table.title, content))
  }

  private mutating func tableMapping(_ table: TableShape, leaf: JSONValue, name: String) -> JSONValue {
    let by = property(TableShape.by, meaning: TableShape.byMeaning, dimensionNames(table.dimensions))
    let cases = property(
      TableShape.cases, meaning: TableShape.casesMeaning, self.cases(of: leaf, name: "\(name)_cases"))
    let value = property(TableShape.value, meaning: TableShape.valueMeaning, leaf)
    return object([by, cases, value] + properties(for: table.extras), required: table.extras)
      .adding(eitherValueOrCases.members)
  }

  /// `value` excludes `by` and `cases`; without it both are needed.
  private var eitherValueOrCases: JSONValue {
    let by = TableShape.by.text(in: vocabulary)
    let cases = TableShape.cases.text(in: vocabulary)
    return [
      "if": ["required": [.string(TableShape.value.text(in: vocabulary))]],
      "then": ["properties": .object([.init(by, false), .init(cases, false)])],
      "else": ["required": [.string(by), .string(cases)]],
    ]
  }

  /// A mapping from cases to leaves or to such mappings again, one level for each dimension; `any` stands alone. How
  /// deep it goes is left to the reader, as JSON Schema cannot count the dimensions of `by`.
  private mutating func cases(of leaf: JSONValue, name: String) -> JSONValue {
    definitions.define(
      name,
      [
        "type": "object",
        "minProperties": 1,
        "propertyNames": ["pattern": .string(SchemaBuilder.namedCases)],
        "additionalProperties": ["anyOf": [leaf, SchemaDefinitions.itself]],
        "dependentSchemas": .object([.init(TableShape.anyCase.text(in: vocabulary), ["maxProperties": 1])]),
      ], isRecursive: true)
  }

  /// What `by` says: one dimension, or several different ones.
  private mutating func dimensionNames(_ dimensions: [DimensionShape]) -> JSONValue {
    let words = dimensions.map { JSONValue.string($0.name.text(in: vocabulary)) }
    // A region's attributes are dimensions too.
    let one = definitions.define("dimension", ["anyOf": [["enum": .array(words)], ["type": "string"]]])
    return definitions.define(
      "dimensions", ["anyOf": [one, ["type": "array", "minItems": 1, "uniqueItems": true, "items": one]]])
  }

  /// Conditions on dimensions.
  mutating func schema(for dimensions: [DimensionShape]) -> JSONValue {
    let properties = dimensions.map { dimension in
      JSONValue.Member(
        dimension.name.text(in: vocabulary), SchemaBuilder.titled(dimension.name, condition(on: dimension)))
    }
    return definitions.define(
      DimensionShape.conditions.slug,
      SchemaBuilder.titled(
        DimensionShape.conditions,
        [
          "type": "object", "properties": .object(properties),
          "additionalProperties": ["type": ["string", "integer"]],
        ]))
  }

  /// A value of the dimension. The fixed values are listed for editors; a region's own classes fit the pattern, and
  /// a whole number is an integer to YAML.
  private func condition(on dimension: DimensionShape) -> JSONValue {
    if dimension.isNumeric {
      let any = TableShape.anyCase.text(in: vocabulary)
      let pattern = "^(\(any)|\(SchemaBuilder.range)(/\(SchemaBuilder.range))*)$"
      return [
        "anyOf": [
          ["type": "integer", "minimum": 0, "maximum": 9999], ["type": "string", "pattern": .string(pattern)],
        ]
      ]
    }
    let named: JSONValue = ["type": "string", "pattern": .string(SchemaBuilder.namedCases)]
    let words = dimension.values.map { JSONValue.string($0.text(in: vocabulary)) }
    return words.isEmpty ? named : ["anyOf": [["enum": .array(words)], named]]
  }

  /// Names joined by `/`. Validators that keep a bare number as the key of a case do not apply it.
  private static let namedCases = "^[^ /]+(/[^ /]+)*$"

  /// `1`, `2+` or `60..69`.
  private static let range = "[0-9]{1,4}(\\+|\\.\\.[0-9]{1,4})?"
}

extension TableShape {
  static let byMeaning = Word("dimension, or list of dimensions, that the value depends on", "按哪个或哪几个维度取值")
  static let casesMeaning = Word("the value of each case, one level for each dimension", "各档的值，每个维度一层")
  static let valueMeaning = Word("the value when it depends on no dimension", "不分档时的值")
}

extension DimensionShape {
  static let conditions = Word("conditions", "条件")
}

/// The JSON Schema of a document, for editors and for checks by other tools. What JSON Schema cannot say, such as how
/// deep cases are nested, is left to the shape reader.
package enum SchemaGenerator {
  /// A schema of JSON Schema 2020-12 whose property names and words are those of one language.
  package static func schema(for shape: Shape, id: String, title: Word, vocabulary: Vocabulary) -> JSONValue {
    var builder = SchemaBuilder(vocabulary: vocabulary)
    let root = builder.schema(for: shape, name: title.slug)
    let heading: JSONValue = [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": .string(id), "title": .string(title.both),
    ]
    return SchemaLinker.linked(heading.adding(root.members), builder.definitions)
  }
}

/// Describes shapes as JSON Schema; every shape becomes a definition, and the linker decides which stay shared.
struct SchemaBuilder {
  let vocabulary: Vocabulary
  var definitions = SchemaDefinitions()

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The schema of a shape; `name` is used for shapes that have no title of their own.
  mutating func schema(for shape: Shape, name: String) -> JSONValue {
    switch shape {
    case .record(let record): schema(for: record)
    case .dictionary(let dictionary): schema(for: dictionary)
    case .list(let list): schema(for: list, name: name)
    case .scalar(let kind): schema(for: kind)
    case .choice(let choice): schema(for: choice)
    case .table(let table): schema(for: table)
    case .filter(let dimensions): schema(for: dimensions)
    case .byKind(let scalar, let list, let mapping): anyOf([scalar, list, mapping].compactMap { $0 }, name: name)
    case .variants(let records): anyOf(records.map(Shape.record), name: name)
    }
  }

  private mutating func schema(for record: RecordShape) -> JSONValue {
    var content = object(properties(for: record.keys), required: record.keys)
    if !record.alternatives.isEmpty {
      let names = record.alternatives.compactMap { record.key($0)?.name.text(in: vocabulary) }
      content = content.adding([.init("anyOf", .array(names.map { ["required": [.string($0)]] }))])
    }
    return definitions.define(record.title.slug, SchemaBuilder.titled(record.title, content))
  }

  /// An object with these properties and no others.
  func object(_ properties: [JSONValue.Member], required keys: [Key]) -> JSONValue {
    var members = [JSONValue.Member("type", "object"), .init("properties", .object(properties))]
    let required = keys.filter(\.isRequired).map { JSONValue.string($0.name.text(in: vocabulary)) }
    if !required.isEmpty { members.append(.init("required", .array(required))) }
    return .object(members + [.init("additionalProperties", false)])
  }

  mutating func properties(for keys: [Key]) -> [JSONValue.Member] {
    var properties: [JSONValue.Member] = []
    for key in keys {
      properties.append(property(key.name, meaning: key.meaning, schema(for: key.shape, name: key.name.slug)))
    }
    return properties
  }

  /// The schema of a key's value under the key's own title and meaning.
  func property(_ name: Word, meaning: Word, _ schema: JSONValue) -> JSONValue.Member {
    let own: JSONValue = [
      "title": .string(name.both), "description": .string("\(meaning.chinese)\n\(meaning.english)"),
    ]
    return .init(name.text(in: vocabulary), own.adding(schema.members))
  }

  private mutating func schema(for dictionary: DictionaryShape) -> JSONValue {
    let content: JSONValue = [
      "type": "object",
      "minProperties": .integer(dictionary.allowsEmpty ? 0 : 1),
      "propertyNames": schema(for: dictionary.keyKind),
      "additionalProperties": schema(for: dictionary.value, name: dictionary.title.slug),
    ]
    return definitions.define(dictionary.title.slug, SchemaBuilder.titled(dictionary.title, content))
  }

  private mutating func schema(for list: ListShape, name: String) -> JSONValue {
    let minimum = list.minimumCount > 0 ? [JSONValue.Member("minItems", .integer(list.minimumCount))] : []
    let items = schema(for: list.item, name: name)
    return JSONValue.object([.init("type", "array")] + minimum + [.init("items", items)])
  }

  private mutating func schema(for kind: ScalarKind) -> JSONValue {
    definitions.define(kind.title.slug, SchemaBuilder.titled(kind.title, kind.schema))
  }

  private mutating func schema(for choice: ChoiceShape) -> JSONValue {
    let words = choice.words.map { JSONValue.string($0.text(in: vocabulary)) }
    return definitions.define(choice.title.slug, SchemaBuilder.titled(choice.title, ["enum": .array(words)]))
  }

  private mutating func anyOf(_ shapes: [Shape], name: String) -> JSONValue {
    var options: [JSONValue] = []
    for shape in shapes { options.append(schema(for: shape, name: name)) }
    if options.count == 1 { return options[0] }
    return definitions.define(name, ["anyOf": .array(options)])
  }

  static func titled(_ title: Word, _ schema: JSONValue) -> JSONValue {
    JSONValue.object([.init("title", .string(title.both))]).adding(schema.members)
  }
}

extension Word {
  /// Both names, the Chinese one first; one when they are equal.
  var both: String { chinese == english ? english : "\(chinese) \(english)" }

  /// The English name as lower-case ASCII with underscores, without article and examples: `ratio` for
  /// `a ratio such as 85%`.
  var slug: String {
    let words = english.lowercased().filter { $0 != "'" }
      .split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let named = words.first == "a" || words.first == "an" ? words.dropFirst() : words[...]
    let exampleStart = named.indices.first { named[$0] == "such" && named[($0 + 1)...].first == "as" }
    let slug = named[..<(exampleStart ?? named.endIndex)].joined(separator: "_")
    return slug.isEmpty ? "part" : slug
  }
}

import Format

/// Schemas of documents as components of an OpenAPI description: definitions move up beside the documents, under names
/// that begin with the document's, so that no two collide.
struct SchemaComponents {
  private(set) var members: [JSONValue.Member] = []

  mutating func add(_ name: String, _ shape: Shape, title: Word) {
    let schema = SchemaGenerator.schema(for: shape, id: name, title: title, vocabulary: .english)
    for member in schema.members where member.name == "$defs" {
      for definition in member.value.members {
        members.append(.init("\(name).\(definition.name)", SchemaComponents.moved(definition.value, name)))
      }
    }
    let own = schema.members.filter { !["$schema", "$id", "$defs"].contains($0.name) }
    members.append(.init(name, SchemaComponents.moved(.object(own), name)))
  }

  mutating func add(_ name: String, _ schema: JSONValue) { members.append(.init(name, schema)) }

  static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

  /// The schema with its references leading to the components.
  private static func moved(_ schema: JSONValue, _ document: String) -> JSONValue {
    let prefix = "#/$defs/"
    switch schema {
    case .object(let members):
      return .object(
        members.map { member in
          if member.name == "$ref", case .string(let target) = member.value, target.hasPrefix(prefix) {
            return .init("$ref", .string("#/components/schemas/\(document).\(target.dropFirst(prefix.count))"))
          }
          return .init(member.name, moved(member.value, document))
        })
    case .array(let items): return .array(items.map { moved($0, document) })
    case .string, .bool, .integer: return schema
    }
  }
}

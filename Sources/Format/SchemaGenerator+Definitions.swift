/// The definitions of a schema, each content once. A reference to one is `{"$ref": "#12"}` until the linker names it.
struct SchemaDefinitions {
  struct Definition {
    let name: String
    let content: JSONValue
    let isRecursive: Bool
  }

  private(set) var all: [Definition] = []
  private var indices: [JSONValue: Int] = [:]

  /// What a recursive definition writes for itself.
  static let itself: JSONValue = ["$ref": "#"]

  /// A reference to the definition with this content. A later definition of the same content shares the first name.
  mutating func define(_ name: String, _ content: JSONValue, isRecursive: Bool = false) -> JSONValue {
    let index = indices[content] ?? all.count
    if index == all.count {
      indices[content] = index
      all.append(Definition(name: name, content: content, isRecursive: isRecursive))
    }
    return ["$ref": .string("#\(index)")]
  }

  /// The definition a value refers to; nil when it is no reference to another one.
  static func target(of member: JSONValue.Member) -> Int? {
    guard member.name == "$ref", case .string(let text) = member.value else { return nil }
    return Int(text.dropFirst())
  }
}

/// Puts definitions that are used once where they are used, and the others under `$defs`, named in the order in which
/// the document first refers to them.
struct SchemaLinker {
  private let definitions: [SchemaDefinitions.Definition]
  private var useCounts: [Int]
  private var names: [Int: String] = [:]
  /// Shared definitions in the order of their first use.
  private var order: [Int] = []

  private init(_ definitions: [SchemaDefinitions.Definition]) {
    self.definitions = definitions
    useCounts = definitions.map { _ in 0 }
  }

  static func linked(_ root: JSONValue, _ definitions: SchemaDefinitions) -> JSONValue {
    var linker = SchemaLinker(definitions.all)
    linker.count(root)
    for definition in definitions.all { linker.count(definition.content) }
    let body = linker.linked(root, within: "#")
    let shared = linker.linkedDefinitions()
    return shared.isEmpty ? body : body.adding([.init("$defs", .object(shared))])
  }

  private mutating func count(_ value: JSONValue) {
    switch value {
    case .object(let members):
      for member in members {
        if let target = SchemaDefinitions.target(of: member) { useCounts[target] += 1 } else { count(member.value) }
      }
    case .array(let items): for item in items { count(item) }
    default: break
    }
  }

  /// Definitions found on the way join the end of `order`.
  private mutating func linkedDefinitions() -> [JSONValue.Member] {
    var result: [JSONValue.Member] = []
    while result.count < order.count {
      let index = order[result.count]
      let name = sharedName(of: index)
      result.append(.init(name, linked(definitions[index].content, within: SchemaLinker.pointer(to: name))))
    }
    return result
  }

  /// `itself` is the pointer to the definition that the value belongs to.
  private mutating func linked(_ value: JSONValue, within itself: String) -> JSONValue {
    switch value {
    case .object(let members):
      var result: [JSONValue.Member] = []
      for member in members {
        let replaced = linked(member, within: itself)
        result += replaced.filter { new in !result.contains { $0.name == new.name } }
      }
      return .object(result)
    case .array(let items):
      var result: [JSONValue] = []
      for item in items { result.append(linked(item, within: itself)) }
      return .array(result)
    default: return value
    }
  }

  /// A reference becomes a pointer, or the members of a definition that is used only here.
  private mutating func linked(_ member: JSONValue.Member, within itself: String) -> [JSONValue.Member] {
    if member.name == "$ref", member.value == "#" { return [.init("$ref", .string(itself))] }
    guard let target = SchemaDefinitions.target(of: member) else {
      return [.init(member.name, linked(member.value, within: itself))]
    }
    if useCounts[target] > 1 || definitions[target].isRecursive {
      return [.init("$ref", .string(SchemaLinker.pointer(to: sharedName(of: target))))]
    }
    return linked(definitions[target].content, within: itself).members
  }

  /// The definition's name, with a number when another one has it already.
  private mutating func sharedName(of index: Int) -> String {
    if let name = names[index] { return name }
    let name = UniqueNames.name(definitions[index].name, besides: names.values)
    names[index] = name
    order.append(index)
    return name
  }

  private static func pointer(to name: String) -> String { "#/$defs/\(name)" }
}

/// Numbers names that several things want.
enum UniqueNames {
  /// The wanted name, or `name_2`, `name_3` and so on when it is taken.
  static func name(_ wanted: String, besides taken: some Collection<String>) -> String {
    var name = wanted
    var number = 1
    while taken.contains(name) {
      number += 1
      name = "\(wanted)_\(number)"
    }
    return name
  }
}

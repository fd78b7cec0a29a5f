import Format
import PolicyReading

/// How one kind of document is laid out: its shape, and which of its parts always take lines of their own.
package struct DocumentLayout: Sendable {
  package let record: RecordShape
  /// Keys of the root in their order, where it is not that of the shape.
  let rootOrder: [String]
  /// Paths of English keys; `*` stands for a name that the author chose, `-` for an item of a list.
  let open: [[String]]
  /// Lists of mappings always take lines of their own.
  let opensLists: Bool

  package init(_ record: RecordShape, rootOrder: [String] = [], open: [String], opensLists: Bool) {
    self.record = record
    self.rootOrder = rootOrder
    self.open = open.map { $0.split(separator: ".").map(String.init) }
    self.opensLists = opensLists
  }

  /// Rule files.
  package static let rules = DocumentLayout(
    PolicyFormat.document,
    open: [
      "sources", "sources.*", "classes", "classes.*", "attributes", "parameters", "parameters.*", "diseases",
      "diseases.list", "non_local", "non_local.cases", "filing", "filing.kinds", "filing.channel", "filing.standing",
      "filing.standing.cases", "caps", "caps.*", "layers", "layers.*", "plans", "plans.*", "plans.*.layers.-",
      "not_known", "not_known.*", "not_offered", "not_offered.*", "guardrails", "guardrails.*", "open_questions.-",
    ], opensLists: true)

  /// Files of changes to the version before: what a version is, then what changes.
  package static let changes = DocumentLayout(
    PolicyFormat.changes,
    rootOrder: PolicyFormat.changes.keys.map(\.name.english).filter { !["changes", "open_questions"].contains($0) }
      + ["changes", "open_questions"],
    open: ["sources", "sources.*", "open_questions.-"], opensLists: true)

  /// Whether the files of a folder are code lists: it is `catalogue`, or lies in it.
  package static func isOfCodeLists(_ folder: String) -> Bool {
    folder.split(separator: "/").suffix(2).contains("catalogue")
  }

  package static let catalogue = DocumentLayout(
    CatalogueFormat.document,
    open: ["regions", "diseases", "codes", "codes.*", "funds"], opensLists: true)

  func isOpen(_ path: [String]) -> Bool {
    open.contains { pattern in
      pattern.count == path.count && zip(pattern, path).allSatisfy { $0 == "*" || $0 == $1 }
    }
  }
}

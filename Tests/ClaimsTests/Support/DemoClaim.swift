import Claims
import Findings
import Foundation
import JSONSyntax
import SourceTree
import TestSupport
import Testing

/// A claim as a list of members, so that a test can change one thing in a good one.
struct DemoClaim: Sendable {
  struct Member: Sendable {
    let name: String
    /// The value as JSON text.
    let json: String
  }

  var members: [Member]

  /// A claim of `examples/claims/demo.ndjson`, counted from 1.
  static func number(_ number: Int) throws -> DemoClaim {
    let text = try String(contentsOfFile: Repository.path("examples/claims/demo.ndjson"), encoding: .utf8)
    let lines = text.split(separator: "\n")
    try #require(lines.indices.contains(number - 1))
    return try DemoClaim(json: String(lines[number - 1]))
  }

  /// All claims of the demo file.
  static func all() throws -> [DemoClaim] {
    try (1...12).map { try number($0) }
  }

  init(json: String) throws {
    let root = JSONReader.read(SourceFile(path: "demo", bytes: Array(json.utf8)), collector: FindingCollector())
    let entries = try #require(root?.entries)
    members = entries.map { Member(name: $0.key.scalar?.text ?? "", json: DemoClaim.json($0.value)) }
  }

  /// The claim with a member replaced, or added when there is none of that name.
  func with(_ name: String, _ json: String) -> DemoClaim {
    var result = self
    let member = Member(name: name, json: json)
    if let index = members.firstIndex(where: { $0.name == name }) {
      result.members[index] = member
    } else {
      result.members.append(member)
    }
    return result
  }

  func without(_ name: String) -> DemoClaim {
    var result = self
    result.members.removeAll { $0.name == name }
    return result
  }

  /// The claim of a person insured and treated in one place.
  func insured(in region: String, treatedIn place: String? = nil) -> DemoClaim {
    with("insuplc_admdvs", "\"\(region)\"").with("mdtrtarea_admvs", "\"\(place ?? region)\"")
  }

  var json: String { JSONText.object(members.map { (name: $0.name, value: $0.json) }) }

  /// A tree as JSON text.
  static func json(_ node: Node) -> String {
    switch node.content {
    case .scalar(let scalar): scalar.isQuoted ? JSONText.string(scalar.text) : scalar.text
    case .sequence(let items): "[" + items.map { json($0) }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      JSONText.object(entries.map { (name: $0.key.scalar?.text ?? "", value: json($0.value)) })
    }
  }
}

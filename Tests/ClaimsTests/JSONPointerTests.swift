import Claims
import Findings
import JSONSyntax
import SourceTree
import Testing

@Suite("JSON pointers (RFC 6901)")
struct JSONPointerTests {
  /// The node that a pointer leads to.
  private func resolve(_ pointer: String, in root: Node) -> Node? {
    pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().reduce(Optional(root)) { node, part in
      let name = part.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
        .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
      if let items = node?.items { return Int(name).flatMap { items.indices.contains($0) ? items[$0] : nil } }
      return node?[name]
    }
  }

  private func everyNode(of root: Node) -> [Node] {
    let children = (root.items ?? []) + (root.entries ?? []).map(\.value)
    return [root] + children.flatMap { everyNode(of: $0) }
  }

  @Test(
    "a value's pointer leads to it; ~ and / in names are escaped",
    arguments: [
      (#"{"a": 1}"#, ["a"], "/a"), (#"{"a/b": 1}"#, ["a/b"], "/a~1b"), (#"{"a~b": 1}"#, ["a~b"], "/a~0b"),
      (#"{"~1": 1}"#, ["~1"], "/~01"), (#"{"": 1}"#, [""], "/"), (#"{"年度": {"a b": 1}}"#, ["年度", "a b"], "/年度/a b"),
    ].map { PointerRow(json: $0.0, path: $0.1, pointer: $0.2) })
  func escaping(row: PointerRow) throws {
    let root = try #require(JSONSample(row.json).root)
    let value = try #require(row.path.reduce(Optional(root)) { $0?[$1] })
    #expect(root.pointer(to: value.place.start) == row.pointer)
    #expect(resolve(row.pointer, in: root)?.place.start == value.place.start)
  }

  struct PointerRow: Sendable {
    let json: String
    let path: [String]
    let pointer: String
  }

  @Test("items of lists are counted from 0")
  func items() throws {
    let root = try #require(JSONSample(#"{"a": [10, [20, 30]]}"#).root)
    let inner = try #require(root["a"]?.items?[1].items?[1])
    #expect(root.pointer(to: inner.place.start) == "/a/1/1")
  }

  @Test("the whole text has the empty pointer, a key that of its value")
  func rootAndKeys() throws {
    let root = try #require(JSONSample(#"{"a": {"b": 1}}"#).root)
    let key = try #require(root["a"]?.entries?.first?.key)
    #expect(root.pointer(to: root.place.start) == "")
    #expect(root.pointer(to: key.place.start) == "/a/b")
  }

  @Test("where nothing begins there is no pointer")
  func nowhere() throws {
    let root = try #require(JSONSample(#"{"a": 10}"#).root)
    #expect(root.pointer(to: Position(line: 1, column: 8)) == nil)
    #expect(root.pointer(to: Position(line: 2, column: 1)) == nil)
  }

  @Test("every value of every demo claim has a pointer that leads back to it")
  func demoClaims() throws {
    for claim in try DemoClaim.all() {
      let root = try #require(JSONSample(claim.json, firstLine: 9).root)
      for node in everyNode(of: root) {
        let pointer = try #require(root.pointer(to: node.place.start))
        #expect(resolve(pointer, in: root)?.place.start == node.place.start, "\(pointer)")
      }
    }
  }
}

import Testing

@testable import Format

/// What stands once under `$defs`, and by which name.
@Suite("Shared parts of a JSON Schema")
struct SchemaSharingTests {
  private func key(_ name: String, _ shape: Shape) -> Key {
    Key(name, name, shape, meaning: Word("meaning", "含义"))
  }

  private func choice(_ words: String...) -> Shape {
    .choice(ChoiceShape(Word("a period", "期间"), words.map { Word($0, $0) }))
  }

  private func schema(_ keys: [Key]) -> JSONValue {
    SchemaGenerator.schema(
      for: .record(RecordShape(Word("root", "根"), keys)), id: "x", title: Word("root", "根"), vocabulary: .english)
  }

  private func definitions(_ schema: JSONValue) -> [JSONValue.Member] {
    schema.members.first { $0.name == "$defs" }?.value.members ?? []
  }

  @Test("A part that is used once stands where it is used")
  func once() {
    #expect(definitions(schema([key("a", choice("day")), key("b", choice("year"))])).isEmpty)
  }

  @Test("A part that is used twice is defined once; its uses keep their own titles")
  func twice() {
    let schema = schema([key("a", choice("day")), key("b", choice("day"))])
    #expect(definitions(schema) == [.init("period", ["title": "期间 a period", "enum": ["day"]])])
    let properties = schema.members.first { $0.name == "properties" }?.value
    #expect(
      properties == [
        "a": ["title": "a", "description": "含义\nmeaning", "$ref": "#/$defs/period"],
        "b": ["title": "b", "description": "含义\nmeaning", "$ref": "#/$defs/period"],
      ])
  }

  @Test("Different parts of one title are numbered in the order of their first use")
  func numbered() {
    let keys = [choice("year"), choice("day"), choice("day"), choice("year")].enumerated()
      .map { key("k\($0.offset)", $0.element) }
    let definitions = definitions(schema(keys))
    #expect(definitions.map(\.name) == ["period", "period_2"])
    #expect(definitions.first?.value == ["title": "期间 a period", "enum": ["year"]])
  }

  @Test("The text is the same every time")
  func deterministic() {
    let table = TableShape(Word("counts", "数目"), leaf: .scalar(.integer), dimensions: [.person, .age])
    let keys = [
      key("a", .table(table)), key("b", .table(table)), key("c", .filter([.person, .age])), key("d", choice("day")),
    ]
    let texts = Set((0..<20).map { _ in schema(keys).pretty })
    #expect(texts.count == 1)
  }

  @Test(
    "Names come from English titles",
    arguments: [
      ("an amount in yuan", "amount_in_yuan"), ("a ratio such as 85%", "ratio"),
      ("percentage points or `none`", "percentage_points_or_none"),
      ("a document's short id", "documents_short_id"), ("Non-local rules", "non_local_rules"), ("", "part"),
    ])
  func slugs(title: String, slug: String) {
    #expect(Word(title, "").slug == slug)
  }

  @Test("A number that would repeat another name is passed over")
  func uniqueNames() {
    #expect(UniqueNames.name("a", besides: ["b"]) == "a")
    #expect(UniqueNames.name("a", besides: ["a", "a_2"]) == "a_3")
  }
}

import Format

/// What a tree says, without places, order of keys, quotes or language: equal texts, equal meaning.
struct Meaning: Equatable {
  private(set) var text = ""

  init(_ reading: Reading) {
    add(reading)
  }

  private mutating func add(_ reading: Reading) {
    switch reading.value {
    case .record(let record): add(record)
    case .dictionary(let named):
      list("names", named) { meaning, item in
        meaning.quote(item.id)
        meaning.add(item.reading)
      }
    case .list(let items): list("list", items) { meaning, item in meaning.add(item) }
    case .scalar(let scalar):
      quote("\(scalar)")
      add(reading.citation)
    case .word(let word):
      text += "word "
      quote(word)
      add(reading.citation)
    case .table(let table):
      list("by", table.dimensions) { meaning, dimension in meaning.quote(dimension.name) }
      add(table.cases)
      add(table.extras)
    case .filter(let conditions):
      list("if", conditions.sorted { $0.dimension < $1.dimension }) { meaning, condition in
        meaning.quote(condition.dimension)
        meaning.quote("\(condition.key)")
      }
    case .invalid: text += "invalid"
    }
  }

  private mutating func add(_ cases: TableReading.Cases) {
    switch cases {
    case .leaf(let reading): add(reading)
    case .split(let cases, _):
      list("cases", cases) { meaning, item in
        meaning.quote("\(item.key)")
        meaning.add(item.content)
      }
    }
  }

  private mutating func add(_ record: Fields) {
    list("keys", record.all.sorted { $0.id < $1.id }) { meaning, item in
      meaning.quote(item.id)
      meaning.add(item.reading)
    }
  }

  private mutating func add(_ citation: CitationText?) {
    guard let citation else { return }
    text += "from "
    quote(citation.source)
    quote(citation.clause)
  }

  private mutating func list<Item>(_ name: String, _ items: [Item], _ add: (inout Meaning, Item) -> Void) {
    text += "\(name) \(items.count) {"
    for item in items { add(&self, item) }
    text += "}"
  }

  /// With its length before it, so that no text can look like two.
  private mutating func quote(_ part: String) {
    text += "\(part.utf8.count):\(part) "
  }
}

import Format

extension Reading {
  /// Calls a body with this reading and everything below it.
  func forEach(_ body: (Reading) -> Void) {
    body(self)
    switch value {
    case .record(let fields): for field in fields.all { field.reading.forEach(body) }
    case .dictionary(let named): for item in named { item.reading.forEach(body) }
    case .list(let items): for item in items { item.forEach(body) }
    case .table(let table):
      for extra in table.extras.all { extra.reading.forEach(body) }
      Reading.forEach(table.cases, body)
    case .scalar, .word, .filter, .invalid: break
    }
  }

  private static func forEach(_ cases: TableReading.Cases, _ body: (Reading) -> Void) {
    switch cases {
    case .leaf(let leaf): leaf.forEach(body)
    case .split(let items, _): for item in items { forEach(item.content, body) }
    }
  }
}

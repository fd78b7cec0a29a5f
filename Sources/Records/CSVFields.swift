/// The fields of a row of a CSV file (RFC 4180).
struct CSVFields {
  struct Field {
    /// Its bytes in the row, without quotes around them.
    let range: Range<Int>
    /// Quotes in it are doubled.
    let hasDoubledQuotes: Bool
  }

  private(set) var fields: [Field] = []

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")

  /// Whether a row goes on in the next line: a quote is open.
  static func isOpen(_ row: [UInt8]) -> Bool {
    var quotes = 0
    for byte in row where byte == quote { quotes += 1 }
    return quotes % 2 == 1
  }

  /// Takes a row apart.
  ///
  /// - Returns: where the field with quotes that do not pair begins; nil when all is well.
  mutating func split(_ row: UnsafeBufferPointer<UInt8>) -> Int? {
    fields.removeAll(keepingCapacity: true)
    var index = 0
    while true {
      if index < row.count, row[index] == CSVFields.quote {
        let start = index + 1
        var isDoubled = false
        index = start
        while true {
          guard index < row.count else { return start - 1 }
          if row[index] == CSVFields.quote {
            guard index + 1 < row.count, row[index + 1] == CSVFields.quote else { break }
            isDoubled = true
            index += 1
          }
          index += 1
        }
        fields.append(Field(range: start..<index, hasDoubledQuotes: isDoubled))
        index += 1
        if index < row.count, row[index] != CSVFields.comma { return start - 1 }
      } else {
        let start = index
        while index < row.count, row[index] != CSVFields.comma {
          if row[index] == CSVFields.quote { return start }
          index += 1
        }
        fields.append(Field(range: start..<index, hasDoubledQuotes: false))
      }
      guard index < row.count else { return nil }
      index += 1
    }
  }

  /// The characters of a field; nil when they are not UTF-8.
  static func text(_ field: Field, of row: UnsafeBufferPointer<UInt8>) -> String? {
    let text = String(validating: UnsafeBufferPointer(rebasing: row[field.range]), as: UTF8.self)
    return field.hasDoubledQuotes ? text?.replacing("\"\"", with: "\"") : text
  }
}

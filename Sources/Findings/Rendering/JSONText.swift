/// Writes JSON text; the members of an object keep the order they are given in.
package enum JSONText {
  /// A JSON string with its quotes.
  package static func string(_ text: String) -> String {
    var result = ""
    append(string: text, to: &result)
    return result
  }

  /// An object from names and values that are JSON text already.
  package static func object(_ members: [(name: String, value: String)]) -> String {
    object(members) { ($0.name, $0.value) }
  }

  /// An object of what each item says of its name and value, which is JSON text already.
  @inlinable package static func object<Item>(_ items: [Item], member: (Item) -> (name: String, value: String))
    -> String
  {
    var result = "{"
    for item in items {
      let (name, value) = member(item)
      if result.utf8.count > 1 { result += ", " }
      append(string: name, to: &result)
      result += ": "
      result += value
    }
    result += "}"
    return result
  }

  /// Adds a JSON string with its quotes.
  package static func append(string text: String, to result: inout String) {
    result += "\""
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
      result += text
    } else {
      var scalars = String.UnicodeScalarView()
      // One by one: appending a piece would copy what is there already.
      for scalar in text.unicodeScalars {
        if let escape = escape(of: scalar) { escape.forEach { scalars.append($0) } } else { scalars.append(scalar) }
      }
      result += String(scalars)
    }
    result += "\""
  }

  /// JSON requires the escapes below U+0020; other invisible controls are escaped so that they can be seen. Nil when
  /// the scalar stands for itself.
  private static func escape(of scalar: Unicode.Scalar) -> String.UnicodeScalarView? {
    switch scalar {
    case "\"": "\\\"".unicodeScalars
    case "\\": "\\\\".unicodeScalars
    case "\n": "\\n".unicodeScalars
    case "\r": "\\r".unicodeScalars
    case "\t": "\\t".unicodeScalars
    case "\u{08}": "\\b".unicodeScalars
    case "\u{0C}": "\\f".unicodeScalars
    case _ where scalar.isInvisibleControl: unicodeEscape(scalar)
    default: nil
    }
  }

  /// `\u` and four hexadecimal digits; every invisible control lies below U+10000, so one escape is enough.
  private static func unicodeEscape(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    let digits = String(scalar.value, radix: 16)
    return ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars
  }
}

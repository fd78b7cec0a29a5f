import Format
import SourceTree

/// How a single value is written: plain where that is safe, else in double quotes, and texts of several lines below `|`.
struct ScalarText {
  private let text: String
  private let needsQuotes: Bool

  /// - Parameters:
  ///   - isQuoted: The value is one that is always quoted, such as a date or a code.
  ///   - isNumber: The text is a case of a numeric dimension, which is written plain.
  init(_ scalar: Scalar, isQuoted: Bool = false, isNumber: Bool = false) {
    text = scalar.text
    let keepsItsQuotes = scalar.isQuoted && !isNumber && ScalarKind.needsQuotes(scalar.text)
    needsQuotes = isQuoted || keepsItsQuotes
  }

  init(plain text: String) {
    self.text = text
    needsQuotes = ScalarKind.needsQuotes(text)
  }

  var isSeveralLines: Bool { text.unicodeScalars.contains("\n") }

  var inBrackets: String {
    needsQuotes || !PlainText.isSafe(text, inBrackets: true) ? Self.quoted(text) : text
  }

  /// On a line of a block: after a key or a dash.
  var onLine: String {
    needsQuotes || !PlainText.isSafe(text, inBrackets: false) ? Self.quoted(text) : text
  }

  /// The lines below `|` and the mark itself; nil for a text that has to be quoted.
  var blockLines: (mark: String, lines: [String])? {
    guard isSeveralLines, !needsQuotes else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let hasEnd = lines.last == ""
    if hasEnd { lines.removeLast() }
    let isPlain = lines.allSatisfy { line in
      !line.hasSuffix(" ") && !line.unicodeScalars.contains { PlainText.isControl($0) }
    }
    guard isPlain, let first = lines.first, let last = lines.last, !first.isEmpty, !last.isEmpty,
      !first.hasPrefix(" ")
    else { return nil }
    return (hasEnd ? "|" : "|-", lines)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where PlainText.isControl(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// Which texts YAML reads back as they are without quotes.
enum PlainText {
  private static let indicators = Set("-?:,[]{}#&*!|>'\"%@`".unicodeScalars)
  private static let brackets = Set(",[]{}".unicodeScalars)

  static func isSafe(_ text: String, inBrackets: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ", last != ":",
      !scalars.contains(where: isControl), !text.hasPrefix("---"), !text.hasPrefix("...")
    else { return false }
    if indicators.contains(first) {
      guard first == "-", scalars.count > 1, scalars[1] != " ", !brackets.contains(scalars[1]) else { return false }
    }
    if inBrackets, scalars.contains(where: brackets.contains) { return false }
    for (one, next) in zip(scalars, scalars.dropFirst()) {
      if one == ":", next == " " || inBrackets && brackets.contains(next) { return false }
      if one == " ", next == "#" { return false }
    }
    return true
  }

  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}

import SourceTree
import Findings
import Values

extension ScalarKind {
  /// Text for people.
  package static let text = ScalarKind(
    Word("text", "文字"), schema: ["type": "string", "minLength": 1], rejectsEmptyText: true
  ) { scalar, _ in
    if let problem = ambiguity(of: scalar) { return problem }
    return .value(.text(scalar.text))
  }

  /// Any single value; what it means is decided elsewhere.
  package static let anything = ScalarKind(
    Word("a single value", "单个值"), schema: ["type": ["string", "number"]]
  ) { scalar, _ in .value(.text(scalar.text)) }

  /// A name chosen by the author, used as a reference elsewhere.
  package static let identifier = ScalarKind(
    Word("a name", "名称"),
    schema: ["type": "string", "pattern": "^[A-Za-z_\\u4e00-\\u9fff][0-9A-Za-z_\\u4e00-\\u9fff]*$"]
  ) { scalar, _ in
    if let problem = truthLooking(scalar) { return problem }
    return isIdentifier(scalar.text) ? .value(.text(scalar.text)) : .problem(.badIdentifier, ["text": scalar.text])
  }

  /// The short id of a source document; may also begin with a digit, `2024年21号`.
  package static let sourceID = ScalarKind(
    Word("a document's short id", "文件简称"), schema: ["type": "string", "pattern": "^[^\\s#]+$"]
  ) { scalar, _ in
    if let problem = truthLooking(scalar) { return problem }
    let isFit =
      !scalar.text.isEmpty && !scalar.text.unicodeScalars.contains { $0.properties.isWhitespace || $0 == "#" }
    return isFit ? .value(.text(scalar.text)) : .problem(.badIdentifier, ["text": scalar.text])
  }

  /// `id clause`, a document of `sources` and the clause in it.
  package static let citation = ScalarKind(
    Word("a citation", "出处"), schema: ["type": "string", "pattern": "^[^\\s#]+( .+)?$"]
  ) { scalar, _ in
    guard let first = scalar.text.utf8.first(where: { $0 != 0x20 }), first != UInt8(ascii: "#") else {
      return .problem(.badCitation, ["text": scalar.text])
    }
    return .value(.text(scalar.text))
  }

  /// A reference inside the file, such as `pool.over_cap`.
  package static let reference = ScalarKind(
    Word("a reference", "引用"), schema: ["type": "string", "minLength": 1]
  ) { scalar, _ in
    if let problem = truthLooking(scalar) { return problem }
    let isFit = scalar.text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
      isIdentifier(String($0))
    }
    return isFit ? .value(.text(scalar.text)) : .problem(.badIdentifier, ["text": scalar.text])
  }

  /// A pooling region's code, six digits in quotes.
  package static let regionCode = ScalarKind(
    Word("a region code of six digits", "六位区划代码"), schema: ["type": "string", "pattern": "^[0-9]{6}$"],
    isAlwaysQuoted: true, plainForm: .digits(6)
  ) { scalar, _ in
    code(scalar, expected: regionCodeName) { RegionCode($0) != nil }
  }
  private static let regionCodeName = Word("a region code of six digits", "六位区划代码")

  /// A code of a national list, in quotes.
  package static let nationalCode = nationalCode(needsSource: false)

  /// A code of a national list that decides something by being listed.
  package static let citedCode = nationalCode(needsSource: true)

  private static func nationalCode(needsSource: Bool) -> ScalarKind {
    let title = Word("a national code", "国家平台代码")
    return ScalarKind(
      title, schema: ["type": "string", "pattern": "^[0-9A-Za-z]{1,12}$"], needsSource: needsSource,
      isAlwaysQuoted: true, plainForm: .code(12)
    ) { scalar, _ in
      code(scalar, expected: title) { text in
        (1...12).contains(text.utf8.count)
          && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || isASCIILetter($0) }
      }
    }
  }

  /// `true` or `false`.
  package static let flag = ScalarKind(Word("true or false", "true 或 false"), schema: ["type": "boolean"]) {
    scalar, _ in
    switch (scalar.text, scalar.isQuoted) {
    case ("true", false): .value(.flag(true))
    case ("false", false): .value(.flag(false))
    default: .problem(.notAFlag, ["text": scalar.text])
    }
  }

  private static func code(_ scalar: Scalar, expected: Word, isFit: (String) -> Bool) -> ScalarOutcome {
    guard isFit(scalar.text) else {
      let ascii = halfWidth(scalar.text).filter { $0 != "\"" }
      if ascii != scalar.text {
        return .problem(.fullWidthValue, ["text": scalar.text, "corrected": "\"\(ascii)\""])
      }
      return .problem(.badCode, ["text": scalar.text, "expected": expected.english, "expected_zh": expected.chinese])
    }
    if scalar.style == .plain, scalar.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return .problem(.unquotedCode, ["text": scalar.text, "corrected": "\"\(scalar.text)\""])
    }
    return .value(.text(scalar.text))
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, !("0"..."9").contains(first) else { return false }
    return text.unicodeScalars.allSatisfy {
      $0 == "_" || ("0"..."9").contains($0) || ("a"..."z").contains($0) || ("A"..."Z").contains($0)
        || ("\u{4E00}"..."\u{9FFF}").contains($0)
    }
  }
}

/// Plain text that YAML 1.1 takes for a truth value or null.
func truthLooking(_ scalar: Scalar) -> ScalarOutcome? {
  guard scalar.style == .plain, YAMLTypes.isTruthOrNull(scalar.text) else { return nil }
  return .problem(.booleanLooking, ["text": scalar.text, "corrected": "\"\(scalar.text)\""])
}

extension ScalarKind {
  /// Whether some YAML reader takes the text for something else than text when it is not quoted.
  package static func needsQuotes(_ text: String) -> Bool {
    YAMLTypes.isTruthOrNull(text) || YAMLTypes.isNumberLike(text) || YAMLTypes.isDateLike(text)
  }
}

/// Plain text that some YAML reader takes for something else than text.
func ambiguity(of scalar: Scalar) -> ScalarOutcome? {
  guard scalar.style == .plain else { return nil }
  if let problem = truthLooking(scalar) { return problem }
  guard YAMLTypes.isNumberLike(scalar.text) || YAMLTypes.isDateLike(scalar.text) else { return nil }
  return .problem(.ambiguousText, ["text": scalar.text, "corrected": "\"\(scalar.text)\""])
}

/// What YAML 1.1 and 1.2 readers turn unquoted text into.
enum YAMLTypes {
  static func isTruthOrNull(_ text: String) -> Bool {
    // Nearly all texts are longer than the longest of these words.
    guard text.utf8.count <= 5 else { return false }
    return switch text.lowercased() {
    case "yes", "no", "on", "off", "true", "false", "y", "n", "null", "~": true
    default: false
    }
  }

  static func isNumberLike(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) || first == 0x2D || first == 0x2B || first == 0x2E
    else { return false }
    return text.utf8.contains { (0x30...0x39).contains($0) } && text.utf8.allSatisfy(standsInNumbers)
  }

  /// Signs, digits of any base and the marks of bases, exponents and times.
  private static func standsInNumbers(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x46, 0x61...0x66: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
    case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"), UInt8(ascii: "O"): true
    default: false
    }
  }

  static func isDateLike(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) || first == UInt8(ascii: "-") else { return false }
    let parts = text.split(separator: "-")
    return parts.count == 3 && parts[0].count == 4
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}

/// Full-width digits, letters and punctuation as their ASCII counterparts.
func halfWidth(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFF01...0xFF5E: result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0x3000: result.append(" ")
    case 0x3002: result.append(".")
    case 0x201C, 0x201D: result.append("\"")
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

extension ScalarKind {
  /// The name of an account: names joined by dots.
  package static let accountName = ScalarKind(
    Word("the name of an account", "账户名称"), schema: ["type": "string", "minLength": 1]
  ) { scalar, _ in .value(.text(scalar.text)) }

  /// Text of a JSON message.
  package static let wireText = ScalarKind(Word("text", "文字"), schema: ["type": "string"], plainForm: .text) {
    scalar, _ in
    if scalar.style == .number || scalar.style == .literal {
      return .problem(.ambiguousText, ["text": scalar.text, "corrected": "\"\(scalar.text)\""])
    }
    return .value(.text(scalar.text))
  }
}

import Findings
import Format
import SourceTree

/// Reads one JSON text into a tree; strict (RFC 8259), numbers stay characters, equal keys are a finding.
package struct JSONReader {
  private let file: SourceFile
  private let bytes: [UInt8]
  private let firstLine: Int
  private let collector: FindingCollector
  private var index = 0
  /// The last place that was asked for; places are asked for in order, so each byte is counted once.
  private var cursor = (offset: 0, line: 1, column: 1)

  /// Nothing the platform sends is nested deeper.
  private static let depthLimit = 16

  /// The value of a text; nil and a finding when it is not JSON.
  ///
  /// - Parameter firstLine: the number of the text's first line in the file it comes from.
  package static func read(_ file: SourceFile, firstLine: Int = 1, collector: FindingCollector) -> Node? {
    var reader = JSONReader(file: file, firstLine: firstLine, collector: collector)
    return reader.readDocument()
  }

  private init(file: SourceFile, firstLine: Int, collector: FindingCollector) {
    self.file = file
    bytes = file.bytes
    self.firstLine = firstLine
    self.collector = collector
  }

  private mutating func readDocument() -> Node? {
    do {
      guard String(validating: bytes, as: UTF8.self) != nil else {
        throw Problem(Word("invalid UTF-8", "不是 UTF-8"), at: 0)
      }
      skipSpace()
      let node = try readValue(depth: 0)
      skipSpace()
      guard index == bytes.count else { throw Problem(Word("text after the value", "值后面还有内容"), at: index) }
      return node
    } catch let problem as Problem {
      if problem.isTooDeep {
        collector.report(.jsonTooDeep, at: place(ofByte: problem.offset), ["limit": "\(JSONReader.depthLimit)"])
      } else {
        collector.report(
          .jsonSyntax, at: place(ofByte: problem.offset),
          ["problem": problem.text.english, "problem_zh": problem.text.chinese])
      }
      return nil
    } catch {
      return nil
    }
  }

  private struct Problem: Error {
    let text: Word
    let offset: Int
    var isTooDeep = false

    init(_ text: Word, at offset: Int) {
      self.text = text
      self.offset = offset
    }
  }

  /// The position of the next byte.
  private mutating func here() -> Position {
    while cursor.offset < index {
      let byte = bytes[cursor.offset]
      cursor.offset += 1
      if byte == 0x0A {
        cursor.line += 1
        cursor.column = 1
      } else if cursor.offset == bytes.count || bytes[cursor.offset] & 0xC0 != 0x80 {
        // Counted at the last byte of a character.
        cursor.column += 1
      }
    }
    return Position(line: cursor.line + firstLine - 1, column: cursor.column)
  }

  private mutating func place(from start: Position) -> Place {
    Place(file: file, start: start, end: here())
  }

  private func place(ofByte offset: Int) -> Place {
    let position = file.position(ofByte: offset)
    return Place(file: file, at: Position(line: position.line + firstLine - 1, column: position.column))
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func readValue(depth: Int) throws -> Node {
    guard depth <= JSONReader.depthLimit else {
      var problem = Problem(Word("", ""), at: index)
      problem.isTooDeep = true
      throw problem
    }
    let start = here()
    switch next {
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "["): return try readArray(depth: depth)
    case UInt8(ascii: "\""):
      let text = try readString()
      return Node(.scalar(Scalar(text, .doubleQuoted)), at: place(from: start))
    case nil: throw Problem(Word("the text ends too early", "内容不完整"), at: index)
    case let byte?:
      if byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) {
        let text = try readNumber()
        return Node(.scalar(Scalar(text, .number)), at: place(from: start))
      }
      for literal in ["true", "false", "null"] where bytes[index...].starts(with: literal.utf8) {
        index += literal.utf8.count
        return Node(.scalar(Scalar(literal, .literal)), at: place(from: start))
      }
      throw Problem(Word("a value is expected", "这里应有值"), at: index)
    }
  }

  private mutating func readObject(depth: Int) throws -> Node {
    let start = here()
    index += 1
    var entries = UniqueEntries()
    skipSpace()
    if next == UInt8(ascii: "}") {
      index += 1
      return Node(.mapping([]), at: place(from: start))
    }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else {
        throw Problem(Word("a key in quotes is expected", "这里应有加引号的键"), at: index)
      }
      let keyStart = here()
      let key = Node(.scalar(Scalar(try readString(), .doubleQuoted)), at: place(from: keyStart))
      skipSpace()
      guard next == UInt8(ascii: ":") else { throw Problem(Word("a colon is expected", "这里应有冒号"), at: index) }
      index += 1
      skipSpace()
      let value = try readValue(depth: depth + 1)
      let name = key.scalar?.text ?? ""
      if let first = entries.add(Entry(key: key, value: value), name) {
        collector.report(.duplicateKey, at: key.place, related: first.key.place, ["key": name])
      }
      skipSpace()
      if next == UInt8(ascii: ",") {
        index += 1
        continue
      }
      guard next == UInt8(ascii: "}") else { throw Problem(Word("a comma or } is expected", "这里应有逗号或 }"), at: index) }
      index += 1
      return Node(.mapping(entries.all), at: place(from: start))
    }
  }

  private mutating func readArray(depth: Int) throws -> Node {
    let start = here()
    index += 1
    var items: [Node] = []
    skipSpace()
    if next == UInt8(ascii: "]") {
      index += 1
      return Node(.sequence([]), at: place(from: start))
    }
    while true {
      skipSpace()
      items.append(try readValue(depth: depth + 1))
      skipSpace()
      if next == UInt8(ascii: ",") {
        index += 1
        continue
      }
      guard next == UInt8(ascii: "]") else { throw Problem(Word("a comma or ] is expected", "这里应有逗号或 ]"), at: index) }
      index += 1
      return Node(.sequence(items), at: place(from: start))
    }
  }

  private mutating func readNumber() throws -> String {
    let start = index
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
    if next == UInt8(ascii: "-") { index += 1 }
    guard isDigit(next) else { throw Problem(Word("a digit is expected", "这里应有数字"), at: index) }
    if next == UInt8(ascii: "0") {
      index += 1
      if isDigit(next) { throw Problem(Word("a number may not begin with 0", "数不能以 0 开头"), at: start) }
    }
    while isDigit(next) { index += 1 }
    if next == UInt8(ascii: ".") {
      index += 1
      guard isDigit(next) else { throw Problem(Word("a digit is expected after the point", "小数点后应有数字"), at: index) }
      while isDigit(next) { index += 1 }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      throw Problem(Word("a number with an exponent is not read", "不接受带指数的数"), at: index)
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func readString() throws -> String {
    let start = index
    index += 1
    var text = ""
    var run = index
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        let rest = String(decoding: bytes[run..<index], as: UTF8.self)
        index += 1
        return text.isEmpty ? rest : text + rest
      case UInt8(ascii: "\\"):
        text += String(decoding: bytes[run..<index], as: UTF8.self)
        text.unicodeScalars.append(try readEscape())
        run = index
      case 0..<0x20: throw Problem(Word("a control character stands in a string", "字符串里有控制字符"), at: index)
      default: index += 1
      }
    }
    throw Problem(Word("the string is not closed", "字符串没有结束的引号"), at: start)
  }

  private mutating func readEscape() throws -> Unicode.Scalar {
    let start = index
    index += 1
    guard let byte = next else { throw Problem(Word("the text ends too early", "内容不完整"), at: index) }
    index += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try readHex(start)
      guard (0xD800..<0xDC00).contains(first) else {
        guard let scalar = Unicode.Scalar(first) else { throw Problem(Word("a lone surrogate", "单独的代理字符"), at: start) }
        return scalar
      }
      guard next == UInt8(ascii: "\\") else { throw Problem(Word("a lone surrogate", "单独的代理字符"), at: start) }
      index += 1
      guard next == UInt8(ascii: "u") else { throw Problem(Word("a lone surrogate", "单独的代理字符"), at: start) }
      index += 1
      let second = try readHex(start)
      guard (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { throw Problem(Word("a lone surrogate", "单独的代理字符"), at: start) }
      return scalar
    default: throw Problem(Word("an unknown escape", "不认识的转义"), at: start)
    }
  }

  private mutating func readHex(_ start: Int) throws -> UInt32 {
    guard index + 4 <= bytes.count, bytes[index..<index + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw Problem(Word("four hexadecimal digits are expected", "这里应有四位十六进制数"), at: start) }
    index += 4
    return value
  }
}

/// The entries of an object by names that are all different.
private struct UniqueEntries {
  private(set) var all: [Entry] = []
  /// By name, once there are so many that comparing with each takes longer.
  private var positions: [String: Int] = [:]

  private static let fewEnoughToCompare = 32

  /// The earlier entry of the same name, and then it is not added.
  mutating func add(_ entry: Entry, _ name: String) -> Entry? {
    if let first = position(of: name) { return all[first] }
    all.append(entry)
    if all.count == UniqueEntries.fewEnoughToCompare {
      for (position, entry) in all.enumerated() { positions[entry.key.scalar?.text ?? ""] = position }
    } else if all.count > UniqueEntries.fewEnoughToCompare {
      positions[name] = all.count - 1
    }
    return nil
  }

  private func position(of name: String) -> Int? {
    if all.count >= UniqueEntries.fewEnoughToCompare { return positions[name] }
    return all.firstIndex { $0.key.isText(name) }
  }
}

extension Node {
  /// The JSON pointer (RFC 6901) of the value or key that begins at a position; nil when none does.
  package func pointer(to position: Position) -> String? {
    if place.start == position { return "" }
    // What lies elsewhere is not looked through.
    guard place.start < position, position < place.end else { return nil }
    switch content {
    case .scalar: return nil
    case .mapping(let entries):
      for entry in entries {
        // The name is put together only on the way to the position.
        if entry.key.place.start == position { return JSONPointer.step(entry) }
        if let rest = entry.value.pointer(to: position) { return JSONPointer.step(entry) + rest }
      }
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        if let rest = item.pointer(to: position) { return "/\(index)" + rest }
      }
    }
    return nil
  }
}

enum JSONPointer {
  static func step(_ entry: Entry) -> String { "/" + escaped(entry.key.scalar?.text ?? "") }

  static func escaped(_ name: String) -> String {
    name.replacing("~", with: "~0").replacing("/", with: "~1")
  }
}

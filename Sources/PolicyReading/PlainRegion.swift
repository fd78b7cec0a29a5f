import Findings
import Format
import Values

/// The region of a rule file whose YAML nobody has read yet.
package enum PlainRegion {
  /// The region, where exactly one line of the file begins with its key and the code stands there as well; nil where
  /// only reading the YAML tells.
  package static func code(in file: SourceFile) -> RegionCode? {
    guard let name = FormatWords.name(at: ["region"]) else { return nil }
    let keys = [name.english, name.chinese].map { Array($0.utf8) }
    var found: [RegionCode?] = []
    for start in file.lineStarts {
      var line = file.bytes[start...]
      line.removeQuote()
      guard let key = keys.first(where: { line.starts(with: $0) }) else { continue }
      line.removeFirst(key.count)
      line.removeQuote()
      line.removeSpaces()
      // Another key may begin with the same letters.
      if line.popFirst() == UInt8(ascii: ":") { found.append(code(behindColon: line)) }
    }
    return found.count == 1 ? found[0] : nil
  }

  private static func code(behindColon rest: ArraySlice<UInt8>) -> RegionCode? {
    var rest = rest
    rest.removeSpaces()
    rest.removeQuote()
    guard let code = RegionCode(String(decoding: rest.prefix(6), as: UTF8.self)) else { return nil }
    rest = rest.dropFirst(6)
    rest.removeQuote()
    rest.removeSpaces()
    return [nil, UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#")].contains(rest.first) ? code : nil
  }
}

extension ArraySlice<UInt8> {
  fileprivate mutating func removeQuote() {
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { removeFirst() }
  }

  fileprivate mutating func removeSpaces() {
    while first == UInt8(ascii: " ") { removeFirst() }
  }
}

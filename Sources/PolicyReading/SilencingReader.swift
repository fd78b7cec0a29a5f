import Cores
import Findings
import YAMLSyntax

/// Reads the comments of a file that allow a finding: `# policy: allow P0342 reason`, `# 规则：允许 P0342 理由`.
package enum SilencingReader {
  package static func read(_ files: [SourceFile], collector: FindingCollector) -> [Silencing] {
    let read = Cores.map(files) { file in
      let found = FindingCollector()
      let comments = YAMLComments.read(file, mayBegin: Directive.mayBegin) { Directive($0) != nil }
      let silencings = comments.compactMap { silencing(in: $0, found) }
      return (silencings: silencings, findings: found.findings)
    }
    collector.add(read.flatMap(\.findings))
    return read.flatMap(\.silencings)
  }

  private static func silencing(in comment: YAMLComment, _ collector: FindingCollector) -> Silencing? {
    guard let directive = Directive(comment.text[...]) else { return nil }
    guard directive.isAllow, let code = directive.code, let kind = FindingCatalogue.kind(code: code) else {
      collector.report(.silencingForm, at: comment.place, ["text": comment.text.onOneLine])
      return nil
    }
    guard kind.isSilenceable else {
      collector.report(.silencingRefused, at: comment.place, ["code": kind.code])
      return nil
    }
    guard directive.reason.contains(where: { $0.isLetter || $0.isNumber }) else {
      collector.report(.silencingReason, at: comment.place, ["code": kind.code])
      return nil
    }
    return Silencing(code: kind.code, reason: directive.reason, place: comment.place, line: comment.subject)
  }
}

/// The parts of such a comment; nil for a comment that only happens to begin alike, such as `# 规则：允许异地就医`.
private struct Directive {
  /// The word is `allow`, and not something like `ignore`.
  let isAllow: Bool
  let code: String?
  let reason: String

  init?(_ comment: Substring) {
    var rest = comment.drop { $0 == "#" || $0.isWhitespace }
    guard let head = ["policy", "规则"].first(where: { rest.hasPrefix($0) }) else { return nil }
    rest = rest.dropFirst(head.count).drop(while: \.isWhitespace)
    guard let colon = rest.first, colon == ":" || colon == "：" else { return nil }
    rest = rest.dropFirst().drop(while: \.isWhitespace)
    let word = ["允许", "allow"].first { rest.hasPrefix($0) }
    if let word {
      rest = rest.dropFirst(word.count)
      // 允许异地… and `allowed …` are sentences.
      guard rest.first.map({ Directive.separates($0) || Directive.startsWithCode(rest) }) ?? true else { return nil }
    } else {
      rest = rest.drop { !Directive.separates($0) }
      guard Directive.startsWithCode(rest.drop(while: Directive.separates)) else { return nil }
    }
    rest = rest.drop(while: Directive.separates)
    isAllow = word != nil
    code = Directive.startsWithCode(rest) ? String(rest.prefix(5)) : nil
    rest = code == nil ? rest : rest.dropFirst(5)
    let start = rest.drop(while: Directive.separates)
    reason = start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }

  /// Tells most comments apart by their first byte.
  static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    // Of `policy`, of 规则, and of spaces that are not ASCII.
    case UInt8(ascii: "p"), 0xE8, 0xC2, 0xE1, 0xE2, 0xE3: true
    default: false
    }
  }

  private static func separates(_ character: Character) -> Bool {
    character.isWhitespace || ":：,，;；-–—".contains(character)
  }

  /// A letter and four digits that end there.
  private static func startsWithCode(_ text: Substring) -> Bool {
    let code = text.prefix(5)
    guard code.count == 5, let letter = code.first, letter.isASCII, letter.isLetter else { return false }
    let next = text.dropFirst(5).first
    return code.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
      && !(next?.isASCII == true && next?.isNumber == true)
  }
}

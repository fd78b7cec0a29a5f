import Analysis
import Format
import PolicyModel
import PolicyReading
import Values

/// How differences of the sections beside the benefits are told, in the words of the rule file.
struct SectionWords {
  private let words: DifferenceWords
  /// Lists longer than this are told by what one side alone has.
  private static let longest = 8

  init(_ words: DifferenceWords) { self.words = words }

  /// `备案.住院.覆盖：到出院 → 限有效期内`.
  func line(_ difference: SectionDifference) -> String {
    let name = name(difference) + words.say("：", ": ")
    if let side = difference.onlyIn { return name + words.only(side, words.say("这一节", "this section")) }
    let texts = texts(difference)
    return "\(name)\(texts.before ?? "—") → \(texts.after ?? "—")"
  }

  /// The keys that lead to it, with the cases of a table: `幅度限制.referral（医院级别：三级）`.
  func name(_ difference: SectionDifference) -> String {
    let path = difference.path.indices.map { name(Array(difference.path[...$0])) }.joined(separator: ".")
    if difference.cases.isEmpty { return path }
    let cases = difference.cases.map { item in
      words.name(of: item.dimension) + words.say("：", ": ") + text(item)
    }.joined(separator: words.say("；", "; "))
    return path + words.say("（\(cases)）", " (\(cases))")
  }

  /// What both sides say; nil where one says nothing.
  func texts(_ difference: SectionDifference) -> (before: String?, after: String?) {
    let path = difference.path
    let long = [difference.before, difference.after].contains { ($0?.codes?.count ?? 0) > SectionWords.longest }
    guard long, let before = difference.before?.codes, let after = difference.after?.codes else {
      return (difference.before.map { text($0, path) }, difference.after.map { text($0, path) })
    }
    return (own(before, besides: after), own(after, besides: before))
  }

  /// What one side of two long lists has for itself, and how long it is.
  private func own(_ codes: [String], besides others: [String]) -> String {
    let own = codes.filter { !others.contains($0) }.joined(separator: words.say("、", ", "))
    return words.say("\(own)（共 \(codes.count) 个）", "\(own) (of \(codes.count))")
  }

  private func name(_ path: [String]) -> String {
    FormatWords.name(at: path).map { words.say($0.chinese, $0.english) } ?? path.last ?? ""
  }

  private func text(_ item: SectionCase) -> String {
    switch item.key {
    case .any: words.say("任意", "any")
    case .values(let ids): ids.map { words.title(of: $0, in: item.dimension) }.joined(separator: words.say("、", ", "))
    case .ranges(let ranges):
      ranges.map { $0.upperBound == .max ? "\($0.lowerBound)+" : "\($0.lowerBound)–\($0.upperBound)" }
        .joined(separator: words.say("、", ", "))
    }
  }

  private func text(_ value: SectionValue, _ path: [String]) -> String {
    switch value {
    case .text(let text): words.text(text)
    case .codes(let codes): codes.joined(separator: words.say("、", ", "))
    case .values(let ids, let dimension):
      ids.map { words.title(of: $0, in: dimension) }.joined(separator: words.say("、", ", "))
    case .words(let list):
      list.map { word in
        FormatWords.word(word, at: path).map { words.say($0.chinese, $0.english) } ?? word
      }.joined(separator: words.say("、", ", "))
    }
  }
}

extension SectionValue {
  fileprivate var codes: [String]? {
    if case .codes(let codes) = self { codes } else { nil }
  }
}

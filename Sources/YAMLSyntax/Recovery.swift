import Findings
import SourceTree

/// Parses a text again and again without the part that had the error, so that one run finds all errors.
struct Recovery {
  private var text: CleanText
  private let limits: YAMLReader.Limits
  private let log: FindingLog
  /// Nil until an error asks; it is about the text before anything was blanked.
  private var rootIsSequence: Bool?
  private var isPartial = false

  init(text: CleanText, limits: YAMLReader.Limits, log: FindingLog) {
    self.text = text
    self.limits = limits
    self.log = log
  }

  mutating func run() -> TreeBuilder.Tree {
    let nothing = TreeBuilder.Tree(root: nil, isPartial: true)
    var errorsLeft = max(0, limits.syntaxErrors)
    while true {
      if isPartial, text.isBlank { return nothing }
      var builder = TreeBuilder(text: text, limits: limits, log: log, isRepeated: isPartial)
      do throws(ParseStop) {
        let tree = try builder.build()
        return TreeBuilder.Tree(root: tree.root, isPartial: isPartial || tree.isPartial)
      } catch {
        guard case .syntax(let problem) = error else { return nothing }
        guard errorsLeft > 0 else {
          log.report(.tooManyFindings, at: problem.position)
          return nothing
        }
        errorsLeft -= 1
        isPartial = true
        guard recover(from: problem, lastLongQuote: builder.lastLongQuote) else { return nothing }
      }
    }
  }

  /// Reports an error and blanks what it spoils; false when nothing is left to blank.
  private mutating func recover(
    from problem: SyntaxProblem, lastLongQuote: (start: Position, end: Position)?
  ) -> Bool {
    rootIsSequence = rootIsSequence ?? Self.startsWithItem(text)
    let hints = hints(about: problem)
    for hint in hints { hint.report(in: text, log: log) }
    if !hints.isEmpty {
      let ranges = hints.map { block(around: $0.line) }
      return ranges.reduce(false) { changed, range in text.blank(lines: range) || changed }
    }
    let cause = cause(of: problem, lastLongQuote: lastLongQuote)
    report(problem, causedAt: cause)
    return text.blank(lines: block(around: cause.line))
      || text.blank(lines: block(around: problem.position.line))
      || text.blank(lines: clamped(problem.position.line)...clamped(problem.position.line))
  }

  /// Where the mistake most likely is: libyaml often sees it only lines below.
  private func cause(of problem: SyntaxProblem, lastLongQuote: (start: Position, end: Position)?) -> Position {
    if problem.problem.contains("escape") { return problem.position }
    if let quote = lastLongQuote, quote.end.line == problem.position.line { return quote.start }
    guard let context = problem.contextPosition, !problem.isInBlockCollection else { return problem.position }
    // A bracket that was opened on an earlier line was most likely never closed.
    let isHere = problem.isInFlow && context.line == problem.position.line
    let isAtEnd = problem.problem.contains("end of stream") || problem.position.line >= text.lineCount
    return isHere && !isAtEnd ? problem.position : context
  }

  private func report(_ problem: SyntaxProblem, causedAt cause: Position) {
    let words = problem.context.isEmpty ? problem.problem : "\(problem.context): \(problem.problem)"
    let place = Place(file: log.file, at: cause)
    let other = cause == problem.position ? nil : Place(file: log.file, at: problem.position)
    log.report(
      .yamlSyntax, at: place, related: other,
      ["problem": words, "problem_zh": ProblemWords.chinese(problem.problem)])
  }

  /// The lines that can have led to an error and look wrong in a way that has its own finding.
  private func hints(about problem: SyntaxProblem) -> [LineHint] {
    let last = clamped(problem.position.line)
    let context = problem.isInBlockCollection ? nil : problem.contextPosition?.line
    let start = min(context ?? last, last)
    var lines = [start - 1]
    // After an unclosed bracket the error may come at the end of a long file.
    lines += start...min(last, start + 50)
    if last > start + 50 { lines.append(last) }
    return lines.filter { $0 >= 1 }.compactMap { line in
      let isInFlow = problem.isInFlow && line >= start
      return LineHint.find(line, in: text, isInFlow: isInFlow && line > start)
        ?? (isInFlow ? flowLineHint(line) : nil)
    }
  }

  /// On the line where a bracket opens, full-width commas count only behind the bracket.
  private func flowLineHint(_ line: Int) -> LineHint? {
    let range = text.range(ofLine: line)
    guard let open = range.first(where: { text.classes[$0] == .code && Ascii.opensFlow(text.bytes[$0]) }),
      let comma = (open..<range.upperBound).first(where: {
        text.classes[$0] == .code && FullWidth.at($0, in: text.bytes) == .comma
      })
    else { return nil }
    let sign = comma..<(comma + FullWidth.length)
    return LineHint(kind: .fullWidth(FullWidth.comma.text), line: line, range: sign, isInFlow: false)
  }

  // MARK: Blocks

  /// The lines of the top-level entry that a line belongs to.
  private func block(around line: Int) -> ClosedRange<Int> {
    let line = clamped(line)
    var first = line
    while first > 1, !startsBlock(first), !isMarker(first - 1) { first -= 1 }
    var last = line
    while last < text.lineCount, !startsBlock(last + 1), !isMarker(last + 1) { last += 1 }
    return first...last
  }

  private func clamped(_ line: Int) -> Int {
    min(max(1, line), text.lineCount)
  }

  private func startsBlock(_ line: Int) -> Bool {
    let range = text.range(ofLine: line)
    guard let first = text.bytes[range].first, !isMarker(line) else { return false }
    if first == Ascii.dash { return rootIsSequence ?? false }
    return first != Ascii.space && first != Ascii.hash && !Ascii.closesFlow(first)
  }

  /// `---`, `...` or a directive, which belong to no entry.
  private func isMarker(_ line: Int) -> Bool {
    let bytes = text.bytes[text.range(ofLine: line)]
    return bytes.starts(with: "---".utf8) || bytes.starts(with: "...".utf8) || bytes.first == UInt8(ascii: "%")
  }

  private static func startsWithItem(_ text: CleanText) -> Bool {
    for line in 1...text.lineCount {
      let bytes = text.bytes[text.range(ofLine: line)]
      guard let first = bytes.first, first != Ascii.hash, first != Ascii.space else { continue }
      if bytes.starts(with: "---".utf8) { continue }
      return first == Ascii.dash
    }
    return false
  }
}

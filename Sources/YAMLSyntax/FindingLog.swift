import Findings

/// Collects the findings of one file; what a second parse finds again is kept once.
final class FindingLog {
  let file: SourceFile
  private(set) var findings: [Finding] = []
  private var known: Set<Key> = []
  private var counts: [String: Int] = [:]

  /// How many findings of one kind are listed.
  private static let limit = 100

  private struct Key: Hashable {
    let code: String
    let line: Int
    let column: Int
  }

  init(file: SourceFile) {
    self.file = file
  }

  /// The arguments are made only for a finding that is new: a long line must not be corrected once for each of its keys.
  func report(
    _ kind: FindingKind, at place: Place, related: Place? = nil, _ arguments: @autoclosure () -> [String: String] = [:]
  ) {
    guard counts[kind.code] ?? 0 <= FindingLog.limit, known.insert(key(kind, place.start)).inserted else { return }
    counts[kind.code, default: 0] += 1
    let count = counts[kind.code] ?? 0
    if count > FindingLog.limit {
      // A file with this many is not a rule file; listing them all would help nobody and take time.
      if count == FindingLog.limit + 1 { findings.append(Finding(.tooManyFindings, at: place)) }
      return
    }
    findings.append(Finding(kind, at: place, related: related, arguments()))
  }

  func report(_ kind: FindingKind, at position: Position, _ arguments: @autoclosure () -> [String: String] = [:]) {
    report(kind, at: Place(file: file, at: position), arguments())
  }

  func place(_ start: Position, _ end: Position) -> Place {
    Place(file: file, start: start, end: end)
  }

  /// Full-width punctuation is corrected for a whole line at once, so its line alone identifies it.
  private func key(_ kind: FindingKind, _ start: Position) -> Key {
    let isForWholeLine = kind.code == FindingKind.fullWidthPunctuation.code
    return Key(code: kind.code, line: start.line, column: isForWholeLine ? 0 : start.column)
  }
}

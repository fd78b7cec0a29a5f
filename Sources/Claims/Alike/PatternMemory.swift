/// Patterns of claims by the hash of their lines, so many that memory stays bounded.
///
/// When they are too many it forgets them all: what comes now is more like what comes next than what came long ago. It
/// waits with that where few of them were used again, because making a pattern costs more than settling one claim.
struct PatternMemory {
  struct Candidate {
    let pattern: ClaimPattern
    /// Of patterns with the same hash each but the last names the next; -1 for none.
    fileprivate let next: Int
  }

  private let limit: Int
  private var newest: [UInt64: Int] = [:]
  private var candidates: [Candidate] = []
  /// How often patterns were used again since they were forgotten last.
  private var uses = 0
  /// How many claims found no pattern and no room since it was full.
  private var turnedAway = 0

  /// How many claims are turned away for each pattern before it begins anew in any case.
  private static let patience = 10

  init(limit: Int) { self.limit = limit }

  func first(_ hash: UInt64) -> Candidate? { newest[hash].map { candidates[$0] } }

  func next(behind candidate: Candidate) -> Candidate? { candidate.next < 0 ? nil : candidates[candidate.next] }

  mutating func countUse() { uses += 1 }

  /// Whether there is room for another pattern; may forget the others to have it.
  mutating func makesRoom() -> Bool {
    if candidates.count < limit { return true }
    turnedAway += 1
    guard uses >= limit || turnedAway > PatternMemory.patience * limit else { return false }
    newest.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    (uses, turnedAway) = (0, 0)
    return true
  }

  mutating func keep(_ pattern: ClaimPattern, _ hash: UInt64) {
    candidates.append(Candidate(pattern: pattern, next: newest[hash] ?? -1))
    newest[hash] = candidates.count - 1
  }
}

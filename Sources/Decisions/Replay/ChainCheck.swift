import Findings

/// Follows the lines of a log, in their order, and tells where one does not follow the one before it.
struct ChainCheck {
  /// What a line says about its place.
  struct Link: Sendable {
    let place: Place
    /// Nil for a line that was too long to be kept.
    let digest: String?
    let previous: Previous
    /// Nil for what is no decision.
    let decisionID: String?
  }

  enum Previous: Sendable {
    /// Nil at the beginning of a log.
    case told(String?)
    /// The line cannot be read, which is told elsewhere.
    case unreadable
  }

  /// Of the last line; nil before the first, and when it was too long.
  private(set) var lastDigest: String?
  /// What the very first line follows, which was not read.
  private(set) var unseen: String?
  private(set) var breaks = 0
  private(set) var doubled = 0
  private var isAtBeginning = true
  private var ids = DecisionIDs()

  mutating func findings(_ link: Link) -> [Finding] {
    let findings = [chainFinding(link), doubleFinding(link)].compactMap { $0 }
    lastDigest = link.digest
    isAtBeginning = false
    return findings
  }

  private mutating func chainFinding(_ link: Link) -> Finding? {
    guard case .told(let previous) = link.previous else { return nil }
    if isAtBeginning {
      // Parts may have been archived: what came before is not known, and no fault.
      unseen = previous
      return nil
    }
    // After a line that was too long nothing is known; that line is a finding already.
    guard let lastDigest, previous != lastDigest else { return nil }
    breaks += 1
    return Finding(.logChainBroken, at: link.place)
  }

  private mutating func doubleFinding(_ link: Link) -> Finding? {
    guard let id = link.decisionID, !ids.insert(id) else { return nil }
    doubled += 1
    return Finding(.decisionDoubled, at: link.place, ["id": id])
  }
}

/// The decisions that a log has had, in few bytes each: a log may hold very many.
struct DecisionIDs {
  private var numbers: Set<UInt128> = []
  private var others: Set<String> = []

  /// False when it was there already.
  mutating func insert(_ id: String) -> Bool {
    guard let number = DecisionIDs.number(id) else { return others.insert(id).inserted }
    return numbers.insert(number).inserted
  }

  /// Of a UUID in lower case; nil for any other text, so that no two texts have the same.
  private static func number(_ id: String) -> UInt128? {
    guard id.utf8.count == 36 else { return nil }
    var number: UInt128 = 0
    for (place, byte) in id.utf8.enumerated() {
      switch (place, byte) {
      case (8, 0x2D), (13, 0x2D), (18, 0x2D), (23, 0x2D): break
      case (8, _), (13, _), (18, _), (23, _): return nil
      case (_, 0x30...0x39): number = number << 4 | UInt128(byte - 0x30)
      case (_, 0x61...0x66): number = number << 4 | UInt128(byte - 0x57)
      default: return nil
      }
    }
    return number
  }
}

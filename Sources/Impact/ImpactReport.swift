/// What a change does to claims.
package struct ImpactReport: Sendable {
  /// The codes that stopped claims on the two sides; nil where a side settles them.
  package struct Codes: Hashable, Comparable, Sendable {
    package let before: String?
    package let after: String?

    package init(before: String?, after: String?) {
      self.before = before
      self.after = after
    }

    package static func < (left: Codes, right: Codes) -> Bool {
      (left.before ?? "", left.after ?? "") < (right.before ?? "", right.after ?? "")
    }
  }

  /// Claims that the same codes stopped.
  package struct Stopped: Hashable, Sendable {
    package private(set) var claims = 0
    /// The first few of their lines in the file, whatever order they were settled in.
    package private(set) var firstLines: [Int] = []
    /// So many lines are enough to look at.
    package static let linesKept = 5

    mutating func add(line: Int) {
      claims += 1
      let place = firstLines.firstIndex { $0 > line } ?? firstLines.count
      firstLines.insert(line, at: place)
      if firstLines.count > Stopped.linesKept { firstLines.removeLast() }
    }
  }

  /// How many claims settle where.
  package struct Settled: Hashable, Sendable {
    package internal(set) var both = 0
    package internal(set) var onlyBefore = 0
    package internal(set) var onlyAfter = 0
    package internal(set) var neither = 0

    package var all: Int { both + onlyBefore + onlyAfter + neither }
  }

  /// Claims of regions that were not looked at; nothing else in the report is about them.
  package internal(set) var leftOut = 0
  package internal(set) var settled = Settled()
  package internal(set) var unsettled: [Codes: Stopped] = [:]
  /// Of the claims that both sides settle.
  package internal(set) var claims = Directions()
  /// Of the persons with such claims.
  package internal(set) var persons = Directions()
  /// Such claims that do not tell the person.
  package internal(set) var withoutPerson = 0
  /// Of the claims that both sides settle.
  package internal(set) var before = Amounts()
  package internal(set) var after = Amounts()
  /// Of the claims that only one side settles.
  package internal(set) var onlyBefore = Amounts()
  package internal(set) var onlyAfter = Amounts()
  package internal(set) var distribution = ChangeDistribution(bins: [], quantiles: [])
  package internal(set) var top: [ClaimImpact] = []
  package internal(set) var regions = Breakdown()
  package internal(set) var standings = Breakdown()
  package internal(set) var plans = Breakdown()

  /// Whether every claim settles on both sides.
  package var isComplete: Bool { settled.both == settled.all }
}

import Claims
import Findings
import Host
import SourceTree
import Values

/// How much is kept in memory before temporary files are used.
package struct ImpactLimits: Sendable {
  /// Bytes of the sums of persons.
  package var persons = 32 << 20
  /// Different changes.
  package var changes = 1 << 18
  /// Bytes of lines that are settled together.
  package var lines = 4 << 20

  package init() {}
}

/// Settles a stream of claims under two sides, in bounded memory.
///
/// When accounts are carried the lines are sorted out by person first, because both chains of a person are kept until
/// the person's last claim.
package struct ImpactRun<Source: RuleSource> {
  private let settler: ImpactSettler<Source>
  private let threads: Int
  private let limits: ImpactLimits
  private var sums: ImpactSums
  private var pending: [ClaimLine] = []
  private var pendingSize = 0
  /// Nil unless accounts are carried.
  private var lines: PersonLines?

  /// - Parameters:
  ///   - top: how many of the claims that change most are listed.
  ///   - includes: whether claims of persons insured in a region count.
  ///   - threads: how many claims are settled at once; the report does not depend on it.
  package init(
    before: Source, after: Source, carriesAccounts: Bool, top: Int,
    includes: @escaping @Sendable (RegionCode) -> Bool = { _ in true }, threads: Int,
    limits: ImpactLimits = ImpactLimits()
  ) {
    self.threads = max(1, threads)
    settler = ImpactSettler(
      before: before, after: after, carriesAccounts: carriesAccounts, threads: self.threads, includes: includes)
    self.limits = limits
    sums = ImpactSums(top: top, limits: limits)
    lines = carriesAccounts ? PersonLines(limit: limits.lines) : nil
  }

  package mutating func add(_ line: ClaimLine) throws(SystemFailure) {
    if lines != nil {
      try lines?.add(PersonLines.Item(person: ImpactRun.person(of: line), line: line))
      return
    }
    pending.append(line)
    pendingSize += line.bytes.count
    if pendingSize >= limits.lines { try settlePending() }
  }

  /// A line that was too long to read.
  package mutating func addTooLong(number: Int) throws(SystemFailure) {
    let result = SideResult.failed(FindingKind.lineTooLong.code)
    try sums.add(ClaimImpact(number: number, id: nil, person: nil, before: result, after: result))
  }

  /// The report; nothing can be added then.
  package mutating func finish() throws(SystemFailure) -> ImpactReport {
    try settlePending()
    if var lines {
      self.lines = nil
      try lines.finish { portion throws(SystemFailure) in try settle(portion) }
    }
    return try sums.finish()
  }

  private mutating func settlePending() throws(SystemFailure) {
    let lines = pending
    pending.removeAll(keepingCapacity: true)
    pendingSize = 0
    let share = max(1, (lines.count + threads - 1) / threads)
    try add(stride(from: 0, to: lines.count, by: share).map { Array(lines[$0..<min($0 + share, lines.count)]) })
  }

  /// Settles the lines of whole persons.
  private mutating func settle(_ portion: [PersonLines.Item]) throws(SystemFailure) {
    var groups = [[ClaimLine]](repeating: [], count: threads)
    for item in portion { groups[Partitions.index(of: item.person, level: -1, among: threads)].append(item.line) }
    try add(groups)
  }

  private mutating func add(_ groups: [[ClaimLine]]) throws(SystemFailure) {
    let impacts = settler.impacts(of: groups)
    for impact in impacts { try sums.add(impact) }
    sums.leaveOut(groups.reduce(0) { $0 + $1.count } - impacts.count)
  }

  /// Whose line it is. A number is unique only within a region, but keeping two persons together does no harm.
  private static func person(of line: ClaimLine) -> String {
    // Lines of nobody need not be together.
    line.bytes.withUnsafeBufferPointer { ClaimPerson.number(in: $0) } ?? "\(line.number)"
  }
}

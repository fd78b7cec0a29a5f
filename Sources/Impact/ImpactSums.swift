import Host

/// Adds up what claims come to; the order in which they come does not matter.
struct ImpactSums {
  private var report = ImpactReport()
  private var persons: PersonSums
  private var changes: ChangeCounts
  private var top: TopChanges

  init(top: Int, limits: ImpactLimits) {
    persons = PersonSums(limit: limits.persons)
    changes = ChangeCounts(limit: limits.changes)
    self.top = TopChanges(limit: top)
  }

  mutating func add(_ impact: ClaimImpact) throws(SystemFailure) {
    switch (impact.before, impact.after) {
    case (.settled(let before), .settled(let after)): try add(impact, before, after)
    case (.settled(let before), .failed):
      report.settled.onlyBefore += 1
      report.onlyBefore += before.amounts
    case (.failed, .settled(let after)):
      report.settled.onlyAfter += 1
      report.onlyAfter += after.amounts
    case (.failed, .failed): report.settled.neither += 1
    }
    let codes = ImpactReport.Codes(before: impact.before.failure, after: impact.after.failure)
    if codes.before != nil || codes.after != nil {
      report.unsettled[codes, default: ImpactReport.Stopped()].add(line: impact.number)
    }
  }

  /// Claims of regions that are not looked at.
  mutating func leaveOut(_ count: Int) { report.leftOut += count }

  private mutating func add(_ impact: ClaimImpact, _ before: SideSettlement, _ after: SideSettlement)
    throws(SystemFailure)
  {
    let paid = (before: before.amounts.fundTotal, after: after.amounts.fundTotal)
    let change = paid.after - paid.before
    report.settled.both += 1
    report.before += before.amounts
    report.after += after.amounts
    report.claims.count(change)
    report.regions.add(before.region, after.region, paid: paid)
    report.standings.add(before.standing, after.standing, paid: paid)
    report.plans.add(before.plan, after.plan, paid: paid)
    top.add(impact)
    try changes.add(change)
    if let person = impact.person {
      try persons.add(change, of: person)
    } else {
      report.withoutPerson += 1
    }
  }

  /// The report; nothing can be added then.
  mutating func finish() throws(SystemFailure) -> ImpactReport {
    report.persons = try persons.finish()
    report.distribution = try changes.finish()
    report.top = top.impacts
    return report
  }
}

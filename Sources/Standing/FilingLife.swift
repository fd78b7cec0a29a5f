import PolicyModel
import Values

/// When filings hold: how long each lasts, and which ones end or block others (docs/semantics.md 3.2, steps 4 a–d and g).
struct FilingLife {
  let rules: FilingRules
  let filings: [Filing]
  let visit: Visit
  /// By filing: why it has no effect at all; nil when it has.
  private(set) var obstacles: [Obstacle?] = []
  /// Filings that have effect, in the order of their making.
  private var effective: [Int] = []

  init(rules: FilingRules, filings: [Filing], visit: Visit) throws(StandingFailure) {
    self.rules = rules
    self.filings = filings
    self.visit = visit
    obstacles = Array(repeating: nil, count: filings.count)
    for index in filings.indices.sorted(by: { (filings[$0].filedOn, $0) < (filings[$1].filedOn, $1) }) {
      obstacles[index] = try obstacle(filings[index])
      if obstacles[index] == nil { effective.append(index) }
    }
  }

  private func obstacle(_ filing: Filing) throws(StandingFailure) -> Obstacle? {
    guard let kind = rules.kinds[filing.kind] else { return Obstacle(.kindNotOffered) }
    if let own = filing.subKind, let listed = kind.subKinds, !listed.value.contains(own) {
      return Obstacle(.subKindNotListed, listed.citation)
    }
    if filing.filedOn > visit.settledOn { return Obstacle(.filedAfterSettlement) }
    if let clause = rules.endedBy.insurance, let own = filing.insurance, own != visit.insurance {
      return Obstacle(.otherInsurance, clause)
    }
    if let clause = rules.endedBy.employer, let own = filing.employer {
      guard let employer = visit.employer else { throw .missing(field: "emp_no") }
      if own != employer { return Obstacle(.otherEmployer, clause) }
    }
    if let limit = kind.change, isBlocked(filing, limit) { return Obstacle(.changeBlocked, limit.months.citation) }
    return nil
  }

  private func isBlocked(_ filing: Filing, _ limit: FilingRules.ChangeLimit) -> Bool {
    effective.contains { index in
      let former = filings[index]
      if limit.isOfPromised, !former.isPromised { return false }
      if limit.isSoonerWithPapers, [former, filing].contains(where: { $0.hasPapers(by: visit.settledOn) }) {
        return false
      }
      return former.kind == filing.kind && Set(former.areas) != Set(filing.areas)
        && filing.filedOn < former.begins.advanced(byMonths: limit.months.value)
        && (end(of: index).day.map { $0 >= filing.filedOn } ?? true)
    }
  }

  /// The last day of a filing, nil when it is open, and what makes it so.
  func end(of index: Int) -> (day: CivilDate?, obstacle: Obstacle) {
    let filing = filings[index]
    let lasts = rules.kinds[filing.kind]?.lasts
    var end: (day: CivilDate?, obstacle: Obstacle) = (
      lasts.flatMap { lastDay(of: filing, $0.value) }, Obstacle(.ended, lasts?.citation)
    )
    func shorten(to day: CivilDate, _ obstacle: Obstacle) {
      if end.day.map({ day < $0 }) ?? true { end = (day, obstacle) }
    }
    if let day = filing.endedOn { shorten(to: day.advanced(by: -1), Obstacle(.ended)) }
    if let refiling = rules.endedBy.refiling, let position = effective.firstIndex(of: index) {
      for later in effective[(position + 1)...].map({ filings[$0] }) where ends(filing, later, refiling.value) {
        shorten(to: later.begins.advanced(by: -1), Obstacle(.refiled, refiling.citation))
      }
    }
    return end
  }

  private func lastDay(of filing: Filing, _ lasts: FilingRules.Lasting) -> CivilDate? {
    let registered = filing.lastDay.flatMap { $0 < FilingLife.asGoodAsOpen ? $0 : nil }
    switch lasts {
    case .open: return nil
    case .chosen, .atLeastMonths: return registered
    case .months(let months):
      return filing.lastDay == nil ? filing.begins.advanced(byMonths: months).advanced(by: -1) : registered
    }
  }

  /// Systems register open filings with a far last day.
  static let asGoodAsOpen = CivilDate(year: 2099, month: 1, day: 1) ?? .distantFuture

  private func ends(_ former: Filing, _ later: Filing, _ refiling: FilingRules.Refiling) -> Bool {
    if former.diseases.isEmpty != later.diseases.isEmpty { return false }
    if !former.diseases.isEmpty, visit.disease.map({ !later.diseases.contains($0) }) ?? true { return false }
    return refiling == .anyKind || former.kind == later.kind
  }
}

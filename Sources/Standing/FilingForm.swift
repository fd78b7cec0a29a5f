import PolicyModel
import Values

/// Whether filings can have been registered as they are told (docs/semantics.md 3.2, end of step 4).
struct FilingForm {
  let rules: FilingRules
  /// The day on which the filing rules came into force; what was filed before followed others.
  let since: CivilDate

  func check(_ filings: [Filing]) throws(StandingFailure) {
    for (index, filing) in filings.enumerated() {
      if let last = filing.lastDay, last < filing.begins { throw .reversed(filing: index, field: "enddate") }
      if let end = filing.endedOn, end < filing.begins { throw .reversed(filing: index, field: "ended_on") }
      if let limit = rules.chronic, filing.institutions.count > limit.value * filing.diseases.count,
        !filing.diseases.isEmpty
      {
        throw .tooManyInstitutions(filing: index, count: filing.institutions.count, limit: limit)
      }
      if filing.filedOn >= since, let kind = rules.kinds[filing.kind] {
        try checkLastDay(filing, index, kind.lasts.value)
      }
    }
  }

  private func checkLastDay(_ filing: Filing, _ index: Int, _ lasts: FilingRules.Lasting) throws(StandingFailure) {
    let last = filing.lastDay
    switch lasts {
    case .open:
      if let last, last < FilingLife.asGoodAsOpen { throw .lasts(filing: index, lasts, expected: nil) }
    case .chosen:
      if last == nil { throw .lasts(filing: index, lasts, expected: nil) }
    case .months(let months):
      let next = filing.begins.advanced(byMonths: months)
      if let last, last != next, last != next.advanced(by: -1) {
        throw .lasts(filing: index, lasts, expected: next.advanced(by: -1))
      }
    case .atLeastMonths(let months):
      let least = filing.begins.advanced(byMonths: months).advanced(by: -1)
      if let last, last < least { throw .lasts(filing: index, lasts, expected: least) }
    }
  }
}

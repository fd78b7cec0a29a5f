import PolicyModel
import Values

/// What each filing counts as for a visit (docs/semantics.md 3.2, step 4).
struct FilingJudge {
  typealias Ground = StandingDecision.Ground

  let life: FilingLife
  let catalogue: Catalogue

  private var rules: FilingRules { life.rules }
  private var visit: Visit { life.visit }

  /// A filing that counts, with the clauses this rests on.
  struct Judgement {
    let status: FilingVerdict.Status
    let grounds: [Ground]
  }

  /// - Throws: the first obstacle, when it does not count.
  func judge(_ index: Int) throws(Obstacle) -> Judgement {
    if let obstacle = life.obstacles[index] { throw obstacle }
    let filing = life.filings[index]
    let made = try timeliness(filing)
    let isMadeDuring = filing.filedOn > visit.began && filing.filedOn <= visit.ended
    if filing.begins > (isMadeDuring ? visit.ended : visit.began) { throw Obstacle(.notBegun) }
    let lasting = try lasting(index)
    let areas = try areas(filing)
    let diseases = try diseases(filing)
    return Judgement(status: made.status, grounds: made.grounds + lasting + areas + diseases)
  }

  /// What a filing counts as for a visit at home: long-term ones that hold on its first day do.
  ///
  /// - Throws: the first obstacle, when it does not count.
  func judgeAtHome(_ index: Int) throws(Obstacle) -> Judgement {
    let filing = life.filings[index]
    if let obstacle = life.obstacles[index] { throw obstacle }
    if filing.kind != FilingRules.longTerm || !filing.diseases.isEmpty { throw Obstacle(.onlyElsewhere) }
    if filing.filedOn > visit.began || filing.begins > visit.began { throw Obstacle(.notBegun) }
    let (last, obstacle) = life.end(of: index)
    if let last, last < visit.began { throw obstacle }
    return Judgement(status: .filed, grounds: validity(filing))
  }

  /// The clause that says how long filings of its kind last.
  private func validity(_ filing: Filing) -> [Ground] {
    rules.kinds[filing.kind].map { [Ground(kind: .lasts, citation: $0.lasts.citation)] } ?? []
  }

  private func timeliness(_ filing: Filing) throws(Obstacle) -> Judgement {
    if filing.filedOn <= visit.began { return Judgement(status: .filed, grounds: []) }
    guard let late = rules.late else { throw Obstacle(missing: .late) }
    let isDuring = filing.filedOn <= visit.ended
    let rule = isDuring ? late.beforeDischarge : late.afterDischarge
    let ground = Ground(kind: isDuring ? .madeDuringVisit : .madeAfterDischarge, citation: rule.citation)
    switch rule.value {
    case .filed: return Judgement(status: .filed, grounds: [ground])
    case .late: return Judgement(status: filing.isAgreed && !isDuring ? .lateAgreed : .late, grounds: [ground])
    case .notFiled: throw Obstacle(.filedAfterDischarge, rule.citation)
    }
  }

  /// The clauses by which the filing still holds, or by which the stay is covered to its end.
  private func lasting(_ index: Int) throws(Obstacle) -> [Ground] {
    let filing = life.filings[index]
    let (last, obstacle) = life.end(of: index)
    guard let last else { return validity(filing) }
    if last < max(visit.began, filing.begins) { throw obstacle }
    if last >= visit.ended { return validity(filing) }
    guard let stays = rules.stays else { throw Obstacle(missing: .stays) }
    if stays.value == .insideOnly { throw Obstacle(.endedBeforeDischarge, stays.citation) }
    return validity(filing) + [Ground(kind: .coversStay, citation: stays.citation)]
  }

  private func areas(_ filing: Filing) throws(Obstacle) -> [Ground] {
    let scope = rules.scope
    let area = Ground(kind: .area, citation: scope.area.citation)
    switch FilingAreas(area: scope.area.value, catalogue: catalogue).match(filing.areas, visit.place) {
    case .inside: return [area]
    case .linked:
      guard let linking = scope.capital else { throw Obstacle(missing: .scope) }
      if linking.value == .apart { throw Obstacle(.otherArea, scope.area.citation) }
      return [area, Ground(kind: .area, citation: linking.citation)]
    case .outside: throw Obstacle(.otherArea, scope.area.citation)
    }
  }

  private func diseases(_ filing: Filing) throws(Obstacle) -> [Ground] {
    guard let limit = rules.chronic else {
      if filing.diseases.isEmpty { return [] }
      throw Obstacle(missing: .chronic)
    }
    guard visit.isChronic else {
      if filing.diseases.isEmpty { return [] }
      throw Obstacle(.onlyForDiseases, limit.citation)
    }
    guard let disease = visit.disease, filing.diseases.contains(disease) else {
      throw Obstacle(.otherDisease, limit.citation)
    }
    guard let institution = visit.institution, filing.institutions.contains(institution) else {
      throw Obstacle(.otherInstitution, limit.citation)
    }
    return [Ground(kind: .institutions, citation: limit.citation)]
  }
}

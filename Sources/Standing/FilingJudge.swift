import PolicyModel
import Values

/// What each filing counts as for a visit (docs/semantics.md 3.2, step 4).
struct FilingJudge {
  typealias Ground = StandingDecision.Ground

  let life: FilingLife
  let catalogue: Catalogue

  private var rules: FilingRules { life.rules }
  private var visit: Visit { life.visit }

  /// A filing's status with the clauses it rests on, or the first obstacle.
  enum Judgement {
    case counts(FilingVerdict.Status, [Ground])
    case not(Obstacle)
  }

  func judge(_ index: Int) -> Judgement {
    if let obstacle = life.obstacles[index] { return .not(obstacle) }
    let filing = life.filings[index]
    var grounds: [Ground] = []
    let status: FilingVerdict.Status
    switch timeliness(filing, &grounds) {
    case .counts(let found, _): status = found
    case .not(let obstacle): return .not(obstacle)
    }
    let isMadeDuring = filing.filedOn > visit.began && filing.filedOn <= visit.ended
    if filing.begins > (isMadeDuring ? visit.ended : visit.began) { return .not(Obstacle(.notBegun)) }
    if let obstacle = end(of: index, &grounds) ?? area(filing, &grounds) ?? diseases(filing, &grounds) {
      return .not(obstacle)
    }
    return .counts(status, grounds)
  }

  /// What a filing counts as for a visit at home: long-term ones that hold on its first day do.
  func judgeAtHome(_ index: Int) -> Judgement {
    let filing = life.filings[index]
    if let obstacle = life.obstacles[index] { return .not(obstacle) }
    if filing.kind != FilingRules.longTerm || !filing.diseases.isEmpty { return .not(Obstacle(.onlyElsewhere)) }
    if filing.filedOn > visit.began || filing.begins > visit.began { return .not(Obstacle(.notBegun)) }
    let (last, obstacle) = life.end(of: index)
    if let last, last < visit.began { return .not(obstacle) }
    return .counts(.filed, lasting(filing))
  }

  private func lasting(_ filing: Filing) -> [Ground] {
    rules.kinds[filing.kind].map { [Ground(kind: .lasts, citation: $0.lasts.citation)] } ?? []
  }

  private func timeliness(_ filing: Filing, _ grounds: inout [Ground]) -> Judgement {
    if filing.filedOn <= visit.began { return .counts(.filed, []) }
    guard let late = rules.late else { return .not(Obstacle(missing: .late)) }
    let isDuring = filing.filedOn <= visit.ended
    let rule = isDuring ? late.beforeDischarge : late.afterDischarge
    grounds.append(Ground(kind: isDuring ? .madeDuringVisit : .madeAfterDischarge, citation: rule.citation))
    switch rule.value {
    case .filed: return .counts(.filed, [])
    case .late: return .counts(filing.isAgreed && !isDuring ? .lateAgreed : .late, [])
    case .notFiled: return .not(Obstacle(.filedAfterDischarge, rule.citation))
    }
  }

  /// Nil when the filing still holds, or when the stay is covered to its end.
  private func end(of index: Int, _ grounds: inout [Ground]) -> Obstacle? {
    let filing = life.filings[index]
    grounds += lasting(filing)
    let (last, obstacle) = life.end(of: index)
    guard let last else { return nil }
    if last < max(visit.began, filing.begins) { return obstacle }
    guard last < visit.ended else { return nil }
    guard let stays = rules.stays else { return Obstacle(missing: .stays) }
    if stays.value == .insideOnly { return Obstacle(.endedBeforeDischarge, stays.citation) }
    grounds.append(Ground(kind: .coversStay, citation: stays.citation))
    return nil
  }

  private func area(_ filing: Filing, _ grounds: inout [Ground]) -> Obstacle? {
    let scope = rules.scope
    switch FilingAreas(scope: scope, catalogue: catalogue).match(filing.areas, visit.place) {
    case .inside:
      grounds.append(Ground(kind: .area, citation: scope.area.citation))
      if let linking = scope.capital,
        FilingAreas(scope: .init(area: scope.area, capital: nil), catalogue: catalogue)
          .match(filing.areas, visit.place) == .linkingNotSaid
      {
        grounds.append(Ground(kind: .area, citation: linking.citation))
      }
      return nil
    case .outside: return Obstacle(.otherArea, scope.area.citation)
    case .linkingNotSaid: return Obstacle(missing: .scope)
    }
  }

  private func diseases(_ filing: Filing, _ grounds: inout [Ground]) -> Obstacle? {
    guard let limit = rules.chronic else { return filing.diseases.isEmpty ? nil : Obstacle(missing: .chronic) }
    if !visit.isChronic { return filing.diseases.isEmpty ? nil : Obstacle(.onlyForDiseases, limit.citation) }
    guard let disease = visit.disease, filing.diseases.contains(disease) else {
      return Obstacle(.otherDisease, limit.citation)
    }
    guard let institution = visit.institution, filing.institutions.contains(institution) else {
      return Obstacle(.otherInstitution, limit.citation)
    }
    grounds.append(Ground(kind: .institutions, citation: limit.citation))
    return nil
  }
}

import PolicyModel
import Values

extension PolicyCompiler {
  mutating func compile(_ rules: NonLocalRules, _ domain: Domain) -> CompiledNonLocal {
    let visits = domain.indices(of: Array(rules.visits), in: .visit)
    var (table, leaves) = tables.compile(rules.table, in: domain.restricting(.visit, to: visits))
    var effects: [CompiledNonLocal.Effect] = []
    for leaf in leaves {
      switch leaf {
      case .asAtHome: effects.append(.asAtHome)
      case .refused(let reason, _): effects.append(.refused(reason: reason))
      case .change(let change): effects.append(.change(compile(change)))
      }
    }
    tryRow(of: rules, &table, &effects)
    return CompiledNonLocal(
      visits: visits.reduce(0) { $0 | 1 << UInt64($1) },
      takesSelfPayBeforeDeductible: rules.selfPayTiming == .beforeDeductible, table: table, effects: effects)
  }

  /// In a trial of a row: refuses what it settles and settles what it refuses, for one standing.
  private func tryRow(of rules: NonLocalRules, _ table: inout DenseTable, _ effects: inout [CompiledNonLocal.Effect]) {
    guard let trial, let changed = trial.changed else { return }
    for (row, place) in rules.table.casePlaces.enumerated()
    where trial.changes(place ?? rules.place, standing: changed.standing) {
      if case .refused = effects[row] { effects.append(.asAtHome) } else { effects.append(.refused(reason: "")) }
      let standing = changed.standing.map { policy.space.index(of: $0, in: .standing) }
      table = table.replacing(row, with: effects.count - 1, whereFact: Dimension.standing.slot, is: standing)
      return
    }
  }

  private mutating func compile(_ change: StandingChange) -> CompiledChange {
    let ratio: CompiledChange.RatioChange?
    switch change.ratio {
    case .lowerBy(let points): ratio = .lowerBy(cite(points))
    case .times(let factor): ratio = .times(cite(factor))
    case .instead(let replacement): ratio = .instead(cite(replacement))
    case nil: ratio = nil
    }
    var level: Cited<Int>?
    if let named = change.treatedAsLevel {
      let levels = policy.space.values(of: .hospitalLevel)
      level = cite(named) { levels.firstIndex(of: $0) ?? 0 }
    }
    var own: CompiledChange.OwnDeductible?
    switch change.deductible {
    case .amount(let amount): own = .amount(cite(amount))
    case .times(let factor, let least, let most):
      own = .times(cite(factor), atLeast: least.map { cite($0) }, atMost: most.map { cite($0) })
    case nil: own = nil
    }
    return CompiledChange(
      ratio: ratio, firstSelfPay: change.firstSelfPay.map { cite($0) },
      benefitTimes: change.benefitTimes.map { cite($0) },
      deductible: own, treatedAsLevel: level,
      minimumBase: change.minimum?.base ?? .inScope, minimum: change.minimum.map { cite($0.ratio) },
      atMost: change.atMost.map { cite($0) }, atLeast: change.atLeast.map { cite($0) },
      place: change.place)
  }
}

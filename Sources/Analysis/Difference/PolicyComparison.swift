import PolicyModel
import Settlement
import Values

/// Finds what two sets of rules of a region do differently with every claim there can be.
package struct PolicyComparison {
  let before: CompiledPolicy
  let after: CompiledPolicy

  package init(_ before: CompiledPolicy, _ after: CompiledPolicy) {
    self.before = before
    self.after = after
  }

  /// - Throws: ``AnalysisFailure`` when rules cannot be worked out, so that nothing would be said of them.
  package func benefits() throws(AnalysisFailure) -> [BenefitDifference] {
    var differences: [BenefitDifference] = []
    for plan in before.plans {
      differences += try BenefitComparison((before, plan), with: after, skipsSettled: false).differences()
    }
    for plan in after.plans {
      // What settles on both sides was compared from the other one.
      differences += try BenefitComparison((after, plan), with: before, skipsSettled: true).differences()
    }
    return differences
  }
}

/// Compares all claims of one plan with what other rules do with them.
private struct BenefitComparison {
  let own: CompiledPolicy
  let plan: CompiledPlan
  let other: CompiledPolicy
  /// The plan is one of the later rules; claims that settle under the earlier ones as well are left out.
  let isReversed: Bool
  private let grid: SituationGrid

  init(_ own: (policy: CompiledPolicy, plan: CompiledPlan), with other: CompiledPolicy, skipsSettled: Bool) {
    self.own = own.policy
    plan = own.plan
    self.other = other
    isReversed = skipsSettled
    grid = SituationGrid(of: own.plan, own.policy, against: other)
  }

  func differences() throws(AnalysisFailure) -> [BenefitDifference] {
    if grid.isTooLarge { throw .tooManySituations }
    // Gathered once for all of a plan's situations.
    let deciding = Dictionary(
      ([plan] + other.plans).map { (ObjectIdentifier($0), $0.deciding) }, uniquingKeysWith: { first, _ in first })
    var pairs: [PairKey: Int] = [:]
    var found: [Found?] = []
    var kinds: [Int?] = []
    for combination in 0..<grid.count {
      guard let pair = pair(at: grid.coordinates(of: combination)) else {
        kinds.append(nil)
        continue
      }
      let key = pair.key(deciding)
      let known = pairs[key] ?? found.count
      if known == found.count {
        pairs[key] = known
        found.append(try compare(pair))
      }
      kinds.append(known)
    }
    return gathered(found, kinds)
  }

  // MARK: Pairs

  private struct PairKey: Hashable {
    let own: [Int32]
    let other: [Int32]?
    let otherPlan: String?
    let failure: EvaluationFailure?
  }

  private struct Pair {
    let own: Situation
    let other: Result<Situation, EvaluationFailure>

    func key(_ deciding: [ObjectIdentifier: DecidingParts]) -> PairKey {
      switch other {
      case .success(let situation):
        PairKey(
          own: own.key(by: own.deciding(deciding)), other: situation.key(by: situation.deciding(deciding)),
          otherPlan: situation.plan.plan.name, failure: nil)
      case .failure(let failure):
        PairKey(own: own.key(by: own.deciding(deciding)), other: nil, otherPlan: nil, failure: failure)
      }
    }
  }

  /// Nil when no claim of the plan can be in this combination.
  private func pair(at coordinates: [Int]) -> Pair? {
    guard let (facts, ordinal) = grid.facts(at: coordinates),
      let situation = try? Situation(own, facts, ordinal: ordinal), situation.plan === plan
    else { return nil }
    guard let (otherFacts, _) = grid.facts(at: coordinates, side: 1) else {
      return Pair(own: situation, other: .failure(.noPlan))
    }
    do {
      return Pair(own: situation, other: .success(try Situation(other, otherFacts, ordinal: ordinal)))
    } catch {
      return Pair(own: situation, other: .failure(error))
    }
  }

  // MARK: Differences

  /// What differs, without for whom.
  private struct Found {
    let own: Situation
    let other: Result<Situation, EvaluationFailure>
    let paid: PaidChange?
    let figures: [BenefitDifference.FigureChange]

    /// Equal for those that differ in the same way.
    var way: Way { Way(paid: paid, figures: figures, other: side(other)) }

    func side(_ result: Result<Situation, EvaluationFailure>) -> BenefitDifference.Side {
      switch result {
      case .success(let situation): .settles(plan: situation.plan.plan.name, title: situation.plan.plan.title)
      case .failure(let failure): .refused(failure)
      }
    }
  }

  private struct Way: Hashable {
    let paid: PaidChange?
    let figures: [BenefitDifference.FigureChange]
    let other: BenefitDifference.Side
  }

  /// Nil when nothing differs.
  private func compare(_ pair: Pair) throws(AnalysisFailure) -> Found? {
    switch pair.other {
    case .failure:
      return Found(own: pair.own, other: pair.other, paid: nil, figures: [])
    case .success(let otherSituation):
      if isReversed { return nil }
      let ownFunction = try PlanFunction(pair.own)
      let otherFunction = try PlanFunction(otherSituation)
      let paid: PaidChange?
      do {
        paid = try PaidChange(from: PaidByFund(ownFunction), to: PaidByFund(otherFunction))
      } catch {
        throw .overflow
      }
      if let paid, try !paid.isConfirmed(pair.own, otherSituation) { throw .unconfirmed }
      let figures = FigureChanges.between(try RuleFigure.all(of: ownFunction), try RuleFigure.all(of: otherFunction))
      if paid == nil, figures.isEmpty { return nil }
      return Found(own: pair.own, other: pair.other, paid: paid, figures: figures)
    }
  }

  // MARK: For whom

  /// Differences that are alike together, each with for whom it is.
  private func gathered(_ found: [Found?], _ kinds: [Int?]) -> [BenefitDifference] {
    var examples: [Found] = []
    var known: [Way: Int] = [:]
    let sets = found.map { found -> CombinationBoxes.Membership in
      guard let found else { return .noSet }
      let way = found.way
      let set = known[way] ?? examples.count
      if set == examples.count {
        known[way] = set
        examples.append(found)
      }
      return .member(of: set)
    }
    let memberships = kinds.map { kind in kind.map { sets[$0] } ?? .impossible }
    let boxes = CombinationBoxes(grid.combinations, memberships).boxes()
    return examples.enumerated().map { set, found in difference(found, (boxes[set] ?? []).map(group)) }
  }

  private func group(_ box: CombinationBoxes.Box) -> BenefitDifference.Group {
    BenefitDifference.Group(
      choices: box.sorted { $0.key < $1.key }.map { axis, choices in
        (grid.axes[axis].dimension, choices.map { grid.axes[axis].choices[$0] })
      })
  }

  private func difference(_ found: Found, _ groups: [BenefitDifference.Group]) -> BenefitDifference {
    let own = found.side(.success(found.own))
    let other = found.side(found.other)
    let situation = try? found.other.get()
    return BenefitDifference(
      groups: groups, before: isReversed ? other : own, after: isReversed ? own : other, paid: found.paid,
      figures: found.figures,
      example: isReversed ? (situation, found.own) : (found.own, situation))
  }
}

extension Situation {
  fileprivate func deciding(_ known: [ObjectIdentifier: DecidingParts]) -> DecidingParts {
    known[ObjectIdentifier(plan)] ?? plan.deciding
  }
}

import PolicyModel
import Settlement
import Values

/// Which parts of a plan ever do something: to a claim that finds an empty year, or in the course of a year.
package struct SignsOfLife {
  package struct Place: Hashable, Sendable {
    package let layer: Int
    package let number: Int

    package init(layer: Int, number: Int) {
      self.layer = layer
      self.number = number
    }
  }

  /// Layers that pay.
  package private(set) var paying: Set<Int> = []
  /// Columns that expense comes into.
  package private(set) var entered: Set<Place> = []
  /// Caps that stop a layer from paying.
  package private(set) var stopping: Set<Place> = []

  private let plan: CompiledPlan
  /// In fen: payments may be so much less than what a cap leaves.
  private let roundingUnit: Int64

  /// - Parameters:
  ///   - plan: index of the plan.
  ///   - functions: of the situations, in their order.
  package init(_ policy: CompiledPolicy, _ plan: Int, _ situations: [Situation], _ functions: [PlanFunction?]) {
    self.plan = policy.plans[plan]
    roundingUnit = policy.rounding.rounding.unit
    for case let function? in functions where !isComplete { look(at: function) }
    if !isComplete { followYears(situations, functions) }
  }

  /// At whole amounts on every piece of the functions.
  private mutating func look(at function: PlanFunction) {
    let points = amounts(of: function)
    for amount in points { look(at: function.situation, amount, function.situation.emptyYear.map { Exact($0) }) }
  }

  private func amounts(of function: PlanFunction) -> Set<Fen> {
    var amounts: Set<Fen> = []
    for layer in function.layers {
      for part in [layer.payment, layer.uncapped, layer.end, layer.axis.to] {
        amounts.formUnion((try? Comparison.samples(of: part)) ?? [])
      }
    }
    return amounts
  }

  @discardableResult
  private mutating func look(at situation: Situation, _ amount: Fen, _ accounts: [Exact])
    -> (accounts: [Exact], layers: [LayerResult<Exact>])?
  {
    let claim = Exact(amount)
    var algebra = PlanAlgebra(
      situation, ClaimQuantities(total: claim, firstSelfPay: .zero, inScope: claim), accounts: accounts)
    guard (try? algebra.run()) != nil else { return nil }
    for result in algebra.layers { note(result) }
    return (algebra.accounts, algebra.layers)
  }

  private mutating func note(_ result: LayerResult<Exact>) {
    let layer = plan.layers[result.layer]
    if result.payment.numerator > 0 { paying.insert(result.layer) }
    if let end = try? lastPoint(of: result), result.axis.from != end { enterColumns(result, upTo: end) }
    for number in layer.caps.indices where (try? isStopping(number, in: result)) ?? false {
      stopping.insert(Place(layer: result.layer, number: number))
    }
  }

  private mutating func enterColumns(_ result: LayerResult<Exact>, upTo end: Exact) {
    var lower = Exact.zero
    for (column, bound) in plan.layers[result.layer].ratio.ends.enumerated() {
      let upper = Exact(bound)
      let isEntered =
        ((try? lower.isLess(than: end)) ?? false) && ((try? result.axis.from.isLess(than: upper)) ?? false)
      if isEntered { entered.insert(Place(layer: result.layer, number: column)) }
      lower = upper
    }
  }

  /// Where columns end to pay: a cap on paid may stop them before the claim's expense ends.
  private func lastPoint(of result: LayerResult<Exact>) throws(ArithmeticOverflow) -> Exact {
    let layer = plan.layers[result.layer]
    // In a slab the end of the whole claim decides; what adds up over the year begins before the claim.
    if layer.ratio.isSlab || layer.cumulative != nil { return result.axis.to }
    let length = try result.end.subtracting(result.deductible)
    return try result.axis.from.adding(length).lesser(of: result.axis.to)
  }

  /// Whether it is this cap that keeps the layer from paying more: no other one is used up before it.
  private func isStopping(_ number: Int, in result: LayerResult<Exact>) throws(ArithmeticOverflow) -> Bool {
    guard let room = result.room[number] else { return false }
    let isTight: Bool
    let isReached: Bool
    switch plan.layers[result.layer].caps[number].measure {
    case .paid:
      isTight = try room.isLess(than: result.uncapped)
      isReached = try room.isLess(than: result.payment.adding(Exact(roundingUnit)))
    case .expense:
      isTight = try room.isLess(than: result.base)
      isReached = try !result.end.isLess(than: room)
    case .expenseAboveDeductible:
      let stop = try room.adding(result.deductible)
      isTight = try stop.isLess(than: result.base)
      isReached = try !result.end.isLess(than: stop)
    }
    return isTight && isReached
  }

  private var isComplete: Bool {
    plan.layers.enumerated().allSatisfy { index, layer in
      paying.contains(index)
        && layer.ratio.ends.indices.allSatisfy { entered.contains(Place(layer: index, number: $0)) }
        && layer.caps.indices.allSatisfy { stopping.contains(Place(layer: index, number: $0)) }
    }
  }

  // MARK: In the course of a year

  /// Large and middling claims, again and again: each situation by itself, and then all that one person can be in.
  private mutating func followYears(_ situations: [Situation], _ functions: [PlanFunction?]) {
    var byPerson: [[Int32]: [Visit]] = [:]
    for (situation, function) in zip(situations, functions) where situation.ordinal == 1 {
      guard let function else { continue }
      let amounts = self.amounts(of: function).sorted()
      for amount in amounts.suffix(2).reversed() + [amounts[amounts.count / 2]] {
        if isComplete { return }
        followYear([Visit(situation: situation, amount: amount)])
      }
      if let largest = amounts.last {
        byPerson[situation.person, default: []] += situation.withLikeDiseases.map {
          Visit(situation: $0, amount: largest)
        }
      }
    }
    for visits in byPerson.values where visits.count > 1 && !isComplete { followYear(visits) }
  }

  /// A claim that is made again and again.
  private struct Visit {
    let situation: Situation
    let amount: Fen
  }

  /// So many claims between two points at which short periods begin anew, unless nothing is left to change before.
  private static let claimsOfAPeriod = 60

  private mutating func followYear(_ visits: [Visit]) {
    guard let policy = visits.first?.situation.policy,
      var accounts = visits.first?.situation.emptyYear.map({ Exact($0) })
    else { return }
    for day in periodStarts(policy.accounts) {
      for (index, account) in policy.accounts.enumerated() where account.period.begins(onDay: day) {
        accounts[index] = .zero
      }
      followPeriod(visits, &accounts)
      if isComplete { return }
    }
  }

  private mutating func followPeriod(_ visits: [Visit], _ accounts: inout [Exact]) {
    var lastGrowth: [Exact] = []
    for _ in 0..<max(4, SignsOfLife.claimsOfAPeriod / visits.count) {
      let before = accounts
      var room: [Int: Exact] = [:]
      for visit in visits {
        guard let after = look(at: visit.situation, visit.amount, accounts) else { continue }
        accounts = after.accounts
        for layer in after.layers { layer.noteRoom(in: visit.situation, &room) }
      }
      guard let growth = try? zip(accounts, before).map({ try $0.subtracting($1) }),
        differs(accounts, before, visits[0].situation.policy)
      else { return }
      // What grows by the same again and again is taken many times at once, up to just before some cap is used up.
      if growth == lastGrowth, let grown = SignsOfLife.leap(from: accounts, by: growth, room) { accounts = grown }
      lastGrowth = growth
    }
  }

  /// So many claims more than anybody makes in a year.
  private static let claimsAtOnce: Int128 = 1000

  /// - Parameter room: what caps leave, by account.
  private static func leap(from accounts: [Exact], by growth: [Exact], _ room: [Int: Exact]) -> [Exact]? {
    var claims = claimsAtOnce
    for (account, left) in room where growth[account].numerator > 0 {
      guard let share = try? left.divided(by: growth[account]) else { return nil }
      claims = min(claims, share.numerator / share.denominator - 2)
    }
    guard claims > 0, let times = try? Exact(claims, over: 1) else { return nil }
    return try? zip(accounts, growth).map { try $0.adding($1.multiplied(by: times)) }
  }

  /// Days of the year on which some account begins anew; the first day always.
  private func periodStarts(_ accounts: [Account]) -> [Int] {
    (0..<360).filter { day in day == 0 || accounts.contains { $0.period.begins(onDay: day) } }
  }

  /// Whether anything but the number of stays changed.
  private func differs(_ after: [Exact], _ before: [Exact], _ policy: CompiledPolicy) -> Bool {
    zip(policy.accounts, zip(after, before)).contains { !$0.measure.isCount && $1.0 != $1.1 }
  }
}

extension Period {
  /// Whether an account of this period starts anew on a day of a year of 360 days.
  fileprivate func begins(onDay day: Int) -> Bool {
    switch self {
    case .day: true
    case .month: day % 30 == 0
    case .quarter: day % 90 == 0
    case .cycle(let days): day % max(1, days) == 0
    case .year, .settlement: false
    }
  }
}

extension LayerResult<Exact> {
  /// The least that caps with an account leave, by account.
  fileprivate func noteRoom(in situation: Situation, _ room: inout [Int: Exact]) {
    for (number, cap) in situation.plan.layers[layer].caps.enumerated() {
      let account = cap.account.account(for: situation.facts)
      guard account >= 0, let left = self.room[number] else { continue }
      room[account] = (try? room[account]?.lesser(of: left)) ?? left
    }
  }
}

extension Situation {
  /// The same with each disease that is under the same rules and has accounts of its own: a person can have several.
  fileprivate var withLikeDiseases: [Situation] {
    let slot = Dimension.disease.slot
    let selectors = plan.selectors.filter { $0.slot == slot }
    guard let list = policy.space.diseases, facts[.disease] >= 0, !selectors.isEmpty else { return [self] }
    let deciding = plan.deciding
    let own = figures(by: deciding)
    var known = Set([selectors.map { $0.account(for: facts) }])
    var result = [self]
    for disease in list.diseases.indices.map({ $0 + list.groups.count }) {
      var facts = facts
      facts[.disease] = disease
      facts.diseases = [Int32(disease)]
      guard let other = try? Situation(policy, facts, ordinal: ordinal), other.plan === plan,
        other.figures(by: deciding) == own,
        known.insert(selectors.map { $0.account(for: facts) }).inserted
      else { continue }
      result.append(other)
    }
    return result
  }

  /// What stays the same for a person from one visit to the next.
  fileprivate var person: [Int32] {
    let own = [Dimension.insurance, .person, .age, .hardship].map(\.slot) + policy.space.attributes.map(\.slot)
    return own.map { facts.values[$0] }
  }
}

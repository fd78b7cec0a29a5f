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

  /// - Parameters:
  ///   - plan: index of the plan.
  ///   - functions: of the situations, in their order.
  package init(_ policy: CompiledPolicy, _ plan: Int, _ situations: [Situation], _ functions: [PlanFunction?]) {
    self.plan = policy.plans[plan]
    for case let function? in functions { look(at: function) }
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
  private mutating func look(at situation: Situation, _ amount: Fen, _ accounts: [Exact]) -> [Exact]? {
    let claim = Exact(amount)
    var algebra = PlanAlgebra(
      situation, ClaimQuantities(total: claim, firstSelfPay: .zero, inScope: claim), accounts: accounts)
    guard (try? algebra.run()) != nil else { return nil }
    for result in algebra.layers { note(result) }
    return algebra.accounts
  }

  private mutating func note(_ result: LayerResult<Exact>) {
    let layer = plan.layers[result.layer]
    if result.payment.numerator > 0 { paying.insert(result.layer) }
    var lower = Exact.zero
    for (column, end) in layer.ratio.ends.enumerated() {
      let upper = Exact(end)
      let isEntered =
        ((try? lower.isLess(than: result.axis.to)) ?? false) && ((try? result.axis.from.isLess(than: upper)) ?? false)
      if isEntered, result.axis.from != result.axis.to { entered.insert(Place(layer: result.layer, number: column)) }
      lower = upper
    }
    for (number, cap) in layer.caps.enumerated() {
      guard let room = result.room[number] else { continue }
      let isStopping: Bool
      switch cap.measure {
      case .paid: isStopping = (try? room.isLess(than: result.uncapped)) ?? false
      case .expense: isStopping = (try? room.isLess(than: result.base)) ?? false
      case .expenseAboveDeductible:
        isStopping = (try? room.adding(result.deductible).isLess(than: result.base)) ?? false
      }
      if isStopping { stopping.insert(Place(layer: result.layer, number: number)) }
    }
  }

  private var isComplete: Bool {
    plan.layers.enumerated().allSatisfy { index, layer in
      paying.contains(index)
        && layer.ratio.ends.indices.allSatisfy { entered.contains(Place(layer: index, number: $0)) }
        && layer.caps.indices.allSatisfy { stopping.contains(Place(layer: index, number: $0)) }
    }
  }

  // MARK: In the course of a year

  /// So many claims of one kind after each other, unless accounts stop growing before.
  private static let claimsOfAYear = 400

  /// The largest claims use up what a year has, the others let a year go on.
  private mutating func followYears(_ situations: [Situation], _ functions: [PlanFunction?]) {
    for (situation, function) in zip(situations, functions) where situation.ordinal == 1 {
      guard let function else { continue }
      let amounts = self.amounts(of: function).sorted()
      for amount in amounts.suffix(2).reversed() + [amounts[amounts.count / 2]] {
        if isComplete { return }
        var accounts = situation.emptyYear.map { Exact($0) }
        for _ in 0..<SignsOfLife.claimsOfAYear {
          guard let after = look(at: situation, amount, accounts), differs(after, accounts, situation.policy) else {
            break
          }
          accounts = after
        }
      }
    }
  }

  /// Whether anything but the number of stays changed.
  private func differs(_ after: [Exact], _ before: [Exact], _ policy: CompiledPolicy) -> Bool {
    zip(policy.accounts, zip(after, before)).contains { !$0.measure.isCount && $1.0 != $1.1 }
  }
}

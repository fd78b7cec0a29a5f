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

  let plan: CompiledPlan
  /// In fen: payments may be so much less than what a cap leaves.
  private let roundingUnit: Int64

  /// - Parameters:
  ///   - plan: index of the plan.
  ///   - functions: of the situations, in their order.
  package init(_ policy: CompiledPolicy, _ plan: Int, _ situations: [Situation], _ functions: [PlanFunction?]) {
    self.plan = policy.plans[plan]
    roundingUnit = policy.rounding.rounding.unit
    for case let function? in functions where !isComplete { look(at: function, of: .inScope) }
    if !isComplete, self.plan.goesByOutOfScope {
      for situation in situations where !isComplete {
        if let function = try? PlanFunction(situation, of: .both) { look(at: function, of: .both) }
      }
    }
    if !isComplete { followYears(situations, functions) }
  }

  /// At whole amounts on every piece of the functions.
  private mutating func look(at function: PlanFunction, of mix: ClaimMix) {
    let empty = function.situation.emptyYear.map { Exact($0) }
    for amount in amounts(of: function) { look(at: function.situation, amount, of: mix, empty) }
  }

  func amounts(of function: PlanFunction) -> Set<Fen> {
    var amounts: Set<Fen> = []
    for layer in function.layers {
      for part in [layer.payment, layer.uncapped, layer.end, layer.axis.to] {
        amounts.formUnion((try? Comparison.samples(of: part)) ?? [])
      }
    }
    return amounts
  }

  @discardableResult
  mutating func look(at situation: Situation, _ amount: Fen, of mix: ClaimMix, _ accounts: [Exact])
    -> (accounts: [Exact], layers: [LayerResult<Exact>])?
  {
    guard let algebra = try? PlanAlgebra(settling: situation, Exact(amount), of: mix, accounts: accounts) else {
      return nil
    }
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

  var isComplete: Bool { plan.layers.indices.allSatisfy(isAlive) }

  /// Whether a layer pays, with all its columns and caps.
  func isAlive(layer index: Int) -> Bool {
    let layer = plan.layers[index]
    return paying.contains(index)
      && layer.ratio.ends.indices.allSatisfy { entered.contains(Place(layer: index, number: $0)) }
      && layer.caps.indices.allSatisfy { stopping.contains(Place(layer: index, number: $0)) }
  }
}

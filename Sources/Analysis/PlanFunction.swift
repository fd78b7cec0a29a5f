import Settlement
import Values

/// What a plan pays in one situation, as exact functions of the expense in fen: of what is in scope, out of scope nothing,
/// unless another mix is asked for.
package struct PlanFunction: Sendable {
  package let situation: Situation
  /// For the layers that exist in the situation.
  package let layers: [LayerResult<PiecewiseLinear>]
  /// What all layers pay together.
  package let total: PiecewiseLinear
  /// What the accounts hold after the claim.
  package let accounts: [PiecewiseLinear]

  /// For a claim that finds an empty year, or what `accounts` hold.
  package init(_ situation: Situation, accounts: [Int64]? = nil, of mix: ClaimMix = .inScope) throws(AnalysisFailure) {
    self.situation = situation
    let algebra = try PlanAlgebra(
      settling: situation, PiecewiseLinear.identity, of: mix,
      accounts: (accounts ?? situation.emptyYear).map { .constant(Exact($0)) })
    self.accounts = algebra.accounts
    do {
      layers = try algebra.layers.map { layer throws(ArithmeticOverflow) in try layer.upToLargestClaim() }
      total = try algebra.total().upToLargestClaim()
    } catch {
      throw .overflow
    }
  }

  /// The expense from which on a cap stops some layer on in-scope amounts; nil when none ever does.
  package func firstStop() throws(ArithmeticOverflow) -> Exact? {
    var first: Exact?
    for layer in layers where situation.plan.layers[layer.layer].takesInScope {
      let over = try layer.base.subtracting(layer.end)
      for piece in over.pieces where piece.slope.numerator > 0 || piece.value.numerator > 0 {
        first = try first?.lesser(of: piece.start) ?? piece.start
        break
      }
    }
    return first
  }

  /// Whether layers on in-scope amounts pay the same as elsewhere, so that later layers start from the same.
  package func startsLike(_ other: PlanFunction) -> Bool { firstPayments == other.firstPayments }

  private var firstPayments: [Int: PiecewiseLinear] {
    Dictionary(firstLayers.map { ($0.layer, $0.payment) }, uniquingKeysWith: { first, _ in first })
  }

  private var firstLayers: [LayerResult<PiecewiseLinear>] {
    layers.filter { situation.plan.layers[$0.layer].takesInScope }
  }

  /// Whether it pays less than another the further the larger the expense, or a cap of it leaves less, or the ratio of a
  /// later layer is lower.
  package func fallsBehind(_ other: PlanFunction) throws(ArithmeticOverflow) -> Bool {
    if let slope = total.pieces.last?.slope, let faster = other.total.pieces.last?.slope,
      try slope.isLess(than: faster)
    {
      return true
    }
    for layer in layers {
      guard let counterpart = other.layers.first(where: { $0.layer == layer.layer }) else { continue }
      let isLess =
        try situation.plan.layers[layer.layer].takesInScope
        ? PlanFunction.leavesLess(layer, than: counterpart)
        : hasLowerRatio(layer.layer, than: other)
      if isLess { return true }
    }
    return false
  }

  private static func leavesLess(_ layer: LayerResult<PiecewiseLinear>, than other: LayerResult<PiecewiseLinear>)
    throws(ArithmeticOverflow) -> Bool
  {
    for case (let room?, let larger?) in zip(layer.room, other.room) {
      if try room.value(at: .zero).isLess(than: larger.value(at: .zero)) { return true }
    }
    return false
  }

  private func hasLowerRatio(_ layer: Int, than other: PlanFunction) throws(ArithmeticOverflow) -> Bool {
    guard let own = try situation.rates(of: layer), let higher = try other.situation.rates(of: layer) else {
      return false
    }
    for (ratio, other) in zip(own, higher) {
      if try ratio.isLess(than: other) { return true }
    }
    return false
  }

  /// Whether one more fen of expense makes it jump or fall.
  package func jumps() throws(ArithmeticOverflow) -> Bool { try !total.jumps().isEmpty }

  /// What each layer of the plan pays for an amount, in whole fen.
  package static func payments(
    _ situation: Situation, inScope amount: Fen, accounts: [Int64]? = nil, of mix: ClaimMix = .inScope
  ) throws(AnalysisFailure) -> [Fen] {
    let held = (accounts ?? situation.emptyYear).map { Exact($0) }
    let algebra = try PlanAlgebra(settling: situation, Exact(amount), of: mix, accounts: held)
    var payments = [Fen](repeating: .zero, count: situation.plan.layers.count)
    for layer in algebra.layers {
      guard let fen = Int64(exactly: layer.payment.numerator) else { throw .overflow }
      payments[layer.layer] = Fen(fen)
    }
    return payments
  }
}

extension PlanAlgebra {
  /// Of one claim, worked out to its end.
  init(settling situation: Situation, _ amount: Q, of mix: ClaimMix, accounts: [Q]) throws(AnalysisFailure) {
    let claim: ClaimQuantities<Q>
    do {
      claim = try mix.quantities(of: amount)
    } catch {
      throw .overflow
    }
    self.init(situation, claim, accounts: accounts)
    try run()
  }
}

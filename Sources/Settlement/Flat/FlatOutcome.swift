import PolicyModel
import Values

/// A claim's amounts in fen.
package struct FlatAmounts {
  package var total: Int64
  /// The catalogue's first self-pay (乙类先行自付).
  package var firstSelfPay: Int64
  package var inScope: Int64

  package init(total: Int64, firstSelfPay: Int64, inScope: Int64) {
    self.total = total
    self.firstSelfPay = firstSelfPay
    self.inScope = inScope
  }

  /// Whether 64 bits are enough for sums of them, and none is negative.
  @inline(__always)
  var fit: Bool { UInt64(bitPattern: total | firstSelfPay | inScope) >> FlatLimit.bits == 0 }
}

/// What a claim comes to, in fen. Plain numbers, so that who settles many claims copies no more.
package struct FlatOutcome {
  /// What each layer of the plan pays.
  package var paid = InlineArray<8, Int64>(repeating: 0)
  package var outOfScope: Int64 = 0
  package var nonLocalSelfPay: Int64 = 0
  package var deductible: Int64 = 0
  package var overCap: Int64 = 0
  package var ratioShare: Int64 = 0
  /// What all layers pay.
  package var funds: Int64 = 0
  package var deductibleCharged: Int64 = 0
  fileprivate var bases: UInt8 = 0

  package init() {}

  /// The weakest basis of a figure that was used.
  package var basis: Basis { FlatBasis.weakest(of: bases) }

  package var personal: PersonalParts {
    PersonalParts(
      outOfScope: Fen(outOfScope), nonLocalSelfPay: Fen(nonLocalSelfPay), deductible: Fen(deductible),
      overCap: Fen(overCap), ratioShare: Fen(ratioShare))
  }
}

extension FlatOutcome {
  package init(_ outcome: Outcome, _ basis: Basis) {
    for index in paid.indices { paid[index] = outcome.paid[index].count }
    outOfScope = outcome.personal.outOfScope.count
    nonLocalSelfPay = outcome.personal.nonLocalSelfPay.count
    deductible = outcome.personal.deductible.count
    overCap = outcome.personal.overCap.count
    ratioShare = outcome.personal.ratioShare.count
    funds = outcome.fundTotal.count
    deductibleCharged = outcome.deductibleCharged.count
    rest(on: basis)
  }

  /// Lets the result rest on something else as well.
  package mutating func rest(on basis: Basis) { bases |= FlatBasis.bit(basis) }
}

extension Outcome {
  init(_ flat: FlatOutcome, plan: Int) {
    var paid = InlineArray<8, Fen>(repeating: .zero)
    for index in paid.indices { paid[index] = Fen(flat.paid[index]) }
    self.init(
      plan: plan, paid: paid, personal: flat.personal, deductibleCharged: Fen(flat.deductibleCharged))
  }
}

extension FlatEvaluation {
  /// Writes the result in whole fen, shown as ``Causes/shown(outOfScope:person:)`` shows it.
  @inline(__always)
  func write(_ amounts: FlatAmounts, parts: Int64, into outcome: inout FlatOutcome) {
    outcome.funds = funds
    outcome.outOfScope =
      amounts.total &- amounts.inScope &- (amounts.firstSelfPay &- FlatWalk.whole(slots.firstSelfPay, parts))
    outcome.nonLocalSelfPay = FlatWalk.whole(slots.nonLocalSelfPay, parts)
    outcome.deductible = FlatWalk.whole(slots[FlatSlots.sum(of: .deductible)], parts)
    outcome.overCap = FlatWalk.whole(slots[FlatSlots.sum(of: .overCap)], parts)
    outcome.ratioShare =
      amounts.total &- funds &- outcome.outOfScope &- outcome.nonLocalSelfPay &- outcome.deductible &- outcome.overCap
    outcome.deductibleCharged = FlatWalk.whole(charged, parts)
    if outcome.ratioShare < 0 { outcome.keepPartsAboveNothing() }
  }
}

extension FlatOutcome {
  /// No layer has paid yet. All at once, because a loop over eight numbers is a call.
  ///
  /// - Parameter basis: what every claim of the situation rests on.
  @inline(__always)
  mutating func begin(basis: UInt8) {
    withUnsafeMutableBytes(of: &paid) { $0.storeBytes(of: SIMD8<Int64>.zero, as: SIMD8<Int64>.self) }
    bases = basis
  }

  /// Lets the result rest on kinds of basis as well, as ``FlatBasis`` counts them.
  @inline(__always)
  mutating func rest(onAll kinds: UInt8) { bases |= kinds }

  /// Where rounding several parts up at once left less than nothing for the ratio share.
  @inline(never)
  fileprivate mutating func keepPartsAboveNothing() {
    let parts = personal.givingTheRest(of: personal.total)
    deductible = parts.deductible.count
    overCap = parts.overCap.count
    ratioShare = parts.ratioShare.count
  }
}

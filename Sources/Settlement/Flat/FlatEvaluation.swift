import PolicyModel
import Values

/// Evaluates a claim's amounts in a situation with 64-bit integers: the same result as ``Evaluator``, or none at all
/// where the numbers would not fit.
struct FlatEvaluation: ~Copyable {
  let situation: UnsafePointer<FlatSituation>
  var inScope: Int64
  var firstSelfPay: Int64
  var nonLocalSelfPay: Int64 = 0
  var deductible = InlineArray<8, FlatAmount>(repeating: .zero)
  var overCap = InlineArray<8, FlatAmount>(repeating: .zero)
  var ratioShare = InlineArray<8, FlatAmount>(repeating: .zero)
  var paid = InlineArray<8, Fen>(repeating: .zero)
  var charged = FlatAmount.zero
  var basis: UInt8
  private var owesFirstSelfPay: Bool

  init(_ situation: UnsafePointer<FlatSituation>, inScope: Int64, firstSelfPay: Int64) {
    self.situation = situation
    self.inScope = inScope
    self.firstSelfPay = firstSelfPay
    basis = situation.pointee.basis
    owesFirstSelfPay = situation.pointee.firstSelfPay.parts != 0
  }

  /// Pays layer by layer; false when the numbers do not fit, and then the accounts mean nothing.
  mutating func run(_ accounts: FlatAccounts) -> Bool {
    for index in 0..<situation.pointee.unitAccounts.count { accounts[situation.pointee.unitAccounts[index]] = 0 }
    if owesFirstSelfPay, situation.pointee.takesSelfPayBeforeDeductible, !takeFirstSelfPay(of: inScope) { return false }
    for number in 0..<situation.pointee.applying.count {
      let index = situation.pointee.applying[number]
      let isPaid =
        situation.pointee.layers[index].yearlyAccount >= 0 ? payForYear(index, accounts) : pay(index, accounts)
      if !isPaid { return false }
    }
    for index in 0..<situation.pointee.counters.count { accounts[situation.pointee.counters[index]] += 1 }
    return true
  }

  private mutating func takeFirstSelfPay(of base: Int64) -> Bool {
    owesFirstSelfPay = false
    let share = situation.pointee.firstSelfPay
    let (product, overflow) = base.multipliedReportingOverflow(by: share.count)
    guard !overflow, let amount = situation.pointee.rounding(product, parts: share.parts) else { return false }
    nonLocalSelfPay = min(amount, base)
    inScope -= nonLocalSelfPay
    return true
  }

  private mutating func pay(_ index: Int, _ accounts: FlatAccounts) -> Bool {
    let layer = situation.pointee.layers[index]
    guard var base = amount(of: layer.base) else { return false }
    let asked = asked(layer.deductible, accounts)
    // A base below the deductible is all deductible.
    let deductible = asked > base.count / base.parts ? base : FlatAmount(asked * base.parts, parts: base.parts)
    if owesFirstSelfPay, case .inScope = layer.base {
      guard base.parts == 1, takeFirstSelfPay(of: base.count - deductible.count) else { return false }
      base = FlatAmount(inScope)
    }
    guard base.count <= layer.largestBase else { return false }
    var walk = FlatWalk(base: base, deductible: deductible.count, denominator: layer.denominator)
    walk.limit(by: situation.pointee.caps, in: layer.caps, accounts)
    let start = layer.axisAccount < 0 ? 0 : accounts[layer.axisAccount]
    guard walk.pay(situation.pointee.columns, of: layer, from: start) else { return false }
    basis = max(basis, walk.basis)
    guard let payment = walk.payment(situation.pointee.rounding) else { return false }
    paid[index] = Fen(payment)
    guard leave(index, layer.base, base, deductible, walk.end, payment) else { return false }
    return grow(layer, deductible, walk.end, payment, accounts)
  }

  /// What the deductible still asks for after earlier claims.
  private func asked(_ rule: FlatDeductible, _ accounts: FlatAccounts) -> Int64 {
    var amount = rule.amount
    if rule.account >= 0 { amount = max(0, amount - accounts[rule.account]) }
    if rule.ceilingAccount >= 0 { amount = min(amount, max(0, rule.ceiling - accounts[rule.ceilingAccount])) }
    return amount
  }

  func amount(of base: FlatLayer.Base) -> FlatAmount? {
    switch base {
    case .inScope: return FlatAmount(inScope)
    case .overCap(let layer): return amount(of: .overCap, layer: layer)
    case .causes(let first, let count):
      var sum = FlatAmount.zero
      for index in first..<first + count {
        let item = situation.pointee.causes[index]
        guard let amount = amount(of: item.cause, layer: item.layer), let next = sum.adding(amount) else { return nil }
        sum = next
      }
      return sum
    }
  }

  /// A part of the person, not below nothing; nil when its fractions do not add up in 64 bits.
  private func amount(of cause: Cause, layer: Int) -> FlatAmount? {
    let found: FlatAmount?
    switch cause {
    case .firstSelfPay: found = FlatAmount(firstSelfPay)
    case .nonLocalSelfPay: found = FlatAmount(nonLocalSelfPay)
    case .deductible: found = FlatEvaluation.sum(deductible, layer)
    case .overCap: found = FlatEvaluation.sum(overCap, layer)
    case .ratioShare: found = FlatEvaluation.sum(ratioShare, layer)
    }
    return found.map { $0.count < 0 ? .zero : $0 }
  }

  static func sum(_ amounts: borrowing InlineArray<8, FlatAmount>, _ layer: Int) -> FlatAmount? {
    if layer >= 0 { return amounts[layer] }
    var sum = FlatAmount.zero
    for index in amounts.indices where amounts[index].count != 0 {
      guard let next = sum.adding(amounts[index]) else { return nil }
      sum = next
    }
    return sum
  }

  /// Moves the person's parts as a layer leaves them.
  private mutating func leave(
    _ index: Int, _ source: FlatLayer.Base, _ base: FlatAmount, _ deductible: FlatAmount, _ end: FlatAmount,
    _ payment: Int64
  ) -> Bool {
    switch source {
    case .inScope: inScope = 0
    case .overCap(-1): overCap = InlineArray(repeating: .zero)
    case .overCap(let layer): overCap[layer] = .zero
    case .causes(let first, let count): return reduce(first..<first + count, by: payment)
    }
    guard let over = base.subtracting(end), let above = end.subtracting(deductible),
      let share = above.subtracting(FlatAmount(payment)), let charged = charged.adding(deductible)
    else { return false }
    self.deductible[index] = deductible
    overCap[index] = over
    ratioShare[index] = share
    self.charged = charged
    return true
  }

  /// Takes what was paid off the person's parts, one after the other.
  mutating func reduce(_ causes: Range<Int>, by payment: Int64) -> Bool {
    var rest = payment
    for index in causes where rest != 0 {
      let item = situation.pointee.causes[index]
      switch item.cause {
      case .firstSelfPay: FlatEvaluation.take(&rest, from: &firstSelfPay)
      case .nonLocalSelfPay: FlatEvaluation.take(&rest, from: &nonLocalSelfPay)
      case .deductible: guard FlatEvaluation.take(&rest, from: &deductible, item.layer) else { return false }
      case .overCap: guard FlatEvaluation.take(&rest, from: &overCap, item.layer) else { return false }
      case .ratioShare: guard FlatEvaluation.take(&rest, from: &ratioShare, item.layer) else { return false }
      }
    }
    return true
  }

  private static func take(_ payment: inout Int64, from amount: inout Int64) {
    let taken = min(payment, max(0, amount))
    amount -= taken
    payment -= taken
  }

  private static func take(
    _ payment: inout Int64, from amounts: inout InlineArray<8, FlatAmount>, _ layer: Int
  ) -> Bool {
    for index in amounts.indices where payment != 0 && (layer < 0 || index == layer) && amounts[index].count > 0 {
      // What is no whole fen would leave a fraction to be paid.
      guard amounts[index].parts == 1 else { return false }
      take(&payment, from: &amounts[index].count)
    }
    return true
  }

  private func grow(
    _ layer: FlatLayer, _ deductible: FlatAmount, _ end: FlatAmount, _ payment: Int64, _ accounts: FlatAccounts
  ) -> Bool {
    for index in layer.growth {
      let growth = situation.pointee.growth[index]
      let amount: Int64
      switch growth.measure {
      case .deductible: amount = deductible.rounded
      case .expense: amount = end.rounded
      case .expenseAboveDeductible:
        guard let above = end.subtracting(deductible) else { return false }
        amount = above.rounded
      case .paid: amount = payment
      case .standard, .base, .occurrences: continue
      }
      guard accounts.add(amount, to: growth.account) else { return false }
    }
    return true
  }
}

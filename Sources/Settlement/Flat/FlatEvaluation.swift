import PolicyModel
import Values

/// Evaluates a claim's amounts in a situation with 64-bit integers: the same result as ``Evaluator``, or none at all
/// where the numbers would not fit.
struct FlatEvaluation<R: FlatRecorder>: ~Copyable {
  let situation: UnsafePointer<FlatSituation>
  let accounts: FlatAccounts
  let slots: FlatSlots
  var recorder: R
  /// What all amounts here but those paid are counted in: 1, unless a cap on paid ended a layer between two fen.
  var parts: Int64 = 1
  var inScope: Int64
  /// Deductible charged, before other layers took any of it over.
  var charged: Int64 = 0
  /// The kinds of basis that figures rest on, as ``FlatBasis`` counts them.
  var basis: UInt8
  /// Layers that have paid.
  var done = 0
  private var owesFirstSelfPay: Bool

  @inline(__always)
  init(
    _ situation: UnsafePointer<FlatSituation>, _ amounts: FlatAmounts, _ accounts: FlatAccounts, _ slots: FlatSlots,
    _ recorder: R
  ) {
    self.situation = situation
    self.accounts = accounts
    self.slots = slots
    self.recorder = recorder
    inScope = amounts.inScope
    slots.firstSelfPay = amounts.firstSelfPay
    slots.nonLocalSelfPay = 0
    basis = situation.pointee.basis
    owesFirstSelfPay = situation.pointee.owesFirstSelfPay
  }

  /// Pays layer by layer; false when the numbers do not fit, and then the accounts mean nothing.
  @inline(__always)
  mutating func run() -> Bool {
    var begun = situation.pointee.unitAccounts.first
    while begun != situation.pointee.unitAccounts.end {
      accounts[begun.pointee] = 0
      begun += 1
    }
    if owesFirstSelfPay, situation.pointee.takesSelfPayBeforeDeductible, !takeFirstSelfPay(of: inScope) { return false }
    var layer = situation.pointee.layers.first
    while layer != situation.pointee.layers.end {
      if !(layer.pointee.yearlyAccount >= 0 ? payForYear(layer) : pay(layer)) { return false }
      done &+= 1
      layer += 1
    }
    var counter = situation.pointee.counters.first
    while counter != situation.pointee.counters.end {
      accounts[counter.pointee] &+= 1
      counter += 1
    }
    return true
  }

  /// - Parameter base: whole fen.
  @inline(never)
  private mutating func takeFirstSelfPay(of base: Int64) -> Bool {
    owesFirstSelfPay = false
    let share = situation.pointee.firstSelfPay
    if base > share.largestBase { return false }
    let amount = share.rounding(base * share.numerator)
    slots.nonLocalSelfPay = min(amount, base)
    inScope -= slots.nonLocalSelfPay
    recorder.note(.selfPay, 0, base, amount, parts: 1)
    return true
  }

  @inline(__always)
  private mutating func pay(_ layer: UnsafePointer<FlatLayer>) -> Bool {
    var base = amount(of: layer)
    if base == 0, !R.isToldAll {
      leaveNothing(paid: 0)
      return true
    }
    if base > layer.pointee.largestBase { return false }
    recorder.note(.begins, Int(layer.pointee.index), base, 0, parts: parts)
    let deductible = charge(layer, base)
    if owesFirstSelfPay, layer.pointee.base == .inScope {
      guard parts == 1, takeFirstSelfPay(of: base - deductible) else { return false }
      base = inScope
    }
    var walk = FlatWalk(base: base, deductible: deductible)
    limit(&walk, layer)
    let payment = payment(&walk, layer)
    if payment < 0 { return false }
    basis |= walk.basis
    leave(layer, walk, payment)
    return grow(layer, walk, payment)
  }

  /// What this claim bears of the deductible, at most the base.
  @inline(__always)
  private mutating func charge(_ layer: UnsafePointer<FlatLayer>, _ base: Int64) -> Int64 {
    var asked = layer.pointee.deductible
    if layer.pointee.deductibleAccount >= 0 {
      asked = max(0, asked &- accounts[layer.pointee.deductibleAccount])
      recorder.note(.periodRoom, Int(layer.pointee.index), asked, 0, parts: 1)
    }
    if layer.pointee.ceilingAccount >= 0 {
      let room = max(0, layer.pointee.ceiling &- accounts[layer.pointee.ceilingAccount])
      recorder.note(.ceilingRoom, Int(layer.pointee.index), room, 0, parts: 1)
      asked = min(asked, room)
    }
    let charged = parts == 1 ? min(asked, base) : asked > base / parts ? base : asked * parts
    recorder.note(.charged, Int(layer.pointee.index), charged, 0, parts: parts)
    return charged
  }

  @inline(__always)
  mutating func limit(_ walk: inout FlatWalk, _ layer: UnsafePointer<FlatLayer>) {
    let first = layer.pointee.caps.first(of: situation.pointee.caps)
    let end = layer.pointee.caps.end(of: situation.pointee.caps)
    var cap = first
    while cap != end {
      let used = cap.pointee.account < 0 ? 0 : accounts[cap.pointee.account]
      recorder.note(.used, cap - first, used, 0, parts: 1)
      walk.limit(by: cap, used: used, parts: parts)
      cap += 1
    }
  }

  /// P in fen; -1 when the numbers do not fit.
  @inline(__always)
  private mutating func payment(_ walk: inout FlatWalk, _ layer: UnsafePointer<FlatLayer>) -> Int64 {
    let start = layer.pointee.axisAccount < 0 ? 0 : accounts[layer.pointee.axisAccount]
    if parts != 1 { return paymentInParts(&walk, layer, from: start) }
    let shift = layer.pointee.axisIncludesDeductible ? start : start &- walk.deductible
    // What is paid is at most what the layer pays for, so that a larger room is never used up.
    let most = walk.room > walk.end ? Int64.max : walk.room &* layer.pointee.denominator
    let mark = recorder.mark
    walk.pay(situation.pointee.columns, layer.pointee.columns, shift: shift, parts: 1, &recorder)
    if walk.share >= most {
      recorder.goBack(to: mark)
      return stop(&walk, layer, shift: shift, most: most)
    }
    let payment = min(layer.pointee.rounding(walk.share), walk.end &- walk.deductible, walk.room)
    recorder.note(.paid, Int(layer.pointee.index), walk.share, payment, parts: layer.pointee.denominator)
    return payment
  }

  @inline(__always)
  private func grow(_ layer: UnsafePointer<FlatLayer>, _ walk: FlatWalk, _ payment: Int64) -> Bool {
    let amounts = slots.choice(
      whole(walk.deductible), whole(walk.end), whole(walk.end &- walk.deductible), payment)
    var growth = layer.pointee.growth.first(of: situation.pointee.growth)
    let end = layer.pointee.growth.end(of: situation.pointee.growth)
    while growth != end {
      guard accounts.add(amounts[Int(growth.pointee.measure.rawValue)], to: growth.pointee.account) else {
        return false
      }
      growth += 1
    }
    return true
  }

  /// In the nearest whole fen, halves up; of amounts that are not negative.
  @inline(__always)
  func whole(_ amount: Int64) -> Int64 { parts == 1 ? amount : (amount + parts / 2) / parts }
}

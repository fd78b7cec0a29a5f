import PolicyModel
import Values

/// Evaluates a claim's amounts in a situation with 64-bit integers: the same result as ``Evaluator``, or none at all
/// where the numbers would not fit.
struct FlatEvaluation<R: FlatRecorder, K: FlatKeeping> {
  let situation: UnsafePointer<FlatSituation>
  let accounts: FlatAccounts
  let slots: FlatSlots
  var recorder: R
  /// What all amounts here but those paid are counted in: 1, unless a cap on paid ended a layer between two fen.
  var parts: Int64 = 1
  var inScope: Int64
  /// Deductible charged, before other layers took any of it over.
  var charged: Int64 = 0
  /// What layers paid so far, in fen.
  var funds: Int64 = 0
  /// The slots of the layer that is next.
  var place = FlatSlots.ownParts

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
    slots.begin(firstSelfPay: amounts.firstSelfPay)
  }

  /// How a layer went.
  private enum Step {
    case paid
    /// A cap on paid ends it; nothing has been done about that.
    case stopped
    /// The numbers do not fit.
    case impossible
  }

  /// Pays layer by layer and writes the result; false when the numbers do not fit, and then neither the accounts nor the
  /// outcome mean anything.
  ///
  /// Nothing here is handed out by address, so that all of it stays in registers: what seldom happens works on a copy.
  @inline(__always)
  mutating func run(_ amounts: FlatAmounts, into outcome: inout FlatOutcome) -> Bool {
    beginUnits()
    if situation.pointee.takesSelfPayBeforeDeductible, !takeFirstSelfPay(of: inScope) { return false }
    outcome.begin(basis: situation.pointee.basis)
    var layer = situation.pointee.layers.first
    let end = situation.pointee.layers.end
    while layer != end {
      let (base, told) = (inScope, recorder)
      switch pay(layer, into: &outcome) {
      case .paid: break
      case .impossible: return false
      case .stopped:
        var rest = self
        (rest.inScope, rest.recorder) = (base, told)
        let isSettled = rest.payRest(from: layer, amounts, into: &outcome)
        recorder = rest.recorder
        return isSettled
      }
      place &+= 3
      layer += 1
    }
    count()
    write(amounts, parts: 1, into: &outcome)
    return true
  }

  @inline(__always)
  private func beginUnits() {
    if !K.isKept { return }
    var begun = situation.pointee.unitAccounts.first
    while begun != situation.pointee.unitAccounts.end {
      accounts[begun.pointee] = 0
      begun += 1
    }
  }

  /// Counts the stay.
  @inline(__always)
  func count() {
    if !K.isKept { return }
    var counter = situation.pointee.counters.first
    while counter != situation.pointee.counters.end {
      accounts[counter.pointee] &+= 1
      counter += 1
    }
  }

  /// - Parameter base: whole fen.
  @inline(__always)
  mutating func takeFirstSelfPay(of base: Int64) -> Bool {
    let amount = situation.pointee.firstSelfPay.amount(of: base)
    if amount < 0 { return false }
    slots.nonLocalSelfPay = min(amount, base)
    inScope &-= min(amount, base)
    recorder.note(.selfPay, 0, base, amount, parts: 1)
    return true
  }

  /// A layer in whole fen.
  @inline(__always)
  private mutating func pay(_ layer: UnsafePointer<FlatLayer>, into outcome: inout FlatOutcome) -> Step {
    if layer.pointee.yearlyAccount >= 0 { return payYearly(layer, into: &outcome) ? .paid : .impossible }
    var base = amount(of: layer)
    if base == 0, !R.isToldAll {
      slots.leaveNothing(at: place)
      return .paid
    }
    if base > layer.pointee.largestBase { return .impossible }
    recorder.note(.begins, Int(layer.pointee.index), base, 0, parts: 1)
    let deductible = charge(layer, base, parts: 1)
    if layer.pointee.takesFirstSelfPay {
      if !takeFirstSelfPay(of: base &- deductible) { return .impossible }
      base = inScope
    }
    var walk = FlatWalk(base: base, deductible: deductible)
    walk.limit(layer, situation.pointee.caps, accounts, parts: 1, &recorder)
    let start = layer.pointee.axisAccount < 0 ? 0 : accounts[layer.pointee.axisAccount]
    let shift = layer.pointee.axisIncludesDeductible ? start : start &- deductible
    walk.pay(situation, layer, shift: shift, parts: 1, &recorder)
    // What is paid is at most what the layer pays for, so that a larger room is never used up; and where it comes to more
    // all the same, going on apart finds no stop. One comparison: that a room is larger cannot be foretold.
    if walk.share >= min(walk.room, walk.end &+ 1) &* layer.pointee.denominator { return .stopped }
    let payment = min(layer.pointee.rounding(walk.share), walk.end &- deductible, walk.room)
    recorder.note(.paid, Int(layer.pointee.index), walk.share, payment, parts: layer.pointee.denominator)
    leave(layer, walk, payment, parts: 1, into: &outcome)
    return grow(layer, walk, payment, parts: 1) ? .paid : .impossible
  }

  /// What this claim bears of the deductible, at most the base.
  @inline(__always)
  mutating func charge(_ layer: UnsafePointer<FlatLayer>, _ base: Int64, parts: Int64) -> Int64 {
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

  /// False when an account could not be told any more.
  @inline(__always)
  func grow(_ layer: UnsafePointer<FlatLayer>, _ walk: FlatWalk, _ payment: Int64, parts: Int64) -> Bool {
    if !K.isKept { return true }
    let amounts = slots.choice(
      FlatWalk.whole(walk.deductible, parts), FlatWalk.whole(walk.end, parts),
      FlatWalk.whole(walk.end &- walk.deductible, parts), payment)
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
}

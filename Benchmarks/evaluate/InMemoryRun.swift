import Registry
import Settlement
import Values

/// Claims as records in memory, settled one after the other.
final class InMemoryRun {
  /// What a claim's codes lead to.
  struct Kind {
    let claims: ReadyClaims?
    /// For each account of a record the account of the policy.
    let accounts: InlineArray<8, Int>
  }

  let rows: ClaimRows
  let templates: Templates
  let kinds: UnsafeMutablePointer<Kind>
  /// What all accounts of the policy hold.
  let accounts: UnsafeMutablePointer<Int64>
  private(set) var inGeneral = 0
  private let layerCount: Int
  private let strides: InlineArray<8, Int>

  init(_ columns: ClaimColumns, _ snapshot: PolicySnapshot) throws {
    rows = ClaimRows(columns)
    templates = try Templates(columns.sidecar, snapshot)
    layerCount = columns.sidecar.layers.count
    strides = InMemoryRun.inline(templates.strides)
    let policy = templates.all[0].policy
    let all = templates.all.map { template in
      Kind(
        claims: policy.flatPlan(template.plan)?.claims(like: template.facts),
        accounts: InMemoryRun.inline(template.accounts))
    }
    kinds = .allocate(capacity: all.count)
    kinds.initialize(from: all, count: all.count)
    accounts = .allocate(capacity: policy.accounts.count)
    accounts.initialize(repeating: 0, count: policy.accounts.count)
  }

  deinit {
    kinds.deallocate()
    accounts.deallocate()
  }

  private static func inline(_ numbers: [Int]) -> InlineArray<8, Int> {
    var result = InlineArray<8, Int>(repeating: 0)
    for (index, number) in numbers.prefix(8).enumerated() { result[index] = number }
    return result
  }

  /// Processor seconds.
  func settleAll() -> Double {
    let start = Clock.processor()
    loop()
    return Double(Clock.processor() - start) / 1e9
  }

  private func loop() {
    inGeneral = 0
    var outcome = FlatOutcome()
    for index in 0..<rows.count {
      let claim = rows.claims + index * rows.width
      let kind = kinds + number(of: claim)
      fill(accounts, of: kind, from: claim)
      if !settle(kind, claim, &outcome) { settleInGeneral(claim, &outcome) }
      write(outcome, claim, rows.answers + index * rows.answerWidth)
    }
  }

  @inline(__always)
  func settle(_ kind: UnsafePointer<Kind>, _ claim: UnsafePointer<Int64>, _ outcome: inout FlatOutcome) -> Bool {
    guard let claims = kind.pointee.claims else { return false }
    return claims.settle(InMemoryRun.amounts(of: claim), accounts: accounts, into: &outcome)
  }

  /// The three amounts of a record, as they lie there.
  @inline(__always)
  static func amounts(of claim: UnsafePointer<Int64>) -> FlatAmounts {
    UnsafeRawPointer(claim + 1).load(as: FlatAmounts.self)
  }

  @inline(__always)
  private func write(
    _ outcome: borrowing FlatOutcome, _ claim: UnsafePointer<Int64>, _ answer: UnsafeMutablePointer<Int64>
  ) {
    var layer = 0
    while layer < layerCount {
      answer[layer] = outcome.paid[unchecked: layer]
      layer &+= 1
    }
    let shown = answer + layerCount
    shown[0] = claim[1] &- outcome.funds
    shown[1] = outcome.deductible
    shown[2] = outcome.overCap
    shown[3] = outcome.ratioShare
    shown[4] = outcome.outOfScope
    shown[5] = outcome.funds
  }

  /// What the codes of a claim lead to.
  @inline(__always)
  func number(of claim: UnsafePointer<Int64>) -> Int {
    var number = 0
    var codes = claim[0]
    var place = 0
    while place < rows.codeCount {
      number &+= Int(codes & 0xff) &* strides[unchecked: place]
      codes >>= 8
      place &+= 1
    }
    return number
  }

  @inline(__always)
  func fill(_ accounts: UnsafeMutablePointer<Int64>, of kind: UnsafePointer<Kind>, from claim: UnsafePointer<Int64>) {
    var place = 0
    while place < rows.accountCount {
      accounts[kind.pointee.accounts[unchecked: place]] = claim[4 &+ place]
      place &+= 1
    }
  }

  private func settleInGeneral(_ claim: UnsafePointer<Int64>, _ outcome: inout FlatOutcome) {
    let template = templates.all[number(of: claim)]
    var facts = template.facts
    facts.total = Fen(claim[1])
    facts.firstSelfPay = Fen(claim[2])
    facts.inScope = Fen(claim[3])
    var values = Array(UnsafeBufferPointer(start: accounts, count: template.policy.accounts.count))
    guard let (settled, _) = try? template.policy.settle(facts, accounts: &values) else { return }
    inGeneral += 1
    for layer in 0..<8 { outcome.paid[layer] = settled.paid[layer].count }
    outcome.funds = settled.fundTotal.count
    outcome.deductible = settled.personal.deductible.count
    outcome.overCap = settled.personal.overCap.count
    outcome.ratioShare = settled.personal.ratioShare.count
    outcome.outOfScope = settled.personal.outOfScope.count
  }
}

import Registry
import Settlement
import Values

/// Claims as records in memory, settled one after the other.
final class InMemoryRun {
  /// What a claim's codes lead to.
  struct Kind {
    let claims: ReadyClaims?
    /// For each account of a record the account of the policy.
    let accounts: UnsafePointer<Int>
  }

  let rows: ClaimRows
  let templates: Templates
  let kinds: UnsafeMutablePointer<Kind>
  /// What all accounts of the policy hold.
  let accounts: UnsafeMutablePointer<Int64>
  private(set) var inGeneral = 0
  let layout: RecordLayout

  init(_ columns: ClaimColumns, _ snapshot: PolicySnapshot) throws {
    rows = ClaimRows(columns)
    templates = try Templates(columns.sidecar, snapshot)
    layout = RecordLayout(rows, strides: templates.strides)
    let policy = templates.all[0].policy
    let all = templates.all.map { template in
      Kind(
        claims: policy.flatPlan(template.plan)?.claims(like: template.facts),
        accounts: InMemoryRun.kept(template.accounts))
    }
    kinds = .allocate(capacity: all.count)
    kinds.initialize(from: all, count: all.count)
    accounts = .allocate(capacity: policy.accounts.count)
    accounts.initialize(repeating: 0, count: policy.accounts.count)
  }

  private static func kept(_ accounts: [Int]) -> UnsafePointer<Int> {
    let memory = UnsafeMutablePointer<Int>.allocate(capacity: max(1, accounts.count))
    memory.initialize(from: accounts, count: accounts.count)
    return UnsafePointer(memory)
  }

  deinit {
    for number in templates.all.indices { kinds[number].accounts.deallocate() }
    kinds.deallocate()
    accounts.deallocate()
  }

  /// Processor seconds.
  func settleAll<W: Way>(_ way: W.Type) -> Double {
    let start = Clock.processor()
    loop(way)
    return Double(Clock.processor() - start) / 1e9
  }

  private func loop<W: Way>(_ way: W.Type) {
    inGeneral = 0
    // What stays the same is kept out of the object, so that it need not be read again for each claim.
    let (layout, kinds, accounts) = (layout, kinds, accounts)
    var (claim, outcome, person) = (UnsafePointer(rows.claims), rows.outcomes, rows.persons)
    let end = claim + rows.count * layout.width
    while claim != end {
      let kind = kinds + layout.number(of: claim)
      layout.fill(accounts, kind.pointee.accounts, from: claim)
      if !settle(kind, claim, &outcome.pointee, way) { settleInGeneral(claim, &outcome.pointee) }
      person.pointee = claim[1] &- outcome.pointee.funds
      claim += layout.width
      outcome += 1
      person += 1
    }
  }

  @inline(__always)
  func settle<W: Way>(
    _ kind: UnsafePointer<Kind>, _ claim: UnsafePointer<Int64>, _ outcome: inout FlatOutcome, _ way: W.Type
  ) -> Bool {
    guard let claims = kind.pointee.claims else { return false }
    return W.settle(claims, InMemoryRun.amounts(of: claim), accounts, &outcome)
  }

  /// The three amounts of a record, as they lie there.
  @inline(__always)
  static func amounts(of claim: UnsafePointer<Int64>) -> FlatAmounts {
    UnsafeRawPointer(claim + 1).load(as: FlatAmounts.self)
  }

  private func settleInGeneral(_ claim: UnsafePointer<Int64>, _ outcome: inout FlatOutcome) {
    let template = templates.all[layout.number(of: claim)]
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

import Cases
import Claims
import Findings
import PolicyModel
import Registry
import Settlement
import SourceTree
import TestSupport
import Testing
import Values

@Suite("refunds in any order (docs/semantics.md 3.11)")
struct RefundOrderTests {
  /// Three claims of one person are settled and some of them refunded, in every order there is: the accounts end as if the
  /// refunded ones had never been, with what the others left in them unchanged.
  @Test(arguments: RefundableRules.folders)
  func accountsEndAsIfRefundedClaimsHadNeverBeen(folder: String) throws {
    let rules = try RefundableRules(folder)
    let people = rules.claimsByRegion(casesIn: RefundableRules.cases(of: folder))
    try #require(!people.isEmpty)
    var generator = SeededGenerator(seed: Sample.seed &+ 11)
    var runs = 0
    for (region, claims) in people.sorted(by: { $0.key < $1.key }) {
      for _ in 0..<max(1, Sample.claims / 50_000) {
        let three = (0..<3).map { _ in claims[Int.random(in: claims.indices, using: &generator)] }
          .map { $0.withRandomAmounts(using: &generator) }.sorted { $0.day < $1.day }
          .enumerated().map { $1.named("c\($0)") }
        for order in Order.all(count: 3) {
          let problem = check(order, three, rules.settler)
          try #require(problem == nil, "seed \(Sample.seed), \(folder) \(region), \(order.text): \(problem ?? "")")
          runs += 1
        }
      }
    }
    print("seed \(Sample.seed), \(folder): \(runs) orders of settling and refunding in \(people.count) regions")
  }

  /// What is wrong; nil when all is well.
  private func check(_ order: Order, _ claims: [SeriesClaim], _ settler: ClaimSettler<PolicySnapshot>) -> String? {
    var chain: AccountChain? = AccountChain()
    var standing: [Int: SettledClaim] = [:]
    var day = claims[0].day
    for step in order.steps {
      switch step {
      case .settle(let index):
        day = claims[index].day
        let reference =
          order.isUndisturbed(before: step) ? alone(claims, order.standing(before: step) + [index], settler) : nil
        guard let settled = settler.settled(claims[index], &chain) else { return "claim \(index) does not settle" }
        if let reference, settler.line(settled) != reference {
          return "\(settler.line(settled)) instead of \(reference)"
        }
        standing[index] = settled
      case .refund(let index):
        guard settler.refund(claims[index], on: day, &chain) else { return "claim \(index) is not refunded" }
        standing[index] = nil
      }
    }
    return balancesDiffer(standing, claims[2], settler, chain)
  }

  /// The result of the last of these claims when nothing but them ever came.
  private func alone(_ claims: [SeriesClaim], _ indices: [Int], _ settler: ClaimSettler<PolicySnapshot>) -> String? {
    var chain: AccountChain? = AccountChain()
    var last: String?
    for index in indices { last = settler.settled(claims[index], &chain).map(settler.line) }
    return last
  }

  /// What a further claim finds in the accounts of its year is what the standing settlements left there.
  private func balancesDiffer(
    _ standing: [Int: SettledClaim], _ last: SeriesClaim, _ settler: ClaimSettler<PolicySnapshot>,
    _ chain: AccountChain?
  ) -> String? {
    var chain = chain
    guard let probe = settler.settled(last.named("probe"), &chain) else { return "a further claim does not settle" }
    let year = BenefitYear(probe.rules.compiled.policy.benefitYear.start)
    let start = year.start(of: probe.claim.settledOn)
    for (item, found) in zip(probe.accounts, probe.accountsBefore) where item.account.period == .year {
      var expected: Int64 = 0
      for settled in standing.values.flatMap(\.parts) where year.start(of: settled.claim.settledOn) == start {
        guard let index = settled.accounts.firstIndex(where: { $0.account == item.account }) else { continue }
        if item.account.measure == .standard {
          let own = settled.outcome.highestStandards
            .filter { settled.rules.compiled.accounts[$0.account] == item.account }.map(\.amount)
          expected = max(expected, own.max() ?? 0)
        } else {
          expected += settled.accounts[index].value - settled.accountsBefore[index]
        }
      }
      if expected != found { return "\(item.account.name) holds \(found) instead of \(expected)" }
    }
    return nil
  }
}

/// Settling some claims in their order, and refunding some of those that are settled.
struct Order {
  enum Step: Hashable {
    case settle(Int)
    case refund(Int)
  }

  let steps: [Step]

  static func all(count: Int) -> [Order] {
    var orders: [Order] = []
    func extend(_ steps: [Step]) {
      let settled = steps.count { if case .settle = $0 { true } else { false } }
      if settled == count { orders.append(Order(steps: steps)) }
      if settled < count { extend(steps + [.settle(settled)]) }
      for index in 0..<settled where !steps.contains(.refund(index)) { extend(steps + [.refund(index)]) }
    }
    extend([])
    return orders
  }

  /// Claims that are settled and not refunded before a step.
  func standing(before step: Step) -> [Int] {
    let earlier = steps.prefix { $0 != step }
    return earlier.compactMap { if case .settle(let index) = $0 { index } else { nil } }
      .filter { !earlier.contains(.refund($0)) }
  }

  /// Whether every refund before a step came right after its settlement, so that nothing was settled with what it left.
  func isUndisturbed(before step: Step) -> Bool {
    let earlier = Array(steps.prefix { $0 != step })
    return earlier.indices.allSatisfy { index in
      guard case .refund(let claim) = earlier[index] else { return true }
      return earlier[index - 1] == .settle(claim)
    }
  }

  var text: String {
    steps.map { step in
      switch step {
      case .settle(let index): "settle \(index)"
      case .refund(let index): "refund \(index)"
      }
    }
    .joined(separator: ", ")
  }
}

extension ClaimSettler {
  fileprivate func settled(_ claim: SeriesClaim, _ chain: inout AccountChain?) -> SettledClaim? {
    let result = settle(claim.node, explaining: false, chain: &chain, collector: FindingCollector())
    if case .settled(let settled) = result { return settled }
    return nil
  }

  fileprivate func refund(_ claim: SeriesClaim, on day: CivilDate, _ chain: inout AccountChain?) -> Bool {
    let request = claim.refund(on: day)
    let result = settle(request, explaining: false, chain: &chain, collector: FindingCollector())
    if case .refunded = result { return true }
    return false
  }

  /// The settlement without accounts of merged units, which a series only tells of where there is a unit.
  fileprivate func line(_ settled: SettledClaim) -> String {
    SettlementWriter(catalogue: source.catalogue, language: .english).object(settled)
      .replacing(/"[^"]*\.unit[^"]*": [0-9.]+(, )?/, with: "").replacing(", }", with: "}")
  }
}

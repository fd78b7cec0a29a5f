import Glibc
import Registry
import Settlement
import Values

/// Claims as records in memory, settled one after the other.
final class InMemoryRun {
  private struct Claim {
    var template: Int32
    var total: Int64
    var firstSelfPay: Int64
    var inScope: Int64
    var accounts: InlineArray<8, Int64>
  }

  private struct Answer {
    var paid = InlineArray<8, Fen>(repeating: .zero)
    var deductible: Int64 = 0
    var overCap: Int64 = 0
    var ratioShare: Int64 = 0
    var outOfScope: Int64 = 0
    var person: Int64 = 0

    init() {}

    init(_ paid: InlineArray<8, Fen>, _ personal: PersonalParts) {
      self.paid = paid
      deductible = personal.deductible.count
      overCap = personal.overCap.count
      ratioShare = personal.ratioShare.count
      outOfScope = personal.outOfScope.count
      person = personal.total.count
    }
  }

  private var templates: Templates
  private var claims: [Claim] = []
  private var settled: [Answer] = []
  private let accountCount: Int
  private(set) var inGeneral = 0

  init(_ columns: ClaimColumns, _ snapshot: PolicySnapshot) throws {
    templates = try Templates(columns.sidecar, snapshot)
    let accounts = columns.sidecar.columns.filter { columns.sidecar.accounts[$0] != nil }.map { columns.column($0) }
    accountCount = accounts.count
    let codes = columns.sidecar.columns.filter { columns.sidecar.codes[$0] != nil }
    let codeColumns = Dictionary(uniqueKeysWithValues: codes.map { ($0, columns.column($0)) })
    let (total, first, inScope) = (
      columns.column("total"), columns.column("first_self_pay"), columns.column("in_scope")
    )
    func value(_ column: ArraySlice<Int64>, _ index: Int) -> Int64 { column[column.startIndex + index] }
    for index in 0..<columns.count {
      var claim = Claim(
        template: Int32(templates.number { value(codeColumns[$0] ?? [], index) }), total: value(total, index),
        firstSelfPay: value(first, index), inScope: value(inScope, index), accounts: InlineArray(repeating: 0))
      for (number, column) in accounts.enumerated() { claim.accounts[number] = value(column, index) }
      claims.append(claim)
    }
    settled = Array(repeating: Answer(), count: columns.count)
  }

  /// Processor seconds.
  func settleAll() -> Double {
    var start = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start)
    loop()
    var end = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end)
    return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
  }

  private func loop() {
    let policy = templates.all[0].policy
    let plans = policy.plans.indices.map { policy.flatPlan($0) }
    var accounts = [Int64](repeating: 0, count: policy.accounts.count)
    inGeneral = 0
    var all = templates.all
    for index in claims.indices {
      let number = Int(claims[index].template)
      all[number].facts.total = Fen(claims[index].total)
      all[number].facts.firstSelfPay = Fen(claims[index].firstSelfPay)
      all[number].facts.inScope = Fen(claims[index].inScope)
      for column in 0..<accountCount { accounts[all[number].accounts[column]] = claims[index].accounts[column] }
      let flat = accounts.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.flatMap { plans[all[number].plan]?.settle(all[number].facts, accounts: $0) }
      }
      if let flat {
        settled[index] = Answer(flat.paid, flat.personal)
      } else if let (outcome, _) = try? policy.settle(all[number].facts, accounts: &accounts) {
        inGeneral += 1
        settled[index] = Answer(outcome.paid, outcome.personal)
      }
    }
  }

  /// The columns of answers, one after the other.
  func answers(_ sidecar: Sidecar) -> [Int64] {
    sidecar.answers.flatMap { name in
      settled.map { answer in
        switch name {
        case "person": return answer.person
        case "deductible": return answer.deductible
        case "over_cap": return answer.overCap
        case "ratio_share": return answer.ratioShare
        case "out_of_scope": return answer.outOfScope
        case "fund": return answer.paid.indices.reduce(0) { $0 + answer.paid[$1].count }
        default: return sidecar.layers.firstIndex(of: name).map { answer.paid[$0].count } ?? 0
        }
      }
    }
  }
}

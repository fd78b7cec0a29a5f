import Claims
import Findings
import PolicyModel
import Registry
import Settlement
import TestSupport
import Testing
import Values

@Suite("a claim written for given facts settles as those facts do")
struct WitnessClaimTests {
  /// Claims for each plan, and how many facts are tried for them: many contradict each other.
  private static let claims = 12
  private static let tries = 400

  @Test(
    "the claim goes through the whole of settlement and comes to what the rules give for the facts",
    arguments: SettlementPropertyTests.sets)
  func writtenClaimsSettleAlike(folder: String) throws {
    let registry = PolicySnapshot.load(Repository.path(folder), catalogue: Repository.path("policies/catalogue"))
    let settler = ClaimSettler(source: registry)
    var generator = SeededGenerator(seed: Sample.seed)
    var written: [String: Int] = [:]
    for (region, days, rules) in registry.compiled {
      let source = RandomClaims(rules.compiled)
      let writer = ClaimWriter(policy: rules.compiled, catalogue: registry.catalogue)
      for plan in rules.compiled.plans.indices {
        let name = "\(region) \(days.from) \(rules.compiled.plans[plan].plan.name)"
        written[name] = 0
        for _ in 0..<Self.tries where written[name, default: 0] < Self.claims {
          let facts = ordered(source.facts(of: plan, using: &generator), in: rules.compiled)
          let before = Bool.random(using: &generator) ? nil : source.accounts(using: &generator)
          let isWritten = try compare(facts, before, rules.compiled, writer, settler, on: days, name)
          if isWritten { written[name, default: 0] += 1 }
        }
      }
    }
    // A version may hold back a plan that a later one opens.
    let unwritten = written.filter { $0.value == 0 }.keys.sorted()
    #expect(unwritten == (folder == "policies" ? ["430000 2023-01-01 resident_chronic"] : []))
    print("seed \(Sample.seed), \(folder): \(written.values.reduce(0, +)) claims written for \(written.count) plans")
  }

  /// Whether a claim could be written; what it comes to must be what the facts come to.
  private func compare(
    _ facts: Facts, _ accounts: [Int64]?, _ policy: CompiledPolicy, _ writer: ClaimWriter,
    _ settler: ClaimSettler<PolicySnapshot>, on days: DateInterval, _ name: String
  ) throws -> Bool {
    var after =
      facts.continuesUnit ? accounts ?? policy.accounts.map { _ in 0 } : accounts ?? policy.accounts.map { _ in 0 }
    var recorder = BasisRecorder(policy)
    guard let plan = try? policy.selectPlan(for: facts),
      let outcome = try? policy.settle(facts, accounts: &after, recorder: &recorder),
      let day = writer.day(in: days, afterDays: Int(facts.days))
    else { return false }
    let used = Set(policy.plans[plan].accountsNeeded(by: facts))
    let named = Dictionary(
      uniqueKeysWithValues: used.sorted().map { (policy.accounts[$0].name, accounts?[$0] ?? 0) })
    let line: String
    do throws(UnwritableClaim) {
      line = try writer.claim(for: facts, on: day, plan: plan, accounts: named)
    } catch {
      if let problem = unexpected(error, facts, policy) { Issue.record("\(name): \(problem)") }
      return false
    }
    var chain: AccountChain?
    let result = settler.settle(
      json: SourceFile(path: "claim", bytes: Array(line.utf8)), chain: &chain)
    guard case .settled(let settled) = result else {
      if case .failed(let failed) = result {
        Issue.record("\(name): \(failed.findings.map { $0.message(in: .english) }) \(line)")
      }
      return true
    }
    let isAlike =
      settled.outcome.paid.count == outcome.paid.count
      && outcome.paid.indices.allSatisfy { settled.outcome.paid[$0] == outcome.paid[$0] }
      && settled.outcome.personal == outcome.personal && settled.outcome.plan == outcome.plan
    if !isAlike { Issue.record("\(name): paid \(settled.outcome.fundTotal), not \(outcome.fundTotal): \(line)") }
    for (account, value) in settled.accounts {
      let index = try #require(policy.account(named: account.name))
      if used.contains(index), after[index] != value { Issue.record("\(name): \(account.name) \(value): \(line)") }
    }
    return true
  }

  /// What the writer may say of facts that no claim can have; nil when it is right.
  private func unexpected(_ reason: UnwritableClaim, _ facts: Facts, _ policy: CompiledPolicy) -> String? {
    func fixed(_ dimension: Dimension) -> String {
      policy.space.fixedValue(of: policy.space.values(of: dimension)[facts[dimension]], in: dimension)
    }
    switch reason {
    case .contradiction(.standing):
      // A region without neighbours in its province has nobody treated there.
      return (fixed(.standing) == "local") != (fixed(.distance) == "local") || fixed(.distance) == "in_province"
        ? nil : "standing and distance do not contradict each other"
    case .contradiction(let dimension):
      return policy.space.classes.isEmpty ? "nothing contradicts \(dimension.name)" : nil
    case .unit: return facts.continuesUnit ? nil : "there is no unit"
    case .refused(let findings):
      let codes = Set(findings.map(\.kind.code))
      return codes.isSubset(of: [FindingKind.diseaseNotDirect.code, FindingKind.unitNotMerged.code])
        ? nil : "\(findings.map { $0.message(in: .english) })"
    default: return "\(reason)"
    }
  }

  /// Facts with fewer contradictions: stays fit into a year, and who is local is treated at home.
  private func ordered(_ facts: Facts, in policy: CompiledPolicy) -> Facts {
    var facts = facts
    facts.days = facts.days % 4 == 0 ? min(facts.days, 300) : facts.days % 20 + 1
    if facts[.standing] >= 0, facts[.distance] >= 0 {
      let standings = policy.space.values(of: .standing)
      let isHome = policy.space.fixedValue(of: standings[facts[.standing]], in: .standing) == "local"
      let local = policy.space.index(of: "local", in: .distance)
      if isHome { facts[.distance] = local }
    }
    return facts
  }
}

@Suite("what a claim writer fills in, and what it refuses")
struct ClaimWriterTests {
  private static let registry = PolicySnapshot.load(Repository.path("policies"))

  private func writer(_ region: String, on day: String) throws -> (ClaimWriter, CivilDate) {
    let day = try #require(CivilDate(day))
    guard case .found(let rules) = Self.registry.rules(of: try #require(RegionCode(region)), on: day) else {
      throw FactsMissing()
    }
    return (ClaimWriter(policy: rules.compiled, catalogue: Self.registry.catalogue), day)
  }

  private struct FactsMissing: Error {}

  private func facts(_ inScope: Int64, _ policy: CompiledPolicy, _ values: [Dimension: String]) -> Facts {
    var facts = Facts(total: Fen(inScope), firstSelfPay: .zero, inScope: Fen(inScope))
    for (dimension, value) in values { facts[dimension] = policy.space.index(of: value, in: dimension) }
    return facts
  }

  private func settled(_ line: String) throws -> SettledClaim {
    var chain: AccountChain?
    let result = ClaimSettler(source: Self.registry)
      .settle(json: SourceFile(path: "claim", bytes: Array(line.utf8)), chain: &chain)
    guard case .settled(let settled) = result else { throw FactsMissing() }
    return settled
  }

  @Test("the ordinal of a stay is told by the accounts that count it")
  func ordinal() throws {
    let (writer, day) = try writer("110000", on: "2024-03-12")
    let facts = facts(
      2_000_000, writer.policy,
      [.insurance: "employee", .person: "employed", .visit: "inpatient", .hospitalLevel: "tertiary"])
    let first = try settled(try writer.claim(for: facts, on: day, ordinal: 1))
    let second = try settled(try writer.claim(for: facts, on: day, ordinal: 2))
    // docs/semantics.md 3.8: 1 300 for the first stay of the year, 650 for the second.
    #expect(first.outcome.deductibleCharged == Fen(130_000))
    #expect(second.outcome.deductibleCharged == Fen(65_000))
    #expect(second.fundTotal == Fen(1_644_750))
  }

  @Test("the same facts give the same line")
  func deterministic() throws {
    let (writer, day) = try writer("430000", on: "2024-03-12")
    let facts = facts(2_000_000, writer.policy, [.visit: "inpatient", .hospitalLevel: "provincial_tertiary"])
    #expect(try writer.claim(for: facts, on: day) == writer.claim(for: facts, on: day))
  }

  @Test("a retired resident cannot be written")
  func contradiction() throws {
    let (writer, day) = try writer("110000", on: "2024-03-12")
    let facts = facts(
      100, writer.policy, [.insurance: "resident", .person: "retired", .visit: "inpatient", .hospitalLevel: "primary"])
    #expect(throws: UnwritableClaim.self) { try writer.claim(for: facts, on: day) }
  }

  @Test("an account that the rules do not keep cannot be told")
  func unknownAccount() throws {
    let (writer, day) = try writer("110000", on: "2024-03-12")
    let facts = facts(
      100, writer.policy, [.insurance: "employee", .visit: "inpatient", .hospitalLevel: "primary"])
    #expect(throws: UnwritableClaim.self) { try writer.claim(for: facts, on: day, accounts: ["nothing": 1]) }
  }

  @Test("parts beyond the total cannot be written")
  func amounts() throws {
    let (writer, day) = try writer("110000", on: "2024-03-12")
    var facts = facts(
      100, writer.policy, [.insurance: "employee", .visit: "inpatient", .hospitalLevel: "primary"])
    facts.firstSelfPay = Fen(1)
    #expect(throws: UnwritableClaim.self) { try writer.claim(for: facts, on: day) }
  }
}

import Claims
import Findings
import Registry
import Testing

@Suite("claims that the rules cannot settle")
struct RuleFindingTests {
  private func answer(_ claim: DemoClaim, with registry: PolicySnapshot) throws -> Answer {
    try ClaimSettler(source: registry).answer(claim)
  }

  @Test("a region without rules is not settled with another's: S0201")
  func unknownRegion() throws {
    let answer = try Policies.shipped.answer(DemoClaim.number(1).insured(in: "999999"))
    #expect(answer.errors == [AnswerError("S0201", at: "")])
    #expect(answer.errors.first?.message.contains("999999") == true)
  }

  @Test("a day without rules is not settled with another day's: S0202", arguments: ["2022-12-31", "1999-01-01"])
  func noVersion(day: String) throws {
    let answer = try Policies.shipped.answer(DemoClaim.number(3).with("setl_time", "\"\(day)\""))
    #expect(answer.errors == [AnswerError("S0202", at: "")])
    #expect(answer.errors.first?.message.contains(day) == true)
    #expect(answer.line.contains("2023-01-01…2023-12-31, 2024-01-01…"))
  }

  @Test("a visit that the rules do not cover is not settled: S0203")
  func noPlan() throws {
    let visit = try DemoClaim.number(3).insured(in: "999032")
    #expect(try Policies.normative.answer(visit).errors == [AnswerError("S0203", at: "")])
    #expect(try Policies.normative.answer(visit.with("med_type", "\"21\"")).errors == [])
  }

  @Test("what the rules refuse is not settled, and the reason is told: S0205")
  func refused() throws {
    let unfiled = try DemoClaim.number(2).with("standing", "\"unfiled\"")
    let pharmacy = try DemoClaim.number(1).with("med_type", "\"41\"")
    for (claim, reason) in [(unfiled, "未备案的异地就医不能直接结算"), (pharmacy, "药店购药的统筹支付规定未查明")] {
      let answer = try Policies.shipped.answer(claim)
      #expect(answer.errors == [AnswerError("S0205", at: "")])
      #expect(answer.errors.first?.message.contains(reason) == true)
    }
  }

  @Test("rules with an error settle nothing: S0206")
  func faulty() throws {
    let plan = "plans:\n" + TemporaryPolicies.plan("everybody", for: "{insurance: employee}")
    let claim = try DemoClaim.number(3).insured(in: TemporaryPolicies.region)
    #expect(try answer(claim, with: TemporaryPolicies(plan).load()).errors == [])
    let faulty = try TemporaryPolicies(plan + "nonsense: 1\n").load()
    #expect(faulty.findings.map(\.kind.code) == ["F0201"])
    #expect(try answer(claim, with: faulty).errors == [AnswerError("S0206", at: "")])
  }

  @Test("a draft settles nothing unless it is asked for: S0207")
  func draft() throws {
    let plan = "plans:\n" + TemporaryPolicies.plan("everybody", for: "{insurance: employee}")
    let claim = try DemoClaim.number(3).insured(in: TemporaryPolicies.region)
    let policies = try TemporaryPolicies(plan, status: "draft")
    #expect(try answer(claim, with: policies.load()).errors == [AnswerError("S0207", at: "")])
    #expect(try answer(claim, with: policies.load(includesDrafts: true)).errors == [])
  }

  @Test("rules that say nothing about treatment elsewhere settle none: S0209")
  func nonLocalUnknown() throws {
    let home = try DemoClaim.number(2).insured(in: "999011").without("standing").with("accounts", "{}")
    let away = home.insured(in: "999011", treatedIn: "999090").with("standing", "\"referral\"")
    #expect(try Policies.normative.answer(home).errors == [])
    #expect(try Policies.normative.answer(away).errors == [AnswerError("S0209", at: "")])
  }
}

import Claims
import Testing

@Suite("the place of treatment and the standing")
struct ClaimStandingTests {
  @Test("a claim from elsewhere has to say its standing: C0109")
  func missing() throws {
    let away = try DemoClaim.number(2).without("standing")
    let moved = try DemoClaim.number(1).insured(in: "110000", treatedIn: "310000")
    #expect(try Policies.shipped.answer(away).errors == [AnswerError("C0109", at: "")])
    #expect(try Policies.shipped.answer(moved).errors == [AnswerError("C0109", at: "")])
  }

  @Test("a standing that the place of treatment contradicts is pointed to: C0110")
  func contradicting() throws {
    let filedAtHome = try DemoClaim.number(1).with("standing", "\"long_term\"")
    let localElsewhere = try DemoClaim.number(2).with("standing", "\"local\"")
    #expect(try Policies.shipped.answer(filedAtHome).errors == [AnswerError("C0110", at: "/standing")])
    #expect(try Policies.shipped.answer(localElsewhere).errors == [AnswerError("C0110", at: "/standing")])
  }

  @Test("at home `local` may be written or left out")
  func local() throws {
    let claim = try DemoClaim.number(1)
    #expect(Policies.shipped.line(claim.with("standing", "\"local\"").json) == Policies.shipped.line(claim.json))
    #expect(try Policies.shipped.answer(claim).text("standing") == "local")
  }

  @Test("a district of the place of insurance is at home")
  func district() throws {
    let answer = try Policies.shipped.answer(DemoClaim.number(1).insured(in: "110000", treatedIn: "110105"))
    #expect(answer.errors == [])
    #expect(answer.text("standing") == "local")
  }

  @Test("another pooling region of the same province is elsewhere")
  func sameProvince() throws {
    let answer = try Policies.shipped.answer(DemoClaim.number(6).insured(in: "150300", treatedIn: "150200"))
    #expect(answer.errors == [AnswerError("C0109", at: "")])
  }
}

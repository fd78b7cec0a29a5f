import Claims
import RegionPolicy
import TestSupport
import Testing

@Suite("a line that was too long to be read")
struct LongLineTests {
  @Test("it is answered with its number and the limit: C0113")
  func answered() throws {
    let policies = RegionPolicies(folder: Repository.path("policies"))
    let result = policies.refuse(tooLong: 1_048_576, line: 12, english: true)
    let answer = try Answer(line: result.json)
    #expect(!result.isSettled)
    #expect(answer.errors == [AnswerError("C0113", at: nil)])
    #expect(answer.errors.first?.message.contains("1048576") == true)
    #expect(answer.text("line") == "12")
  }
}

import RegionPolicy
import TestSupport
import Testing

@Suite("the public interface")
struct PublicInterfaceTests {
  @Test("it gives the line that the command gives")
  func sameLine() throws {
    let policies = RegionPolicies(folder: Repository.path("policies"))
    for claim in try DemoClaim.all() {
      let answer = policies.settle(claim: Array(claim.json.utf8), english: true)
      #expect(answer.isSettled)
      #expect(answer.json == Policies.shipped.line(claim.json))
    }
  }
}

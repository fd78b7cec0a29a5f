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

  @Test("a series refunds what it settled, once")
  func refund() throws {
    let policies = RegionPolicies(folder: Repository.path("policies"))
    let claim = try #require(try DemoClaim.all().first { $0.json.contains("\"demo-07\"") }).json
    let id = try #require(claim.firstMatch(of: /"claim_id": "([^"]+)"/)).output.1
    let person = try #require(claim.firstMatch(of: /"psn_no": "([^"]+)"/)).output.1
    let region = try #require(claim.firstMatch(of: /"insuplc_admdvs": "([^"]+)"/)).output.1
    let day = try #require(claim.firstMatch(of: /"setl_time": "([^"]+)"/)).output.1
    let request = """
      {"refund_of": "\(id)", "psn_no": "\(person)", "insuplc_admdvs": "\(region)", "setl_time": "\(day)"}
      """
    var series = ClaimSeries()
    #expect(policies.settle(claim: Array(claim.utf8), in: &series).isSettled)
    #expect(policies.settle(claim: Array(request.utf8), in: &series).isSettled)
    #expect(policies.settle(claim: Array(request.utf8), in: &series).json.contains("C0142"))
    #expect(policies.settle(claim: Array(request.utf8)).json.contains("C0144"))
  }

  @Test("a standing is said without amounts")
  func standing() {
    let policies = RegionPolicies(folder: Repository.path("policies"))
    let visit = """
      {"insutype": "310", "psn_type": "11", "insuplc_admdvs": "110000", "mdtrtarea_admvs": "130200", "med_type": "21",
      "begntime": "2024-03-01", "endtime": "2024-03-12", "setl_time": "2024-03-12", "filings": []}
      """
    #expect(policies.standing(of: Array(visit.utf8)).json.contains("\"standing\": \"unfiled\""))
    #expect(policies.standing(of: Array("{}".utf8)).isSaid == false)
  }
}

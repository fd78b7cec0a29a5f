import Foundation
import TestSupport
import Testing

@Suite("policy impact")
struct ImpactCommandTests {
  private let demo = "examples/claims/demo.ndjson"

  @Test(
    "Beijing 2023 to 2024: the one claim above the old residents' outpatient cap gains 500 yuan, nothing else moves")
  func beijing() throws {
    let result = try Command.run(["impact", "--claims", demo, "110000@2023-06-01", "110000@2024-06-01"])
    #expect(result.status == 0)
    #expect(result.output.contains("基金多付     1   1"))
    #expect(result.output.contains("+500.00"))
    #expect(result.output.contains("另有 7 个请求是别的统筹区的"))
  }

  @Test("JSON of the same set twice: all claims settle and none changes, also from standard input")
  func sameTwice() throws {
    let claims = try String(contentsOfFile: Repository.path(demo), encoding: .utf8)
    let file = try Command.run(["impact", "--format", "json", "--claims", demo, "policies", "policies"])
    let input = try Command.run(["impact", "--format", "json", "--claims", "-", "policies", "policies"], input: claims)
    #expect(file.status == 0)
    #expect(file.output == input.output)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(file.output.utf8)) as? [String: Any])
    #expect(report["claims"] as? Int == 12)
    #expect(report["claims_by_change"] as? [String: Int] == ["more": 0, "less": 0, "same": 12])
  }

  @Test("claims that cannot be settled make the exit code 1 and are counted by code")
  func unsettled() throws {
    let result = try Command.run(
      ["impact", "--claims", "examples/claims/with-bad-lines.ndjson", "policies", "policies", "--lang", "en"])
    #expect(result.status == 1)
    #expect(result.output.contains(/C0101  C0101 +1  [0-9]+\n/))
  }

  @Test("a side that is not there, and claims that are not there, make the exit code 2")
  func missing() throws {
    let side = try Command.run(["impact", "--claims", demo, "no-such-revision", "policies", "--lang", "en"])
    #expect(side.status == 2)
    #expect(side.error.contains("I0101"))
    #expect(side.output.isEmpty)
    let claims = try Command.run(["impact", "--claims", "no-such-file.ndjson", "policies", "policies"])
    #expect(claims.status == 2)
    #expect(claims.error.contains("I0121") && claims.error.contains("检查路径和权限"))
    #expect(try Command.run(["impact", "--claims", demo, "policies"]).status == 2)
  }

  @Test("errors in the rules of a side are told with the side, and its claims settle on the other one only")
  func brokenSide() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/region-policy-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = "\(folder)/edit.yaml"
    try String(contentsOfFile: Repository.path("policies/110000-beijing/2024-01-01.yaml"), encoding: .utf8)
      .replacing("was: 4500", with: "was: 4400").write(toFile: file, atomically: true, encoding: .utf8)
    let result = try Command.run(["impact", "--claims", demo, "policies", file, "--lang", "en", "--format", "json"])
    #expect(result.status == 1)
    #expect(result.error.contains("I0110") && result.error.contains("side B") && result.error.contains(file))
    #expect(
      result.output.contains(
        "{\"before\": null, \"after\": \"S0206\", \"claims\": 5, \"first_lines\": [1, 2, 3, 4, 5]}"))
  }

  @Test("only one region's claims count when it is asked for")
  func region() throws {
    let result = try Command.run(
      ["impact", "--claims", demo, "policies", "policies", "--region", "110000", "--format", "json"])
    #expect(result.output.contains("\"claims\": 5, \"left_out\": 7"))
    #expect(!result.error.contains("I0106") && !result.error.contains("I0121"))
    let unknown = try Command.run(["impact", "--claims", demo, "policies", "policies", "--region", "999999"])
    #expect(unknown.status == 2 && unknown.output.isEmpty)
    #expect(unknown.error.contains("I0106") && unknown.error.contains("999999"))
    #expect(try Command.run(["impact", "--claims", demo, "policies", "policies", "--region", "x"]).status == 2)
  }
}

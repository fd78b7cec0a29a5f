import Foundation
import TestSupport
import Testing

@Suite("policy diff")
struct DiffCommandTests {
  /// Some of the shipped rules, once as they are and once without a file that another one needs.
  private func withFaultyCopy(_ body: (_ good: String, _ faulty: String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/region-policy-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let copies = ["good", "faulty"].map { "\(folder)/\($0)" }
    for copy in copies {
      try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
      for name in ["catalogue", "100000-national", "430000-hunan"] {
        try FileManager.default.copyItem(atPath: Repository.path("policies/\(name)"), toPath: "\(copy)/\(name)")
      }
    }
    try FileManager.default.removeItem(atPath: "\(copies[1])/430000-hunan/2023-01-01.yaml")
    try body(copies[0], copies[1])
  }

  @Test("two regions whose ratios differ for ever have no largest difference, only an example")
  func unbounded() throws {
    let sides = ["110000@2024-01-01", "150300@2024-01-01"]
    let text = try Command.run(["diff", "--lang", "en"] + sides)
    #expect(text.status == 1)
    #expect(text.output.contains("the difference grows without end, e.g. at "))
    let json = try Command.run(["diff", "--format", "json"] + sides).output
    #expect(json.contains("\"largest\": null, \"example\": {\"expense\": "))
    let capped = try Command.run(["diff", "--lang", "en", "110000@2023-06-01", "110000@2024-06-01"]).output
    #expect(capped.contains("largest: at 10,550.00") && !capped.contains("without end"))
  }

  @Test("a side with errors is named with the days, and nothing is said to be the same")
  func faultySide() throws {
    try withFaultyCopy { good, faulty in
      let result = try Command.run(["diff", good, faulty, "--lang", "en"])
      #expect(result.status == 1)
      #expect(result.output.contains("the rules of B have errors; not compared"))
      #expect(!result.output.contains("all days") && !result.output.contains("only B has rules"))
      #expect(!result.output.contains("no difference: both"))
      #expect(result.error.contains("I0110") && result.error.contains("correct the errors listed below"))
      let same = try Command.run(["diff", faulty, faulty, "--lang", "en"])
      #expect(same.status == 1 && !same.output.contains("no difference: both"))
      #expect(try Command.run(["diff", good, good]).status == 0)
    }
  }

  @Test("what cannot be read makes the exit code 2", arguments: ["diff", "impact", "settle"])
  func unreadable(command: String) throws {
    let demo = "examples/claims/demo.ndjson"
    let arguments =
      switch command {
      case "diff": ["diff", "policies", "policies"]
      case "impact": ["impact", "--claims", demo, "policies", "policies"]
      default: ["settle", demo]
      }
    let result = try Command.run(arguments + ["--catalogue", "no-such-folder"])
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error.contains("P0349") && result.error.contains("no-such-folder"))
    #expect(try Command.run(arguments + ["--catalogue", "policies/catalogue"]).status == 0)
  }

  @Test("a region that neither side has makes the exit code 2")
  func unknownRegion() throws {
    let result = try Command.run(["diff", "policies", "policies", "--region", "999999", "--lang", "en"])
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error.contains("I0106") && result.error.contains("check the code"))
    #expect(try Command.run(["diff", "policies", "policies", "--region", "foo"]).status == 2)
    #expect(try Command.run(["diff", "policies", "policies", "--region", "110000"]).status == 0)
    let held = ["diff", "110000@2023-06-01", "110000@2024-06-01", "--region"]
    #expect(try Command.run(held + ["150300"]).status == 2)
    #expect(try Command.run(held + ["110000"]).status == 1)
  }
}

import Foundation
import TestSupport
import Testing

@Suite("the command line")
struct CommandTests {
  @Test func checkOfTheShippedRulesIsSilentAndFine() throws {
    let result = try Command.run(["check", "policies", "--format", "concise"])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
  }

  @Test func checkOfABrokenFileExitsWithOneAndSaysWhere() throws {
    let result = try Command.run(["check", "Tests/Fixtures/broken", "--format", "concise", "--lang", "en"])
    #expect(result.status == 1)
    #expect(result.output.contains(".yaml:"))
  }

  @Test func checkOfAMissingFolderExitsWithTwo() throws {
    #expect(try Command.run(["check", "no-such-folder"]).status == 2)
  }

  @Test func wrongUsageExitsWithTwoAndWritesToStandardError() throws {
    let result = try Command.run(["settle", "--no-such-option"])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(!result.error.isEmpty)
  }

  @Test func helpGoesToStandardOutputAndIsFine() throws {
    let result = try Command.run(["--help"])
    #expect(result.status == 0)
    #expect(result.output.contains("settle"))
  }

  @Test func settleReturnsOneLineForEveryLineInOrder() throws {
    let path = "examples/claims/with-bad-lines.ndjson"
    let input = try String(contentsOfFile: Repository.path(path), encoding: .utf8)
    let result = try Command.run(["settle", path])
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == input.split(separator: "\n", omittingEmptySubsequences: false).dropLast().count)
    #expect(result.status == 1)
    #expect(lines.filter { $0.contains("\"errors\"") }.count == 4)
    for (index, line) in lines.enumerated() where line.contains("\"errors\"") {
      #expect(line.contains("\"line\": \(index + 1)"))
    }
  }

  @Test func settleReadsStandardInput() throws {
    let claim = try #require(
      try String(contentsOfFile: Repository.path("examples/claims/demo.ndjson"), encoding: .utf8)
        .split(separator: "\n").first)
    let result = try Command.run(["settle", "-"], input: String(claim) + "\n")
    #expect(result.status == 0)
    #expect(result.output.contains("\"hifp_pay\": 52395.00"))
  }

  @Test func carriedAccountsMakeTheSecondStayOfTheYearCheaper() throws {
    let claim = """
      {"psn_no":"P1","insutype":"310","psn_type":"11","insuplc_admdvs":"110000","mdtrtarea_admvs":"110000","med_type":"21",\
      "hosp_lv":"02","hardship":"none","begntime":"2024-03-02","endtime":"2024-03-12","setl_time":"2024-03-12","medfee_sumamt":20000,"fulamt_ownpay_amt":0,\
      "overlmt_selfpay":0,"preselfpay_amt":0,"inscp_scp_amt":20000}

      """
    let result = try Command.run(["settle", "--carry-accounts", "-"], input: claim + claim)
    #expect(result.status == 0)
    let charged = result.output.split(separator: "\n").map { $0.contains("\"act_pay_dedc\": 1300.00") }
    #expect(charged == [true, false])
    #expect(try Command.run(["settle", "-"], input: claim).output.contains("C0106"))
  }

  @Test func refundInASeriesGivesBackTheAccountsAndTellsClearing() throws {
    let visit = """
      {"claim_id":"c-1","psn_no":"P1","insutype":"310","psn_type":"11","insuplc_admdvs":"110000","mdtrtarea_admvs":"310000","standing":"temporary",\
      "med_type":"11","attributes":{"hosp_class":"general"},"hosp_lv":"02","age":45,"hardship":"none",\
      "setl_time":"2024-03-12","medfee_sumamt":20000,\
      "fulamt_ownpay_amt":0,"overlmt_selfpay":0,"preselfpay_amt":0,"inscp_scp_amt":20000}

      """
    let refund = """
      {"claim_id":"r-1","refund_of":"c-1","psn_no":"P1","insuplc_admdvs":"110000","setl_time":"2024-03-13"}

      """
    let result = try Command.run(["settle", "--carry-accounts", "-"], input: visit + refund)
    let lines = result.output.split(separator: "\n")
    try #require(result.status == 0 && lines.count == 2, "\(result.output)")
    #expect(lines[0].contains("\"employee_outpatient_deductible\": 1800.00"))
    #expect(lines[1].contains("\"employee_outpatient_deductible\": 0.00"))
    #expect(lines[1].contains("\"medfee_sumamt\": -20000.00") && lines[1].contains("\"action\": \"withdraw\""))
    #expect(try Command.run(["settle", "-"], input: refund).output.contains("C0144"))
  }

  @Test func standingSaysWhichFilingCountsAndWhyTheOtherDoesNot() throws {
    let result = try Command.run(["standing", "examples/claims/side-by-side.json", "--lang", "en"])
    #expect(result.status == 0)
    #expect(result.output.contains("standing long_term; channel either"))
    #expect(result.output.contains("filing F1 does not count: a new filing had ended it"))
    let json = try Command.run(["standing", "examples/claims/side-by-side.json", "--format", "json"]).output
    #expect(json.contains("\"filing\": {\"index\": 1, \"filing_id\": \"F2\"}"))
  }

  @Test func oneClaimUnderSeveralRegionsIsOneTable() throws {
    let regions = ["110000", "150300", "150100", "430000", "650100"]
    let arguments = ["settle", "examples/claims/side-by-side.json", "--under"] + regions
    let result = try Command.run(arguments)
    #expect(result.status == 1)
    for region in regions { #expect(result.output.contains("\n\(region) ")) }
    for standing in ["异地长期居住", "免备案", "未备案"] { #expect(result.output.contains(standing)) }
    let json = try Command.run(arguments + ["--format", "json"]).output
    #expect(json.split(separator: "\n").count == regions.count)
  }

  /// Outputs that are cut short are marked so; `policy check` is shown on an edited file.
  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func readmeShowsWhatTheCommandsPrint(file: String) throws {
    let text = try String(contentsOfFile: Repository.path(file), encoding: .utf8)
    var compared = 0
    for block in text.matches(of: /```console\n\$ policy ([^\n]*)\n((?s).*?)\n```/) where !block.output.2.contains("…")
    {
      let arguments = block.output.1.split(separator: " ").map(String.init)
      if arguments[0] == "check" { continue }
      let output = try Command.run(arguments).output
      #expect(output.trimmingCharacters(in: .newlines) == block.output.2, "\(block.output.1)")
      compared += 1
    }
    #expect(compared >= 3)
  }

  @Test func showListsTheAccountsWithUnitAndPeriod() throws {
    let result = try Command.run(["show", "110000", "--on", "2024-03-01", "--accounts", "--lang", "en"])
    #expect(result.status == 0)
    let row = try #require(
      result.output.split(separator: "\n").first { $0.contains("employee_inpatient.occurrences ") })
    #expect(row.contains("times") && row.contains("year") && row.contains("employee_inpatient"))
    #expect(result.output.contains("pool_year"))
  }

  @Test func explainShowsEveryStepWithItsClause() throws {
    let result = try Command.run(["settle", "examples/claims/demo.ndjson", "--explain"])
    #expect(result.output.contains("1300.00 – 30000.00 × 85%"))
    #expect(result.output.contains("第三十六条"))
  }

  @Test func showListsWhatIsInForceWithSources() throws {
    let result = try Command.run(["show", "150300", "--on", "2023-06-01"])
    #expect(result.status == 0)
    #expect(result.output.contains("先行自付 10%"))
    #expect(result.output.contains("乌医保办发〔2022〕68号"))
  }

  @Test func showOfADayWithoutRulesExitsWithTwoAndNamesTheVersions() throws {
    let result = try Command.run(["show", "150300", "--on", "2001-01-01"])
    #expect(result.status == 2)
    #expect(result.error.contains("2023-01-01"))
  }

  @Test func testRunsTheShippedCases() throws {
    let result = try Command.run(["test", "examples", "--format", "concise"])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
  }

  @Test func testOfAFolderWithoutCasesFails() throws {
    #expect(try Command.run(["test", "schemas"]).status == 1)
  }

  private let onlyOneCase = ["test", "Tests/Fixtures/coverage", "--policies", "Tests/Fixtures/coverage/policies"]

  @Test func coverageBelowTheThresholdExitsWithOne() throws {
    let result = try Command.run(onlyOneCase + ["--coverage", "--threshold", "100", "--format", "json"])
    #expect(result.status == 1)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let regions = try #require(report["regions"] as? [[String: Any]])
    let kinds = try #require(regions.first?["kinds"] as? [String: [String: Int]])
    #expect(regions.map { $0["region"] as? String } == ["990500"])
    #expect(kinds["ratio"] == ["covered": 2, "total": 8])
    #expect(kinds["cap_reached"] == ["covered": 0, "total": 2])
    let findings = try #require(report["findings"] as? [[String: Any]])
    let codes = findings.compactMap { $0["code"] as? String }
    #expect(codes.contains("T0125"))
    #expect(codes.filter { $0 == "T0120" }.count >= 4)
  }

  @Test func coverageWithoutAThresholdListsAndIsFine() throws {
    let result = try Command.run(onlyOneCase + ["--coverage", "--lang", "en"])
    #expect(result.status == 0)
    #expect(result.output.contains("990500"))
    #expect(result.output.contains("[T0120]"))
    #expect(!result.output.contains("T0125"))
  }

  @Test func coverageOfRulesThatNoCaseIsAboutFails() throws {
    let result = try Command.run(["test", "Tests/Fixtures/coverage", "--coverage", "--format", "concise"])
    #expect(result.status == 1)
    #expect(result.output.contains("T0127"))
    let own = try Command.run(onlyOneCase + ["--coverage", "--region", "990500", "--format", "concise"])
    #expect(own.status == 0)
    #expect(!own.output.contains("T0127"))
  }

  @Test(arguments: ["--coverage", "--suggest"])
  func coverageOfARegionThatIsNotThereIsUnusable(option: String) throws {
    let unknown = try Command.run(onlyOneCase + [option, "--region", "110000"])
    #expect(unknown.status == 2 && unknown.output.isEmpty)
    #expect(unknown.error.contains("I0106") && unknown.error.contains("110000"))
    #expect(!unknown.error.contains("T0127"))
    #expect(try Command.run(onlyOneCase + [option, "--region", "foo"]).status == 2)
    #expect(!(try Command.run(onlyOneCase + [option, "--region", "990500"]).error.contains("I0106")))
  }

  @Test func coverageOfNothingIsNoShare() throws {
    let result = try Command.run(onlyOneCase + ["--coverage", "--region", "990500", "--lang", "en"])
    #expect(!result.output.contains("—"))
    let nothing = try Command.run(["test", "Tests/Fixtures/coverage", "--coverage", "--policies", "policies"])
    #expect(!nothing.output.contains("100.0"))
  }

  @Test func optionsThatDoNothingAloneAreRefused() throws {
    #expect(try Command.run(onlyOneCase + ["--threshold", "50"]).status == 2)
    #expect(try Command.run(onlyOneCase + ["--coverage", "--threshold", "101"]).status == 2)
    #expect(try Command.run(onlyOneCase + ["--write", "x"]).status == 2)
    #expect(try Command.run(onlyOneCase + ["--region", "990500"]).status == 2)
    #expect(try Command.run(onlyOneCase + ["--coverage", "--suggest"]).status == 2)
  }

  @Test func draftedCasesAreReadButDoNotPass() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "drafted.cases.yaml").path
    #expect(try Command.run(onlyOneCase + ["--suggest", "--write", path]).status == 0)
    let result = try Command.run(["test", path, "--format", "concise"])
    #expect(result.status == 1)
    #expect(result.output.contains("T0126"))
    #expect(!result.output.contains("T0101"))
  }

  @Test func explainOfACodeTellsWhatToWrite() throws {
    let result = try Command.run(["explain", "p0305", "--lang", "en"])
    #expect(result.status == 0)
    #expect(result.output.contains("P0305"))
    #expect(try Command.run(["explain", "Z9999"]).status == 2)
  }

  @Test func schemaPrintsTheCommittedSchema() throws {
    let committed = try String(contentsOfFile: Repository.path("schemas/claim.schema.json"), encoding: .utf8)
    #expect(try Command.run(["schema", "claim"]).output == committed)
  }
}

/// Runs the built command, in the repository unless another folder is named.
enum Command {
  struct Result {
    let status: Int32
    let output: String
    let error: String
  }

  /// - Parameters:
  ///   - largestFile: in KiB, how long files may become.
  ///   - script: for bash, run instead of it; it is `"$0" "$@"` there.
  ///   - whileRunning: what happens to it meanwhile.
  static func run(
    _ arguments: [String], input: String? = nil, in current: String = Repository.root,
    environment: [String: String] = [:], program: String = "policy", largestFile: Int? = nil,
    script: String? = nil, whileRunning: (Process) throws -> Void = { _ in }
  ) throws -> Result {
    let process = Process()
    let binary = path(of: program)
    let script = script ?? largestFile.map { "set -o pipefail; (ulimit -f \($0) && exec \"$0\" \"$@\") | cat" }
    process.executableURL = URL(filePath: script == nil ? binary : "/bin/bash")
    process.arguments = (script.map { ["-c", $0, binary] } ?? []) + arguments
    process.currentDirectoryURL = URL(filePath: current)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files instead of pipes: no output is too large for them.
    func file(_ name: String, _ text: String = "") throws -> URL {
      let url = folder.appending(path: name)
      try Data(text.utf8).write(to: url)
      return url
    }
    let output = try file("output")
    let error = try file("error")
    process.standardInput = try FileHandle(forReadingFrom: file("input", input ?? ""))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    try whileRunning(process)
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
  }

  /// A program beside the test bundle.
  private static func path(of program: String) -> String {
    let arguments = CommandLine.arguments
    let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? arguments[0]
    var url = URL(filePath: bundle)
    while url.path != "/",
      !FileManager.default.isExecutableFile(atPath: url.appending(path: program).path)
        || url.appending(path: program).hasDirectoryPath
    {
      url.deleteLastPathComponent()
    }
    return url.appending(path: program).path
  }
}

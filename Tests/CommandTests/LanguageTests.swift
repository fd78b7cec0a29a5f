import TestSupport
import Testing

@Suite("the language of messages, and the pages of codes")
struct LanguageTests {
  @Test("POLICY_LANG counts for every command, and an option goes before it")
  func environment() throws {
    let english = ["POLICY_LANG": "en"]
    #expect(try Command.run(["explain", "P0305"], environment: english).output.hasPrefix("error["))
    #expect(try Command.run(["check", "no-such"], environment: english).output.contains("cannot read"))
    #expect(try Command.run(["explain", "P0305", "--lang", "zh"], environment: english).output.hasPrefix("错误["))
    #expect(try Command.run(["explain", "P0305"], environment: ["POLICY_LANG": ""]).output.hasPrefix("错误["))
  }

  @Test(
    "another language is wrong usage",
    arguments: [["explain", "P0305"], ["check", "policies"], ["fmt", "--check", "policies"]])
  func unknown(arguments: [String]) throws {
    let result = try Command.run(arguments, environment: ["POLICY_LANG": "fr"])
    #expect(result.status == 2 && result.output.isEmpty && result.error.contains("POLICY_LANG"))
  }

  @Test("a code that there is not is a finding with help; the list of all shows words for what varies")
  func codes() throws {
    let unknown = try Command.run(["explain", "FOO", "--lang", "en"])
    #expect(unknown.status == 2 && unknown.output.isEmpty)
    #expect(unknown.error.contains("P0486") && unknown.error.contains("help"))
    let list = try Command.run(["explain"]).output
    #expect(list.contains("P0361") && list.contains("‹size›") && !list.contains("{size}"))
  }
}

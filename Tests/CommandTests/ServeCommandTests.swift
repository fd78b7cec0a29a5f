import TestSupport
import Testing

@Suite("policy serve")
struct ServeCommandTests {
  #if Server
    @Test("elsewhere than on loopback it does not start without tokens and TLS")
    func unprotected() throws {
      let result = try Command.run(["serve", "--listen", "0.0.0.0:0"])
      #expect(result.status == 2 && result.output.isEmpty && result.error.contains("H0201"))
    }

    @Test("without rules it does not start")
    func withoutRules() throws {
      #expect(try Command.run(["serve", "--listen", "0", "--policies", "no-such-folder"]).status == 2)
    }
  #else
    @Test("built without the trait it says so")
    func withoutTrait() throws {
      let result = try Command.run(["serve"])
      #expect(result.status == 2 && result.error.contains("--traits Server"))
    }
  #endif

  @Test("wrong usage", arguments: [["--listen", "x"], ["--log-level", "loud"], ["--max-body", "0"]])
  func usage(_ arguments: [String]) throws {
    #expect(try Command.run(["serve"] + arguments).status == 2)
  }
}

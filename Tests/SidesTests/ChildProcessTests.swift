import Host
import Testing

@Suite("running another program")
struct ChildProcessTests {
  @Test("it gets its input and gives back its output, however much that is")
  func inputAndOutput() throws {
    let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let result = try ChildProcess.run("cat", [], input: input)
    #expect(result.status == 0)
    #expect(result.output == input)
  }

  @Test("its exit code, its complaint and the environment added to it are told")
  func complaint() throws {
    let result = try ChildProcess.run("sh", ["-c", "echo $WORD >&2; exit 7"], environment: ["WORD": "wrong"])
    #expect(result.status == 7)
    #expect(result.complaint == "wrong\n")
    #expect(result.output.isEmpty)
  }

  @Test("a program that is not there is a failure with a reason")
  func missing() {
    #expect(throws: SystemFailure.self) { try ChildProcess.run("no-such-program-anywhere", []) }
  }
}

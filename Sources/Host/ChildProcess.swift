import FoundationEssentials
import Glibc

/// Runs another program to its end.
///
/// With `posix_spawn`, because the package depends on nothing but its argument parser and its libraries do without
/// Foundation. Input and output are nameless files and not pipes: whatever the sizes, neither side waits for the other.
package enum ChildProcess {
  package struct Result: Sendable {
    /// The exit code; 128 and the number of the signal that ended it.
    package let status: Int32
    package let output: [UInt8]
    /// What it wrote to standard error.
    package let complaint: String
  }

  /// - Parameters:
  ///   - program: looked up in `PATH`.
  ///   - environment: added to the one of this process.
  package static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
  ) throws(SystemFailure) -> Result {
    let files = (input: try TemporaryFile(), output: try TemporaryFile(), complaint: try TemporaryFile())
    try files.input.append(input)
    files.input.rewind()
    let process = try start(
      program, arguments, environment, [files.input.descriptor, files.output.descriptor, files.complaint.descriptor])
    return Result(
      status: try wait(for: process), output: try files.output.contents(),
      complaint: String(decoding: try files.complaint.contents(), as: UTF8.self))
  }

  private static func start(
    _ program: String, _ arguments: [String], _ environment: [String: String], _ streams: [Int32]
  ) throws(SystemFailure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
    }
    let all = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    let words = CStrings([program] + arguments)
    let variables = CStrings(all.map { "\($0)=\($1)" })
    var process: pid_t = 0
    let code = posix_spawnp(&process, program, &actions, nil, words.pointers, variables.pointers)
    guard code == 0 else { throw SystemFailure(code) }
    return process
  }

  private static func wait(for process: pid_t) throws(SystemFailure) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { throw SystemFailure(errno) }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

/// Texts as C wants a list of them, with a null at its end.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) { pointers = texts.map { strdup($0) } + [nil] }

  deinit { for pointer in pointers { free(pointer) } }
}

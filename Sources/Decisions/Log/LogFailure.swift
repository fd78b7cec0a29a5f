import Findings
import Host

/// Why a log cannot be written.
enum LogFailure: Error {
  case system(SystemFailure)
  /// Another program writes it.
  case inUse
  /// A file of the log is not the one that was opened: somebody moved or replaced it.
  case displaced(String)
  /// A part with the largest number there is: none can follow.
  case numbersExhausted(String)

  /// What the log notes once it can be written again.
  var reason: String {
    switch self {
    case .system(let failure): failure.reason
    case .inUse: "written by another program"
    case .displaced(let path): "moved or replaced: \(path)"
    case .numbersExhausted(let path): "no number after \(path)"
    }
  }

  func finding(_ path: String) -> Finding {
    switch self {
    case .system(let failure): Finding(.logNotWritten, at: nil, ["path": path, "reason": failure.reason])
    case .inUse: Finding(.logInUse, at: nil, ["path": path])
    case .displaced(let file): Finding(.logDisplaced, at: nil, ["path": path, "file": file])
    case .numbersExhausted(let part): Finding(.logNumbersExhausted, at: nil, ["path": path, "part": part])
    }
  }

  static func ofSystem<Value>(_ work: () throws(SystemFailure) -> Value) throws(LogFailure) -> Value {
    do throws(SystemFailure) { return try work() } catch { throw .system(error) }
  }
}

import Findings
import Synchronization

/// Tells on standard error now and then how many lines are done, and how many a second.
final class ProgressMeter: Sendable {
  private struct State {
    var lines = 0
    var told: ContinuousClock.Instant
  }

  /// On a terminal one line is written over, elsewhere each stays.
  private static let isTerminal = StandardStreams.isTerminal(2)
  private static let pause: Duration = isTerminal ? .milliseconds(200) : .seconds(2)

  private let language: Language
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  /// Nil when nothing is to be told: unless it is wanted, only a person who sees nothing else is told.
  init?(wanted: Bool, language: Language) {
    guard wanted || (ProgressMeter.isTerminal && !StandardStreams.isTerminal(1)) else { return nil }
    self.language = language
    state = Mutex(State(told: start))
  }

  /// So many more lines are done.
  func add(_ lines: Int) {
    let done: Int? = state.withLock { state in
      state.lines += lines
      let now = ContinuousClock.now
      guard now - state.told >= ProgressMeter.pause else { return nil }
      state.told = now
      return state.lines
    }
    if let done { tell(done) }
  }

  /// The whole, when all lines are done.
  func end() {
    tell(state.withLock { $0.lines })
    if ProgressMeter.isTerminal { StandardStreams.error("\n") }
  }

  private func tell(_ lines: Int) {
    let passed = (ContinuousClock.now - start).components
    let milliseconds = max(passed.seconds * 1000 + passed.attoseconds / 1_000_000_000_000_000, 1)
    let rate = Int64(lines) * 1000 / milliseconds
    let text =
      language == .chinese ? "已处理 \(lines) 行，每秒 \(rate) 行" : "\(lines) lines done, \(rate) a second"
    // The rest of the terminal's line is cleared.
    StandardStreams.error(ProgressMeter.isTerminal ? "\r\(text)\u{1B}[K" : text + "\n")
  }
}

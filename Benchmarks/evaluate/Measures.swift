import Claims
import Foundation
import PolicyModel
import Registry
import Settlement
import Values

/// Prints what single parts of settling cost.
struct Measures {
  let run: InMemoryRun
  let folder: String

  func print() throws {
    settleOnce()
    singleCalls()
    explaining()
    try resolving()
  }

  /// So that every situation is known.
  private func settleOnce() { _ = run.settleAll(InSeries.self) }

  private func singleCalls() {
    let (calls, nothing) = SingleCalls(run: run).timed()
    func at(_ share: Double, of sorted: [Int64]) -> Int64 { sorted[Int(Double(sorted.count - 1) * share)] }
    Swift.print(
      "single call: p50 \(at(0.5, of: calls)) ns, p99 \(at(0.99, of: calls)) ns, \(calls.count) calls timed one by one; "
        + "of that the clock: p50 \(at(0.5, of: nothing)) ns, p99 \(at(0.99, of: nothing)) ns")
  }

  private func explaining() {
    let pairs = SingleCalls(run: run).explained(rounds: 15)
    func middle(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    let figures = [
      middle(pairs.map(\.bare)), middle(pairs.map(\.explained)), middle(pairs.map { $0.explained / $0.bare }),
    ]
    let told = figures.map { String(format: "%.2f", $0) }
    Swift.print(
      "explaining: \(told[1]) ns a claim, settling \(told[0]) ns, by turns in \(pairs.count) rounds; ratio \(told[2])")
  }

  private func resolving() throws {
    let policy = run.templates.all[0].policy
    let own = policy.policy.region
    let file = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("\(own)") }
      .flatMap { name in
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)").map { "\(folder)/\(name)/\($0)" }
      }
      .first
    guard let file else { return }
    let resolving = Resolving(file: file, catalogue: "\(folder)/catalogue", region: own)
    for versions in [1, 5, 50] {
      Swift.print(
        "finding the rules of a day among \(versions): \(String(format: "%.1f", try resolving.lookUp(versions: versions))) ns"
      )
    }
    Swift.print("compiling one region: \(String(format: "%.0f", resolving.compile(policy.policy) / 1000)) µs")
  }
}

/// Settles the claims of Benchmarks/peers in memory, on one core, and says how long it took: with facts read and the plan
/// chosen, and everything else as for any claim.
///
/// Usage: evaluate-bench --policies DIR --claims claims.i64 --rounds R --answers OUT.i64 [--in-series]
///        evaluate-bench --policies DIR --claims claims.i64 --measures
///        evaluate-bench --policies DIR --loading --rounds R
import Claims
import Foundation
import Registry
import Settlement
import Values

func option(_ name: String) -> String? {
  CommandLine.arguments.firstIndex(of: name).flatMap { index in
    CommandLine.arguments.indices.contains(index + 1) ? CommandLine.arguments[index + 1] : nil
  }
}

if CommandLine.arguments.contains("--loading"), let folder = option("--policies") {
  Loading(folder: folder, rounds: option("--rounds").flatMap { Int($0) } ?? 5).print()
  exit(0)
}
if CommandLine.arguments.contains("--measures"), let folder = option("--policies"), let path = option("--claims") {
  let snapshot = PolicySnapshot.load(folder, catalogue: PolicySearch.catalogue(for: folder))
  try Measures(run: InMemoryRun(ClaimColumns(path), snapshot), folder: folder).print()
  exit(0)
}
guard let folder = option("--policies"), let path = option("--claims"), let output = option("--answers"),
  let rounds = option("--rounds").flatMap({ Int($0) })
else {
  print(
    "usage: evaluate-bench --policies DIR --claims claims.i64 --rounds R --answers OUT.i64 [--in-series], or --measures or --loading alone"
  )
  exit(2)
}
let claims = try ClaimColumns(path)
let snapshot = PolicySnapshot.load(folder, catalogue: PolicySearch.catalogue(for: folder))
let run = try InMemoryRun(claims, snapshot)
var seconds: [Double] = []
let isInSeries = CommandLine.arguments.contains("--in-series")
for _ in 0..<rounds { seconds.append(isInSeries ? run.settleAll(InSeries.self) : run.settleAll(BesideAccounts.self)) }
try run.rows.answerColumns(claims.sidecar).withUnsafeBytes { try Data($0).write(to: URL(filePath: output)) }
print(
  "{\"claims\": \(claims.count), \"in_general\": \(run.inGeneral), \"seconds\": ["
    + seconds.map { String(format: "%.6f", $0) }.joined(separator: ", ") + "]}")

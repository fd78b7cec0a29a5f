// 嵌入别的程序 · A program that settles claims with the library.
//   embed policies < examples/claims/demo.ndjson
// 每笔请求取一次 policies，用同一套规则算完；reload() 只换上没有错误的规则。
// Each claim takes `policies` once and is settled with that one set; reload() puts only good rules in its place.
import RegionPolicy

do {
  let registry = try PolicyRegistry(CommandLine.arguments.dropFirst().first ?? "policies")
  while let line = readLine() {
    if line == "reload" {
      let report = registry.reload()
      print("{\"reload\": \"\(report.outcome)\", \"revision\": \"\(report.revision)\"}")
    } else {
      print(registry.policies.settle(claim: Array(line.utf8)).json)
    }
  }
} catch {
  for finding in error.findings { print(finding.code, finding.message(english: true), finding.help(english: true)) }
}

import Claims
import Findings
import Foundation
import Impact
import Registry

/// The report on lines under two sets of rules.
func impact(
  of lines: [String], _ before: PolicySnapshot, _ after: PolicySnapshot, carriesAccounts: Bool = false, top: Int = 10,
  threads: Int = 2, limits: ImpactLimits = ImpactLimits()
) throws -> ImpactReport {
  var run = ImpactRun(
    before: before, after: after, carriesAccounts: carriesAccounts, top: top, threads: threads, limits: limits)
  for (index, line) in lines.enumerated() { try run.add(ClaimLine(number: index + 1, bytes: Array(line.utf8))) }
  return try run.finish()
}

/// What `policy settle` writes for lines: settled one by one, written out, and read again as text.
struct SettledLines {
  /// One for each line.
  let outputs: [String]

  init(_ lines: [String], _ registry: PolicySnapshot, carriesAccounts: Bool = false) {
    let settler = ClaimSettler(source: registry)
    let writer = SettlementWriter(catalogue: registry.catalogue, language: .english)
    var chain: AccountChain? = carriesAccounts ? AccountChain() : nil
    outputs = lines.enumerated().map { index, line in
      let file = SourceFile(path: "claim", bytes: Array(line.utf8))
      return writer.line(for: settler.settle(json: file, line: index + 1, chain: &chain), number: index + 1)
    }
  }

  /// The first amount of a name in each line, in fen; nil for lines without it.
  func amounts(_ name: String) -> [Int128?] {
    outputs.map { line in
      guard let start = line.range(of: "\"\(name)\": ")?.upperBound else { return nil }
      return Int128(line[start...].prefix { "-.0123456789".contains($0) }.replacing(".", with: ""))
    }
  }

  /// The first code of each line that was not settled.
  var codes: [String?] {
    outputs.map { line in
      line.range(of: "\"code\": \"").map { String(line[$0.upperBound...].prefix { $0 != "\"" }) }
    }
  }
}

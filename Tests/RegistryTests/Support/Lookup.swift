import Claims
import Findings
import Foundation
import PolicyModel
import Registry
import Settlement
import TestSupport
import Testing
import Values

enum Shipped {
  static let registry = PolicySnapshot.load(Repository.path("policies"))
}

extension RuleSource {
  func lookup(_ region: String, on day: String) throws -> RuleLookup {
    rules(of: try #require(RegionCode(region)), on: try #require(CivilDate(day)))
  }

  /// What a look-up gives, in words: the region and version found, or why there is none.
  func outcome(_ region: String, on day: String) throws -> String {
    switch try lookup(region, on: day) {
    case .found(let rules): "\(rules.compiled.policy.region) \(rules.compiled.policy.version)"
    case .unknownRegion: "unknown region"
    case .notInForce(let versions): "not in force: \(versions)"
    case .draft: "draft"
    case .faulty: "faulty"
    }
  }

  func found(_ region: String, on day: String) throws -> RulesInForce {
    guard case .found(let rules) = try lookup(region, on: day) else {
      throw LookupFailure(outcome: try outcome(region, on: day))
    }
    return rules
  }
}

struct LookupFailure: Error {
  let outcome: String
}

extension PolicySnapshot {

  /// By the claim's id, the codes that settling each demo claim gives; empty when it settles.
  func demoCodes() throws -> [String: [String]] {
    let text = try String(contentsOfFile: Repository.path("examples/claims/demo.ndjson"), encoding: .utf8)
    let settler = ClaimSettler(source: self)
    var codes: [String: [String]] = [:]
    var chain: AccountChain?
    for (index, line) in text.split(separator: "\n").enumerated() {
      let name = "demo-" + (index < 9 ? "0" : "") + "\(index + 1)"
      try #require(line.contains("\"\(name)\""))
      switch settler.settle(json: SourceFile(path: name, bytes: Array(line.utf8)), chain: &chain) {
      case .settled, .refunded: codes[name] = []
      case .failed(let failed): codes[name] = failed.findings.map(\.kind.code)
      }
    }
    return codes
  }

  /// The demo claims that do not settle, with their one code.
  func refusedDemos() throws -> [String: String] {
    try demoCodes().filter { !$0.value.isEmpty }.mapValues { $0.joined(separator: " ") }
  }
}

import Claims
import Findings
import PolicyModel
import Settlement
import Sides
import Testing
import Values

/// What loading two sides gives.
struct Loading {
  let sides: (before: PolicySide, after: PolicySide)?
  let findings: [Finding]

  init(_ before: String, _ after: String, policies: String) {
    let collector = FindingCollector()
    let loaded = SideLoader(policies: policies, catalogue: nil, includesDrafts: false)
      .load(before, after, collector: collector)
    sides = loaded.map { (before: $0.0, after: $0.1) }
    findings = collector.findings
  }

  var codes: [String] { findings.map(\.kind.code) }

  func loaded() throws -> (before: PolicySide, after: PolicySide) {
    try #require(sides, "\(findings.map { $0.message(in: .english) })")
  }
}

extension PolicySide {
  /// The region and version that a look-up finds, with the digest of its rules; otherwise why there is none.
  func outcome(_ region: String, on day: String) throws -> String {
    switch rules(of: try #require(RegionCode(region)), on: try #require(CivilDate(day))) {
    case .found(let rules): "\(rules.compiled.policy.region) \(rules.compiled.policy.version) \(rules.digest.prefix(8))"
    case .unknownRegion: "unknown region"
    case .notInForce: "not in force"
    case .draft: "draft"
    case .faulty: "faulty"
    }
  }

  func version(_ region: String, on day: String) throws -> String {
    try outcome(region, on: day).split(separator: " ").prefix(2).joined(separator: " ")
  }
}

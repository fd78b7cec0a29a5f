import Cases
import Claims
import Findings
import Foundation
import Registry
import SourceTree
import TestSupport
import Testing
import Values

/// A set of rules in which everything can be refunded, and claims of one person that it settles.
struct RefundableRules {
  static let folders = SettlementPropertyTests.sets

  let settler: ClaimSettler<PolicySnapshot>

  /// The set of a folder with a `refunds` section of its own in every file that is written whole.
  init(_ folder: String) throws {
    let copy = FileManager.default.temporaryDirectory.appending(path: "refundable-\(UUID().uuidString)").path
    try FileManager.default.copyItem(atPath: Repository.path(folder), toPath: copy)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    let names = PolicyFolder.yamlFiles(below: copy, collector: FindingCollector())
    for name in names where !name.contains("/catalogue/") {
      let text = try String(contentsOfFile: name, encoding: .utf8)
      try RefundableRules.withRefunds(text).write(toFile: name, atomically: true, encoding: .utf8)
    }
    settler = ClaimSettler(source: PolicySnapshot.load(copy, catalogue: Repository.path("policies/catalogue")))
  }

  private static func withRefunds(_ text: String) -> String {
    if text.contains(/(?m)^(changes|修改):/) { return text }
    let own = text.replacing(/(?m)^(refunds|退费):.*\n((  .*)?\n)*/, with: "")
    if let source = own.firstMatch(of: /(?m)^sources:\n\s+([^:\s]+):/)?.output.1 {
      return own + """

        refunds: {visits: [inpatient, outpatient, chronic, pharmacy], allows: [last, earlier, across_years, after_clearing], source: \(source) 测试}

        """
    }
    guard let source = own.firstMatch(of: /(?m)^依据:\n\s+([^:\s]+):/)?.output.1 else { return own }
    return own + "\n退费: {就医类别: [住院, 普通门诊, 门诊慢特病, 药店购药], 允许: [末笔, 隔笔, 跨年, 清算后], 依据: \(source) 测试}\n"
  }

  static func cases(of folder: String) -> [String] {
    folder == "policies"
      ? ["examples/cases", "examples/articles"] : [folder.replacing("/policies", with: "")]
  }

  /// By region, the golden cases' claims that settle by themselves without earlier ones.
  func claimsByRegion(casesIn folders: [String]) -> [String: [SeriesClaim]] {
    var claims: [String: [SeriesClaim]] = [:]
    let collector = FindingCollector()
    for folder in folders {
      for name in PolicyFolder.yamlFiles(below: Repository.path(folder), collector: collector)
      where name.hasSuffix(".cases.yaml") {
        guard let source = PolicyFolder.load(name, collector: collector),
          let file = CaseFile.read(source, collector: collector)
        else { continue }
        for item in file.cases {
          guard let claim = SeriesClaim(item.claim) else { continue }
          var chain: AccountChain? = AccountChain()
          let result = settler.settle(
            claim.named("try").node, explaining: false, chain: &chain, collector: FindingCollector())
          if case .settled = result { claims[claim.region, default: []].append(claim) }
        }
      }
    }
    return claims
  }
}

/// A claim of one person in a series.
struct SeriesClaim {
  let node: Node
  let region: String
  let day: CivilDate

  /// Nil for what is not a claim with a region and a day.
  init?(_ claim: Node) {
    guard claim["refund_of"] == nil, let region = claim["insuplc_admdvs"]?.scalar?.text,
      let day = (claim["setl_time"]?.scalar?.text).flatMap({ CivilDate($0) })
    else { return nil }
    self.region = region
    self.day = day
    node = SeriesClaim.changed(
      claim, without: ["accounts", "accounts_before", "same_unit"], adding: [("psn_no", "P", .doubleQuoted)])
  }

  private init(_ node: Node, _ region: String, _ day: CivilDate) {
    self.node = node
    self.region = region
    self.day = day
  }

  func named(_ id: String) -> SeriesClaim {
    SeriesClaim(SeriesClaim.changed(node, without: [], adding: [("claim_id", id, .doubleQuoted)]), region, day)
  }

  func withRandomAmounts(using generator: inout SeededGenerator) -> SeriesClaim {
    let amount = Fen(Int64.random(in: 0...20_000_000, using: &generator))
    let amounts = [
      ("medfee_sumamt", amount), ("fulamt_ownpay_amt", .zero), ("overlmt_selfpay", .zero), ("preselfpay_amt", .zero),
      ("inscp_scp_amt", amount),
    ]
    return SeriesClaim(
      SeriesClaim.changed(
        node, without: ["feedetail"], adding: amounts.map { ($0.0, "\($0.1)", Scalar.Style.plain) }),
      region, day)
  }

  func refund(on day: CivilDate) -> Node {
    let id = node["claim_id"]?.scalar?.text ?? ""
    return SeriesClaim.changed(
      Node(.mapping([]), at: node.place), without: [],
      adding: [
        ("refund_of", id, .doubleQuoted), ("psn_no", "P", .doubleQuoted), ("insuplc_admdvs", region, .doubleQuoted),
        ("setl_time", "\(day)", .doubleQuoted),
      ])
  }

  private static func changed(_ node: Node, without: [String], adding: [(String, String, Scalar.Style)]) -> Node {
    let names = Set(without + adding.map(\.0))
    let kept = (node.entries ?? []).filter { !names.contains($0.key.scalar?.text ?? "") }
    return Node(
      .mapping(
        kept
          + adding.map { name, text, style in
            Entry(
              key: Node(.scalar(Scalar(name, .doubleQuoted)), at: node.place),
              value: Node(.scalar(Scalar(text, style)), at: node.place))
          }), at: node.place)
  }
}

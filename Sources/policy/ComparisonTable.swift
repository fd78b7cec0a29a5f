import Claims
import Findings
import PolicyModel
import RegionPolicy
import Registry
import Settlement
import Standing
import Values

/// One claim settled under several regions, side by side.
struct ComparisonTable {
  let text: String

  init(_ answers: [(region: String, answer: SettlementAnswer)], _ policies: RegionPolicies, options: LanguageOptions) {
    var table = TextTable(
      columns: [
        .init(options.say("参保地", "insured in")), .init(options.say("备案类型", "standing")),
        .init(options.say("基金支付", "funds"), .right), .init(options.say("个人负担", "person"), .right),
        .init(options.say("性质", "basis")), .init(options.say("备案类型的依据", "clause of the standing")),
      ])
    for (region, answer) in answers {
      let name = RegionCode(region).flatMap { policies.registry.catalogue.regions[$0]?.name } ?? ""
      table.append(["\(region) \(name)"] + ComparisonTable.cells(answer, options))
    }
    text = table.rendered() + "\n"
  }

  private static func cells(_ answer: SettlementAnswer, _ options: LanguageOptions) -> [String] {
    let isChinese = options.language == .chinese
    switch answer.result {
    case .settled(let settled):
      let space = settled.rules.compiled.space
      let clause = settled.decision.grounds.last { $0.kind == .standing || $0.kind == .notNeeded }?.citation.text
      let person = settled.claim.amounts.total.count - settled.fundTotal.count
      return [
        space.title(of: settled.standing, in: .standing, chinese: isChinese), settled.fundTotal.grouped,
        Fen(person).grouped, basis(settled.basis, options), clause ?? "",
      ]
    case .refunded: return ["", "", "", "", ""]
    case .failed(let failed):
      let finding = failed.findings.first
      return ["—", "—", "—", "", finding.map { "\($0.kind.code) \($0.message(in: options.language))" } ?? ""]
    }
  }

  private static func basis(_ basis: Basis, _ options: LanguageOptions) -> String {
    switch basis {
    case .official: options.say("官方", "official")
    case .reported: options.say("转述", "reported")
    case .assumed: options.say("含假定", "assumed")
    }
  }
}

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
  /// How many of them could not settle it.
  let failed: Int

  init(of claim: [UInt8], under regions: [String], _ policies: RegionPolicies, options: LanguageOptions) {
    let isEnglish = options.language == .english
    var failed = 0
    var table = TextTable(
      columns: [
        .init(options.say("参保地", "insured in")), .init(options.say("备案类型", "standing")),
        .init(options.say("渠道", "channel")), .init(options.say("基金支付", "funds"), .right),
        .init(options.say("个人负担", "person"), .right), .init(options.say("性质", "basis")),
        .init(options.say("依据，或不能结算的原因", "clause, or why it was not settled")),
      ])
    for region in regions {
      let answer = policies.settle(claim: claim, insuredIn: region, english: isEnglish)
      let standing = policies.standing(of: claim, insuredIn: region, english: isEnglish).answer
      if !answer.isSettled { failed += 1 }
      let name = RegionCode(region).flatMap { policies.rules.catalogue.regions[$0]?.name } ?? ""
      table.append(
        ["\(region) \(name)"] + ComparisonTable.standing(standing, options)
          + ComparisonTable.amounts(answer, standing, options))
    }
    self.failed = failed
    text = table.rendered() + "\n"
  }

  private static func standing(_ answer: StandingAnswer?, _ options: LanguageOptions) -> [String] {
    guard let decision = answer?.decision else { return ["—", "—"] }
    let channel = decision.channels.map { channels in
      channels == .manual ? options.say("手工", "manual") : options.say("均可", "either")
    }
    return [options.say(Dimension.standing.chinese(of: decision.standing), decision.standing), channel ?? "—"]
  }

  private static func amounts(_ answer: SettlementAnswer, _ standing: StandingAnswer?, _ options: LanguageOptions)
    -> [String]
  {
    switch answer.result {
    case .settled(let settled):
      let person = settled.parts.reduce(0) { $0 + $1.outcome.personal.total.count }
      return [
        settled.fundTotal.grouped, Fen(person).grouped, basis(settled.basis, options),
        standing?.decidingClause?.text ?? "",
      ]
    case .refunded: return ["", "", "", ""]
    case .failed(let failed):
      let finding = failed.findings.first
      return ["—", "—", "", finding.map { "\($0.kind.code) \($0.message(in: options.language))" } ?? ""]
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

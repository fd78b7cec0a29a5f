import Claims
import Findings
import PolicyModel
import Settlement
import Standing

/// A standing and what it rests on as a table.
struct StandingTable {
  let text: String

  init(_ answer: StandingAnswer, number: Int, options: LanguageOptions) {
    let parts = answer.earlierPart + [answer]
    text = parts.map { StandingTable.text(of: $0, number, isPart: parts.count > 1, options) }.joined()
  }

  private static func text(of answer: StandingAnswer, _ number: Int, isPart: Bool, _ options: LanguageOptions) -> String
  {
    func title(_ value: String?, _ dimension: Dimension) -> String? {
      value.map { options.language == .chinese ? dimension.chinese(of: $0) : $0 }
    }
    let decision = answer.decision
    let channel = decision.channels.map { channels in
      channels == .manual
        ? options.say("渠道：手工报销", "channel manual") : options.say("渠道：均可", "channel either")
    }
    let day = answer.claim.settledOn
    let parts = [
      answer.rules.compiled.policy.title,
      isPart ? options.say("截至 \(day) 的部分", "part up to \(day)") : nil,
      title(decision.standing, .standing).map { options.say("备案类型：\($0)", "standing \($0)") }, channel,
      title(decision.reason, .reason).map { options.say("事由：\($0)", "reason \($0)") },
      title(decision.filed, .filed).map { options.say("备案情况：\($0)", "filed: \($0)") },
    ].compactMap { $0 }
    let id = answer.claim.id ?? "\(number)"
    let head = options.say("请求 \(id)：", "claim \(id): ") + parts.joined(separator: options.say("；", "; ")) + "\n"
    let rows = answer.rows(in: options.language)
    if rows.isEmpty { return head + options.say("  由请求写明\n\n", "  as the claim states it\n\n") }
    var table = TextTable(
      columns: [.init(options.say("理由", "ground")), .init(options.say("依据", "clause"))], indentation: 2)
    for row in rows { table.append([row.text, row.clause ?? ""]) }
    return head + table.rendered() + "\n"
  }
}

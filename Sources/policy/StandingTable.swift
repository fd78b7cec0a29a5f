import Claims
import Findings
import PolicyModel
import Settlement
import Standing

/// A standing and what it rests on as a table.
struct StandingTable {
  let text: String

  init(_ answer: StandingAnswer, number: Int, options: LanguageOptions) {
    let isChinese = options.language == .chinese
    func title(_ value: String?, _ dimension: Dimension) -> String? {
      guard let value, isChinese else { return value }
      return dimension.values.first { $0.id == value }?.chinese ?? value
    }
    let decision = answer.decision
    let isManual = decision.channels == .manual
    let region = answer.rules.compiled.policy.title
    let parts = [
      region,
      title(decision.standing, .standing).map { options.say("备案类型：\($0)", "standing \($0)") },
      options.say(isManual ? "渠道：手工报销" : "渠道：均可", isManual ? "channel manual" : "channel either"),
      title(decision.reason, .reason).map { options.say("事由：\($0)", "reason \($0)") },
      title(decision.filed, .filed).map { options.say("备案情况：\($0)", "filed: \($0)") },
    ].compactMap { $0 }
    let id = answer.claim.id ?? "\(number)"
    let head = options.say("请求 \(id)：", "claim \(id): ") + parts.joined(separator: options.say("；", "; ")) + "\n"
    var table = TextTable(
      columns: [.init(options.say("理由", "ground")), .init(options.say("依据", "clause"))], indentation: 2)
    for row in answer.rows(in: options.language) { table.append([row.text, row.clause ?? ""]) }
    text = head + table.rendered() + "\n"
  }
}

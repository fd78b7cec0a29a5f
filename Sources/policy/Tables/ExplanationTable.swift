import Claims
import Findings
import PolicyModel
import Settlement

/// A settlement as a table that a policy officer can read, step by step, with clause.
struct ExplanationTable {
  let text: String

  init(_ settled: SettledClaim, number: Int, options: LanguageOptions) {
    let policy = settled.rules.compiled.policy
    let id = settled.claim.id ?? "\(number)"
    let space = policy.space
    let standing = space.title(of: settled.standing, in: .standing, chinese: options.language == .chinese)
    var head = options.say(
      "请求 \(id)：\(policy.title)，\(policy.version) 起施行；待遇：\(settled.plan.plan.title)；备案类型：\(standing)\n",
      "claim \(id): \(policy.title), in force since \(policy.version); plan \(settled.plan.plan.name); standing \(standing)\n"
    )
    if let earlier = settled.earlierPart.first?.rules.compiled.policy {
      head += options.say(
        "跨年住院按天分割，上年部分按 \(earlier.title)，\(earlier.version) 起施行\n",
        "split by days; the part of the year before by \(earlier.title), in force since \(earlier.version)\n")
    }
    if settled.basis != .official {
      head += options.say(
        settled.basis == .assumed ? "注意：结果含有假定的数值\n" : "注意：结果所依据的数值来自转述，未经官方原文核对\n",
        settled.basis == .assumed
          ? "note: a figure of this result is assumed\n"
          : "note: figures are reported, not checked against an official text\n")
    }
    var table = TextTable(
      columns: [
        .init(options.say("步骤", "step")), .init(options.say("金额（元）", "yuan"), .right),
        .init(options.say("依据", "clause")),
      ], indentation: 2)
    for row in Explanation(settled, language: options.language).rows {
      table.append([row.text, row.amount ?? "", row.clause ?? ""])
    }
    text = head + table.rendered() + "\n"
  }
}

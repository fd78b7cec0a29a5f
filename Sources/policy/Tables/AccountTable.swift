import Findings
import PolicyModel
import Settlement
import Values

/// The accounts a caller keeps for each person between claims: what they hold, in which unit, and for how long.
struct AccountTable {
  let text: String

  init(_ compiled: CompiledPolicy, options: LanguageOptions) {
    func say(_ chinese: String, _ english: String) -> String { options.say(chinese, english) }
    var table = TextTable(
      columns: [
        .init(say("账户", "account")), .init(say("内容", "holds")), .init(say("单位", "unit")),
        .init(say("期间", "period")), .init(say("用到的待遇", "benefits that use it")),
      ], indentation: 2)
    var families: Set<String> = []
    for (index, account) in compiled.accounts.enumerated() {
      if let family = account.family, !families.insert(family).inserted { continue }
      let members = compiled.accounts.count { $0.family != nil && $0.family == account.family }
      let name = account.family.map { say("\($0).病种代码（\(members) 个）", "\($0).CODE (\(members))") } ?? account.name
      let plans = compiled.plans.filter { plan in
        plan.allAccounts.contains { used in
          used == index || (account.family != nil && compiled.accounts[used].family == account.family)
        }
      }
      table.append([
        name, say(account.measure.chinese, account.measure.rawValue),
        account.measure.isCount ? say("次", "times") : say("元", "yuan"),
        say(account.period.chinese, account.period.name), plans.map(\.plan.name).joined(separator: say("、", ", ")),
      ])
    }
    let policy = compiled.policy
    text =
      say(
        "\(policy.title)  待遇年度起于 \(policy.benefitYear.start)\n",
        "\(policy.title)  benefit year starts \(policy.benefitYear.start)\n")
      + table.rendered()
  }
}

import PolicyModel
import Settlement
import Values

/// What a rule says, in the words of the rule file, in both languages.
package struct RuleText: Hashable, Sendable {
  package let english: String
  package let chinese: String

  package init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// A number or a name, which is the same in every language.
  package init(_ same: String) { self.init(same, same) }

  package static func + (left: RuleText, right: RuleText) -> RuleText {
    RuleText(left.english + right.english, left.chinese + right.chinese)
  }

  /// One after the other, with commas between.
  package static func list(_ parts: [RuleText]) -> RuleText {
    RuleText(parts.map(\.english).joined(separator: ", "), parts.map(\.chinese).joined(separator: "，"))
  }
}

extension RuleText {
  static func money(_ amount: Fen) -> RuleText { RuleText(amount.description) }

  /// Of exact fen; a fraction of a fen as it is.
  static func money(_ amount: Exact) -> RuleText {
    guard amount.isWhole, let fen = Int64(exactly: amount.numerator) else { return RuleText("\(amount)/100") }
    return money(Fen(fen))
  }

  /// A percentage where it ends within six decimals, otherwise a fraction.
  static func share(_ share: Exact) -> RuleText {
    let (millionths, overflow) = share.numerator.multipliedReportingOverflow(by: 1_000_000)
    guard !overflow, millionths % share.denominator == 0, let whole = Int64(exactly: millionths / share.denominator)
    else { return RuleText("\(share)") }
    return RuleText(Ratio(millionths: whole).description)
  }

  static func bounds(atLeast: RuleText?, atMost: RuleText?) -> [RuleText] {
    [atLeast.map { RuleText("at_least ", "最低 ") + $0 }, atMost.map { RuleText("at_most ", "最高 ") + $0 }]
      .compactMap { $0 }
  }

  static func word(_ word: some RuleWord) -> RuleText { RuleText(word.rawValue, word.chinese) }

  static func word(_ period: Period) -> RuleText { RuleText(period.name, period.chinese) }

  static func word(_ merging: Merging) -> RuleText {
    switch merging {
    case .sameDayAndInstitution: RuleText("same_day_and_institution", "同日同机构")
    case .readmission(let days): RuleText("readmission within_days \(days)", "再入院 间隔天数 \(days)")
    }
  }

  /// Name, what is kept, and for how long; nil for none.
  static func account(_ index: Int, of policy: CompiledPolicy) -> RuleText? {
    guard policy.accounts.indices.contains(index) else { return nil }
    let account = policy.accounts[index]
    return RuleText(
      "\(account.name) (\(account.measure.rawValue), \(account.period.name))",
      "\(account.name)（\(account.measure.chinese)，\(account.period.chinese)）")
  }
}

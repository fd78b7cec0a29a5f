import Claims
import Findings
import PolicyModel
import Values

/// A reversal in words.
struct RefundTable {
  let text: String

  init(_ reversal: Reversal, options: LanguageOptions) {
    let id = reversal.id ?? "—"
    let fund = reversal.settled.fundTotal
    let clearing =
      reversal.clearing == .withdraw
      ? options.say("原结算和退费都不参加清算", "neither the settlement nor the reversal is cleared")
      : options.say("在下期清算中扣减 \(fund)", "\(fund) is deducted from the next clearing")
    var lines = [
      options.say(
        "退费 \(id)：退回结算 \(reversal.settlement)，基金收回 \(fund) 元（\(reversal.citation.text)）",
        "refund \(id): settlement \(reversal.settlement) is taken back, the funds get back \(fund) yuan (\(reversal.citation.text))"
      ),
      options.say("  清算：", "  clearing: ") + clearing,
    ]
    for (list, part) in zip(reversal.accounts, reversal.settled.parts) {
      let accounts = list.items.map { "\($0.name) \($0.text)" }.joined(separator: options.say("，", ", "))
      lines.append(
        options.say(
          "  退费后 \(part.claim.settledOn) 所在期间的累计：", "  accounts of the periods of \(part.claim.settledOn) afterwards: ")
          + accounts)
    }
    text = lines.joined(separator: "\n") + "\n\n"
  }
}

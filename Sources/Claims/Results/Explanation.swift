import Findings
import Format
import PolicyModel
import Settlement
import Standing
import Values

/// How a settlement came about in words: the standing, the steps, and what the person pays in the end.
package struct Explanation {
  package struct Row {
    /// Id of the layer; nil for steps of the whole claim.
    package let layer: String?
    package let text: String
    /// Exact amount in yuan.
    package let amount: String?
    package let clause: String?
  }

  private let settled: SettledClaim
  private let language: Language

  package init(_ settled: SettledClaim, language: Language) {
    self.settled = settled
    self.language = language
  }

  package var rows: [Row] {
    let isSplit = settled.parts.count > 1
    return settled.parts.flatMap { part in
      (isSplit ? [heading(part)] : []) + StandingRows(part.decision, part.claim, language: language).rows
        + (part.isAssumedWhole ? [assumedWhole] : []) + StepRows(settled: part, language: language).rows
    } + personalRows
  }

  /// The text of a clause, with a mark when it is not official.
  static func clause(_ found: Citation, _ language: Language) -> String {
    func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
    switch found.basis {
    case .official: return found.text
    case .reported: return found.text + say("（转述）", " (reported)")
    case .assumed: return found.text + say("（含假定）", " (involves an assumption)")
    }
  }

  private func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

  private func heading(_ part: SettledClaim) -> Row {
    let day = part.claim.settledOn
    return Row(
      layer: nil, text: say("■ 截至 \(day) 的部分", "■ part up to \(day)"), amount: "\(part.claim.amounts.total)",
      clause: nil)
  }

  private var assumedWhole: Row {
    Row(
      layer: nil,
      text: say("跨年住院：规定没有写明，按整笔结算（假定）", "stay over two years: the rules do not say; settled whole (assumed)"),
      amount: nil, clause: nil)
  }

  /// The person's parts at the end, without those that are nothing.
  private var personalRows: [Row] {
    func sum(_ part: KeyPath<PersonalParts, Fen>) -> Fen {
      Fen(settled.parts.reduce(0) { $0 + $1.outcome.personal[keyPath: part].count })
    }
    let values = [sum(\.outOfScope), sum(\.nonLocalSelfPay), sum(\.deductible), sum(\.overCap), sum(\.ratioShare)]
    var rows = zip(SettlementFormat.personalFields, values).compactMap { field, value -> Row? in
      guard value != .zero else { return nil }
      return Row(
        layer: nil, text: say("个人：\(field.title.chinese)", "person: \(field.title.english)"), amount: "\(value)",
        clause: nil)
    }
    rows.append(Row(layer: nil, text: say("基金合计", "all funds"), amount: "\(settled.fundTotal)", clause: nil))
    rows.append(Row(layer: nil, text: say("个人合计", "the person"), amount: "\(sum(\.total))", clause: nil))
    return rows
  }
}

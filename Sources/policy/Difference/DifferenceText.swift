import Analysis
import Claims
import Findings
import PolicyModel
import Settlement
import Sides
import Values

/// What two sides do differently, for people: one block for each region and stretch of days.
struct DifferenceText {
  let text: String

  init(
    _ differences: [PairDifference], codeLists: [CodeListDifference] = [],
    _ sides: (before: PolicySide, after: PolicySide), options: LanguageOptions
  ) {
    let heading = "A  \(sides.before.label)\nB  \(sides.after.label)\n"
    let isDifferent = !differences.isEmpty || !codeLists.isEmpty
    if !isDifferent, [sides.before, sides.after].contains(where: { !$0.errors.isEmpty }) {
      text =
        heading + options.say("有错误的规则没有比较，其余没有差别\n", "rules with errors are not compared; no difference elsewhere\n")
      return
    }
    if !isDifferent {
      text = heading + options.say("没有差别：对每一种请求，两方的结果都一样\n", "no difference: both do the same with every claim\n")
      return
    }
    text =
      heading + CodeListText(codeLists, options: options).text
      + differences.map { "\n" + PairText($0, sides, options).text }.joined()
  }
}

private struct PairText {
  private let pair: RulePair
  private let words: DifferenceWords
  private let name: String
  private let content: PairDifference.Content

  init(_ difference: PairDifference, _ sides: (before: PolicySide, after: PolicySide), _ options: LanguageOptions) {
    pair = difference.pair
    content = difference.content
    words = DifferenceWords(difference.pair, options: options)
    name = sides.before.catalogue.regions[difference.pair.region]?.name ?? ""
  }

  var text: String {
    "■ \(pair.region.text) \(name)  \(words.days(pair.days))\n" + lines.map { "  \($0)".trimmedEnd + "\n" }.joined()
  }

  private func say(_ chinese: String, _ english: String) -> String { words.say(chinese, english) }

  private var lines: [String] {
    switch content {
    case .none: []
    case .onlyOneSide:
      [pair.before.isNone ? say("只有 B 有规则", "only B has rules") : say("只有 A 有规则", "only A has rules")]
    case .unusable: [unusable("A", pair.before), unusable("B", pair.after)].compactMap { $0 }
    case .notAnalysed(let failure): [words.text(failure)]
    case .differs(let benefits, let standings, let sections):
      benefits.flatMap(self.benefit) + standings.flatMap(standing) + sections.map(SectionWords(words).line)
    }
  }

  /// Why the rules of a side cannot be compared; nil when it is not for them.
  private func unusable(_ side: String, _ rules: SideRules) -> String? {
    switch rules {
    case .found, .none: nil
    case .faulty: say("\(side) 的规则有错误，没有比较", "the rules of \(side) have errors; not compared")
    case .draft:
      say("\(side) 的规则是草案，没有比较；加 --draft 一起比较", "the rules of \(side) are a draft; not compared without --draft")
    }
  }

  // MARK: Benefits

  private func benefit(_ witnessed: WitnessedDifference) -> [String] {
    let difference = witnessed.difference
    let same = difference.before == difference.after
    var lines = [
      same
        ? words.text(difference.before)
        : "A \(words.text(difference.before))  →  B \(words.text(difference.after))"
    ]
    lines += difference.groups.map { "  " + say("对象 ", "for ") + words.who($0) }
    if let paid = difference.paid {
      lines += table(paid) + largest(paid, witnessed)
    } else if !difference.figures.isEmpty {
      lines.append(
        "  "
          + say(
            "一年里全在政策范围内的第一笔请求支付不变，其他的可能变：",
            "the first claim of a year, all of it in scope, is paid the same; others may not be:"))
    }
    lines += difference.figures.map { "  " + words.text($0) }
    // Under the earlier rules the same claim; it differs at most in the day and the accounts.
    if let claim = witnessed.claims.after ?? witnessed.claims.before {
      lines.append("  " + say("证据 ", "witness ") + claim)
    }
    return lines
  }

  private func largest(_ paid: PaidChange, _ witnessed: WitnessedDifference) -> [String] {
    guard let before = witnessed.paid.before, let after = witnessed.paid.after else { return [] }
    if before == after {
      // Between funds the sum is said to be the same.
      return paid.intervals.allSatisfy(\.isBetweenFunds)
        ? [] : ["  " + say("差别小于舍入，只在个别费用上显出来", "less than is rounded: it shows at some expenses only")]
    }
    let example = say(
      "费用 \(witnessed.expense.grouped) 元，支付 \(before.grouped) → \(after.grouped) 元（\(change(before, after))）",
      "at \(witnessed.expense.grouped), paid \(before.grouped) → \(after.grouped) (\(change(before, after)))")
    return [
      "  "
        + (paid.isUnbounded
          ? say("差别没有上限，例如\(example)", "the difference grows without end, e.g. \(example)")
          : say("差别最大：\(example)", "largest: \(example)"))
    ]
  }

  private func change(_ before: Fen, _ after: Fen) -> String {
    (after.count > before.count ? "+" : "") + Fen(after.count - before.count).grouped
  }

  private func table(_ paid: PaidChange) -> [String] {
    var table = TextTable(
      columns: [
        .init(say("费用（元）", "expense"), .right), .init(say("A 支付", "A pays"), .right),
        .init(say("B 支付", "B pays"), .right), .init(say("差", "change"), .right),
      ], indentation: 2)
    for interval in paid.intervals {
      for (index, point) in interval.points.enumerated() { table.append(row(point, isStart: index == 0)) }
      if let slopes = interval.slopes {
        table.append([
          say("以上每 100 元", "each 100 beyond"), Yuan.text(hundredfold(slopes.before)),
          Yuan.text(hundredfold(slopes.after)), "",
        ])
      }
    }
    var lines = table.rendered().split(separator: "\n").map(String.init)
    if paid.intervals.allSatisfy(\.isBetweenFunds) {
      let funds = paid.funds.map { say($0.chinese, $0.rawValue) }.joined(separator: say("、", ", "))
      lines.append("  " + say("总额不变，支付的基金变了：\(funds)", "the sum is the same, the funds that pay differ: \(funds)"))
    }
    return lines
  }

  private func row(_ point: PaidChange.Point, isStart: Bool) -> [String] {
    let difference = (try? point.after.subtracting(point.before)) ?? .zero
    return [
      (isStart ? "> " : "") + Yuan.text(point.expense), Yuan.text(point.before), Yuan.text(point.after),
      (difference.numerator > 0 ? "+" : "") + Yuan.text(difference),
    ]
  }

  /// Of a hundred yuan, in fen.
  private func hundredfold(_ slope: Exact) -> Exact { (try? slope.multiplied(by: Exact(10_000))) ?? slope }

  // MARK: The rest

  private func standing(_ difference: StandingDifference) -> [String] {
    let question =
      switch difference.question {
      case .needed: say("是否要备案", "filing")
      case .standing: say("备案类型", "standing")
      case .channel: say("结算渠道", "channel")
      }
    func text(_ answer: String?) -> String {
      guard let answer else { return "—" }
      switch difference.question {
      case .needed: return answer == "needed" ? say("要备案", "needed") : say("不要备案", "not needed")
      case .standing: return answer == "not_payable" ? say("不予支付", answer) : words.title(of: answer, in: .standing)
      case .channel: return answer == "manual" ? say("只能手工", answer) : say("均可", answer)
      }
    }
    return ["\(question): \(text(difference.before)) → \(text(difference.after))"]
      + difference.groups.map { "  " + say("对象 ", "for ") + words.who($0) }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

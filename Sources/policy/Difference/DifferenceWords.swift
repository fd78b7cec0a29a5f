import Analysis
import Claims
import Findings
import PolicyModel
import Settlement
import Sides
import Values

/// How groups of claims and what becomes of them are told to people.
struct DifferenceWords {
  private(set) var options: LanguageOptions
  let spaces: [DimensionSpace]

  init(_ pair: RulePair, options: LanguageOptions) {
    self.options = options
    spaces = [pair.before, pair.after].compactMap { $0.rules?.compiled.space }
  }

  /// The same for programs, which get one language only.
  var inEnglish: DifferenceWords {
    var words = self
    words.options.chosenLanguage = .english
    return words
  }

  private var isChinese: Bool { options.language == .chinese }

  func say(_ chinese: String, _ english: String) -> String { options.say(chinese, english) }

  func name(of dimension: Dimension) -> String { isChinese ? dimension.chinese : dimension.name }

  func title(of value: String, in dimension: Dimension) -> String {
    let space = spaces.first { $0.index(of: value, in: dimension) >= 0 } ?? spaces.first
    return space?.title(of: value, in: dimension, chinese: isChinese) ?? value
  }

  /// `人员：成年、老年；医院级别：三级`; everybody when nothing limits the group.
  func who(_ group: BenefitDifference.Group) -> String {
    who(group.choices.map { ($0.dimension, values($0.choices, in: $0.dimension)) })
  }

  func who(_ group: [(dimension: Dimension, values: [String])]) -> String {
    if group.isEmpty { return say("全部", "all") }
    return group.map { dimension, values in
      let titles = dimension.isNumeric ? values : values.map { title(of: $0, in: dimension) }
      return name(of: dimension) + say("：", ": ") + titles.joined(separator: say("、", ", "))
    }.joined(separator: say("；", "; "))
  }

  /// Ids of values, or stretches of numbers: `1`, `2–9`, `60+`.
  func values(_ choices: [SituationAxis.Choice], in dimension: Dimension) -> [String] {
    guard dimension.isNumeric else { return choices.flatMap(\.members) }
    return choices.map { choice in
      guard choice.members.count > 1, let last = choice.members.last else { return "\(choice.value)+" }
      return last == choice.value ? choice.value : "\(choice.value)–\(last)"
    }
  }

  func text(_ side: BenefitDifference.Side) -> String {
    switch side {
    case .settles(let plan, let title): isChinese ? title : plan
    case .refused(let failure): say("不予结算：", "not settled: ") + text(failure)
    }
  }

  func text(_ text: RuleText) -> String { isChinese ? text.chinese : text.english }

  /// `pool.支付比例：60% → 50%`.
  func text(_ change: BenefitDifference.FigureChange) -> String {
    let name = text(change.name) + say("：", ": ")
    if let side = change.layerOnlyIn {
      let fund = (change.before ?? change.after).map(text) ?? ""
      return name + only(side, say("这一层", "this layer")) + say("（\(fund)）", " (\(fund))")
    }
    return "\(name)\(change.before.map(text) ?? "—") → \(change.after.map(text) ?? "—")"
  }

  /// That one side alone has something.
  func only(_ side: ComparedSide, _ what: String) -> String {
    let name = side == .before ? "A" : "B"
    return say("只有 \(name) 有\(what)", "only \(name) has \(what)")
  }

  private func text(_ failure: EvaluationFailure) -> String {
    switch failure {
    case .refused(let reason): reason
    case .noPlan: say("没有适用的待遇", "no benefit is for it")
    case .missingFact(let dimension): say("规则还要知道", "the rules also ask for ") + name(of: dimension)
    case .missingDays: say("规则还要知道住院天数", "the rules also ask for the days of the stay")
    case .missingDiseases: say("规则还要知道全部病种", "the rules also ask for all diseases")
    case .nonLocalUnknown: say("没有规定异地就医", "nothing is said about treatment elsewhere")
    case .noCase: say("表里没有这种情形", "a table has no case for it")
    case .overflow: say("数字过大", "numbers too large")
    }
  }

  func text(_ failure: AnalysisFailure) -> String {
    switch failure {
    case .overflow: say("精确的数太长，没有比较", "exact numbers grow too large; not compared")
    case .tooManySituations: say("情形太多，没有比较", "too many combinations; not compared")
    case .noCase: say("表里缺情形，没有比较", "a table lacks a case; not compared")
    case .slabOfVaryingDeductible:
      say("全额分档、支付限额和按比例的起付标准同用，没有比较", "slab, cap on paid and a deductible by share together; not compared")
    case .unconfirmed: say("结算没有证实算出的差别，没有比较", "claims do not settle to what was worked out; not compared")
    }
  }

  func days(_ days: [DateInterval]) -> String {
    days.map { interval in
      let end = interval.through.map(\.description) ?? ""
      if interval.from <= .distantPast {
        return end.isEmpty ? say("全部日期", "all days") : say("至 \(end)", "up to \(end)")
      }
      return end.isEmpty
        ? say("\(interval.from) 起", "from \(interval.from)")
        : say("\(interval.from) 至 \(end)", "\(interval.from) to \(end)")
    }.joined(separator: say("，", ", "))
  }
}

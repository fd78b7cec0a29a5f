import Analysis
import Claims
import Findings
import PolicyModel
import Settlement
import Sides
import Values

/// What two sides do differently, for programs. Amounts are yuan in exact decimals, or fractions `n/d` of a yuan.
enum DifferenceJSON {
  static func object(
    _ differences: [PairDifference], codeLists: [CodeListDifference], before: String, after: String,
    _ options: LanguageOptions
  ) -> String {
    JSONText.object([
      ("before", JSONText.string(before)), ("after", JSONText.string(after)),
      ("code_lists", list(codeLists.map(codeList))),
      ("differences", list(differences.map { pair($0, options) })),
    ])
  }

  private static func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  private static func text(_ text: String?) -> String { text.map { JSONText.string($0) } ?? "null" }

  private static func pair(_ difference: PairDifference, _ options: LanguageOptions) -> String {
    let words = DifferenceWords(difference.pair, options: options)
    var members = [
      ("region", text(difference.pair.region.text)),
      (
        "days",
        list(
          difference.pair.days.map { days in
            let isAlways = days.from <= .distantPast
            return JSONText.object([
              ("from", isAlways ? "null" : text(days.from.description)), ("to", text(days.through?.description)),
            ])
          })
      ),
    ]
    switch difference.content {
    case .none: members.append(("kind", text("none")))
    case .onlyOneSide: members.append(("kind", text(difference.pair.before.isNone ? "only_after" : "only_before")))
    case .unusable:
      members += [
        ("kind", text("unusable")), ("before", state(difference.pair.before)), ("after", state(difference.pair.after)),
      ]
    case .notAnalysed(let failure):
      members += [("kind", text("not_analysed")), ("reason", text(words.text(failure)))]
    case .differs(let benefits, let standings, let sections):
      members += [
        ("kind", text("differs")), ("benefits", list(benefits.map { benefit($0, words) })),
        ("standings", list(standings.map(standing))), ("sections", list(sections.map { section($0, words) })),
      ]
    }
    return JSONText.object(members)
  }

  private static func state(_ rules: SideRules) -> String {
    switch rules {
    case .found: text("found")
    case .none: text("none")
    case .draft: text("draft")
    case .faulty: text("faulty")
    }
  }

  private static func benefit(_ witnessed: WitnessedDifference, _ words: DifferenceWords) -> String {
    let difference = witnessed.difference
    var members = [
      ("before", side(difference.before, words)), ("after", side(difference.after, words)),
      (
        "for",
        list(
          difference.groups.map { group in
            who(group.choices.map { ($0.dimension, words.values($0.choices, in: $0.dimension)) })
          })
      ),
    ]
    if let paid = difference.paid {
      let example = JSONText.object([
        ("expense", "\(witnessed.expense)"), ("before", witnessed.paid.before.map(\.description) ?? "null"),
        ("after", witnessed.paid.after.map(\.description) ?? "null"),
      ])
      members += [
        ("intervals", list(paid.intervals.map(interval))),
        ("funds", list(paid.funds.map { text($0.rawValue) })),
      ]
      members += paid.isUnbounded ? [("largest", "null"), ("example", example)] : [("largest", example)]
    }
    members += [
      (
        "figures",
        list(
          difference.figures.map { figure in
            JSONText.object([
              ("path", text(figure.path)), ("before", text(figure.before?.english)),
              ("after", text(figure.after?.english)),
            ])
          })
      ),
      (
        "witness",
        JSONText.object([
          ("before", witnessed.claims.before ?? "null"), ("after", witnessed.claims.after ?? "null"),
        ])
      ),
    ]
    return JSONText.object(members)
  }

  private static func side(_ side: BenefitDifference.Side, _ words: DifferenceWords) -> String {
    switch side {
    case .settles(let plan, let title): JSONText.object([("plan", text(plan)), ("title", text(title))])
    case .refused: JSONText.object([("refused", text(words.text(side)))])
    }
  }

  private static func who(_ group: [(dimension: Dimension, values: [String])]) -> String {
    JSONText.object(group.map { ($0.dimension.name, list($0.values.map { text($0) })) })
  }

  private static func interval(_ interval: PaidChange.Interval) -> String {
    var members = [
      ("from", amount(interval.from)), ("to", interval.to.map(amount) ?? "null"),
      (
        "points",
        list(
          interval.points.map { point in
            JSONText.object([
              ("expense", amount(point.expense)), ("before", amount(point.before)), ("after", amount(point.after)),
            ])
          })
      ),
    ]
    if let slopes = interval.slopes {
      members.append(
        (
          "beyond",
          JSONText.object([("before", text(slopes.before.description)), ("after", text(slopes.after.description))])
        ))
    }
    if interval.isBetweenFunds { members.append(("only_funds_differ", "true")) }
    return JSONText.object(members)
  }

  /// Exact: a JSON number where decimals end, otherwise a fraction in a string.
  private static func amount(_ fen: Exact) -> String {
    if let whole = Int64(exactly: fen.numerator), fen.isWhole { return Fen(whole).description }
    let decimal = Yuan.text(fen)
    if !decimal.hasSuffix("…") { return decimal }
    return text(((try? fen.divided(by: Exact(100))) ?? fen).description)
  }

  private static func standing(_ difference: StandingDifference) -> String {
    JSONText.object([
      ("question", text(difference.question.rawValue)), ("for", list(difference.groups.map(who))),
      ("before", text(difference.before)), ("after", text(difference.after)),
    ])
  }

  private static func section(_ difference: SectionDifference, _ words: DifferenceWords) -> String {
    let section = SectionWords(words.inEnglish)
    let values = section.texts(difference)
    var members = [
      ("path", text(section.name(difference))), ("before", text(values.before)), ("after", text(values.after)),
    ]
    if let side = difference.onlyIn { members.append(("only_in", text(side.rawValue))) }
    return JSONText.object(members)
  }

  private static func codeList(_ difference: CodeListDifference) -> String {
    JSONText.object([
      ("list", text(difference.list.key)), ("code", text(difference.code)), ("before", text(difference.before)),
      ("after", text(difference.after)),
    ])
  }
}

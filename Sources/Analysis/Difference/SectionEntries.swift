import PolicyModel
import Values

/// What the rules say beside the benefits, each thing by itself.
///
/// Benefits, and the tables that filing rules answer by, are compared for every claim instead.
struct SectionEntries {
  let policy: ResolvedPolicy
  private let other: ResolvedPolicy

  init(_ policy: ResolvedPolicy, against other: ResolvedPolicy) {
    self.policy = policy
    self.other = other
  }

  var all: [SectionEntry] {
    general + attributes + diseases + classes + filing + stays + refunds + fund + refusals + refusedElsewhere
      + guardrails
  }

  private var general: [SectionEntry] {
    let unit =
      switch policy.rounding.rounding.unit {
      case 1: "fen"
      case 10: "jiao"
      default: "yuan"
      }
    return [
      SectionEntry(["status"], .word(policy.status)),
      SectionEntry(["benefit_year", "starts"], .text(RuleText(policy.benefitYear.start))),
      SectionEntry(["facts_as_of"], .word(policy.factsAsOf)),
      SectionEntry(["rounding", "mode"], .word(policy.rounding.rounding.mode)),
      SectionEntry(["rounding", "unit"], .words([unit])),
      SectionEntry(["rounding", "per"], .word(policy.rounding.moment)),
    ]
  }

  // MARK: What claims carry

  private var attributes: [SectionEntry] {
    policy.space.attributes.flatMap { attribute in
      let path = ["attributes", attribute.name]
      return [
        SectionEntry(path + ["kind"], depth: 2, .words([attribute.isNumeric ? "number" : "choice"])),
        SectionEntry(path + ["values"], depth: 2, .codes(attribute.values.map(\.id).sorted())),
      ]
    }
  }

  private var diseases: [SectionEntry] {
    guard let list = policy.space.diseases else { return [] }
    return [
      SectionEntry(["diseases", "groups"], .codes(list.groups.map(\.id).sorted())),
      SectionEntry(["diseases", "list"], .codes(list.diseases.map(\.code).sorted())),
    ]
      + list.diseases.compactMap { disease in
        disease.group.map { SectionEntry(["diseases", "list", disease.code, "group"], .text(RuleText($0))) }
      }
  }

  /// Of the classes that both sides have. The claims of one that only one side has are compared with what the other side
  /// does with the value it refines.
  private var classes: [SectionEntry] {
    let shared = Set(other.space.classes.map { [$0.dimension.name, $0.id] })
    return policy.space.classes.filter { shared.contains([$0.dimension.name, $0.id]) }.sorted { $0.id < $1.id }
      .flatMap { item in
        let path = ["classes", item.id]
        return [SectionEntry(path + ["is"], depth: 2, .values([item.parent], of: item.dimension)), members(item, path)]
      }
  }

  private func members(_ item: DimensionClass, _ path: [String]) -> SectionEntry {
    switch item.members {
    case .institutions(let codes): SectionEntry(path + ["members", "institutions"], depth: 2, .codes(codes.sorted()))
    case .codes(let codes): SectionEntry(path + ["members", "codes"], depth: 2, .codes(codes.sorted()))
    case .attribute(let name, let value):
      SectionEntry(path + ["members", "attribute"], depth: 2, .text(RuleText("\(name) = \(value)")))
    }
  }

  // MARK: Visits

  private var stays: [SectionEntry] {
    guard let rules = policy.stayAcrossYears else { return [] }
    let path = ["stay_across_years"]
    return [
      SectionEntry(path + ["settled"], .word(rules.settling.value)),
      SectionEntry(path + ["deductible"], .word(rules.deductible)),
      SectionEntry(path + ["counts_in"], .word(rules.counting)),
    ]
  }

  private var refunds: [SectionEntry] {
    guard let rules = policy.refunds else { return [] }
    let places: [(String, Dimension, Set<String>?)] = [
      ("visits", .visit, rules.visits), ("distances", .distance, rules.distances),
      ("channels", .channel, rules.channels),
    ]
    let allowed = RefundRules.Circumstance.allCases.filter(rules.allowed.contains).map(\.rawValue)
    return places.compactMap { name, dimension, values in
      values.map { SectionEntry(["refunds", name], .values($0.sorted(), of: dimension)) }
    } + [SectionEntry(["refunds", "allows"], .words(allowed))]
  }

  // MARK: What does not settle

  private var refusals: [SectionEntry] {
    policy.refusals.map { refusal in
      SectionEntry(
        [refusal.kind.rawValue], cases: SectionCase.list(refusal.applies), depth: 0, .text(RuleText(refusal.reason)))
    }
  }

  /// What callers are told where no claim settles on either side.
  private var refusedElsewhere: [SectionEntry] {
    guard let rules = policy.nonLocal else { return [] }
    return rules.table.rows.compactMap { row in
      guard case .refused(let reason, _) = row.leaf else { return nil }
      return SectionEntry(
        ["non_local", "refused"], cases: SectionCase.list(rules.table.dimensions, row.keys), depth: 0,
        .text(RuleText(reason)))
    }
  }

  // MARK: Limits for the levels below

  private var guardrails: [SectionEntry] {
    policy.guardrails.flatMap { guardrail in
      let path = ["guardrails", guardrail.id]
      let rows = guardrail.table.rows.map { row in
        SectionEntry(
          path, cases: SectionCase.list(guardrail.table.dimensions, row.keys), depth: 2,
          row.leaf.map { .text(RuleText($0.value.percentText)) } ?? .text(RuleText("none", "无")))
      }
      let tolerance = guardrail.tolerance.map {
        SectionEntry(path + ["tolerance"], depth: 2, .text(RuleText($0.percentText)))
      }
      return [SectionEntry(path + ["strictness"], depth: 2, .word(guardrail.strictness))]
        + [tolerance].compactMap { $0 } + rows
    }
  }
}

import Analysis
import Findings
import PolicyModel
import Settlement
import Values

/// A lower hospital level does not pay less than a higher one, nor a retired person get less than one in service.
struct LevelOrderCheck: ExactCheck {
  private var findings: [Finding] = []

  mutating func look(at plan: AnalysedPlan) {
    compare(plan, .hospitalLevel, ["tertiary", "secondary", "primary"], .lowerLevelPaysLess)
    compare(plan, .person, ["employed", "retired"], .retiredPaysMore)
  }

  func report(to collector: FindingCollector) { collector.add(findings) }

  /// - Parameter order: fixed values, each to be paid at least what the one before it is.
  private mutating func compare(_ plan: AnalysedPlan, _ dimension: Dimension, _ order: [String], _ kind: FindingKind) {
    let situations = plan.situations
    guard let axis = situations.grid.axes.firstIndex(where: { $0.dimension == dimension }) else { return }
    var compared: Set<[Int]> = []
    for combination in situations.byCombination.indices {
      guard let less = situations.byCombination[combination] else { continue }
      var coordinates = situations.grid.coordinates(of: combination)
      let own = ranks(situations.grid.axes[axis].choices[coordinates[axis]], order)
      for (choice, other) in situations.grid.axes[axis].choices.enumerated() {
        guard let last = own.last, ranks(other, order).first == last + 1 else { continue }
        coordinates[axis] = choice
        guard let more = situations.byCombination[situations.grid.combination(at: coordinates)], more != less,
          compared.insert([less, more]).inserted, let finding = finding(kind, plan, expected: more, least: less)
        else { continue }
        findings.append(finding)
        return
      }
    }
  }

  /// Only the fixed values themselves have an order; a class of its own may have reasons of its own.
  private func ranks(_ choice: SituationAxis.Choice, _ order: [String]) -> [Int] {
    order.indices.filter { choice.members.contains(order[$0]) }
  }

  /// Where caps begin to stop one of them: a cap that is used up sooner leaves more to later layers, and many regions cap
  /// visits to lower levels lower, so that beyond it the order says nothing.
  private static func end(of first: PlanFunction, _ second: PlanFunction) throws -> Exact? {
    let ends = try [first, second].compactMap { try $0.firstStop() }
    return try ends.first.map { try ends.reduce($0) { try $0.lesser(of: $1) } }
  }

  private func finding(_ kind: FindingKind, _ plan: AnalysedPlan, expected: Int, least: Int) -> Finding? {
    guard let expectedFunction = plan.functions[expected], let leastFunction = plan.functions[least],
      let short = try? Comparison.largestShortfall(
        of: expectedFunction.total, below: leastFunction.total,
        upTo: LevelOrderCheck.end(of: expectedFunction, leastFunction))
    else { return nil }
    let situations = plan.situations.distinct
    guard let found = plan.paid(situations[expected], inScope: short),
      let other = plan.paid(situations[least], inScope: short),
      found < other
    else { return nil }
    return Finding(
      kind, at: plan.plan.plan.place,
      plan.arguments(
        situations[expected],
        [
          "expense": short.description, "paid": found.description, "other": other.description,
          "than_zh": plan.words(for: situations[least], chinese: true),
          "than": plan.words(for: situations[least], chinese: false),
        ]),
      witnesses: plan.witness(situations[expected], inScope: short, id: "witness-1")
        + plan.witness(situations[least], inScope: short, id: "witness-2"))
  }
}

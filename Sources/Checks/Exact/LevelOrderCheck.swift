import Analysis
import Findings
import PolicyModel
import Settlement
import Values

/// A lower hospital level does not pay less than a higher one; nor is less paid for a retired person than for one in
/// service, for somebody in hardship than for others, for a later stay of the year than for the one before.
enum LevelOrderCheck: ExactCheck {
  static func look(at plan: AnalysedPlan) -> [Observation] {
    var found: [Finding] = []
    for order in PaymentOrder.all where !found.contains(where: { $0.kind == order.kind }) {
      if let finding = firstBreach(of: order, in: plan) { found.append(finding) }
    }
    return found.map { .fault($0) }
  }

  private static func firstBreach(of order: PaymentOrder, in plan: AnalysedPlan) -> Finding? {
    let situations = plan.situations
    guard let axis = situations.grid.axes.firstIndex(where: { $0.dimension == order.dimension }) else { return nil }
    let choices = situations.grid.axes[axis].choices
    let ranks = choices.map { order.ranks(of: $0, in: plan.policy.space) }
    var compared: Set<[Int]> = []
    for combination in situations.byCombination.indices {
      guard let least = situations.byCombination[combination] else { continue }
      var coordinates = situations.grid.coordinates(of: combination)
      let own = coordinates[axis]
      for choice in choices.indices where order.isNext(ranks[choice], after: ranks[own]) {
        coordinates[axis] = choice
        guard let most = situations.byCombination[situations.grid.combination(at: coordinates)], most != least,
          compared.insert([least, most]).inserted, let finding = finding(order, plan, expected: most, least: least)
        else { continue }
        return finding
      }
    }
    return nil
  }

  /// How far two situations are compared; nil when to the end.
  ///
  /// Where caps begin to stop one of them the order says nothing: who is paid more reaches a cap sooner, a supplement on
  /// what the person bears then adds less, and many regions cap visits to lower levels lower. But what is paid for a
  /// person does not fall behind further and further, nor has a lower cap, nor differs but for later layers.
  private static func end(_ order: PaymentOrder, expected: PlanFunction, least: PlanFunction) throws -> Exact? {
    if try !order.allowsLowerCaps && (expected.startsLike(least) || expected.fallsBehind(least)) { return nil }
    let ends = try [expected, least].compactMap { try $0.firstStop() }
    return try ends.first.map { try ends.reduce($0) { try $0.lesser(of: $1) } }
  }

  private static func finding(_ order: PaymentOrder, _ plan: AnalysedPlan, expected: Int, least: Int) -> Finding? {
    guard let expectedFunction = plan.functions[expected], let leastFunction = plan.functions[least],
      // A jump of its own makes everything beside it fall behind.
      (try? expectedFunction.jumps()) == false, (try? leastFunction.jumps()) == false,
      let short = try? Comparison.largestShortfall(
        of: expectedFunction.total, below: leastFunction.total,
        upTo: end(order, expected: expectedFunction, least: leastFunction))
    else { return nil }
    let situations = plan.situations.distinct
    // Each layer rounds once, so that a fen of each may be lost on the way.
    guard let found = plan.paid(situations[expected], inScope: short),
      let other = plan.paid(situations[least], inScope: short),
      other.count - found.count > Int64(plan.plan.layers.count)
    else { return nil }
    return Finding(
      order.kind, at: plan.plan.plan.place,
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

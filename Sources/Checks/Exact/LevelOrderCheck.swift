import Analysis
import Findings
import PolicyModel
import Settlement
import Values

/// A lower hospital level does not pay less than a higher one; nor is less paid for a retired person than for one in
/// service, for somebody in hardship than for others, for a later stay of the year than for the one before: in an empty
/// year, and from where a column of the year begins.
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
          compared.insert([least, most]).inserted
        else { continue }
        for pair in Pair.all(in: plan, expected: most, least: least) {
          if let finding = finding(order, plan, pair) { return finding }
        }
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

  private static func finding(_ order: PaymentOrder, _ plan: AnalysedPlan, _ pair: Pair) -> Finding? {
    // A jump of its own makes everything beside it fall behind.
    guard (try? pair.expectedFunction.jumps()) == false, (try? pair.leastFunction.jumps()) == false,
      let short = try? Comparison.largestShortfall(
        of: pair.expectedFunction.total, below: pair.leastFunction.total,
        upTo: end(order, expected: pair.expectedFunction, least: pair.leastFunction))
    else { return nil }
    // Each layer rounds once, so that a fen of each may be lost on the way.
    guard let found = plan.paid(pair.expected, short), let other = plan.paid(pair.least, short),
      other.count - found.count > Int64(plan.plan.layers.count)
    else { return nil }
    return Finding(
      order.kind, at: plan.plan.plan.place,
      plan.arguments(
        pair.expected,
        [
          "expense": short.description, "paid": found.description, "other": other.description,
          "than_zh": plan.words(for: pair.least.situation, chinese: true),
          "than": plan.words(for: pair.least.situation, chinese: false),
        ]),
      witnesses: plan.witness(pair.expected, of: short, id: "witness-1")
        + plan.witness(pair.least, of: short, id: "witness-2"))
  }
}

/// Two claims with the same in the accounts, of which one should be paid no less.
private struct Pair {
  let expected: ClaimOutset
  let least: ClaimOutset
  let expectedFunction: PlanFunction
  let leastFunction: PlanFunction

  /// In an empty year, and from where the first one's claims come to a column.
  static func all(in plan: AnalysedPlan, expected: Int, least: Int) -> [Pair] {
    guard let expectedFunction = plan.functions[expected], let leastFunction = plan.functions[least] else { return [] }
    let (first, second) = (plan.situations.distinct[expected], plan.situations.distinct[least])
    let empty = Pair(
      expected: ClaimOutset(first), least: ClaimOutset(second), expectedFunction: expectedFunction,
      leastFunction: leastFunction)
    return [empty]
      + plan.columnStarts[expected].compactMap { accounts in
        let outsets = (ClaimOutset(first, accounts: accounts), ClaimOutset(second, accounts: accounts))
        guard let expectedFunction = outsets.0.function, let leastFunction = outsets.1.function else { return nil }
        return Pair(
          expected: outsets.0, least: outsets.1, expectedFunction: expectedFunction, leastFunction: leastFunction)
      }
  }
}

import PolicyModel
import Settlement
import Values

/// Looks up the figures that hold in a situation, as the evaluator does.
struct LookUp {
  private var evaluator: Evaluator<SilentRecorder>

  /// - Parameter accounts: of those that count stays what they hold; the others are not looked at.
  init(
    _ policy: CompiledPolicy, _ plan: CompiledPlan, _ change: CompiledChange?, _ facts: Facts, accounts: [Int64]
  ) {
    evaluator = Evaluator(policy, plan, change, facts, accounts, SilentRecorder())
  }

  var facts: Facts { evaluator.facts }

  /// A table had no case for the situation.
  var lacksCase: Bool { evaluator.lacksCase }

  mutating func treatAsLevel() {
    if let level = evaluator.change?.treatedAsLevel { evaluator.facts[.hospitalLevel] = level.value }
  }

  /// Puts the ordinal of the stay among the facts, counted as the rule counts; the overall one without a rule.
  @discardableResult
  mutating func setOrdinal(_ rule: CompiledDeductible?) -> Int? { evaluator.lookUpOrdinal(rule) }

  mutating func leaf(of table: DenseTable) -> Int? { evaluator.leaf(of: table) }

  mutating func figure<Value>(of table: CompiledTable<Value>) -> Value? {
    leaf(of: table.table).map { table.values[$0].value }
  }

  /// The amount of a cap; nil when it is lifted.
  mutating func limit(of cap: CompiledCap) throws(ArithmeticOverflow) -> Fen? {
    try evaluator.limit(of: cap)?.value
  }

  /// The final ratio of each column of a layer; nil when its table has no case.
  mutating func rates(of layer: Int) throws(ArithmeticOverflow) -> [Exact]? {
    let ratio = evaluator.plan.layers[layer].ratio
    guard let leaf = leaf(of: ratio.table) else { return nil }
    var rates: [Exact] = []
    for column in ratio.ends.indices {
      rates.append(try evaluator.finalRatio(layer, leaf: leaf, column: column).value)
    }
    return rates
  }
}

extension Situation {
  /// The final ratio of each column of a layer; nil when its table has no case.
  func rates(of layer: Int) throws(ArithmeticOverflow) -> [Exact]? {
    var lookUp = LookUp(policy, plan, change, facts, accounts: emptyYear)
    lookUp.treatAsLevel()
    lookUp.setOrdinal(nil)
    return try lookUp.rates(of: layer)
  }
}

/// Nothing is told of looking figures up.
private struct SilentRecorder: Recorder {
  mutating func cite(_ citation: Int32) {}

  mutating func record(_ step: @autoclosure () -> Step) {}
}

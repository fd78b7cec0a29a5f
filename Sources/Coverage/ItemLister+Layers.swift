import Findings
import PolicyModel
import Settlement
import Values

/// Figures of plans.
extension ItemLister {
  mutating func list(_ plan: Plan, _ scope: Scope) {
    for layer in plan.layers {
      var own = scope.named(layer.title).restricted(by: layer.applies)
      own.layer = layer.id
      if let deductible = layer.deductible { list(deductible, own) }
      list(layer.ratio, own)
      for cap in layer.caps { list(cap, own.named(cap.title)) }
    }
  }

  private mutating func list(_ rule: Deductible, _ scope: Scope) {
    for (amount, _, scope) in leaves(of: rule.amount, scope) { list(amount, .deductible, scope) }
    if let ceiling = rule.ceiling { list(ceiling.amount, .deductibleAdjustment, scope) { "\($0)" } }
    if let again = rule.againEvery { list(again, of: rule, scope) }
    for adjustment in rule.adjustments {
      let scope = scope.restricted(by: adjustment.applies)
      switch adjustment.change {
      case .times(let table): list(table, .deductibleAdjustment, scope) { "\($0)" }
      case .minusEachTime(let table): list(table, .deductibleAdjustment, scope) { "\($0)" }
      case .timesEachTime(let factor): add(.deductibleAdjustment, factor.place, "\(factor.value)", scope)
      }
      for bound in [adjustment.atLeast, adjustment.atMost] {
        if let bound { list(bound, .deductibleAdjustment, scope) { "\($0)" } }
      }
    }
  }

  /// Days, or never: that matters where there is something to charge, and claims that are charged once do not cite it.
  private mutating func list(_ table: RuleTable<Figure<Int?>>, of rule: Deductible, _ scope: Scope) {
    for (figure, _, scope) in leaves(of: table, scope) {
      if let days = figure.value {
        add(.deductibleAdjustment, figure.place, "\(days)", scope)
      } else if rows(of: rule.amount, scope).contains(where: { isPossible($0.scope) && !$0.leaf.isNothing }) {
        add(.deductibleAdjustment, figure.place, "never", scope, isCited: false)
      }
    }
  }

  mutating func list(_ amount: Deductible.Amount, _ kind: CoverageKind, _ scope: Scope) {
    switch amount {
    case .fixed(let figure): add(kind, figure.place, "\(figure.value)", scope)
    case .share(_, let share, let least, let most):
      add(kind, share.place, "\(share.value)", scope)
      for bound in [least, most] {
        if let bound { add(kind, bound.place, "\(bound.value)", scope) }
      }
    }
  }

  mutating func list<Value>(
    _ table: RuleTable<Figure<Value>>, _ kind: CoverageKind, _ scope: Scope, _ text: (Value) -> String
  ) {
    for (figure, _, scope) in leaves(of: table, scope) { add(kind, figure.place, text(figure.value), scope) }
  }

  private mutating func list(_ rule: RatioRule, _ scope: Scope) {
    for (figures, _, scope) in leaves(of: rule.table, scope) {
      for (column, figure) in figures.enumerated() {
        add(
          .ratio, FigureSpot(figure.place), figure.place, "\(figure.value)", scope, column: name(ofColumn: column, rule)
        )
      }
    }
    for (column, end) in rule.columnEnds.enumerated() {
      // Between columns that always pay the same nobody can tell where one ends.
      guard let end, rule.table.rows.contains(where: { $0.leaf[column].value != $0.leaf[column + 1].value }) else {
        continue
      }
      add(.columnEnd, FigureSpot(rule.place, columnEnd: end), rule.place, "\(end)", scope)
    }
    for adjustment in rule.adjustments {
      let scope = scope.restricted(by: adjustment.applies)
      switch adjustment.change {
      case .plus(let points, _): list(points, .ratioAdjustment, scope) { "\($0)" }
      case .selfPayTimes(let factor): add(.ratioAdjustment, factor.place, "\(factor.value)", scope)
      }
      for bound in [adjustment.atMost, adjustment.atLeast] {
        if let bound { add(.ratioAdjustment, bound.place, "\(bound.value)", scope) }
      }
    }
  }

  private func name(ofColumn column: Int, _ rule: RatioRule) -> String? {
    guard rule.columnEnds.count > 1 else { return nil }
    let lower = column == 0 ? "0" : rule.columnEnds[column - 1].map { "\($0)" } ?? ""
    return "\(lower)–\(rule.columnEnds[column].map { "\($0)" } ?? "")"
  }

  private mutating func list(_ cap: Cap, _ scope: Scope) {
    for (limit, place, scope) in leaves(of: cap.amount, scope) {
      switch limit {
      case .amount(let figure):
        add(.capReached, figure.place, "\(figure.value)", scope)
        add(.capNotReached, figure.place, "\(figure.value)", scope)
      case .unlimited: add(.capLifted, place ?? cap.place, "unlimited", scope)
      }
    }
    if case .mainAndOthers(let most) = cap.several { add(.capReached, most.place, "\(most.value)", scope) }
  }
}

extension Deductible.Amount {
  /// Written as 0.
  fileprivate var isNothing: Bool {
    if case .fixed(let figure) = self { figure.value == .zero } else { false }
  }
}

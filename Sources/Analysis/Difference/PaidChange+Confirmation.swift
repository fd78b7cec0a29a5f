import PolicyModel
import Settlement
import Values

extension PaidChange {
  /// Whether claims show it: at some expense where it bends or is largest, those of the two situations settle to
  /// different amounts of some fund, unless it is so small that rounding can hide it.
  package func isConfirmed(_ before: Situation, _ after: Situation) throws(AnalysisFailure) -> Bool {
    for expense in [largest] + intervals.flatMap(\.points).compactMap(\.expense.wholeFenBelow) {
      if try before.paidByFund(at: expense) != after.paidByFund(at: expense) { return true }
    }
    do {
      return try !Exact(before.roundingSpan + after.roundingSpan).isLess(than: largestSize)
    } catch {
      throw .overflow
    }
  }
}

extension Situation {
  fileprivate func paidByFund(at expense: Fen) throws(AnalysisFailure) -> [Fund: Int64] {
    var paid: [Fund: Int64] = [:]
    for (layer, payment) in zip(plan.layers, try PlanFunction.payments(self, inScope: expense)) where payment > .zero {
      paid[layer.layer.fund, default: 0] += payment.count
    }
    return paid
  }

  /// No settlement is further than this from the exact amount: every layer rounds, by columns at most, and so do those
  /// before it that leave it its base.
  fileprivate var roundingSpan: Int64 {
    let columns = plan.layers.reduce(0) { $0 + $1.ratio.ends.count }
    return Int64(plan.layers.count * columns) * policy.rounding.rounding.unit
  }
}

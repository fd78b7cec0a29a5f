import PolicyModel
import Values

/// A month's clearing between two provinces, as yearly prepayments are worked out from it.
package struct ClearedMonth: Sendable {
  package let month: CivilMonth
  package let pair: ClearingTally.Pair
  /// What the place of insurance owed; zero in a month in which it got money back.
  package let owed: Fen

  package init(month: CivilMonth, pair: ClearingTally.Pair, owed: Fen) {
    self.month = month
    self.pair = pair
    self.owed = owed
  }
}

extension PrepaymentRules.Amount {
  /// The months of the year before whose mean counts.
  package func months(before year: Int) -> [CivilMonth] {
    (firstMonth.value...max(firstMonth.value, lastMonth.value)).compactMap { CivilMonth(year: year - 1, month: $0) }
  }

  /// So many times the monthly mean, half up to fen (Beijing art. 16, Xinjiang 4 (1), Hunan art. 24).
  package func amount(of sum: Fen, over months: Int) throws(ArithmeticOverflow) -> Fen {
    let mean = try Exact(Int128(sum.count), over: Int128(months))
    return try Rounding(mode: .halfUp, unit: 1)(mean.multiplied(by: Exact(times.value)))
  }
}

extension PrepaymentRules {
  /// The warning that a month's use of a prepayment gives; nil below all. Where nothing was prepaid any use is a red one.
  package func warning(used: Fen, of prepayment: Fen) -> Figure<Warning>? {
    guard let warnings else { return nil }
    func reaches(_ share: Figure<Ratio>) -> Bool {
      // used / prepayment ≥ share, without dividing.
      Int128(used.count) * 1_000_000 >= Int128(prepayment.count) * Int128(share.value.millionths) && used > .zero
    }
    if reaches(warnings.red) { return Figure(.red, at: warnings.red.place, citation: warnings.red.citation) }
    if reaches(warnings.yellow) {
      return Figure(.yellow, at: warnings.yellow.place, citation: warnings.yellow.citation)
    }
    return nil
  }

  /// Whether a warning opens the way to an increase.
  package func opensEmergency(_ warning: Warning) -> Bool {
    guard let emergency else { return false }
    return warning == .red || emergency.from.value == .yellow
  }
}

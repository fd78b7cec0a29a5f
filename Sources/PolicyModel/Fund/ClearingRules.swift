import Findings

/// Which settlements a month's clearing holds, and what of them one province owes the other.
package struct ClearingRules: Sendable {
  /// The amounts of a settlement whose sum the place of insurance owes the place of treatment.
  package let pays: [Figure<SettlementAmount>]
  /// Until this day of the next month a month's settlements are declared, 1…31.
  package let declaredBy: Figure<Int>
  /// The day of the next month on which the clearing tables are made, 1…31.
  package let madeOn: Figure<Int>
  /// How many months later than the one after it a settlement may still be cleared.
  package let mostDelay: Figure<Int>
  /// The month of the next year, 1…12, until whose end a year's settlements have to be cleared.
  package let yearClearedBy: Figure<Int>
  package let place: Place

  package init(
    pays: [Figure<SettlementAmount>], declaredBy: Figure<Int>, madeOn: Figure<Int>, mostDelay: Figure<Int>,
    yearClearedBy: Figure<Int>, place: Place
  ) {
    self.pays = pays
    self.declaredBy = declaredBy
    self.madeOn = madeOn
    self.mostDelay = mostDelay
    self.yearClearedBy = yearClearedBy
    self.place = place
  }
}

/// What the sides of a reconciliation compare.
package struct ReconciliationRules: Sendable {
  package let compares: [Figure<SettlementAmount>]
  package let place: Place

  package init(compares: [Figure<SettlementAmount>], place: Place) {
    self.compares = compares
    self.place = place
  }
}

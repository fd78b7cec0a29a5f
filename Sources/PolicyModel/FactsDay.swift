/// The day on which a person's age is taken (V-T3).
package enum FactsDay: String, Sendable, CaseIterable {
  case settlement
  case admission
  case yearStart = "year_start"
}

import Findings
import PolicyModel
import Values

package struct CompiledNonLocal: Sendable {
  package enum Effect: Sendable {
    case asAtHome
    case refused(reason: String)
    case change(CompiledChange)
  }

  /// A bit for each value of `visit`.
  package let visits: UInt64
  package let takesSelfPayBeforeDeductible: Bool
  package let table: DenseTable
  package let effects: [Effect]
}

package struct CompiledChange: Sendable {
  package enum OwnDeductible: Sendable {
    case amount(CompiledDeductible.Amount)
    case times(Cited<Exact>, atLeast: Cited<Fen>?, atMost: Cited<Fen>?)
  }

  package enum RatioChange: Sendable {
    case lowerBy(Cited<Exact>)
    case times(Cited<Exact>)
    case instead(Cited<Exact>)
  }

  package let ratio: RatioChange?
  package let firstSelfPay: Cited<Exact>?
  package let benefitTimes: Cited<Exact>?
  package let deductible: OwnDeductible?
  /// Index of a value of `hospital_level`.
  package let treatedAsLevel: Cited<Int>?
  package let minimumBase: StandingChange.MinimumBase
  package let minimum: Cited<Exact>?
  package let atMost: Cited<Exact>?
  package let atLeast: Cited<Exact>?
  package let place: Place

  /// The same but for the deductible, which is that of home.
  package var withHomeDeductible: CompiledChange {
    CompiledChange(
      ratio: ratio, firstSelfPay: firstSelfPay, benefitTimes: benefitTimes, deductible: nil,
      treatedAsLevel: treatedAsLevel, minimumBase: minimumBase, minimum: minimum, atMost: atMost, atLeast: atLeast,
      place: place)
  }

  /// The percentage points by which it lowers ratios, where it does.
  package var points: Exact? {
    guard case .lowerBy(let points) = ratio else { return nil }
    return points.value
  }

  /// Whether percentage points are all that it does to what is paid, so that these alone are its reduction.
  package var lowersByPointsOnly: Bool {
    points != nil && firstSelfPay == nil && benefitTimes == nil && atMost == nil && atLeast == nil && minimum == nil
  }
}

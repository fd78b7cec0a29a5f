import PolicyModel
import Values

struct CompiledNonLocal: Sendable {
  enum Effect: Sendable {
    case asAtHome
    case refused(reason: String)
    case change(CompiledChange)
  }

  /// A bit for each value of `visit`.
  let visits: UInt64
  let takesSelfPayBeforeDeductible: Bool
  let table: DenseTable
  let effects: [Effect]
}

struct CompiledChange: Sendable {
  enum OwnDeductible: Sendable {
    case amount(CompiledDeductible.Amount)
    case times(Cited<Exact>, atLeast: Cited<Fen>?, atMost: Cited<Fen>?)
  }

  enum RatioChange: Sendable {
    case lowerBy(Cited<Exact>)
    case times(Cited<Exact>)
    case instead(Cited<Exact>)
  }

  let ratio: RatioChange?
  let firstSelfPay: Cited<Exact>?
  let benefitTimes: Cited<Exact>?
  let deductible: OwnDeductible?
  /// Index of a value of `hospital_level`.
  let treatedAsLevel: Cited<Int>?
  let minimumBase: StandingChange.MinimumBase
  let minimum: Cited<Exact>?
  let atMost: Cited<Exact>?
  let atLeast: Cited<Exact>?
}

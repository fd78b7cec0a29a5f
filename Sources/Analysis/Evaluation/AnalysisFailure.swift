import Settlement
import Values

/// Why a benefit cannot be worked out for all claims at once.
package enum AnalysisFailure: Error, Hashable, Sendable {
  /// Exact numbers grew beyond what fits.
  case overflow
  /// There are more combinations of facts than can be gone through.
  case tooManySituations
  /// A table has no case for the situation.
  case noCase
  /// One rate for the whole expense, with a cap on what is paid and a deductible that depends on the expense.
  case slabOfVaryingDeductible
  /// Claims do not settle to what was worked out for all of them at once.
  case unconfirmed
}

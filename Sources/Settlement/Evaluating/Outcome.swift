import PolicyModel
import Values

/// What a claim comes to: what each layer pays and why the person pays the rest. Whole fen throughout.
package struct Outcome: Sendable {
  /// Index of the plan that applied.
  package let plan: Int
  /// What each layer of the plan pays.
  package var paid: InlineArray<8, Fen>
  /// The person's parts; together with the out-of-scope amount and what the layers pay they make the total.
  package var personal: PersonalParts
  /// Deductible charged by layers on in-scope amounts, before other layers took any of it over.
  package var deductibleCharged: Fen
  /// What the second part of the stay has to go on with; nil but for a first part.
  package var carried: CarriedStay?
  /// The deductibles that this claim adds to accounts of the highest one, by index of the account.
  package var highestStandards: [(account: Int, amount: Int64)] = []

  package var fundTotal: Fen {
    var sum: Int64 = 0
    for index in paid.indices { sum += paid[index].count }
    return Fen(sum)
  }
}

/// Why the person pays, in fen.
package struct PersonalParts: Hashable, Sendable {
  /// Fully self-paid, over limit and first self-pay, less what layers took over of the last.
  package var outOfScope: Fen
  package var nonLocalSelfPay: Fen
  package var deductible: Fen
  package var overCap: Fen
  package var ratioShare: Fen

  package var total: Fen {
    Fen(outOfScope.count + nonLocalSelfPay.count + deductible.count + overCap.count + ratioShare.count)
  }
}

/// Why a claim cannot be settled.
package enum EvaluationFailure: Error, Hashable, Sendable {
  case refused(reason: String)
  case noPlan
  case missingFact(Dimension)
  /// The first and last day of the stay.
  case missingDays
  /// All diseases of the person.
  case missingDiseases
  /// The rules say nothing about treatment elsewhere.
  case nonLocalUnknown
  /// A table has no case for the claim: its facts contradict each other.
  case noCase
  case overflow
}

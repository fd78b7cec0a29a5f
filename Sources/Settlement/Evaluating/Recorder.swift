import PolicyModel
import Values

/// What the evaluator tells about its way to a result. The kind of recorder is a type, so that evaluating without an
/// explanation carries no trace of explaining.
package protocol Recorder {
  /// A figure was used that rests on this clause.
  mutating func cite(_ citation: Int32)
  mutating func record(_ step: @autoclosure () -> Step)
}

/// Records only which clauses were used, for the basis of the result.
package struct BasisRecorder: Recorder {
  private let policy: CompiledPolicy
  /// The weakest basis of any figure used.
  package private(set) var basis = Basis.official

  package init(_ policy: CompiledPolicy) { self.policy = policy }

  package mutating func cite(_ citation: Int32) {
    let cited = policy.citations[Int(citation)].basis
    if cited > basis { basis = cited }
  }

  package mutating func record(_ step: @autoclosure () -> Step) {}
}

/// Records every step for an explanation.
package struct StepRecorder: Recorder {
  private var basisRecorder: BasisRecorder
  package private(set) var steps: [Step] = []
  /// Indices of the clauses of all figures used.
  package private(set) var cited: Set<Int32> = []

  package init(_ policy: CompiledPolicy) { basisRecorder = BasisRecorder(policy) }

  package mutating func cite(_ citation: Int32) {
    basisRecorder.cite(citation)
    cited.insert(citation)
  }

  package mutating func record(_ step: @autoclosure () -> Step) { steps.append(step()) }

  package var basis: Basis { basisRecorder.basis }
}

/// One step of an evaluation. Amounts are exact fen; `layer` is the index of a layer of the plan; `citation` an index
/// into ``CompiledPolicy/citations``.
package enum Step: Sendable {
  /// The in-scope amount the layers start from.
  case start(inScope: Fen)
  case treatedAsLevel(Int, citation: Int32)
  /// The person pays this share of the base first, because of treatment away from home.
  case firstSelfPay(base: Exact, ratio: Exact, amount: Fen, citation: Int32)
  case layerBegins(Int, base: Exact)
  /// `standard` is the amount of the rules, `charged` what this claim really bears.
  case deductible(layer: Int, standard: Fen, charged: Exact, ordinal: Int?, citation: Int32)
  /// The second part of a stay goes on with what the first left of the deductible.
  case deductibleCarried(layer: Int, left: Exact, charged: Exact, clause: Citation?)
  case deductibleAdjusted(layer: Int, from: Exact, to: Exact, citation: Int32)
  /// The days of the stay make several charges.
  case chargedAgain(layer: Int, times: Int, days: Int, every: Int, citation: Int32)
  /// Earlier claims of the year leave only this much to charge.
  case deductibleLimited(layer: Int, room: Fen, citation: Int32?)
  case adjusted(layer: Int, from: Exact, to: Exact, citation: Int32)
  case standing(layer: Int, from: Exact, to: Exact, citation: Int32)
  case column(layer: Int, from: Exact, to: Exact, ratio: Exact, amount: Exact, citation: Int32)
  /// Without a limit the cap is lifted.
  case cap(layer: Int, cap: Int, limit: Fen?, used: Fen, citation: Int32)
  /// A cumulative layer: the base so far, with this claim's, and what each gives.
  case cumulative(layer: Int, before: Fen, now: Fen, paidBefore: Exact, paidAfter: Exact)
  case minimum(layer: Int, base: Exact, ratio: Exact, amount: Exact, citation: Int32)
  case paid(layer: Int, exact: Exact, paid: Fen)

  /// The layer it belongs to; nil for steps of the whole claim.
  package var layer: Int? {
    switch self {
    case .start, .treatedAsLevel, .firstSelfPay: nil
    case .layerBegins(let layer, _), .deductible(let layer, _, _, _, _), .deductibleLimited(let layer, _, _),
      .deductibleAdjusted(let layer, _, _, _), .deductibleCarried(let layer, _, _, _),
      .chargedAgain(let layer, _, _, _, _), .adjusted(let layer, _, _, _),
      .standing(let layer, _, _, _), .column(let layer, _, _, _, _, _),
      .cap(let layer, _, _, _, _), .cumulative(let layer, _, _, _, _), .minimum(let layer, _, _, _, _),
      .paid(let layer, _, _):
      layer
    }
  }
}

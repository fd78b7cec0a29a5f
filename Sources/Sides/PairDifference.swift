import Analysis
import Claims
import PolicyModel
import Settlement
import Values

/// What two sets of rules that meet on some days do differently.
package struct PairDifference: Sendable {
  package enum Content: Sendable {
    /// Both mean the same, however they are written.
    case none
    case differs(benefits: [WitnessedDifference], standings: [StandingDifference], sections: [SectionDifference])
    /// One side has no rules on these days.
    case onlyOneSide
    /// One side at least has rules with errors, or drafts.
    case unusable
    /// Nothing can be said of all claims.
    case notAnalysed(AnalysisFailure)
  }

  package let pair: RulePair
  package let content: Content

  package var isDifferent: Bool { if case .none = content { false } else { true } }

  package init(_ pair: RulePair, catalogue: Catalogue) {
    self.pair = pair
    content = PairDifference.content(pair, catalogue)
  }

  private static func content(_ pair: RulePair, _ catalogue: Catalogue) -> Content {
    if pair.isIdentical { return .none }
    guard let before = pair.before.rules, let after = pair.after.rules else {
      return pair.before.isUnusable || pair.after.isUnusable ? .unusable : .onlyOneSide
    }
    let comparison = PolicyComparison(before.compiled, after.compiled)
    do {
      let benefits = try comparison.benefits().map { difference in
        WitnessedDifference(difference, on: pair.days, catalogue: catalogue)
      }
      let standings = try comparison.standings()
      let sections = comparison.sections()
      if benefits.isEmpty, standings.isEmpty, sections.isEmpty { return .none }
      return .differs(benefits: benefits, standings: standings, sections: sections)
    } catch {
      return .notAnalysed(error)
    }
  }
}

/// A difference with a claim that shows it and what both sides pay for that claim, to the fen.
package struct WitnessedDifference: Sendable {
  package let difference: BenefitDifference
  /// The in-scope amount of the claim.
  package let expense: Fen
  /// What the funds pay; nil where such claims are refused.
  package let paid: (before: Fen?, after: Fen?)
  /// Claims in JSON, one for each side; the same unless the sides ask for other facts or accounts. Nil when no claim can
  /// be written for it.
  package let claims: (before: String?, after: String?)

  init(_ difference: BenefitDifference, on days: [DateInterval], catalogue: Catalogue) {
    self.difference = difference
    // Where one side refuses, any amount shows it.
    let expense = difference.paid?.largest ?? Fen(1_000_000)
    self.expense = expense
    func paid(_ situation: Situation?) -> Fen? {
      guard let situation, let payments = try? PlanFunction.payments(situation, inScope: expense) else { return nil }
      return Fen(payments.reduce(0) { $0 + $1.count })
    }
    func claim(_ situation: Situation?) -> String? {
      guard let situation else { return nil }
      let writer = ClaimWriter(policy: situation.policy, catalogue: catalogue)
      let own = situation.policy.policy.inForce
      let day = ([own] + days).lazy.compactMap { writer.day(in: $0, afterDays: Int(situation.facts.days)) }.first
      guard let day else { return nil }
      return try? writer.claim(for: situation.facts(inScope: expense), on: day, ordinal: situation.ordinal)
    }
    self.paid = (paid(difference.example.before), paid(difference.example.after))
    claims = (claim(difference.example.before), claim(difference.example.after))
  }
}

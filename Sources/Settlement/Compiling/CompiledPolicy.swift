import PolicyModel
import Synchronization
import Values

/// A region's rules as flat tables with every name resolved: what claims are evaluated with.
///
/// A class, as its parts are, so that passing rules around costs one reference and not one for each table.
package final class CompiledPolicy: Sendable {
  package let policy: ResolvedPolicy
  package let accounts: [Account]
  /// Every clause that a figure rests on; figures hold an index into this.
  package let citations: [Citation]
  package let plans: [CompiledPlan]
  package let refusals: [CompiledRefusal]
  /// Conditions that decide which plan applies, with the ids of the classes they tell apart.
  private let selecting: [(conditions: CompiledConditions, classes: Set<String>)]
  private let nonLocalClasses: Set<String>
  package let nonLocal: CompiledNonLocal?
  package let filing: CompiledFiling?
  package let rounding: RoundingRule

  package init(
    policy: ResolvedPolicy, accounts: [Account], citations: [Citation], plans: [CompiledPlan],
    refusals: [CompiledRefusal], nonLocal: CompiledNonLocal?,
    filing: CompiledFiling?
  ) {
    self.policy = policy
    self.accounts = accounts
    self.citations = citations
    self.plans = plans
    self.refusals = refusals
    self.nonLocal = nonLocal
    self.filing = filing
    rounding = policy.rounding
    selecting =
      plans.map { ($0.applies, ClassUse.classes(of: $0.plan.applies, in: policy.space)) }
      + refusals.map { ($0.applies, ClassUse.classes(of: $0.refusal.applies, in: policy.space)) }
    nonLocalClasses = policy.nonLocal.map { ClassUse.classes(of: $0, in: policy.space) } ?? []
  }

  package var space: DimensionSpace { policy.space }

  /// Ids of the classes that decide which plan applies to a claim, whose values of `open` dimensions may still be refined.
  package func selectingClasses(for facts: Facts, open: Set<Dimension>) -> Set<String> {
    let slots = Set(open.map(\.slot))
    return selecting.filter { $0.conditions.mayHold(for: facts, besides: slots) }
      .reduce(into: Set()) { $0.formUnion($1.classes) }
  }

  /// Ids of the classes that decide how a claim is settled under a plan.
  package func classes(of plan: CompiledPlan, for facts: Facts) -> Set<String> {
    let isReached = nonLocal.map { facts[.visit] >= 0 && $0.visits & (1 << UInt64(facts[.visit])) != 0 } ?? false
    return isReached ? plan.classes.union(nonLocalClasses) : plan.classes
  }

  package func account(named name: String) -> Int? { accounts.firstIndex { $0.name == name } }
}

package final class CompiledPlan: Sendable {
  package let plan: Plan
  package let applies: CompiledConditions
  package let layers: [CompiledLayer]
  /// Accounts that every claim of this plan reads or writes, as indices; those of a merged unit are apart.
  package let accounts: [Int]
  /// Accounts of a merged unit: a claim that begins a unit starts them at nothing.
  package let unitAccounts: [Int]
  /// Accounts of which a claim uses the one for its disease.
  package let selectors: [AccountSelector]
  /// The clause that says when the year of its accounts begins; -1 when it keeps none for a year, or none says so.
  package let yearCitation: Int32
  /// What a claim of this plan has to know.
  package let needs: PlanNeeds
  /// Ids of the classes that decide something in it.
  package let classes: Set<String>
  package let occurrences: OccurrenceCounting
  /// Made when the first claim is settled under the plan.
  private let flat = AtomicLazyReference<FlatPlanChoice>()

  package init(
    plan: Plan, applies: CompiledConditions, layers: [CompiledLayer], accounts: [Int], unitAccounts: [Int],
    selectors: [AccountSelector], yearCitation: Int32, needs: PlanNeeds, classes: Set<String>,
    occurrences: OccurrenceCounting
  ) {
    self.plan = plan
    self.applies = applies
    self.layers = layers
    self.accounts = accounts
    self.unitAccounts = unitAccounts
    self.selectors = selectors
    self.yearCitation = yearCitation
    self.needs = needs
    self.classes = classes
    self.occurrences = occurrences
  }

  /// The plan in situations; nil when it is evaluated in general only.
  func flatPlan(of policy: CompiledPolicy) -> FlatPlan? {
    if let choice = flat.load() { return choice.plan }
    return flat.storeIfNil(FlatPlanChoice(FlatPlan(self, of: policy.policy, policy.nonLocal))).plan
  }

  /// Accounts whose content a claim with these facts has to tell.
  package func accountsNeeded(by facts: Facts) -> [Int] {
    let selected = selectors.map { $0.account(for: facts) }.filter { $0 >= 0 }
    return Set(accounts + selected + (facts.continuesUnit ? unitAccounts : [])).sorted()
  }

  /// Every account that some claim of this plan uses.
  package var allAccounts: [Int] {
    Set(accounts + unitAccounts + selectors.flatMap(\.all)).filter { $0 >= 0 }.sorted()
  }
}

/// Facts that no look-up of a plan can do without.
package struct PlanNeeds: Sendable {
  package let dimensions: [Dimension]
  /// Days of the stay.
  package let days: Bool
  /// All of the person's diseases.
  package let diseases: Bool
}

/// Where the ordinal of a stay or visit is kept; -1 where it is not needed.
package struct OccurrenceCounting: Sendable {
  package let all: Int
  /// By value of `hospital_level`: one counter for each fixed level, shared by its classes.
  package let byParentLevel: [Int]
  /// By value of `hospital_level`: one counter for each value or class.
  package let byFinestClass: [Int]
}

package struct CompiledConditions: Sendable {
  package struct Test: Sendable {
    package let dimension: Int
    /// For named dimensions a bit for each value, 64 in a word.
    package let values: [UInt64]
    /// For numeric dimensions.
    package let ranges: [ClosedRange<Int32>]
  }

  package let tests: [Test]

  /// Whether nothing speaks against them, leaving some dimensions out of account.
  package func mayHold(for facts: borrowing Facts, besides slots: Set<Int>) -> Bool {
    let rest = CompiledConditions(tests: tests.filter { !slots.contains($0.dimension) })
    return rest.decision(for: facts) != .fail
  }

  package func hold(for facts: borrowing Facts) -> Bool { decision(for: facts) == .hold }

  package enum Decision: Equatable {
    case hold
    case fail
    /// The claim lacks the fact of this dimension's index, and nothing else speaks against it.
    case open(Int)
  }

  package func decision(for facts: borrowing Facts) -> Decision {
    var decision = Decision.hold
    for test in tests {
      let value = facts.values[test.dimension]
      if value < 0 {
        decision = .open(test.dimension)
      } else if test.ranges.isEmpty {
        if test.values[Int(value) / 64] & (1 << UInt64(value % 64)) == 0 { return .fail }
      } else if !test.ranges.contains(where: { $0.contains(value) }) {
        return .fail
      }
    }
    return decision
  }
}

package struct CompiledRefusal: Sendable {
  package let refusal: Refusal
  package let applies: CompiledConditions
}

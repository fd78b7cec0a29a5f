import Findings
import PolicyModel
import Values

/// Compiles a region's rules; whatever cannot be settled with is a finding.
package struct PolicyCompiler {
  let policy: ResolvedPolicy
  let collector: FindingCollector
  let tables: TableCompiler
  /// Every value of the region.
  private let everything: Domain
  var citations = CitationIndex()
  var accounts: AccountIndex
  /// Nil except to find out what figures decide.
  let trial: FigureTrial?

  private init(
    _ policy: ResolvedPolicy, _ collector: FindingCollector, _ meetings: CaseMeetingRecorder?, _ trial: FigureTrial?
  ) {
    self.trial = trial
    self.policy = policy
    self.collector = collector
    everything = Domain(space: policy.space)
    tables = TableCompiler(space: policy.space, collector: collector, meetings: meetings, trial: trial)
    accounts = AccountIndex(collector: collector)
  }

  /// The compiled rules; use them only when no error was reported.
  ///
  /// `meetings`, shared by several compilations, learns which cases are ever met; a `trial` tells figures apart and may
  /// change one.
  package static func compile(
    _ policy: ResolvedPolicy, collector: FindingCollector, meetings: CaseMeetingRecorder? = nil,
    trial: FigureTrial? = nil
  ) -> CompiledPolicy {
    var compiler = PolicyCompiler(policy, collector, meetings, trial)
    return compiler.compile()
  }

  private mutating func compile() -> CompiledPolicy {
    let domain = everything
    checkValueCounts()
    checkOverlaps(domain)
    var plans: [CompiledPlan] = []
    for plan in policy.plans { plans.append(compile(plan, in: domain.restricting(by: plan.applies))) }
    let refusals = policy.refusals.map { CompiledRefusal(refusal: $0, applies: conditions($0.applies)) }
    let nonLocal = policy.nonLocal.map { compile($0, domain) }
    let filing = policy.filing.map { compile($0.rules, domain) }
    checkReach()
    checkInScope(domain)
    checkMergedStandings()
    return CompiledPolicy(
      policy: policy, accounts: accounts.all, citations: citations.all, plans: plans, refusals: refusals,
      nonLocal: nonLocal, filing: filing)
  }

  /// Facts keep a slot for each attribute, the visits reached a bit for each value.
  private func checkValueCounts() {
    guard let place = policy.lineage.first?.places.region else { return }
    for dimension in policy.space.dimensions where !dimension.isNumeric {
      let count = policy.space.values(of: dimension).count
      let limit = dimension == .disease ? 1000 : 64
      if count > limit {
        collector.report(
          .tooManyValues, at: place, ["dimension": dimension.name, "count": "\(count)", "limit": "\(limit)"])
      }
    }
    let attributes = Set(policy.lineage.flatMap { $0.attributes.map(\.id) }).count
    if attributes > Dimension.attributeLimit {
      collector.report(
        .tooManyAttributes, at: place, ["count": "\(attributes)", "limit": "\(Dimension.attributeLimit)"])
    }
  }

  /// Two plans may not be for the same claims.
  private func checkOverlaps(_ domain: Domain) {
    for (index, first) in policy.plans.enumerated() {
      for second in policy.plans[(index + 1)...] {
        let numericApart = policy.space.dimensions.filter(\.isNumeric).contains { dimension in
          guard let a = first.applies.key(for: dimension), let b = second.applies.key(for: dimension) else {
            return false
          }
          return !a.overlaps(b)
        }
        let shared = domain.restricting(by: first.applies).restricting(by: second.applies)
        if !numericApart, !shared.isEmpty {
          collector.report(
            .overlappingPlans, at: second.place, related: first.place, ["first": first.name, "second": second.name])
        }
      }
    }
  }

  /// The first layer that exists for a claim takes the in-scope amount; another one after it would never pay.
  private func checkInScope(_ domain: Domain) {
    for plan in policy.plans {
      let takers = plan.layers.filter { if case .inScope = $0.base { true } else { false } }
      for (index, layer) in takers.enumerated() {
        let whom = domain.restricting(by: plan.applies).restricting(by: layer.applies)
        let earlier = takers[..<index].first { other in
          other.applies.all.allSatisfy { whom.lies(in: $0) || layer.applies.key(for: $0.dimension) == $0.key }
        }
        if let earlier {
          collector.report(
            .inScopeTaken, at: layer.place, related: earlier.place, ["suggestion": "\(earlier.id).over_cap"])
        }
      }
    }
  }

  /// A standing's rules that look at a single claim's amount cannot be worked out visit by visit.
  private func checkMergedStandings() {
    guard let nonLocal = policy.nonLocal else { return }
    for plan in policy.plans where plan.merging != nil {
      for layer in plan.layers where nonLocal.layers[layer.id] != nil && layer.cumulative == nil {
        for row in nonLocal.table.rows {
          guard case .change(let change) = row.leaf, let what = change.single(at: layer) else { continue }
          collector.report(
            .mergesRecharge, at: plan.place, related: change.place, ["what": what.english, "what_zh": what.chinese])
        }
      }
    }
  }

  private func checkReach() {
    guard let nonLocal = policy.nonLocal, !policy.plans.isEmpty else { return }
    let known = Set(policy.plans.flatMap { $0.layers.map(\.id) })
    for (name, place) in nonLocal.layers.sorted(by: { $0.key < $1.key }) where !known.contains(name) {
      collector.report(.unknownReach, at: place, ["name": name])
    }
  }

  func conditions(_ conditions: Conditions) -> CompiledConditions {
    for condition in conditions.all { tables.checkDiseases(condition.key, condition.dimension, at: condition.place) }
    return CompiledConditions(
      tests: conditions.all.compactMap { condition in
        switch condition.key {
        case .any: nil
        case .values(let ids):
          .init(
            dimension: policy.space.slot(of: condition.dimension),
            values: words(everything.indices(of: ids, in: condition.dimension), of: condition.dimension), ranges: [])
        case .ranges(let ranges):
          .init(
            dimension: policy.space.slot(of: condition.dimension), values: [],
            ranges: ranges.map { Int32(clamping: $0.lowerBound)...Int32(clamping: $0.upperBound) })
        }
      })
  }

  /// A bit for each value of a dimension.
  private func words(_ indices: Set<Int>, of dimension: Dimension) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: policy.space.values(of: dimension).count / 64 + 1)
    for index in indices { words[index / 64] |= 1 << UInt64(index % 64) }
    return words
  }

  mutating func cite<Value: SlightlyChangeable, Result>(
    _ figure: Figure<Value>, as value: (Value) -> Result
  ) -> Cited<Result> {
    let written = trial?.changes(figure.place) ?? false ? figure.value.slightlyChanged : figure.value
    return Cited(value: value(written), citation: index(of: figure.citation, at: figure.place))
  }

  /// The index of a clause; in a trial one that stands for the figure at this place alone.
  mutating func index(of citation: Citation, at place: Place?) -> Int32 {
    guard let trial, let place else { return citations.index(of: citation) }
    let index = citations.ownIndex(of: citation)
    trial.note(FigureSpot(place), at: index)
    return index
  }

  mutating func cite(_ figure: Figure<Fen>) -> Cited<Fen> { cite(figure) { $0 } }

  mutating func cite(_ figure: Figure<Ratio>) -> Cited<Exact> { cite(figure) { Exact($0) } }

  mutating func account(
    _ name: String, _ measure: Account.Measure, _ period: Period, family: String? = nil, at place: Place
  ) -> Int {
    accounts.index(of: Account(name: name, measure: measure, period: period, family: family), at: place)
  }
}

extension StandingChange {
  /// What the change does to a layer that depends on one claim's amount alone; nil when nothing.
  fileprivate func single(at layer: Layer) -> (english: String, chinese: String)? {
    if minimum != nil { return ("guarantee a minimum elsewhere", "在异地保底") }
    guard case .amount(let amount) = deductible else { return nil }
    if amount.isShare { return ("charge a share of the claim elsewhere", "在异地按费用的比例收起付标准") }
    return layer.deductible == nil ? ("charge a deductible only elsewhere", "只在异地收起付标准") : nil
  }
}

import Findings
import PolicyModel
import Settlement
import Values

/// Lists what cases have to exercise of one compiled set of rules; what no claim can come to is left out.
struct ItemLister {
  let policy: ResolvedPolicy
  let rules: Int
  private(set) var items: [CoverageItem] = []

  /// What the claims are that a part of the rules is for.
  struct Scope {
    var domain: Domain
    /// Conditions on numbers, which a domain does not keep.
    var numeric: [(dimension: Dimension, key: CaseKey)] = []
    var titles: [String]
    var keys: [(dimension: Dimension, key: CaseKey)] = []
    /// Name of the plan and id of the layer; nil for rules of all plans.
    var plan: String?
    var layer: String?
    /// A standing can be asked for alone, whether benefits are known or not.
    var isOfStandingAlone = false

    func restricted(by conditions: Conditions) -> Scope {
      var result = self
      for condition in conditions.all { result = result.restricted(condition.dimension, condition.key) }
      return result
    }

    func restricted(_ dimension: Dimension, _ key: CaseKey) -> Scope {
      var result = self
      result.domain = domain.restricting(dimension, to: key)
      if dimension.isNumeric { result.numeric.append((dimension, key)) }
      result.keys.append((dimension, key))
      return result
    }

    func named(_ title: String) -> Scope {
      var result = self
      result.titles.append(title)
      return result
    }
  }

  init(policy: ResolvedPolicy, rules: Int) {
    self.policy = policy
    self.rules = rules
    let scope = Scope(domain: Domain(space: policy.space), titles: [])
    for plan in policy.plans {
      var own = scope.named(plan.title).restricted(by: plan.applies)
      own.plan = plan.name
      list(plan, own)
    }
    if let nonLocal = policy.nonLocal, !policy.plans.isEmpty { list(nonLocal, scope) }
    if let filing = policy.filing { list(filing.rules, scope) }
  }

  mutating func add(_ kind: CoverageKind, _ place: Place, _ value: String, _ scope: Scope, isCited: Bool? = nil) {
    add(kind, FigureSpot(place), place, value, scope, isCited: isCited)
  }

  mutating func add(
    _ kind: CoverageKind, _ spot: FigureSpot, _ place: Place, _ value: String, _ scope: Scope, column: String? = nil,
    isCited: Bool? = nil
  ) {
    guard isPossible(scope) else { return }
    items.append(
      CoverageItem(
        kind: kind, spot: spot, place: place, value: value,
        path: FigurePath(titles: scope.titles, keys: scope.keys, column: column, space: policy.space),
        plan: scope.plan, layer: scope.layer, isCited: isCited ?? kind.isCited, rules: [rules]))
  }

  /// The leaves of a table, each in its scope; the numbers at which it changes are listed on the way.
  mutating func leaves<Leaf: LeafText>(of table: RuleTable<Leaf>, _ scope: Scope) -> [(
    leaf: Leaf, place: Place?, scope: Scope
  )] {
    for dimension in table.dimensions {
      for start in table.starts(of: dimension) where table.changes(at: start.number, of: dimension) {
        let before = zip(table.dimensions, start.keys).reduce(scope) { $0.restricted($1.0, $1.1) }
        let own = before.restricted(dimension, .ranges([start.number...start.number]))
        add(.start, FigureSpot(start.place, number: start.number), start.place, "\(start.number)", own)
      }
    }
    return rows(of: table, scope)
  }

  func rows<Leaf>(of table: RuleTable<Leaf>, _ scope: Scope) -> [(leaf: Leaf, place: Place?, scope: Scope)] {
    zip(table.rows, table.casePlaces).map { row, place in
      let scope = zip(table.dimensions, row.keys).reduce(scope) { $0.restricted($1.0, $1.1) }
      return (row.leaf, place, scope)
    }
  }

  /// Whether some claim in the scope is settled: not one that is refused whatever else it says.
  func isPossible(_ scope: Scope) -> Bool {
    if scope.domain.isEmpty { return false }
    for (index, first) in scope.numeric.enumerated() {
      for second in scope.numeric[(index + 1)...]
      where first.dimension == second.dimension && !first.key.overlaps(second.key) {
        return false
      }
    }
    if scope.isOfStandingAlone { return true }
    return !policy.refusals.contains { refusal in
      refusal.applies.all.allSatisfy { scope.domain.lies(in: $0) }
    }
  }
}

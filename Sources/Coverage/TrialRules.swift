import Claims
import Findings
import PolicyModel
import Registry
import Settlement
import Synchronization
import Values

/// A registry's rules compiled anew for a trial, each set when a claim first asks for it.
final class TrialRules: RuleSource {
  let catalogue: Catalogue
  private let registry: PolicySnapshot
  private let changed: FigureSpot?
  private let known: Mutex<[ObjectIdentifier: Compiled]> = Mutex([:])
  private let asked: Mutex<Set<ObjectIdentifier>> = Mutex([])

  struct Compiled: Sendable {
    let original: ObjectIdentifier
    let rules: RulesInForce
    /// The figures by index of their clause.
    let spots: [Int32: FigureSpot]
  }

  init(_ registry: PolicySnapshot, changing changed: FigureSpot? = nil) {
    self.registry = registry
    self.changed = changed
    catalogue = registry.catalogue
  }

  func rules(of region: RegionCode, on day: CivilDate) -> RuleLookup {
    guard case .found(let rules) = registry.rules(of: region, on: day) else {
      return registry.rules(of: region, on: day)
    }
    let original = ObjectIdentifier(rules.compiled)
    asked.withLock { _ = $0.insert(original) }
    if let compiled = known.withLock({ $0[original] }) { return .found(compiled.rules) }
    let trial = FigureTrial(changing: changed)
    let policy = PolicyCompiler.compile(rules.compiled.policy, collector: FindingCollector(), trial: trial)
    let compiled = Compiled(
      original: original, rules: RulesInForce(compiled: policy, digest: rules.digest), spots: trial.spots)
    known.withLock { $0[original] = compiled }
    return .found(compiled.rules)
  }

  /// The figures of rules that this source gave out, by index of their clause.
  func spots(of compiled: CompiledPolicy) -> [Int32: FigureSpot] {
    known.withLock { known in known.values.first { $0.rules.compiled === compiled }?.spots ?? [:] }
  }

  /// The registry's rules that were asked for since the last call.
  func takeAsked() -> Set<ObjectIdentifier> {
    asked.withLock { asked in
      defer { asked = [] }
      return asked
    }
  }
}

import Findings
import JSONSyntax
import PolicyModel
import Settlement
import Values

/// A claim that was written, read again as any other.
struct WrittenClaim {
  private let line: String
  private let policy: CompiledPolicy
  private let catalogue: Catalogue

  init(_ line: String, policy: CompiledPolicy, catalogue: Catalogue) {
    self.line = line
    self.policy = policy
    self.catalogue = catalogue
  }

  /// Whether it has the facts that are known.
  ///
  /// - Parameter hasPlan: some plan applies, so that it has to be fit for settlement.
  func check(_ wanted: Facts, hasPlan: Bool) throws(UnwritableClaim) {
    let collector = FindingCollector()
    guard let found = read(hasPlan: hasPlan, collector) else { throw .refused(collector.findings) }
    for dimension in policy.space.dimensions where wanted[dimension] >= 0 && !Dimension.filing.contains(dimension) {
      if found[dimension] != wanted[dimension] { throw .differs(dimension) }
    }
    if wanted.days > 0, found.days != wanted.days { throw .stayOverTwoYears }
    if found.diseases != wanted.diseases { throw .contradiction(.disease) }
    let amounts = (found.total, found.firstSelfPay, found.inScope)
    if amounts != (wanted.total, wanted.firstSelfPay, wanted.inScope) { throw .amounts }
    if found.continuesUnit != wanted.continuesUnit { throw .unit }
  }

  private func read(hasPlan: Bool, _ collector: FindingCollector) -> Facts? {
    guard let root = JSONReader.read(SourceFile(path: "claim", bytes: Array(line.utf8)), collector: collector),
      let claim = ClaimReader.read(root, collector: collector)
    else { return nil }
    let rules = RulesInForce(compiled: policy, digest: "")
    if hasPlan {
      return ClaimSettler(source: OneSet(catalogue: catalogue, rules: rules))
        .prepare(claim, rules, nil, collector)?.facts
    }
    return VisitReader(policy: policy, catalogue: catalogue, collector: collector).read(claim)?.facts
  }

  /// The rules at hand, for every region and day.
  private struct OneSet: RuleSource {
    let catalogue: Catalogue
    let rules: RulesInForce

    func rules(of region: RegionCode, on day: CivilDate) -> RuleLookup { .found(rules) }
  }
}

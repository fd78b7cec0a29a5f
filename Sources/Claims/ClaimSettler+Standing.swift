import Findings
import SourceTree

extension ClaimSettler {
  /// The standing of a text holding one claim.
  ///
  /// - Parameter region: where the person is insured instead, to compare.
  package func standing(json file: SourceFile, line: Int = 1, insuredIn region: String? = nil) -> StandingResult {
    let collector = FindingCollector.forOneRequest()
    guard let root = tree(of: file, line: line, insuredIn: region, collector) else {
      return .failed(FailedClaim(unread: collector.findings))
    }
    guard let answer = standing(root, collector: collector) else {
      return .failed(FailedClaim(root, collector.findings))
    }
    return .said(answer)
  }

  /// The standing of a claim's tree, which may leave its amounts out; nil and findings when it cannot be said.
  package func standing(_ root: Node, collector: FindingCollector) -> StandingAnswer? {
    guard let claim = ClaimReader.read(root, needsAmounts: false, collector: collector),
      let rules = rules(for: claim, collector)
    else { return nil }
    // What keeps a stay from being divided, days that are not told or more than two years, keeps it from being settled; it
    // has the standing of its settlement day all the same. So these findings are not the answer's.
    let splitter = StaySplitter(policy: rules.compiled, catalogue: source.catalogue, collector: FindingCollector())
    guard case .parts(let first, let second, _) = splitter.divide(claim) else {
      return standing(claim, rules, collector)
    }
    guard let firstRules = self.rules(for: first, collector), let secondRules = self.rules(for: second, collector),
      let earlier = standing(first, firstRules, collector), var later = standing(second, secondRules, collector)
    else { return nil }
    later.earlierPart = [earlier]
    return later
  }

  private func standing(_ claim: Claim, _ rules: RulesInForce, _ collector: FindingCollector) -> StandingAnswer? {
    VisitReader(policy: rules.compiled, catalogue: source.catalogue, collector: collector).standing(of: claim)
      .map { StandingAnswer(claim: claim, decision: $0.decision, rules: rules) }
  }
}

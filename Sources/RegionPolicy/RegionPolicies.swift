import Bundles
import Claims
import Findings
import Registry
import Values

/// The rules of a folder or a bundle; settles claims.
///
/// Any number of threads may settle with it at once, always by the files as they were when it was made. A region's rules
/// are read, checked and compiled when they are asked for first; a ``PolicyRegistry`` has all of them read before.
///
/// ```swift
/// let policies = RegionPolicies(folder: "policies")
/// let answer = policies.settle(claim: Array(text.utf8))
/// print(answer.json)
/// ```
public struct RegionPolicies: Sendable {
  package let rules: RulesInUse
  private let settler: ClaimSettler<RulesInUse>

  /// Takes a folder of rule files, or a bundle. Problems do not throw: they are in ``findings``, and claims of a region
  /// whose rules have errors are answered with an error.
  ///
  /// - Parameters:
  ///   - folder: the policy folder, one rule file, or a bundle.
  ///   - catalogue: folder of code lists, for those that are not in `catalogue` inside the policy folder.
  ///   - includingDrafts: whether versions with `status: draft` settle, to try them out.
  public init(folder: String, catalogue: String? = nil, includingDrafts: Bool = false) {
    let collector = FindingCollector()
    let rules = DeliveredRules.read(folder, catalogue: catalogue, collector: collector)
    self.init(.onDemand(RulesOnDemand(rules.folder, collector: collector, includesDrafts: includingDrafts)))
  }

  package init(_ rules: RulesInUse) {
    self.rules = rules
    settler = ClaimSettler(source: rules)
  }

  /// All rules, read and checked together.
  package var registry: PolicySnapshot { rules.snapshot }

  /// Names the rules, however they were delivered: `sha256:` and 64 hexadecimal digits over all rule files and code
  /// lists.
  public var revision: String { rules.revision }

  /// What reading and checking all rules finds, in the order of files and places.
  public var findings: [RuleFinding] {
    registry.findings.sortedForDisplay().map { RuleFinding($0) }
  }

  /// Settles one claim.
  ///
  /// - Parameters:
  ///   - claim: UTF-8 JSON with the national platform's field names.
  ///   - line: the claim's line number in its file, for error records.
  ///   - explaining: whether the answer lists the steps with their clauses.
  ///   - english: whether messages are in English instead of Chinese.
  public func settle(claim: [UInt8], line: Int = 1, explaining: Bool = false, english: Bool = false) -> SettlementAnswer
  {
    var chain: AccountChain?
    return settle(claim: claim, line: line, explaining: explaining, english: english, chain: &chain)
  }

  /// Settles one of a person's claims with the accounts that the earlier ones of the series left.
  public func settle(
    claim: [UInt8], in series: inout ClaimSeries, line: Int = 1, explaining: Bool = false, english: Bool = false
  ) -> SettlementAnswer {
    settle(claim: claim, line: line, explaining: explaining, english: english, chain: &series.chain)
  }

  /// Settles one claim as if the person were insured in another region.
  public func settle(claim: [UInt8], insuredIn region: String, explaining: Bool = false, english: Bool = false)
    -> SettlementAnswer
  {
    var chain: AccountChain?
    return settle(claim: claim, line: 1, insuredIn: region, explaining: explaining, english: english, chain: &chain)
  }

  /// The standing of one claim alone, as one line of JSON: what follows from its filings, which of them counts, why the
  /// others do not, and on which clauses.
  ///
  /// The claim may leave its amounts out. With `insuredIn` it is asked as if the person were insured in that region.
  public func standing(of claim: [UInt8], insuredIn region: String? = nil, line: Int = 1, english: Bool = false)
    -> StandingReport
  {
    let answer = settler.standing(json: SourceFile(path: "claim", bytes: claim), line: line, insuredIn: region)
    let language: Language = english ? .english : .chinese
    switch answer {
    case .said(let answer):
      return StandingReport(json: StandingWriter(language: language).object(answer), answer: answer)
    case .failed(let failed):
      let writer = SettlementWriter(catalogue: rules.catalogue, language: language)
      return StandingReport(
        json: writer.line(for: .failed(failed), number: line), answer: nil, failed: failed)
    }
  }

  private func settle(
    claim: [UInt8], line: Int, insuredIn region: String? = nil, explaining: Bool, english: Bool,
    chain: inout AccountChain?
  ) -> SettlementAnswer {
    let result = settler.settle(
      json: SourceFile(path: "claim", bytes: claim), line: line, insuredIn: region, explaining: explaining,
      chain: &chain)
    let writer = SettlementWriter(catalogue: rules.catalogue, language: english ? .english : .chinese)
    return SettlementAnswer(result: result, json: writer.line(for: result, number: line))
  }

  /// The answer to a line that was longer than `limit` bytes and therefore not read.
  package func refuse(tooLong limit: Int, line: Int, english: Bool) -> SettlementAnswer {
    let finding = Finding(.lineTooLong, at: nil, ["limit": "\(limit)"])
    let result = ClaimResult.failed(FailedClaim(unread: [finding]))
    let writer = SettlementWriter(catalogue: rules.catalogue, language: english ? .english : .chinese)
    return SettlementAnswer(result: result, json: writer.line(for: result, number: line))
  }
}

/// Claims settled one after the other, each person's in the order of time: every claim finds the accounts as the
/// person's earlier claims left them, started anew where their period has ended.
///
/// Claims of a series need `psn_no` and bring no `accounts`, except for opening balances with a person's first one.
public struct ClaimSeries {
  var chain: AccountChain? = AccountChain()

  /// A series in which nothing was settled yet.
  public init() {}
}

/// What became of one claim.
public struct SettlementAnswer {
  package let result: ClaimResult
  /// The settlement, or an error record, as one line of JSON without a line end.
  public let json: String

  /// Whether the claim was settled.
  public var isSettled: Bool { result.isSettled }
}

/// What a claim's standing is.
public struct StandingReport {
  /// The standing and its reasons, or an error record, as one line of JSON without a line end.
  public let json: String
  package let answer: StandingAnswer?
  /// Why it could not be said.
  package var failed: FailedClaim?

  package var findings: [Finding] { failed?.findings ?? [] }

  /// Whether the standing could be said.
  public var isSaid: Bool { answer != nil }
}

/// Something found in the rule files.
public struct RuleFinding: Sendable {
  package let finding: Finding

  package init(_ finding: Finding) { self.finding = finding }

  /// The finding's code, such as `P0305`.
  public var code: String { finding.kind.code }

  /// Whether it stops the region's rules from being used.
  public var isError: Bool { finding.kind.severity == .error }

  /// The file it is about; nil when it is about none.
  public var file: String? { finding.place?.file.path }

  /// Line and column, from 1; columns count characters.
  public var position: (line: Int, column: Int)? {
    finding.place.map { ($0.start.line, $0.start.column) }
  }

  /// What was found.
  public func message(english: Bool = false) -> String { finding.message(in: english ? .english : .chinese) }

  /// What to write instead.
  public func help(english: Bool = false) -> String { finding.help(in: english ? .english : .chinese) }
}

import Findings
import Synchronization

/// The rules of a running program: read once, looked up by any number of threads, replaced while claims are settled.
///
/// Every set of rules is an immutable ``RegionPolicies``. Whoever takes ``policies`` once and settles with it stays with
/// one set, whatever happens meanwhile. A set with any fault never replaces a good one.
///
/// ```swift
/// let registry = try PolicyRegistry("policies", keepingLastGoodIn: "last-good.tar")
/// let answer = registry.policies.settle(claim: Array(text.utf8))
/// let report = registry.reload()
/// ```
public final class PolicyRegistry: Sendable {
  /// In one object, so that taking the rules is one reference under the lock, however large they are.
  private final class Held: Sendable {
    let policies: RegionPolicies
    let report: ReloadReport

    init(_ policies: RegionPolicies, _ report: ReloadReport) {
      self.policies = policies
      self.report = report
    }
  }

  private struct State {
    var held: Held
    var status: ReloadReport
  }

  private let source: PolicySource
  private let lastGood: LastGoodRules?
  private let state: Mutex<State>
  /// Held while a set is read: two that were read at once could otherwise swap in the wrong order.
  private let reloading = Mutex(())

  /// Reads rules that have to be without errors.
  ///
  /// - Parameters:
  ///   - path: a policy folder, one rule file, or a bundle.
  ///   - catalogue: folder of code lists for those that are not in `catalogue` inside the policy folder.
  ///   - includingDrafts: whether versions with `status: draft` settle, to try them out.
  ///   - trustedKeys: files of Ed25519 public keys (PEM), read again with each ``reload()``; when given, only a bundle
  ///     that one of them signed is accepted. Needs a build with the trait `Server`.
  ///   - kept: file that every good set is kept in, for a start when the rules at `path` cannot be used.
  /// - Throws: when the rules have faults and none were kept.
  public init(
    _ path: String, catalogue: String? = nil, includingDrafts: Bool = false, trustedKeys: [String]? = nil,
    keepingLastGoodIn kept: String? = nil
  ) throws(PolicyLoadFailure) {
    source = PolicySource(
      path: path, catalogue: catalogue, includesDrafts: includingDrafts, trustedKeys: trustedKeys)
    lastGood = kept.map { LastGoodRules(path: $0) }
    let start = try PolicyRegistry.start(source, lastGood)
    state = Mutex(State(held: Held(start.policies, start.report), status: start.report))
  }

  private static func start(
    _ source: PolicySource, _ lastGood: LastGoodRules?
  ) throws(PolicyLoadFailure) -> (policies: RegionPolicies, report: ReloadReport) {
    let attempt = source.load()
    if let accepted = attempt.accepted {
      let findings = attempt.findings + (lastGood?.keep(accepted) ?? [])
      return (accepted.policies, ReloadReport(.loaded, accepted.policies.revision, findings))
    }
    guard let lastGood else { throw PolicyLoadFailure(attempt.findings) }
    let kept = lastGood.restore(source)
    guard let restored = kept.accepted?.policies else { throw PolicyLoadFailure(attempt.findings + kept.findings) }
    let note = Finding(.lastGoodUsed, at: nil, ["revision": restored.revision])
    return (restored, ReloadReport(.restored, restored.revision, attempt.findings + [note]))
  }

  /// The set in force.
  public var policies: RegionPolicies { state.withLock { $0.held }.policies }

  /// The set in force, and what reading it came to.
  package var inForce: (policies: RegionPolicies, report: ReloadReport) {
    let held = state.withLock { $0.held }
    return (held.policies, held.report)
  }

  /// What the last attempt to read rules came to.
  public var status: ReloadReport { state.withLock { $0.status } }

  /// The rules of a region, or of its city or province, in force on a day: a look-up in what was compiled before.
  public func resolve(region: String, on day: String) -> RuleResolution { policies.resolve(region: region, on: day) }

  /// Reads the rules anew, beside those in force, and puts them in their place if they have no errors.
  ///
  /// Takes as long as reading does; claims are settled meanwhile.
  @discardableResult
  public func reload() -> ReloadReport {
    reloading.withLock { _ in
      let attempt = source.load()
      let report = attempt.accepted.map { replace(with: $0, attempt.findings) } ?? keep(attempt.findings)
      return report
    }
  }

  private func replace(with accepted: AcceptedRules, _ findings: [Finding]) -> ReloadReport {
    let revision = accepted.policies.revision
    guard revision != policies.revision else {
      return record(ReloadReport(.unchanged, revision, findings))
    }
    // Kept before anything is answered from it: a restart never goes back behind an answer.
    let notKept = lastGood?.keep(accepted) ?? []
    let report = ReloadReport(.loaded, revision, findings + notKept)
    let held = Held(accepted.policies, report)
    state.withLock { state in
      state.held = held
      state.status = report
    }
    return report
  }

  private func keep(_ findings: [Finding]) -> ReloadReport {
    let revision = policies.revision
    let note = Finding(.lastGoodUsed, at: nil, ["revision": revision])
    return record(ReloadReport(.kept, revision, findings + [note]))
  }

  private func record(_ report: ReloadReport) -> ReloadReport {
    state.withLock { $0.status = report }
    return report
  }
}

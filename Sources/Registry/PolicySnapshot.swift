import Checks
import Claims
import Findings
import PolicyModel
import PolicyReading
import Settlement
import Values

/// All rules of a folder, read, checked and compiled: an immutable snapshot that any number of threads may use.
package struct PolicySnapshot: RuleSource {
  /// A stretch of days of one region on which its resolved rules stay the same.
  private struct Slice {
    let days: DateInterval
    let lookup: RuleLookup
  }

  package let catalogue: Catalogue
  package let versions: VersionSet
  /// What reading and checking found and no comment allows.
  package let findings: [Finding]
  /// What comments of the files allow.
  package let silenced: [SilencedFinding]
  /// By region, in the order of days.
  private let slices: [RegionCode: [Slice]]
  /// Regions with a file that could not even be dated: which of their rules hold when is not known.
  private let unreadable: Set<RegionCode>
  private let fingerprint: Lazy<String>

  /// Names the rules, wherever they came from: `sha256:` and 64 hexadecimal digits.
  package var revision: String { fingerprint.value }

  /// Reads and checks a folder of rules.
  ///
  /// - Parameters:
  ///   - path: folder or single rule file.
  ///   - fallback: folder of code lists for those that the folder lacks.
  ///   - includesDrafts: whether drafts settle, to try them out.
  package static func load(_ path: String, catalogue fallback: String? = nil, includesDrafts: Bool = false)
    -> PolicySnapshot
  {
    let collector = FindingCollector()
    let folder = PolicyFolder.read(path, catalogue: fallback, collector: collector)
    return PolicySnapshot(folder, collector: collector, includesDrafts: includesDrafts)
  }

  /// - Parameters:
  ///   - extent: which checks are made.
  ///   - today: the day that review dates are compared with; nil when nobody asks for them.
  package init(
    _ folder: PolicyFolder, collector: FindingCollector, includesDrafts: Bool,
    extent: PolicyChecks.Extent = .loading, today: CivilDate? = nil
  ) {
    let catalogue = Catalogue.read(folder.catalogue, collector: collector)
    let versions = VersionSet.read(folder.rules, collector: collector)
    self.init(
      folder, catalogue, versions, collector: collector, includesDrafts: includesDrafts, extent: extent, today: today)
  }

  /// - Parameter collector: has what reading the files found.
  init(
    _ folder: PolicyFolder, _ catalogue: Catalogue, _ versions: VersionSet, collector: FindingCollector,
    includesDrafts: Bool, extent: PolicyChecks.Extent = .loading, today: CivilDate? = nil
  ) {
    self.catalogue = catalogue
    fingerprint = Lazy { folder.revision }
    self.versions = versions
    let input = CheckInput(versions: versions, catalogue: catalogue, today: today)
    PolicyChecks.run(input, extent: extent, collector: collector)
    // What a comment allows does not keep a region from settling, so this comes before what is faulty.
    let silencings = SilencingReader.read(folder.rules + folder.catalogue, collector: collector)
    let outcome = SilencingOutcome(
      silencings, on: collector.findings.withoutRepetitions(), notLookedFor: PolicyChecks.notLookedFor(extent))
    findings = outcome.findings
    silenced = outcome.silenced
    let unreadable = PolicySnapshot.unreadableRegions(folder, versions)
    self.unreadable = unreadable
    let faulty = Set(outcome.findings.filter { $0.kind.severity == .error }.map { $0.place?.file.path ?? "" })
    let isCatalogueFaulty =
      folder.catalogue.contains { faulty.contains($0.path) }
      || folder.unreadable.contains { $0.contains("/catalogue/") }
    var slices: [RegionCode: [Slice]] = [:]
    for slice in input.slices {
      let lookup = PolicySnapshot.lookup(
        slice, folder, faulty: isCatalogueFaulty ? nil : faulty, unreadable, includesDrafts)
      slices[slice.region, default: []].append(Slice(days: slice.days, lookup: lookup))
    }
    self.slices = slices
  }

  private static func lookup(
    _ slice: CheckInput.Slice, _ folder: PolicyFolder, faulty: Set<String>?, _ unreadable: Set<RegionCode>,
    _ includesDrafts: Bool
  ) -> RuleLookup {
    guard let faulty else { return .faulty }
    let policy = slice.policy
    let files = policy.lineage.flatMap { [$0.file] + $0.basedOn }
    if policy.lineage.contains(where: { unreadable.contains($0.region) || $0.parent.map(unreadable.contains) ?? false })
    {
      return .faulty
    }
    if files.contains(where: { faulty.contains($0.path) }) { return .faulty }
    if policy.status == .draft, !includesDrafts { return .draft }
    if slice.findings.hasErrors { return .faulty }
    // Worked out when it is asked for: checking needs none, and the code lists are as long as the nation is large.
    let all = files + folder.catalogue
    return .found(RulesInForce(compiled: slice.compiled, digest: PolicySnapshot.digest(of: all)))
  }

  /// The regions, by their folders' names, of files that gave no version.
  private static func unreadableRegions(_ folder: PolicyFolder, _ versions: VersionSet) -> Set<RegionCode> {
    let read = Set(versions.versions.values.joined().map(\.file.standsAt))
    let lost = (folder.rules.map(\.standsAt) + folder.unreadable).filter { !read.contains($0) }
    return Set(lost.compactMap { RegionCode(FilePath.name(of: FilePath.folder(of: $0)).prefix(6)) })
  }

  /// Depends on what the files say, not on where they lie.
  private static func digest(of files: [SourceFile]) -> String {
    var hash = SHA256()
    for file in files {
      hash.update("\(file.bytes.count)\n".utf8)
      hash.update(file.bytes)
    }
    return hash.finish()
  }

  /// The rules of the region, or of its city or province, in force on a day.
  package func rules(of code: RegionCode, on day: CivilDate) -> RuleLookup {
    guard let region = region(holding: code) else { return .unknownRegion }
    guard !unreadable.contains(region), let slices = slices[region] else { return .faulty }
    if let slice = PolicySnapshot.slice(on: day, of: slices) { return slice.lookup }
    let known = (versions.versions[region] ?? []).map { "\($0.inForce)" }.joined(separator: ", ")
    return .notInForce(versions: known)
  }

  package func daysOfSameRules(_ code: RegionCode, on day: CivilDate) -> DateInterval? {
    guard let region = region(holding: code), !unreadable.contains(region), let slices = slices[region] else {
      return nil
    }
    return PolicySnapshot.slice(on: day, of: slices)?.days
  }

  private static func slice(on day: CivilDate, of slices: [Slice]) -> Slice? {
    var low = 0
    var high = slices.count
    while low < high {
      let middle = (low + high) / 2
      if slices[middle].days.from <= day { low = middle + 1 } else { high = middle }
    }
    return low > 0 && slices[low - 1].days.contains(day) ? slices[low - 1] : nil
  }

  /// The region whose rules a code is settled with: itself, its city or its province; nil when none has any.
  package func region(holding code: RegionCode) -> RegionCode? {
    // A city whose file is unreadable must not be settled by its province's rules.
    if holds(code) { return code }
    if holds(code.city) { return code.city }
    return holds(code.province) ? code.province : nil
  }

  private func holds(_ region: RegionCode) -> Bool { slices[region] != nil || unreadable.contains(region) }

  /// Every region that has a file, readable or not.
  package var regions: [RegionCode] { Set(slices.keys).union(unreadable).sorted() }

  /// The stretches of days on which a region's rules stay the same, with what a look-up gives on them. Where not even
  /// the days are known it is every day.
  package func stretches(of region: RegionCode) -> [(days: DateInterval, lookup: RuleLookup)] {
    if unreadable.contains(region) { return [(DateInterval(from: .distantPast, through: nil), .faulty)] }
    return (slices[region] ?? []).map { ($0.days, $0.lookup) }
  }

  /// Every compiled set of rules with the days it holds, for tests and tables.
  package var compiled: [(region: RegionCode, days: DateInterval, rules: RulesInForce)] {
    versions.regions.flatMap { region in
      (slices[region] ?? []).compactMap { slice in
        if case .found(let rules) = slice.lookup { (region, slice.days, rules) } else { nil }
      }
    }
  }
}

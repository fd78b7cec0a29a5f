import Checks
import Claims
import Findings
import PolicyModel
import PolicyReading
import Synchronization
import Values

/// The rules of a folder, each region's read and checked when somebody asks for them first, together with all that they
/// inherit from.
///
/// The files were all read before, so that what is on disk may change meanwhile. What a claim comes to does not depend
/// on what was asked for before it.
package final class RulesOnDemand: RuleSource {
  package let catalogue: Catalogue
  private let folder: PolicyFolder
  private let folders: RuleFolders
  /// What reading the code lists found.
  private let catalogueFindings: [Finding]
  /// What finding and reading the files found.
  private let fileFindings: [Finding]
  private let includesDrafts: Bool
  private let fingerprint: Lazy<String>
  private let known = Mutex(Known())
  /// Held while all is read.
  private let all = Mutex<PolicySnapshot?>(nil)

  private struct Known {
    /// By the region that was asked for: the one whose rules it is settled with, and they.
    var answers: [RegionCode: (region: RegionCode, rules: PolicySnapshot)] = [:]
    /// By the folders that they begin with.
    var families: [Set<Int>: Family] = [:]
    var readings: [Int: FolderReading] = [:]
  }

  /// A region's folders and those of all that it inherits from.
  private final class Family: Sendable {
    /// Held while it is read, so that two who ask at once do not both read.
    let rules = Mutex<PolicySnapshot?>(nil)
  }

  /// - Parameter collector: has what finding and reading the files found.
  package init(_ folder: PolicyFolder, collector: FindingCollector, includesDrafts: Bool) {
    self.folder = folder
    self.includesDrafts = includesDrafts
    fingerprint = Lazy { folder.revision }
    fileFindings = collector.findings
    folders = RuleFolders(folder.rules)
    let found = FindingCollector()
    catalogue = Catalogue.read(folder.catalogue, collector: found)
    catalogueFindings = found.findings
  }

  package func rules(of code: RegionCode, on day: CivilDate) -> RuleLookup {
    guard let answer = answer(for: code) else { return .unknownRegion }
    return answer.rules.rules(of: answer.region, on: day)
  }

  package func daysOfSameRules(_ code: RegionCode, on day: CivilDate) -> DateInterval? {
    guard let answer = answer(for: code) else { return nil }
    return answer.rules.daysOfSameRules(answer.region, on: day)
  }

  /// Names the rules: `sha256:` and 64 hexadecimal digits.
  package var revision: String { fingerprint.value }

  /// All rules, read and checked together.
  package var whole: PolicySnapshot {
    all.withLock { all in
      if let all { return all }
      let collector = FindingCollector()
      collector.add(fileFindings)
      let read = PolicySnapshot(folder, collector: collector, includesDrafts: includesDrafts)
      all = read
      return read
    }
  }

  /// What was found up to now: in finding the files, in the code lists, and in the rules that somebody asked for.
  package var findings: [Finding] {
    if let whole = all.withLock({ $0 }) { return whole.findings }
    let families = known.withLock { Array($0.families.values) }
    let read = families.flatMap { family in family.rules.withLock { $0?.findings ?? [] } }
    return (fileFindings + catalogueFindings + read).withoutRepetitions()
  }

  /// Whether there are no rules of any region.
  package var isEmpty: Bool {
    if folders.namesARegion { return false }
    return whole.versions.regions.isEmpty
  }

  /// The region itself, its city or its province, whichever has rules first.
  private func answer(for code: RegionCode) -> (region: RegionCode, rules: PolicySnapshot)? {
    if let answer = known.withLock({ $0.answers[code] }) { return answer }
    for region in [code, code.city, code.province] {
      let rules = rules(ofFamily: region)
      guard let rules, rules.region(holding: region) == region else { continue }
      known.withLock { $0.answers[code] = (region, rules) }
      return (region, rules)
    }
    return nil
  }

  /// Nil when no folder is of the region.
  private func rules(ofFamily region: RegionCode) -> PolicySnapshot? {
    let begin = folders.numbers(of: region)
    if begin.isEmpty, folder.unreadable.isEmpty { return nil }
    let family = known.withLock { known in
      let family = known.families[begin] ?? Family()
      known.families[begin] = family
      return family
    }
    return family.rules.withLock { rules in
      let read = rules ?? read(begin)
      rules = read
      return read
    }
  }

  private func read(_ begin: Set<Int>) -> PolicySnapshot {
    var numbers: Set<Int> = []
    var pending = begin
    var readings: [Int: FolderReading] = [:]
    while !pending.isEmpty {
      numbers.formUnion(pending)
      for number in pending { readings[number] = reading(number) }
      let parents = pending.flatMap { readings[$0]?.versions.compactMap(\.parent) ?? [] }
      pending = folders.numbers(of: parents).subtracting(numbers)
    }
    return snapshot(numbers.sorted().compactMap { number in readings[number].map { (number, $0) } })
  }

  private func snapshot(_ readings: [(number: Int, reading: FolderReading)]) -> PolicySnapshot {
    let collector = FindingCollector()
    collector.add(catalogueFindings)
    collector.add(readings.flatMap(\.reading.findings))
    let own = PolicyFolder(
      rules: readings.flatMap { folders.files(in: $0.number) }, catalogue: folder.catalogue,
      unreadable: folder.unreadable, path: folder.path)
    return PolicySnapshot(
      own, catalogue, VersionSet(readings.flatMap(\.reading.versions)), collector: collector,
      includesDrafts: includesDrafts)
  }

  /// A folder's files are read once, however many inherit from them.
  private func reading(_ number: Int) -> FolderReading {
    if let reading = known.withLock({ $0.readings[number] }) { return reading }
    let reading = FolderReading(folders.files(in: number))
    known.withLock { $0.readings[number] = reading }
    return reading
  }
}

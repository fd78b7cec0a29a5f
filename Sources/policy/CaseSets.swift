import Cases
import Findings
import FoundationEssentials
import Registry

/// Files of cases by the folder of rules that they are about.
struct CaseSets {
  let options: FindingOptions
  private(set) var sets: [(policies: String, registry: PolicySnapshot, files: [CaseFile])] = []

  init(options: FindingOptions) { self.options = options }

  mutating func read(_ paths: [String], _ collector: FindingCollector) {
    for path in paths {
      let files = PolicyFolder.yamlFiles(below: path, collector: collector).filter { $0.hasSuffix(".cases.yaml") }
      if files.isEmpty { collector.report(.noCases, at: nil, ["path": path]) }
      for name in files {
        guard let source = PolicyFolder.load(name, collector: collector),
          let file = CaseFile.read(source, collector: collector)
        else { continue }
        add(file, collector)
      }
    }
  }

  private mutating func add(_ file: CaseFile, _ collector: FindingCollector) {
    if let index = sets.firstIndex(where: { $0.policies == file.policies }) {
      sets[index].files.append(file)
      return
    }
    let registry = PolicySnapshot.load(
      file.policies, catalogue: options.catalogue(for: file.policies), includesDrafts: true)
    collector.add(registry.findings.filter { $0.kind.severity == .error })
    sets.append((file.policies, registry, [file]))
  }

  /// What every case gives, set by set.
  func run(_ collector: FindingCollector) -> [CaseOutcome] {
    let outcomes = sets.flatMap { set in
      let runner = CaseRunner(source: set.registry)
      return set.files.flatMap { runner.outcomes(of: $0) }
    }
    for outcome in outcomes { collector.add(outcome.findings) }
    return outcomes
  }

  /// The set of a folder of rules, however its path is written.
  func set(of folder: String) -> (registry: PolicySnapshot, files: [CaseFile])? {
    func plain(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }
    return sets.first { plain($0.policies) == plain(folder) }.map { ($0.registry, $0.files) }
  }
}

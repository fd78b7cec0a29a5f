import Cases
import Claims
import Findings
import PolicyModel
import PolicyReading
import Registry
import Settlement
import Values

/// Finds out what cases exercise: an item is covered when some case fails once its figure is changed a little.
package struct CoverageMeasurement {
  private let registry: PolicySnapshot
  private let traces: [FileTrace]

  /// What a file of cases went through with the rules as they are.
  private struct FileTrace {
    let file: CaseFile
    let passing: [CaseTrace]
    /// The rules that its cases asked for.
    let rules: Set<ObjectIdentifier>
  }

  private struct CaseTrace {
    let name: String
    /// Figures that its settlement rests on.
    let spots: Set<FigureSpot>
    /// Caps that were looked up by a layer that paid.
    let paidUnder: Set<FigureSpot>
    let amounts: [Amounts]
  }

  /// What a settlement comes to, for comparison.
  private struct Amounts: Hashable {
    let funds: Fen
    let personal: PersonalParts

    static func of(_ settled: SettledClaim?) -> [Amounts] {
      (settled?.parts ?? []).map { Amounts(funds: $0.outcome.fundTotal, personal: $0.outcome.personal) }
    }
  }

  /// Runs all cases once.
  package init(_ files: [CaseFile], registry: PolicySnapshot) {
    self.registry = registry
    let rules = TrialRules(registry)
    let runner = CaseRunner(source: rules, isExplaining: true)
    traces = files.map { file in
      let passing = runner.outcomes(of: file).filter(\.isPassed)
      return FileTrace(
        file: file, passing: passing.map { CoverageMeasurement.trace($0, rules) }, rules: rules.takeAsked())
    }
  }

  private static func trace(_ outcome: CaseOutcome, _ rules: TrialRules) -> CaseTrace {
    var spots: Set<FigureSpot> = []
    var paidUnder: Set<FigureSpot> = []
    for part in outcome.settled?.parts ?? [] {
      let known = rules.spots(of: part.rules.compiled)
      spots.formUnion(part.cited.compactMap { known[$0] })
      for case .cap(let layer, _, _, _, let citation) in part.steps where part.outcome.paid[layer].count > 0 {
        if let spot = known[citation] { paidUnder.insert(spot) }
      }
    }
    return CaseTrace(
      name: outcome.item.name, spots: spots, paidUnder: paidUnder, amounts: Amounts.of(outcome.settled))
  }

  /// What is covered and what is not, of every region with a version that cases could be settled under, or of some.
  package func report(of regions: Set<String>? = nil) -> CoverageReport {
    let compiled = registry.compiled
    var items: [CoverageItem.Identity: CoverageItem] = [:]
    var order: [CoverageItem.Identity] = []
    for (index, slice) in compiled.enumerated() {
      for item in ItemLister(policy: slice.rules.compiled.policy, rules: index).items {
        if items[item.identity] == nil { order.append(item.identity) }
        items[item.identity, default: item].rules.insert(index)
      }
    }
    let identities = compiled.map { ObjectIdentifier($0.rules.compiled) }
    var tried: [FigureSpot: Trial] = [:]
    let wanted = order.compactMap { items[$0] }.filter { isWritten($0, by: regions) }
    let results = wanted.map { item in
      let trial = tried[item.spot] ?? run(item, identities)
      tried[item.spot] = trial
      return CoverageResult(item: item, state: trial.state(of: item.kind))
    }
    let versions = versionResults(identities).filter { isWritten($0.item, by: regions) }
    return CoverageReport(results + versions, versions: registry.versions)
  }

  private func isWritten(_ item: CoverageItem, by regions: Set<String>?) -> Bool {
    guard let regions else { return true }
    return registry.versions.versions.values.joined().contains {
      $0.file.path == item.spot.path && regions.contains($0.region.text)
    }
  }

  /// What changing a figure shows.
  private struct Trial {
    /// Cases came by the figure, or could have.
    var isReached = false
    /// A case fails.
    var isNoticed = false
    /// A layer paid the same although its cap changed.
    var hasRoom = false

    func state(of kind: CoverageKind) -> CoverageState {
      if !isReached { return .notReached }
      if kind == .capNotReached { return hasRoom ? .covered : .alwaysReached }
      return isNoticed ? .covered : .notNoticed
    }
  }

  private func run(_ item: CoverageItem, _ identities: [ObjectIdentifier]) -> Trial {
    let rules = Set(item.rules.map { identities[$0] })
    let runner = CaseRunner(source: TrialRules(registry, changing: item.spot))
    let isCap = item.kind == .capReached || item.kind == .capNotReached
    var trial = Trial()
    for trace in traces where !trace.rules.isDisjoint(with: rules) {
      let concerned = item.isCited ? trace.passing.filter { $0.spots.contains(item.spot) } : trace.passing
      if concerned.isEmpty { continue }
      trial.isReached = true
      let byName = Dictionary(concerned.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      var isDone = false
      runner.visit(trace.file, only: Set(byName.keys)) { outcome in
        if let before = byName[outcome.item.name] {
          if !outcome.isPassed { trial.isNoticed = true }
          let isSame = Amounts.of(outcome.settled) == before.amounts
          if before.paidUnder.contains(item.spot), isSame { trial.hasRoom = true }
        }
        isDone = trial.isNoticed && (!isCap || trial.hasRoom)
        return !isDone
      }
      if isDone { break }
    }
    return trial
  }

  /// Every version needs a case that was settled under it, or under rules that inherit from it.
  private func versionResults(_ identities: [ObjectIdentifier]) -> [CoverageResult] {
    let used = traces.reduce(into: Set<ObjectIdentifier>()) { $0.formUnion($1.rules) }
    var files: [String: (version: RegionVersion, isUsed: Bool, rules: Set<Int>)] = [:]
    for (index, slice) in registry.compiled.enumerated() {
      for version in slice.rules.compiled.policy.lineage {
        let isUsed = used.contains(identities[index])
        let known = files[version.file.path]
        files[version.file.path] = (
          version, isUsed || known?.isUsed ?? false, (known?.rules ?? []).union([index])
        )
      }
    }
    return files.values.sorted { $0.version.file.path < $1.version.file.path }.map { file in
      let place = file.version.places.inForce
      let path = FigurePath(titles: [file.version.title], keys: [], space: DimensionSpace(classes: []))
      let item = CoverageItem(
        kind: .version, spot: FigureSpot(place), place: place, value: "\(file.version.inForce)", path: path,
        plan: nil, layer: nil, isCited: false, rules: file.rules)
      return CoverageResult(item: item, state: file.isUsed ? .covered : .notReached)
    }
  }
}

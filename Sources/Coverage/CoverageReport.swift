import Findings
import PolicyModel
import PolicyReading
import Settlement
import Values

package enum CoverageState: String, Sendable {
  case covered
  /// No case comes by.
  case notReached = "not_reached"
  /// Cases come by, but none fails when the figure changes.
  case notNoticed = "not_noticed"
  /// Every case that meets the cap reaches it.
  case alwaysReached = "always_reached"
}

package struct CoverageResult: Sendable {
  package let item: CoverageItem
  package let state: CoverageState
}

/// What cases exercise of a set of rules, region by region.
package struct CoverageReport: Sendable {
  package struct Region: Sendable {
    package let code: RegionCode
    package let title: String
    /// In the order of files and lines.
    package let results: [CoverageResult]

    package func results(of kind: CoverageKind) -> [CoverageResult] { results.filter { $0.item.kind == kind } }
  }

  package let regions: [Region]

  /// An item belongs to the region whose file writes it, whoever inherits it.
  init(_ results: [CoverageResult], versions: VersionSet) {
    var owners: [String: RegionVersion] = [:]
    for version in versions.versions.values.joined() { owners[version.file.path] = version }
    let grouped = Dictionary(grouping: results) { owners[$0.item.spot.path]?.region }
    regions = versions.regions.compactMap { code in
      guard let own = grouped[code] else { return nil }
      let title = versions.versions[code]?.first?.title ?? code.text
      return Region(
        code: code, title: title,
        results: own.sorted {
          ($0.item.spot.path, $0.item.spot.position) < ($1.item.spot.path, $1.item.spot.position)
        })
    }
  }

  package var all: [CoverageResult] { regions.flatMap(\.results) }

  /// What no case exercises, each a warning at the figure.
  package var findings: [Finding] { all.filter { $0.state != .covered }.map(\.finding) }

  /// An error for each region below a threshold in percent.
  package func findings(below threshold: Int) -> [Finding] {
    regions.filter { $0.results.coveredPermille < threshold * 10 }.map { region in
      let permille = region.results.coveredPermille
      return Finding(
        .coverageBelowThreshold, at: nil,
        [
          "region": "\(region.code) \(region.title)", "covered": "\(region.results.coveredCount)",
          "total": "\(region.results.count)", "percent": "\(permille / 10).\(permille % 10)",
          "threshold": "\(threshold)",
        ])
    }
  }
}

extension [CoverageResult] {
  package var coveredCount: Int { count { $0.state == .covered } }

  /// Tenths of a percent, rounded down: 1000 only when nothing is missing.
  package var coveredPermille: Int { isEmpty ? 1000 : coveredCount * 1000 / count }
}

extension CoverageResult {
  /// The warning for an item that is not covered.
  var finding: Finding {
    let arguments = [
      "kind": item.kind.title(in: .english), "kind_zh": item.kind.title(in: .chinese), "value": item.value,
      "where": item.path.section, "keys": item.path.conditions(in: .english),
      "keys_zh": item.path.conditions(in: .chinese),
    ]
    return Finding(kind, at: item.place, arguments)
  }

  private var kind: FindingKind {
    if item.kind == .version { return .versionNotExercised }
    switch state {
    case .alwaysReached: return .capAlwaysBinds
    case .notNoticed, .covered: return item.kind == .capReached ? .capNeverBinds : .figureNotNoticed
    case .notReached: return .figureNotReached
    }
  }
}

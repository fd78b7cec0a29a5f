import Coverage
import Findings
import Values

/// What cases exercise, region by region, for people and for programs.
struct CoverageTable {
  private let report: CoverageReport
  private let options: LanguageOptions

  init(_ report: CoverageReport, _ options: LanguageOptions) {
    self.report = report
    self.options = options
  }

  /// A row for each region, then one for each kind.
  var text: String {
    var regions = TextTable(
      columns: [
        .init(options.say("地区", "region")), .init(options.say("已检验", "checked"), .right),
        .init(options.say("共", "of"), .right), .init("%", .right),
        .init(options.say("缺", "missing")),
      ])
    for region in report.regions {
      regions.append(
        ["\(region.code) \(region.title)"] + figures(region.results) + [missing(region.results)])
    }
    regions.append([options.say("合计", "total")] + figures(report.all) + [""])
    return regions.rendered() + "\n" + kinds.rendered() + "\n"
  }

  private var kinds: TextTable {
    var kinds = TextTable(
      columns: [
        .init(options.say("种类", "kind")), .init(options.say("已检验", "checked"), .right),
        .init(options.say("共", "of"), .right), .init("%", .right),
      ])
    for kind in CoverageKind.allCases {
      let results = report.all.filter { $0.item.kind == kind }
      if !results.isEmpty { kinds.append([kind.title(in: options.language)] + figures(results)) }
    }
    return kinds
  }

  private func figures(_ results: [CoverageResult]) -> [String] {
    ["\(results.coveredCount)", "\(results.count)", percent(results)]
  }

  private func percent(_ results: [CoverageResult]) -> String {
    // Of nothing there is no share.
    if results.isEmpty { return "—" }
    return "\(results.coveredPermille / 10).\(results.coveredPermille % 10)"
  }

  private func missing(_ results: [CoverageResult]) -> String {
    CoverageKind.allCases.compactMap { kind in
      let open = results.count { $0.item.kind == kind && $0.state != .covered }
      return open == 0 ? nil : "\(kind.title(in: options.language)) \(open)"
    }.joined(separator: options.say("，", ", "))
  }

  func json(passed: Int, failed: Int, _ findings: [Finding]) -> String {
    let regions = report.regions.map { region in
      let kinds = CoverageKind.allCases.compactMap { kind -> (name: String, value: String)? in
        let results = region.results(of: kind)
        return results.isEmpty ? nil : (kind.rawValue, counts(results))
      }
      return JSONText.object([
        ("region", JSONText.string(region.code.text)), ("title", JSONText.string(region.title)),
        ("all", counts(region.results)), ("kinds", JSONText.object(kinds)),
        ("open", "[" + region.results.filter { $0.state != .covered }.map(open).joined(separator: ", ") + "]"),
      ])
    }
    return JSONText.object([
      ("passed", "\(passed)"), ("failed", "\(failed)"), ("all", counts(report.all)),
      ("regions", "[\n" + regions.joined(separator: ",\n") + "\n]"),
      (
        "findings",
        String(FindingFormat.json.render(findings, language: options.language, color: false).dropLast())
      ),
    ]) + "\n"
  }

  private func counts(_ results: [CoverageResult]) -> String {
    JSONText.object([("covered", "\(results.coveredCount)"), ("total", "\(results.count)")])
  }

  private func open(_ result: CoverageResult) -> String {
    JSONText.object([
      ("kind", JSONText.string(result.item.kind.rawValue)), ("state", JSONText.string(result.state.rawValue)),
      ("value", JSONText.string(result.item.value)), ("file", JSONText.string(result.item.place.file.path)),
      ("line", "\(result.item.place.start.line)"), ("column", "\(result.item.place.start.column)"),
      ("where", JSONText.string(result.item.path.section)),
      ("keys", JSONText.string(result.item.path.conditions(in: options.language))),
    ])
  }
}

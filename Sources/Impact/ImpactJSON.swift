import Claims
import Findings
import PolicyModel
import Values

/// Writes a report as one JSON object. Amounts are yuan with two decimals, as numbers.
package struct ImpactJSON {
  private let report: ImpactReport

  package init(_ report: ImpactReport) { self.report = report }

  /// - Parameters:
  ///   - before: label of the one side.
  ///   - after: label of the other side.
  package func object(before: String, after: String) -> String {
    let settled = report.settled
    return JSONText.object([
      ("before", JSONText.string(before)), ("after", JSONText.string(after)), ("claims", "\(settled.all)"),
      ("left_out", "\(report.leftOut)"),
      (
        "settled",
        numbers([
          ("both", settled.both), ("only_before", settled.onlyBefore), ("only_after", settled.onlyAfter),
          ("neither", settled.neither),
        ])
      ),
      ("unsettled", list(report.unsettled.sorted { $0.key < $1.key }.map { unsettled($0.key, $0.value) })),
      ("claims_by_change", directions(report.claims)), ("persons_by_change", directions(report.persons)),
      ("claims_without_person", "\(report.withoutPerson)"), ("amounts", amounts),
      ("bins", list(report.distribution.bins.map(bin))),
      ("quantiles", list(report.distribution.quantiles.map(quantile))), ("top", list(report.top.compactMap(top))),
      ("regions", breakdown(report.regions)), ("standings", breakdown(report.standings)),
      ("plans", breakdown(report.plans)),
    ])
  }

  private func unsettled(_ codes: ImpactReport.Codes, _ stopped: ImpactReport.Stopped) -> String {
    func code(_ code: String?) -> String { code.map(JSONText.string) ?? "null" }
    return JSONText.object([
      ("before", code(codes.before)), ("after", code(codes.after)), ("claims", "\(stopped.claims)"),
      ("first_lines", list(stopped.firstLines.map(\.description))),
    ])
  }

  private func directions(_ directions: Directions) -> String {
    numbers([("more", directions.gaining), ("less", directions.losing), ("same", directions.same)])
  }

  private var amounts: String {
    JSONText.object([
      ("before", amounts(report.before)), ("after", amounts(report.after)),
      ("only_before", amounts(report.onlyBefore)), ("only_after", amounts(report.onlyAfter)),
    ])
  }

  private func amounts(_ amounts: Amounts) -> String {
    let funds = Fund.allCases.map { ($0.rawValue, YuanText.plain(amounts[$0])) }
    let personal = zip(SettlementFormat.personalFields, amounts.personal).map { ($0.name, YuanText.plain($1)) }
    return JSONText.object([
      ("expense", YuanText.plain(amounts.expense)), ("funds", object(funds)),
      ("fund_total", YuanText.plain(amounts.fundTotal)), ("personal", object(personal)),
      ("person_total", YuanText.plain(amounts.personTotal)),
    ])
  }

  private func bin(_ bin: ChangeDistribution.Bin) -> String {
    func edge(_ edge: Int128?) -> String { edge.map(YuanText.plain) ?? "null" }
    return JSONText.object([("from", edge(bin.from)), ("through", edge(bin.through)), ("claims", "\(bin.claims)")])
  }

  private func quantile(_ quantile: ChangeDistribution.Quantile) -> String {
    JSONText.object([("percent", "\(quantile.percent)"), ("change", YuanText.plain(quantile.change))])
  }

  private func top(_ impact: ClaimImpact) -> String? {
    guard let before = impact.before.settlement, let after = impact.after.settlement, let change = impact.change else {
      return nil
    }
    return JSONText.object([
      ("line", "\(impact.number)"), ("claim_id", impact.id.map(JSONText.string) ?? "null"),
      ("change", YuanText.plain(change)), ("before", side(before)), ("after", side(after)),
    ])
  }

  private func side(_ side: SideSettlement) -> String {
    JSONText.object([
      ("region", JSONText.string(side.region.id)), ("standing", JSONText.string(side.standing.id)),
      ("plan", JSONText.string(side.plan.id)), ("amounts", amounts(side.amounts)),
    ])
  }

  private func breakdown(_ breakdown: Breakdown) -> String {
    list(
      breakdown.rows.map { key, row in
        JSONText.object([
          ("before", JSONText.string(key.before)), ("after", JSONText.string(key.after)), ("claims", "\(row.claims)"),
          ("by_change", directions(row.directions)), ("fund_before", YuanText.plain(row.before)),
          ("fund_after", YuanText.plain(row.after)), ("change", YuanText.plain(row.after - row.before)),
        ])
      })
  }

  private func numbers(_ members: [(String, Int)]) -> String { object(members.map { ($0.0, "\($0.1)") }) }

  private func object(_ members: [(String, String)]) -> String {
    JSONText.object(members.map { (name: $0.0, value: $0.1) })
  }

  private func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }
}

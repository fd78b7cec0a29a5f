import Analysis
import Findings
import PolicyModel
import Settlement
import Values

/// Every layer of a plan pays something to somebody, every column of expense is entered, every cap stops something.
///
/// What is inherited by many regions is alive when it is in one of them; so are columns and caps that plans share. A
/// shared layer has to pay in each plan that uses it, unless it goes by what a person bore over the year, in whichever
/// plan.
struct LifeCheck: ExactCheck {
  private struct Part: Hashable {
    enum Kind: Hashable {
      /// In the plan that is written there.
      case layer(PlanPlace)
      case column(Int)
      case cap(String)
    }

    struct PlanPlace: Hashable {
      let path: String
      let line: Int
    }

    let kind: Kind
    let path: String
    let line: Int
    let column: Int
    /// The versions that are written as changes to what the place says.
    let changes: [String]

    init(_ kind: Kind, _ place: Place, in policy: CompiledPolicy) {
      self.kind = kind
      changes = policy.policy.lineage.filter { version in
        version.basedOn.contains { $0.path == place.file.path }
      }.map(\.file.path)
      path = place.file.path
      line = place.start.line
      column = place.start.column
    }
  }

  private var parts: [Part: (finding: Finding, isAlive: Bool)] = [:]

  mutating func look(at plan: AnalysedPlan) {
    // A plan of which no claim settles in these days is not dead: other days may have claims.
    if plan.situations.distinct.isEmpty { return }
    // What could not be worked out may be where a part lives.
    if plan.functions.contains(where: { $0 == nil }) { return }
    for (index, layer) in plan.plan.layers.enumerated() {
      note(
        plan, LifeCheck.kind(of: layer, in: plan), layer.layer.place, .deadLayer,
        ["layer": layer.layer.id, "title": layer.layer.title, "plan": plan.plan.plan.title])
      for column in layer.ratio.ends.indices where layer.ratio.ends.count > 1 {
        let bounds = LifeCheck.bounds(of: column, layer.ratio.ends)
        note(plan, .column(column), layer.layer.ratio.place, .deadColumn, bounds)
      }
      for (number, cap) in layer.caps.enumerated() where !plan.isLifted(cap: number, of: index) {
        note(plan, .cap(cap.cap.id), cap.cap.place, .capNeverReached, ["cap": cap.cap.id])
      }
    }
    let signs = SignsOfLife(plan.policy, plan.index, plan.situations.distinct, plan.functions)
    for (index, layer) in plan.plan.layers.enumerated() {
      if signs.paying.contains(index) { revive(plan, LifeCheck.kind(of: layer, in: plan), layer.layer.place) }
      for column in layer.ratio.ends.indices where signs.entered.contains(.init(layer: index, number: column)) {
        revive(plan, .column(column), layer.layer.ratio.place)
      }
      for (number, cap) in layer.caps.enumerated() where signs.stopping.contains(.init(layer: index, number: number)) {
        revive(plan, .cap(cap.cap.id), cap.cap.place)
      }
    }
  }

  func report(to collector: FindingCollector) {
    for part in parts.values where !part.isAlive {
      collector.add(part.finding)
    }
  }

  private static func kind(of layer: CompiledLayer, in plan: AnalysedPlan) -> Part.Kind {
    let place = layer.cumulative == nil ? plan.plan.plan.place : layer.layer.place
    return .layer(Part.PlanPlace(path: place.file.path, line: place.start.line))
  }

  private mutating func note(
    _ plan: AnalysedPlan, _ kind: Part.Kind, _ place: Place, _ finding: FindingKind, _ arguments: [String: String]
  ) {
    let part = Part(kind, place, in: plan.policy)
    if parts[part] == nil { parts[part] = (Finding(finding, at: place, arguments), false) }
  }

  private mutating func revive(_ plan: AnalysedPlan, _ kind: Part.Kind, _ place: Place) {
    parts[Part(kind, place, in: plan.policy)]?.isAlive = true
  }

  private static func bounds(of column: Int, _ ends: [Int64]) -> [String: String] {
    let upper = ends[column] == .max ? nil : Fen(ends[column]).description
    return [
      "number": "\(column + 1)", "from": column == 0 ? "0" : Fen(ends[column - 1]).description, "to": upper ?? "…",
    ]
  }
}

extension AnalysedPlan {
  /// Whether a cap is lifted for everybody.
  fileprivate func isLifted(cap number: Int, of layer: Int) -> Bool {
    plan.layers[layer].caps[number].amounts.allSatisfy { $0.value == nil }
  }
}

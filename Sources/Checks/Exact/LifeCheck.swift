import Analysis
import Findings
import PolicyModel
import Settlement
import Values

/// Every layer pays something to somebody, every column of expense is entered, every cap stops something.
///
/// What is inherited by many regions is alive when it is in one of them.
struct LifeCheck: ExactCheck {
  private struct Part: Hashable {
    enum Kind: Hashable {
      case layer
      case column(Int)
      case cap(String)
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

  private var parts: [Part: (place: Place, finding: (FindingKind, [String: String]), isAlive: Bool)] = [:]

  mutating func look(at plan: AnalysedPlan) {
    // A plan of which no claim settles in these days is not dead: other days may have claims.
    if plan.situations.distinct.isEmpty { return }
    // What could not be worked out may be where a part lives.
    if plan.functions.contains(where: { $0 == nil }) { return }
    for (index, layer) in plan.plan.layers.enumerated() {
      note(plan, .layer, layer.layer.place, .deadLayer, ["layer": layer.layer.id, "title": layer.layer.title])
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
      if signs.paying.contains(index) { revive(plan, .layer, layer.layer.place) }
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
      collector.report(part.finding.0, at: part.place, part.finding.1)
    }
  }

  private mutating func note(
    _ plan: AnalysedPlan, _ kind: Part.Kind, _ place: Place, _ finding: FindingKind, _ arguments: [String: String]
  ) {
    let part = Part(kind, place, in: plan.policy)
    if parts[part] == nil { parts[part] = (place, (finding, arguments), false) }
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

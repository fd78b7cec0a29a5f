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
enum LifeCheck: ExactCheck {
  static func look(at plan: AnalysedPlan) -> [Observation] {
    let isWorkedOut = !plan.situations.grid.isTooLarge && !plan.functions.contains { $0 == nil }
    // A plan of which no claim settles in these days is not dead: other days may have claims.
    if isWorkedOut, plan.situations.distinct.isEmpty { return [] }
    let signs =
      isWorkedOut ? SignsOfLife(plan.policy, plan.index, plan.situations.distinct, plan.functions) : nil
    return plan.plan.layers.indices.flatMap { parts(of: plan, layer: $0, signs) }
  }

  /// - Parameter signs: nil where the plan cannot be worked out: each of its parts may live there.
  private static func parts(of plan: AnalysedPlan, layer index: Int, _ signs: SignsOfLife?) -> [Observation] {
    let layer = plan.plan.layers[index]
    func observe(
      _ kind: PlanPart.Kind, _ place: Place, isAlive: Bool, _ finding: FindingKind, _ arguments: [String: String]
    ) -> Observation {
      .part(
        PlanPart(kind, place, in: plan.policy), isAlive: isAlive, orElse: Finding(finding, at: place, arguments))
    }
    var found = [
      observe(
        kind(of: layer, in: plan), layer.layer.place, isAlive: signs?.paying.contains(index) ?? true, .deadLayer,
        ["layer": layer.layer.id, "title": layer.layer.title, "plan": plan.plan.plan.title])
    ]
    for column in layer.ratio.ends.indices where layer.ratio.ends.count > 1 {
      found.append(
        observe(
          .column(column), layer.layer.ratio.place,
          isAlive: signs?.entered.contains(.init(layer: index, number: column)) ?? true, .deadColumn,
          bounds(of: column, layer.ratio.ends)))
    }
    for (number, cap) in layer.caps.enumerated() where !plan.isLifted(cap: number, of: index) {
      found.append(
        observe(
          .cap(cap.cap.id), cap.cap.place,
          isAlive: signs?.stopping.contains(.init(layer: index, number: number)) ?? true,
          .capNeverReached, ["cap": cap.cap.id]))
    }
    return found
  }

  private static func kind(of layer: CompiledLayer, in plan: AnalysedPlan) -> PlanPart.Kind {
    let place = layer.cumulative == nil ? plan.plan.plan.place : layer.layer.place
    return .layer(PlanPart.PlanPlace(path: place.file.path, line: place.start.line))
  }

  private static func bounds(of column: Int, _ ends: [Int64]) -> [String: String] {
    let upper = ends[column] == .max ? nil : Fen(ends[column]).description
    return [
      "number": "\(column + 1)", "from": column == 0 ? "0" : Fen(ends[column - 1]).description, "to": upper ?? "…",
    ]
  }
}

/// A layer, column or cap, by where it is written.
struct PlanPart: Hashable, Sendable {
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

extension AnalysedPlan {
  /// Whether a cap is lifted for everybody.
  fileprivate func isLifted(cap number: Int, of layer: Int) -> Bool {
    plan.layers[layer].caps[number].amounts.allSatisfy { $0.value == nil }
  }
}

import Findings
import Format
import PolicyModel
import Values

/// Builds benefits and their layers.
struct PlanBuilder {
  let context: BuildContext
  let caps: [String: Cap]
  /// Ids of all caps of the file, also of those with a fault.
  let writtenCaps: [String]
  let sharedLayers: Reading?

  /// More layers than any real benefit has; the evaluator keeps one slot for each.
  static let layerLimit = 8

  func build(_ reading: Reading?) -> [Plan] {
    (reading?.named ?? []).compactMap { plan($0) }
  }

  private func plan(_ named: Named) -> Plan? {
    let reading = named.reading
    guard let title = reading["title"]?.text, let list = reading["layers"], let purpose = reading["for"],
      let applies = context.conditions(purpose)
    else { return nil }
    context.checkNoOccurrence(in: purpose)
    if list.items.count > PlanBuilder.layerLimit {
      context.report(
        .tooManyLayers, at: list.keyPlace,
        ["plan": named.id, "count": "\(list.items.count)", "limit": "\(PlanBuilder.layerLimit)"])
      return nil
    }
    var layers: [Layer] = []
    var earlier: [String: Place] = [:]
    for item in list.items {
      guard let (id, source) = layerSource(item) else { continue }
      let place = (item["id"] ?? item["use"])?.place ?? item.place
      if let first = earlier[id] {
        context.report(.duplicateID, at: place, related: first, ["name": id])
        continue
      }
      defer { earlier[id] = place }
      if let layer = LayerBuilder(
        context: context, caps: caps, writtenCaps: writtenCaps, earlier: earlier.keys.sorted(), all: ids(list)
      ).build(source, id: id) {
        layers.append(layer)
      }
    }
    if !layers.contains(where: { if case .inScope = $0.base { true } else { false } }), layers.count == list.items.count
    {
      context.report(.noFirstLayer, at: list.keyPlace, ["plan": named.id])
    }
    return Plan(
      name: named.id, title: title, applies: applies,
      occurrenceAccount: reading["occurrence_account"]?.text ?? "\(named.id).occurrences",
      occurrencePlace: reading["occurrence_account"]?.place,
      merging: merging(reading["merges"], layers), layers: layers,
      place: reading.keyPlace)
  }

  private func merging(_ reading: Reading?, _ layers: [Layer]) -> Merging? {
    guard let reading, let visits = reading["visits"]?.word else { return nil }
    let days = reading["within_days"]
    if (visits == "readmission") != (days != nil) {
      context.report(.withinDays, at: (days ?? reading).keyPlace)
      return nil
    }
    for layer in layers { checkMerging(layer, at: reading.keyPlace) }
    guard case .scalar(.integer(let within)) = days?.value else { return .sameDayAndInstitution }
    return .readmission(withinDays: within)
  }

  /// What looks at a single claim's amount or days cannot be worked out visit by visit.
  private func checkMerging(_ layer: Layer, at place: Place) {
    func report(_ what: String, _ chinese: String, _ related: Place?) {
      context.report(.mergesRecharge, at: place, related: related, ["what": what, "what_zh": chinese])
    }
    if layer.deductible?.againEvery != nil {
      report("charge its deductible again by days", "按天数重收起付标准", layer.deductible?.place)
    }
    if layer.ratio.mode == .slab { report("pay by one ratio for all", "全额套档", layer.ratio.place) }
    if layer.cumulative == nil, layer.deductible?.amount.rows.contains(where: { $0.leaf.isShare }) ?? false {
      report("charge a share of the claim", "按费用的比例收起付标准", layer.deductible?.place)
    }
  }

  private func ids(_ list: Reading) -> [String] {
    list.items.compactMap { ($0["id"] ?? $0["use"])?.text }
  }

  /// The layer written here, or the shared one it names.
  private func layerSource(_ item: Reading) -> (id: String, reading: Reading)? {
    if let use = item["use"] {
      guard let name = use.text else { return nil }
      if let shared = sharedLayers?.named.first(where: { $0.id == name }) { return (name, shared.reading) }
      let known = (sharedLayers?.named ?? []).map(\.id)
      context.reportDangling(
        .unknownSharedLayer, at: use.place, ["name": name, "suggestion": suggestion(for: name, among: known)])
      return nil
    }
    return item["id"]?.text.map { ($0, item) }
  }
}

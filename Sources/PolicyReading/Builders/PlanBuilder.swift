import Findings
import Format
import PolicyModel
import Values

/// Builds benefits and their layers.
struct PlanBuilder {
  let context: BuildContext
  let caps: [String: Cap]
  let sharedLayers: Reading?

  /// More layers than any real benefit has; the evaluator keeps one slot for each.
  static let layerLimit = 8

  func build(_ reading: Reading?) -> [Plan] {
    (reading?.named ?? []).compactMap { plan($0) }
  }

  private func plan(_ named: Named) -> Plan? {
    let reading = named.reading
    guard let title = reading["title"]?.text, let list = reading["layers"] else { return nil }
    if list.items.count > PlanBuilder.layerLimit {
      context.report(
        .tooManyLayers, at: list.keyPlace,
        ["plan": named.id, "count": "\(list.items.count)", "limit": "\(PlanBuilder.layerLimit)"])
      return nil
    }
    var layers: [Layer] = []
    for item in list.items {
      guard let (id, source) = layerSource(item) else { continue }
      if let first = layers.first(where: { $0.id == id }) {
        context.report(.duplicateID, at: item.place, related: first.place, ["name": id])
        continue
      }
      if let layer = LayerBuilder(context: context, caps: caps, earlier: layers.map(\.id), all: ids(list)).build(
        source, id: id)
      {
        layers.append(layer)
      }
    }
    if !layers.contains(where: { if case .inScope = $0.base { true } else { false } }), layers.count == list.items.count
    {
      context.report(.noFirstLayer, at: list.keyPlace, ["plan": named.id])
    }
    return Plan(
      name: named.id, title: title, applies: context.conditions(reading["for"]),
      occurrenceAccount: reading["occurrence_account"]?.text ?? "\(named.id).occurrences", layers: layers,
      place: reading.keyPlace)
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
      context.report(
        .unknownSharedLayer, at: use.place, ["name": name, "suggestion": suggestion(for: name, among: known)])
      return nil
    }
    return item["id"]?.text.map { ($0, item) }
  }
}

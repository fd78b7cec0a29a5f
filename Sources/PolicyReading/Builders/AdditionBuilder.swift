import Findings
import Format
import PolicyModel
import Values

/// Builds what a region adds: attributes, parameters and the list of diseases.
struct AdditionBuilder {
  let collector: FindingCollector
  let isPartial: Bool

  func attributes(_ reading: Reading?) -> [Attribute] {
    (reading?.named ?? []).compactMap { named in
      let item = named.reading
      guard let title = item["title"]?.text, let kind = item["kind"]?.word else { return nil }
      if (Dimension.builtIn + Dimension.filing).contains(where: { $0.name == named.id || $0.chinese == named.id }) {
        collector.report(.badAttributeName, at: item.keyPlace, ["name": named.id])
        return nil
      }
      if let word = (item["values"]?.named ?? []).first(where: { ["any", "任意"].contains($0.id) }) {
        collector.report(.badAttributeName, at: word.reading.keyPlace, ["name": word.id])
      }
      let isNumeric = kind == "number"
      if isNumeric != (item["values"] == nil) {
        collector.report(.attributeValues, at: item["values"]?.keyPlace ?? item.keyPlace, ["name": named.id])
      }
      let choices = (item["values"]?.named ?? []).map { DimensionValue($0.id, $0.reading.text ?? $0.id) }
      return Attribute(id: named.id, title: title, isNumeric: isNumeric, choices: choices, place: item.keyPlace)
    }
  }

  /// Amounts by id, with what they rest on; nil where the amount was not readable.
  func parameters(_ reading: Reading?, citing citation: (Reading) -> Citation) -> [String: Figure<Fen>?] {
    var parameters: [String: Figure<Fen>?] = [:]
    for named in reading?.named ?? [] {
      if let written = named.reading["amount"], case .scalar(.money(let amount)) = written.value {
        parameters[named.id] = Figure(amount, at: written.place, citation: citation(written))
      } else {
        parameters.updateValue(nil, forKey: named.id)
      }
    }
    return parameters
  }

  func diseases(_ reading: Reading?) -> DiseaseList? {
    guard let reading, let list = reading["list"] else { return nil }
    let groups = (reading["groups"]?.named ?? []).map {
      DiseaseList.Group(id: $0.id, title: $0.reading["title"]?.text ?? $0.id, place: $0.reading.keyPlace)
    }
    for group in reading["groups"]?.named ?? [] {
      guard let disease = list.named.first(where: { $0.id == group.id }) else { continue }
      collector.report(
        .duplicateID, at: group.reading.keyPlace, related: disease.reading.keyPlace, ["name": group.id])
    }
    let diseases = list.named.map { named in
      DiseaseList.Disease(
        code: named.id, title: named.reading["title"]?.text ?? named.id,
        group: group(named.reading["group"], among: groups), place: named.reading.keyPlace)
    }
    return DiseaseList(groups: groups, diseases: diseases, place: reading.keyPlace)
  }

  private func group(_ reading: Reading?, among groups: [DiseaseList.Group]) -> String? {
    guard let reading, let name = reading.text else { return nil }
    if groups.contains(where: { $0.id == name }) { return name }
    if !isPartial {
      collector.report(
        .unknownDiseaseGroup, at: reading.place,
        ["name": name, "suggestion": suggestion(for: name, among: groups.map(\.id))])
    }
    return nil
  }
}

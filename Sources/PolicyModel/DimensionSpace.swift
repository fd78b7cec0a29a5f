/// The values of every dimension in one region: the fixed ones and what the region adds.
package final class DimensionSpace: Sendable {
  package let classes: [DimensionClass]
  package let diseases: DiseaseList?
  /// The built-in dimensions and the region's attributes; each one's position is its slot.
  package let dimensions: [Dimension]
  /// By slot.
  private let values: [[String]]
  /// By slot, what each class or disease refines.
  private let parents: [[String: String]]
  /// By slot and value.
  private let lineages: [[[String]]]
  /// By value of `insurance` the fixed value that it is or refines.
  package let insurances: [String]
  /// By value of `person` the insurance that alone has such persons; nil when any can.
  package let insurancesOfPersons: [String?]

  /// Built-in dimensions have the same slots everywhere.
  private static let fixed = Dimension.builtIn + Dimension.filing

  package init(classes: [DimensionClass], diseases: DiseaseList? = nil, attributes: [Attribute] = []) {
    self.classes = classes
    self.diseases = diseases
    let added = attributes.sorted { $0.id < $1.id }.prefix(Dimension.attributeLimit)
    let fixed = DimensionSpace.fixed
    let dimensions = fixed + added.enumerated().map { Dimension($1, slot: fixed.count + $0) }
    self.dimensions = dimensions
    let values = dimensions.map { dimension in
      if dimension == .disease, let diseases { return diseases.groups.map(\.id) + diseases.diseases.map(\.code) }
      return dimension.values.map(\.id) + classes.filter { $0.dimension == dimension }.map(\.id)
    }
    self.values = values
    var parents = [[String: String]](repeating: [:], count: dimensions.count)
    for item in classes {
      if let slot = dimensions.firstIndex(of: item.dimension) { parents[slot][item.id] = item.parent }
    }
    for disease in diseases?.diseases ?? [] {
      if let group = disease.group { parents[Dimension.disease.slot][disease.code] = group }
    }
    self.parents = parents
    let lineages = zip(parents, values).map { parents, values in
      values.map { DimensionSpace.lineage(of: $0, by: parents) }
    }
    self.lineages = lineages
    insurances = lineages[Dimension.insurance.slot].map { $0[$0.count - 1] }
    insurancesOfPersons = lineages[Dimension.person.slot].map { lineage in
      Dimension.person.values.first { lineage.contains($0.id) }?.insurance
    }
  }

  /// The dimension of this name with its slot; nil when the region has none.
  package func dimension(named name: String) -> Dimension? {
    Dimension.named(name) ?? dimensions.first { $0.name == name }
  }

  /// Where facts keep the dimension's value; -1 when the region has no such attribute.
  ///
  /// An attribute read with one file has that file's slot, which need not be the region's.
  package func slot(of dimension: Dimension) -> Int {
    if dimension.slot >= 0, dimension.slot < DimensionSpace.fixed.count { return dimension.slot }
    return dimensions.first { $0 == dimension }?.slot ?? -1
  }

  package var attributes: ArraySlice<Dimension> {
    dimensions.dropFirst(Dimension.builtIn.count + Dimension.filing.count)
  }

  /// Ids of all values of a dimension, the fixed ones first; a value's index here is its index everywhere.
  package func values(of dimension: Dimension) -> [String] {
    let slot = slot(of: dimension)
    return slot < 0 ? [] : values[slot]
  }

  /// The lineage of each value of a dimension, in the order of the values.
  package func lineages(of dimension: Dimension) -> [[String]] {
    let slot = slot(of: dimension)
    return slot < 0 ? [] : lineages[slot]
  }

  /// The index of a value; -1 when the dimension has none of that name.
  package func index(of value: String, in dimension: Dimension) -> Int {
    values(of: dimension).firstIndex(of: value) ?? -1
  }

  /// The fixed value, or group, that a value is or refines in the end.
  package func fixedValue(of value: String, in dimension: Dimension) -> String {
    lineage(of: value, in: dimension).last ?? value
  }

  /// The value that a class or a disease refines; nil for a fixed value, a group, and a disease without one.
  package func parent(of value: String, in dimension: Dimension) -> String? {
    parents(in: dimension)[value]
  }

  private func parents(in dimension: Dimension) -> [String: String] {
    let slot = slot(of: dimension)
    return slot < 0 ? [:] : parents[slot]
  }

  /// The Chinese or canonical name of a value.
  package func title(of value: String, in dimension: Dimension, chinese: Bool) -> String {
    if dimension == .disease {
      let disease = diseases?.diseases.first { $0.code == value }?.title
      return disease ?? diseases?.groups.first { $0.id == value }?.title ?? value
    }
    if let own = classes.first(where: { $0.id == value && $0.dimension == dimension }) { return own.title }
    guard chinese else { return value }
    return self.dimension(named: dimension.name)?.values.first { $0.id == value }?.chinese ?? value
  }

  /// The value and what it refines, finest first.
  package func lineage(of value: String, in dimension: Dimension) -> [String] {
    DimensionSpace.lineage(of: value, by: parents(in: dimension))
  }

  /// Whether a value is one of these or refines one.
  package func isValue(_ value: String, under ids: [String], in dimension: Dimension) -> Bool {
    if ids.contains(value) { return true }
    let parents = parents(in: dimension)
    return !parents.isEmpty && DimensionSpace.lineage(of: value, by: parents).contains(where: ids.contains)
  }

  private static func lineage(of value: String, by parents: [String: String]) -> [String] {
    var lineage = [value]
    if parents.isEmpty { return lineage }
    while let parent = parents[lineage[lineage.count - 1]], !lineage.contains(parent) { lineage.append(parent) }
    return lineage
  }
}

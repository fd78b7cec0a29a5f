import PolicyModel
import Values

/// Which values of each dimension can occur in a plan; what a table has to be complete for.
package struct Domain {
  package let space: DimensionSpace
  /// By slot the indices of possible values; nil for numbers, and for diseases where there is no list.
  private var named: [ValueSet?]

  package init(space: DimensionSpace) {
    self.space = space
    named = space.dimensions.map { dimension in
      if dimension == .disease {
        // A claim has a disease, never a group as such.
        return space.diseases.map { ValueSet($0.groups.count..<($0.groups.count + $0.diseases.count)) }
      }
      return dimension.isNumeric ? nil : ValueSet(space.values(of: dimension).indices)
    }
  }

  package func values(of dimension: Dimension) -> Set<Int> { Set(indices(of: dimension)) }

  /// Indices of the possible values, rising.
  func indices(of dimension: Dimension) -> [Int] { possible(dimension)?.indices ?? [] }

  func possible(_ dimension: Dimension) -> ValueSet? {
    let slot = space.slot(of: dimension)
    return slot < 0 ? nil : named[slot]
  }

  package var isEmpty: Bool { named.contains { $0?.isEmpty ?? false } }

  /// The domain in which a dimension has only the values of a key.
  package func restricting(_ dimension: Dimension, to key: CaseKey) -> Domain {
    guard !dimension.isNumeric, case .values(let ids) = key else { return self }
    return restricting(dimension, to: values(named: ids, in: dimension))
  }

  package func restricting(_ dimension: Dimension, to indices: Set<Int>) -> Domain {
    restricting(dimension, to: ValueSet(indices))
  }

  func restricting(_ dimension: Dimension, to values: ValueSet) -> Domain {
    let slot = space.slot(of: dimension)
    guard slot >= 0 else { return self }
    var result = self
    result.named[slot]?.formIntersection(values)
    // Nothing else can come into conflict.
    if dimension == .insurance || dimension == .person { result.applyInsuranceOfPersons() }
    return result
  }

  package func restricting(by conditions: Conditions) -> Domain {
    conditions.all.reduce(self) { $0.restricting($1.dimension, to: $1.key) }
  }

  /// Whether every possible value of a named dimension meets a condition.
  package func lies(in condition: Conditions.Condition) -> Bool {
    switch condition.key {
    case .any: true
    case .values(let ids):
      (possible(condition.dimension) ?? ValueSet()).isSubset(of: values(named: ids, in: condition.dimension))
    case .ranges: false
    }
  }

  /// The values a key names, with the classes that refine them.
  package func indices(of ids: [String], in dimension: Dimension) -> Set<Int> {
    Set(values(named: ids, in: dimension).indices)
  }

  func values(named ids: [String], in dimension: Dimension) -> ValueSet {
    var values = ValueSet()
    for (index, lineage) in space.lineages(of: dimension).enumerated() where lineage.contains(where: ids.contains) {
      values.insert(index)
    }
    return values
  }

  /// A retired person is insured as an employee, a child as a resident: each narrows the other.
  private mutating func applyInsuranceOfPersons() {
    let insurances = named[Dimension.insurance.slot]?.indices ?? []
    let allowed = insurances.map { space.insurances[$0] }
    let persons = (named[Dimension.person.slot]?.indices ?? []).filter { person in
      space.insurancesOfPersons[person].map(allowed.contains) ?? true
    }
    let needed = persons.map { space.insurancesOfPersons[$0] }
    named[Dimension.person.slot] = ValueSet(persons)
    named[Dimension.insurance.slot] = ValueSet(
      insurances.filter { candidate in needed.contains { $0 == nil || $0 == space.insurances[candidate] } })
  }
}

import PolicyModel
import Values

/// Which values of each dimension can occur in a plan; what a table has to be complete for.
package struct Domain {
  package let space: DimensionSpace
  /// Indices of possible values of the named dimensions.
  private var named: [Dimension: Set<Int>] = [:]

  package init(space: DimensionSpace) {
    self.space = space
    for dimension in space.dimensions where !dimension.isNumeric && dimension != .disease {
      named[dimension] = Set(space.values(of: dimension).indices)
    }
    if let diseases = space.diseases {
      // A claim has a disease, never a group as such.
      let all = diseases.groups.count + diseases.diseases.count
      named[.disease] = Set(diseases.groups.count..<all)
    }
  }

  package func values(of dimension: Dimension) -> Set<Int> { named[dimension] ?? [] }

  package var isEmpty: Bool { named.values.contains(where: \.isEmpty) }

  /// The domain in which a dimension has only the values of a key.
  package func restricting(_ dimension: Dimension, to key: CaseKey) -> Domain {
    guard !dimension.isNumeric, case .values(let ids) = key else { return self }
    return restricting(dimension, to: indices(of: ids, in: dimension))
  }

  package func restricting(_ dimension: Dimension, to indices: Set<Int>) -> Domain {
    var result = self
    result.named[dimension]?.formIntersection(indices)
    result.applyInsuranceOfPersons()
    return result
  }

  package func restricting(by conditions: Conditions) -> Domain {
    conditions.all.reduce(self) { $0.restricting($1.dimension, to: $1.key) }
  }

  /// Whether every possible value of a named dimension meets a condition.
  package func lies(in condition: Conditions.Condition) -> Bool {
    switch condition.key {
    case .any: true
    case .values(let ids): values(of: condition.dimension).isSubset(of: indices(of: ids, in: condition.dimension))
    case .ranges: false
    }
  }

  /// The values a key names, with the classes that refine them.
  package func indices(of ids: [String], in dimension: Dimension) -> Set<Int> {
    let values = space.values(of: dimension)
    return Set(
      values.indices.filter { index in
        !Set(space.lineage(of: values[index], in: dimension)).isDisjoint(with: ids)
      })
  }

  /// A retired person is insured as an employee, a child as a resident: each narrows the other.
  private mutating func applyInsuranceOfPersons() {
    let insurances = space.values(of: .insurance)
    let persons = space.values(of: .person)
    func insurance(of person: Int) -> String? {
      let lineage = space.lineage(of: persons[person], in: .person)
      return Dimension.person.values.first { lineage.contains($0.id) }?.insurance
    }
    /// The fixed insurance that a value of the dimension is, or refines.
    func fixed(_ index: Int) -> String { space.lineage(of: insurances[index], in: .insurance).last ?? "" }
    let allowedInsurances = Set((named[.insurance] ?? []).map(fixed))
    named[.person] = named[.person]?.filter { person in insurance(of: person).map(allowedInsurances.contains) ?? true }
    let allowedPersons = named[.person] ?? []
    named[.insurance] = named[.insurance]?.filter { candidate in
      allowedPersons.contains { insurance(of: $0) == nil || insurance(of: $0) == fixed(candidate) }
    }
  }
}

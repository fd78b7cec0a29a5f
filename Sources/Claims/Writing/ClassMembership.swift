import PolicyModel
import Settlement

/// What a claim has to carry to belong to the classes that its facts name, and to no finer one.
struct ClassMembership {
  private let space: DimensionSpace
  /// Classes it belongs to, and those it would belong to as well if it did not say otherwise.
  private let required: [DimensionClass]
  private let excluded: [DimensionClass]

  init(of facts: Facts, in space: DimensionSpace) {
    self.space = space
    var (required, excluded): ([DimensionClass], [DimensionClass]) = ([], [])
    for item in space.classes where facts[item.dimension] >= 0 {
      let value = space.values(of: item.dimension)[facts[item.dimension]]
      let lineage = space.lineage(of: value, in: item.dimension)
      if lineage.contains(item.id) {
        required.append(item)
      } else if lineage.contains(item.parent) {
        excluded.append(item)
      }
    }
    self.required = required
    self.excluded = excluded
  }

  /// The code of an institution; nil when any will do.
  ///
  /// - Parameter isNeeded: the claim has to name one whatever the classes are.
  func institution(isNeeded: Bool) throws(UnwritableClaim) -> String? {
    let sets = institutions(of: required)
    let others = institutions(of: excluded).reduce(into: Set()) { $0.formUnion($1) }
    guard let first = sets.first else {
      if others.isEmpty, !isNeeded { return nil }
      return ClassMembership.unlisted(besides: others)
    }
    let common = sets.dropFirst().reduce(first) { $0.intersection($1) }.subtracting(others)
    guard let institution = common.min() else { throw .contradiction(dimension(of: required)) }
    return institution
  }

  /// The values of attributes by name, of those that classes go by and those that are facts themselves.
  func attributes(of facts: Facts) throws(UnwritableClaim) -> [String: String] {
    var values: [String: String] = [:]
    for attribute in space.attributes where facts[attribute] >= 0 {
      values[attribute.name] =
        attribute.isNumeric ? "\(facts[attribute])" : space.values(of: attribute)[facts[attribute]]
    }
    for item in required {
      guard case .attribute(let name, let value) = item.members else { continue }
      if let other = values.updateValue(value, forKey: name), other != value { throw .contradiction(item.dimension) }
    }
    for item in excluded {
      guard case .attribute(let name, let value) = item.members else { continue }
      if values[name] == value { throw .contradiction(item.dimension) }
      if values[name] == nil { values[name] = try another(than: item, name) }
    }
    return values
  }

  /// A platform code of a fixed value with which the claim belongs to the right classes.
  func code(of value: String, in dimension: Dimension, _ catalogue: Catalogue) throws(UnwritableClaim) -> String {
    let listed = space.classes.filter { $0.dimension == dimension }.compactMap(codes)
    let candidates = listed.reduce(Set((catalogue.codes[dimension] ?? [:]).keys)) { $0.union($1) }
      .filter { catalogue.value(of: $0, in: dimension) == value }
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    let found = candidates.first { code in
      required.filter { $0.dimension == dimension }.compactMap(codes).allSatisfy {
        ClassReader.isListed(code, in: $0) ?? false
      }
        && excluded.filter { $0.dimension == dimension }.compactMap(codes).allSatisfy {
          ClassReader.isListed(code, in: $0) == false
        }
    }
    guard let found else { throw .contradiction(dimension) }
    return found
  }

  private func institutions(of classes: [DimensionClass]) -> [Set<String>] {
    classes.compactMap { item in
      if case .institutions(let codes) = item.members { codes } else { nil }
    }
  }

  private func codes(of item: DimensionClass) -> Set<String>? {
    if case .codes(let codes) = item.members { codes } else { nil }
  }

  private func dimension(of classes: [DimensionClass]) -> Dimension {
    classes.first {
      if case .institutions = $0.members { true } else { false }
    }?.dimension ?? .hospitalLevel
  }

  /// A value of the attribute that belongs to none of the classes the claim stays out of.
  private func another(than item: DimensionClass, _ name: String) throws(UnwritableClaim) -> String {
    let taken = excluded.compactMap { other -> String? in
      if case .attribute(name, let value) = other.members { value } else { nil }
    }
    if let attribute = space.attributes.first(where: { $0.name == name }), !attribute.isNumeric {
      guard let free = attribute.values.map(\.id).first(where: { !taken.contains($0) }) else {
        throw .contradiction(item.dimension)
      }
      return free
    }
    let isNumeric = space.attributes.contains { $0.name == name && $0.isNumeric }
    let words = isNumeric ? (0...9).map { "\($0)" } : ["other", "none", "no", "0"]
    guard let free = words.first(where: { !taken.contains($0) }) else { throw .contradiction(item.dimension) }
    return free
  }

  /// An institution that no class lists.
  private static func unlisted(besides listed: Set<String>) -> String {
    var number = 0
    while listed.contains("H0000000000\(number)") { number += 1 }
    return "H0000000000\(number)"
  }
}

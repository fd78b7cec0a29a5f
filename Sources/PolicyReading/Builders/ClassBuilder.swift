import Findings
import Format
import PolicyModel
import Values

/// Builds the finer values that a region defines for a dimension.
struct ClassBuilder {
  let collector: FindingCollector
  let vocabulary: Vocabulary

  /// Dimensions that the platform has codes for.
  private static let coded: [Dimension] = [.insurance, .visit, .person, .hospitalLevel]

  func build(_ reading: Reading?) -> [DimensionClass] {
    let named = reading?.named ?? []
    var classes: [DimensionClass] = []
    for item in named {
      guard let built = build(item, among: named) else { continue }
      classes.append(built)
    }
    checkMembers(named, classes)
    return classes
  }

  private func build(_ named: Named, among all: [Named]) -> DimensionClass? {
    let item = named.reading
    guard let dimension = item["of"]?.word.flatMap(Dimension.named), let refined = item["is"],
      let parentText = refined.text, let title = item["title"]?.text, let members = item["members"]
    else { return nil }
    if dimension.values.contains(where: { $0.id == named.id || $0.chinese == named.id }) {
      collector.report(.duplicateID, at: item.keyPlace, ["name": named.id])
      return nil
    }
    let forms = ["institutions", "codes", "attribute"].filter { members[$0] != nil }
    if forms.count > 1, let second = members[forms[1]] {
      collector.report(
        .valueAndCases, at: second.keyPlace, related: members[forms[0]]?.keyPlace,
        ["first": forms[0], "second": forms[1]])
    }
    let hasCodes = members["codes"] != nil && ClassBuilder.coded.contains(dimension)
    if members["institutions"] == nil, !hasCodes, members["attribute"] == nil || members["equals"] == nil {
      collector.report(.classWithoutMembers, at: members.keyPlace, ["name": named.id])
    }
    // A class whose members are missing or unreadable stays a class, so that tables that name it are not blamed.
    let belonging = self.members(members) ?? .institutions([])
    let parent = canonical(parentText, dimension)
    let fixed = dimension.values.map(\.id)
    if !leadsToFixedValue(parent, from: named, dimension, all) {
      collector.report(
        .classParentUnknown, at: refined.place,
        ["name": named.id, "parent": parentText, "suggestion": suggestion(for: parentText, among: shown(dimension))])
      // Any fixed value will do for the rest of the checks: with an error reported, nothing settles.
      return DimensionClass(
        id: named.id, title: title, dimension: dimension, parent: fixed.first ?? parent, members: belonging,
        place: item.keyPlace)
    }
    return DimensionClass(
      id: named.id, title: title, dimension: dimension, parent: parent, members: belonging, place: item.keyPlace)
  }

  private func canonical(_ text: String, _ dimension: Dimension) -> String {
    dimension.shape.values.word(text, in: vocabulary)?.english ?? text
  }

  private func shown(_ dimension: Dimension) -> [String] {
    dimension.shape.values.map { $0.text(in: vocabulary) }
  }

  /// A class has to lead to a fixed value in a few steps.
  private func leadsToFixedValue(_ parent: String, from item: Named, _ dimension: Dimension, _ all: [Named]) -> Bool {
    var current = parent
    var visited: Set<String> = [item.id]
    while !dimension.values.contains(where: { $0.id == current }) {
      guard visited.insert(current).inserted,
        let next = all.first(where: { $0.id == current && $0.reading["of"]?.word == dimension.name }),
        let text = next.reading["is"]?.text
      else { return false }
      current = canonical(text, dimension)
    }
    return true
  }

  private func members(_ reading: Reading) -> DimensionClass.Members? {
    if let institutions = reading["institutions"] {
      return .institutions(Set(institutions.items.compactMap(\.text)))
    }
    if let codes = reading["codes"] { return .codes(Set(codes.items.compactMap(\.text))) }
    guard let attribute = reading["attribute"]?.text, let value = reading["equals"]?.text else { return nil }
    return .attribute(name: attribute, value: value)
  }

  /// An institution or code may be in several classes only where one refines the other; otherwise its claims have two
  /// classes.
  private func checkMembers(_ named: [Named], _ classes: [DimensionClass]) {
    let space = DimensionSpace(classes: classes)
    var seen: [(code: String, owner: DimensionClass, place: Place)] = []
    for item in classes {
      let members = named.first { $0.id == item.id }?.reading["members"]
      let listed = (members?["institutions"] ?? members?["codes"])?.items ?? []
      for entry in listed {
        guard let code = entry.text else { continue }
        let other = seen.first { earlier in
          earlier.code == code && earlier.owner.dimension == item.dimension
            && !space.lineage(of: item.id, in: item.dimension).contains(earlier.owner.id)
            && !space.lineage(of: earlier.owner.id, in: item.dimension).contains(item.id)
        }
        if let other {
          collector.report(.duplicateCode, at: entry.place, related: other.place, ["code": code])
        } else {
          seen.append((code, item, entry.place))
        }
      }
    }
  }
}

import PolicyModel
import Settlement

/// One of two sets of rules that are compared.
package enum ComparedSide: String, Hashable, Sendable {
  case before
  case after
}

/// Something beside the benefits that the rules say differently.
package struct SectionDifference: Hashable, Sendable {
  /// By the keys of the rule file: `filing`, `scope`, `area`.
  package let path: [String]
  /// For which cases of a table.
  package let cases: [SectionCase]
  /// Nil where nothing is said.
  package let before: SectionValue?
  package let after: SectionValue?
  /// The only side that has the section, all of which is one difference; nil where both have it.
  package let onlyIn: ComparedSide?
}

extension PolicyComparison {
  /// Differences in the rest of the rules, in the order of a rule file.
  package func sections() -> [SectionDifference] {
    let earlier = SectionEntries(before.policy, against: after.policy).all
    let later = SectionEntries(after.policy, against: before.policy).all
    let sections = (Set(earlier.map(\.section)), Set(later.map(\.section)))
    let before = Dictionary(earlier.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(later.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    var differences: [SectionDifference] = []
    for entry in earlier + later.filter({ before[$0.key] == nil }) {
      let values = (before[entry.key], after[entry.key])
      if values.0 == values.1 { continue }
      let difference: SectionDifference
      if entry.depth == 0 || sections.0.contains(entry.section) && sections.1.contains(entry.section) {
        difference = SectionDifference(
          path: entry.key.path, cases: entry.key.cases, before: values.0, after: values.1, onlyIn: nil)
      } else {
        let side: ComparedSide = sections.0.contains(entry.section) ? .before : .after
        difference = SectionDifference(path: entry.section, cases: [], before: nil, after: nil, onlyIn: side)
      }
      if differences.last != difference { differences.append(difference) }
    }
    return differences
  }
}

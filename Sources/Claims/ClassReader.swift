import Findings
import PolicyModel
import Settlement

/// Finds the finest classes that a claim belongs to.
struct ClassReader {
  let policy: CompiledPolicy
  let collector: FindingCollector

  /// A class that the claim may belong to and does not tell: where the claim would have to say it.
  struct Open {
    let id: String
    let field: String
  }

  /// Replaces values by the finest class the claim belongs to; belonging to two unrelated ones is a finding.
  func refine(_ facts: inout Facts, _ claim: Claim) -> [Open] {
    var open: [Open] = []
    for dimension in Set(policy.space.classes.map(\.dimension)) {
      var isRefined = true
      while isRefined {
        let candidates = policy.space.classes.filter {
          $0.dimension == dimension && facts[dimension] == index(of: $0.parent, in: dimension)
        }
        let finer = candidates.filter { isMember(claim, of: $0) ?? false }
        if finer.count > 1 {
          let names = finer.map(\.title).joined(separator: "、")
          collector.report(.severalClasses, at: claim.place, ["names": names])
          return []
        }
        isRefined = !finer.isEmpty
        if let item = finer.first {
          facts[dimension] = index(of: item.id, in: dimension)
        } else {
          open += candidates.filter { isMember(claim, of: $0) == nil }.map { Open(id: $0.id, field: field(of: $0)) }
        }
      }
    }
    return open
  }

  private func index(of value: String, in dimension: Dimension) -> Int {
    policy.space.values(of: dimension).firstIndex(of: value) ?? -1
  }

  /// Nil when the claim does not tell.
  private func isMember(_ claim: Claim, of item: DimensionClass) -> Bool? {
    switch item.members {
    case .institutions(let codes): claim.institution.map(codes.contains)
    case .codes(let codes):
      code(claim, in: item.dimension).map { codes.contains($0) || codes.contains(String($0.prefix(2))) }
    case .attribute(let name, let value): claim.attributes[name].map { $0.text == value }
    }
  }

  /// The claim's platform code of a dimension; a longer local code counts as its two-digit parent.
  private func code(_ claim: Claim, in dimension: Dimension) -> String? {
    switch dimension {
    case .insurance: claim.insurance.text
    case .visit: claim.visit.text
    case .person: claim.personKind.text
    case .hospitalLevel: claim.hospitalLevel?.text
    default: nil
    }
  }

  private func field(of item: DimensionClass) -> String {
    switch item.members {
    case .institutions: "fixmedins_code"
    case .codes: FailureReport.field(of: item.dimension)
    case .attribute(let name, _): "attributes/\(name)"
    }
  }
}

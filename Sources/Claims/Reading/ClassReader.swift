import Findings
import PolicyModel
import Settlement

/// Finds the finest classes that a claim belongs to.
struct ClassReader {
  let policy: CompiledPolicy
  let collector: FindingCollector

  /// A class of which the claim does not tell whether it belongs to it, and the field that would.
  struct Untold {
    let id: String
    let dimension: Dimension
    let field: String
  }

  /// Replaces values by the finest class the claim belongs to; belonging to two unrelated ones is a finding.
  func refine(_ facts: inout Facts, _ claim: Claim) -> [Untold] {
    var untold: [Untold] = []
    for dimension in Set(policy.space.classes.map(\.dimension)) {
      var isRefined = true
      while isRefined {
        let candidates = policy.space.classes.filter {
          $0.dimension == dimension && facts[dimension] == policy.space.index(of: $0.parent, in: dimension)
        }
        let memberships = candidates.map { (item: $0, belongs: isMember(claim, of: $0)) }
        untold += memberships.filter { $0.belongs == nil }.map {
          Untold(id: $0.item.id, dimension: dimension, field: field(of: $0.item))
        }
        let finer = memberships.filter { $0.belongs ?? false }.map(\.item)
        if finer.count > 1 {
          let names = finer.map(\.title).joined(separator: "、")
          collector.report(.severalClasses, at: claim.place, ["names": names])
          return []
        }
        isRefined = !finer.isEmpty
        if let item = finer.first { facts[dimension] = policy.space.index(of: item.id, in: dimension) }
      }
    }
    return untold
  }

  /// Nil when the claim does not tell.
  private func isMember(_ claim: Claim, of item: DimensionClass) -> Bool? {
    switch item.members {
    case .institutions(let codes): return claim.institution.map(codes.contains)
    case .codes(let codes):
      return code(claim, in: item.dimension).flatMap { ClassReader.isListed($0, in: codes) }
    case .attribute(let name, let value): return claim.attributes[name].map { $0.text == value }
    }
  }

  /// Whether a code is one of a class's; nil when it is too short to tell.
  static func isListed(_ code: String, in codes: Set<String>) -> Bool? {
    if codes.contains(code) || codes.contains(String(code.prefix(2))) { return true }
    // A short code leaves open which of its longer ones it is.
    return codes.contains { $0.hasPrefix(code) } ? nil : false
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

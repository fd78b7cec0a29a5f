import Analysis
import Findings
import PolicyModel

/// Values of a dimension in the order of what is paid for them, the least first.
struct PaymentOrder {
  let kind: FindingKind
  let dimension: Dimension
  /// Fixed values; none where numbers are the order.
  private let values: [String]
  /// Whether a cap may be lower for a value that is otherwise paid more; nothing is compared beyond caps then.
  let allowsLowerCaps: Bool

  static let all = [
    PaymentOrder(
      kind: .lowerLevelPaysLess, dimension: .hospitalLevel, values: ["tertiary", "secondary", "primary"],
      allowsLowerCaps: true),
    // How unrated institutions stand to rated ones differs, but they are not above the highest.
    PaymentOrder(
      kind: .lowerLevelPaysLess, dimension: .hospitalLevel, values: ["tertiary", "unrated"], allowsLowerCaps: true),
    PaymentOrder(kind: .retiredPaysMore, dimension: .person, values: ["employed", "retired"], allowsLowerCaps: false),
    PaymentOrder(kind: .hardshipPaysMore, dimension: .hardship, values: ["none", "hardship"], allowsLowerCaps: false),
    PaymentOrder(kind: .laterStayPaysLess, dimension: .occurrence, values: [], allowsLowerCaps: false),
  ]

  /// A place in the order, among values that can be compared.
  struct Rank {
    /// Fixed values are compared with each other, and classes with those that have the same members in the other value,
    /// as "employed, first tier" and "retired, first tier"; another class may have reasons of its own.
    let members: DimensionClass.Members?
    let position: Int
  }

  func ranks(of choice: SituationAxis.Choice, in space: DimensionSpace) -> [Rank] {
    if values.isEmpty { return Int(choice.value).map { [Rank(members: nil, position: $0)] } ?? [] }
    return choice.members.compactMap { member in
      guard let position = values.firstIndex(of: space.fixedValue(of: member, in: dimension)) else { return nil }
      if member == values[position] { return Rank(members: nil, position: position) }
      let own = space.classes.first { $0.id == member && $0.dimension == dimension }
      return own.map { Rank(members: $0.members, position: position) }
    }
  }

  /// Whether some value of a choice comes right after the last comparable one of another.
  func isNext(_ ranks: [Rank], after others: [Rank]) -> Bool {
    ranks.contains { rank in
      let comparable = others.filter { $0.members == rank.members }.map(\.position)
      let earliest = ranks.filter { $0.members == rank.members }.map(\.position).min()
      guard let last = comparable.max(), earliest == rank.position else { return false }
      return values.isEmpty ? last < rank.position : last + 1 == rank.position
    }
  }
}

import PolicyModel
import Values

/// A code that the code lists of two sides take for something else: the rules may be the same, and claims settle
/// differently.
package struct CodeListDifference: Hashable, Sendable {
  /// A dimension, or what else is listed.
  package enum List: Hashable, Sendable {
    case dimension(Dimension)
    case region
    case disease
    case fund
  }

  package let list: List
  package let code: String
  /// Nil where the list lacks the code.
  package let before: String?
  package let after: String?

  /// By list and code. Names do not count.
  package static func all(_ before: Catalogue, _ after: Catalogue) -> [CodeListDifference] {
    let dimensions = Set(before.codes.keys).union(after.codes.keys).sorted { $0.name < $1.name }
    let coded = dimensions.flatMap { dimension in
      differences(.dimension(dimension), before.codes[dimension] ?? [:], after.codes[dimension] ?? [:])
    }
    return coded + differences(.fund, funds(before), funds(after))
      + differences(.region, regions(before), regions(after))
      + differences(.disease, before.diseases.mapValues { _ in "" }, after.diseases.mapValues { _ in "" })
  }

  private static func differences(_ list: List, _ before: [String: String], _ after: [String: String])
    -> [CodeListDifference]
  {
    Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }.map {
      CodeListDifference(list: list, code: $0, before: before[$0], after: after[$0])
    }
  }

  private static func funds(_ catalogue: Catalogue) -> [String: String] {
    Dictionary(
      catalogue.funds.map { fund, codes in
        (fund.rawValue, "\(codes.field) \(codes.employee) \(codes.resident)")
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func regions(_ catalogue: Catalogue) -> [String: String] {
    Dictionary(
      catalogue.regions.map { code, region in
        (code.text, region.level + (region.treatedAt.map { " → \($0.text)" } ?? ""))
      }, uniquingKeysWith: { first, _ in first })
  }
}

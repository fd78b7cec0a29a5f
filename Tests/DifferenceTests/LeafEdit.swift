import Foundation
import TestSupport

/// One value of a rule file in place of another, as a slip of the pen could put it.
struct LeafEdit: CustomStringConvertible {
  let line: Int
  let old: String
  let new: String
  /// The whole file with the edit made.
  let text: String
  /// The line as it was.
  let before: String

  var description: String { "\(line): \(before.trimmingCharacters(in: .whitespaces))  [\(old) → \(new)]" }

  /// Words of the format that may stand for each other.
  private static let words: [[String]] = [
    ["half_up", "half_even", "down", "up"], ["fen", "jiao", "yuan"], ["layer", "column"],
    ["settlement", "admission", "year_start"], ["total", "in_scope"], ["in_scope", "above_deductible"],
    ["expense_with_deductible", "expense_above_deductible", "paid"],
    ["expense", "expense_above_deductible", "paid"], ["marginal", "slab"], ["base", "paid"],
    ["each_settlement", "each_month", "each_quarter", "each_year"],
    ["each_settlement", "day", "month", "quarter", "year"],
    ["all", "parent_level", "class"], ["together", "per_level", "highest"], ["disease", "disease_group"],
    ["before_deductible", "after_deductible"], ["needed", "not_needed"], ["open", "chosen"], ["promised", "all"],
    ["allowed", "refused"], ["same_kind", "any_kind"], ["employer", "insurance"],
    ["pooling_region", "pooling_region_or_province"], ["linked", "apart"], ["to_their_end", "inside_only"],
    ["filed", "late"], ["late", "not_filed"], ["deemed_filed", "not_filed"], ["not_payable", "payable"],
    ["with_commitment", "payable"], ["either", "manual"], ["treatment", "home"], ["merged", "apart"],
    ["whole", "by_days"], ["once", "each_year"], ["first_year", "last_year", "each_year"],
    ["last", "earlier", "across_years", "after_clearing"], ["at_most", "about"],
    ["pooled", "supplement", "civil_servant"], ["tertiary", "secondary", "primary"],
    ["employed", "retired"], ["same_day_and_institution", "readmission"], ["direct", "manual"],
    ["long_term", "referral", "temporary", "unfiled", "exempt"], ["in_province", "cross_province"],
  ]

  /// Keys whose values say nothing about what is paid.
  private static let silent: Set<String> = [
    "format", "region", "title", "in_force", "issued", "review_by", "inherits", "sources", "number", "issuer", "basis",
    "url", "read", "reason", "at", "question", "assumed", "otherwise", "source", "refused",
  ]

  static func all(in text: String) -> [LeafEdit] {
    let lines = text.components(separatedBy: "\n")
    var edits: [LeafEdit] = []
    var silentBelow: Int?
    for (number, line) in lines.enumerated() {
      let indentation = line.prefix { $0 == " " }.count
      if let deeper = silentBelow, indentation > deeper || line.isEmpty { continue }
      silentBelow = nil
      let key = line.dropFirst(indentation).prefix { $0 != ":" }
      if line.drop(while: { $0 == " " }).hasPrefix("#") { continue }
      if ["sources", "open_questions", "in_force"].contains(String(key)) { silentBelow = indentation }
      if silent.contains(String(key)) { continue }
      for (range, replacement) in replacements(in: line) {
        var edited = lines
        edited[number] = line.replacingCharacters(in: range, with: replacement)
        edits.append(
          LeafEdit(
            line: number + 1, old: String(line[range]), new: replacement, text: edited.joined(separator: "\n"),
            before: line))
      }
    }
    return edits
  }

  private static func replacements(in line: String) -> [(Range<String.Index>, String)] {
    let quiet = line.ranges(of: /(source|title|reason|refused): [^,}]*/)
    func counts(_ range: Range<String.Index>) -> Bool { !quiet.contains { $0.overlaps(range) } }
    var found: [(Range<String.Index>, String)] = []
    for match in line.matches(of: /[\[{ ](\d+(?:\.\d+)?)(%?)(?=[ ,\]}]|$)/) where counts(match.range) {
      let whole = match.output.1.prefix { $0 != "." }
      guard let value = Int(whole) else { continue }
      let isShare = !match.output.2.isEmpty
      found.append((whole.startIndex..<whole.endIndex, "\(isShare && value >= 99 ? value - 1 : value + 1)"))
    }
    for match in line.matches(of: /[\[{ ]([a-z_]+)(?=[ ,\]}]|$)/) where counts(match.range) {
      let word = match.output.1
      for family in words where family.contains(String(word)) {
        for other in family where other != word { found.append((word.startIndex..<word.endIndex, other)) }
      }
    }
    return found
  }
}

import Findings
import SourceTree
import Values

/// What the funds and the person pay, in fen. Sums of any number of decisions fit.
package struct Paid: Hashable, Sendable {
  package var fund: Int128 = 0
  package var person: Int128 = 0

  package init(fund: Int128 = 0, person: Int128 = 0) {
    self.fund = fund
    self.person = person
  }

  static func += (sum: inout Paid, other: Paid) {
    sum.fund += other.fund
    sum.person += other.person
  }

  /// Nil unless both amounts are there, as yuan with at most two decimals.
  init?(of node: Node?, fund: String, person: String) {
    guard let fund = Paid.fen(node?[fund]), let person = Paid.fen(node?[person]) else { return nil }
    self.init(fund: fund, person: person)
  }

  private static func fen(_ node: Node?) -> Int128? {
    guard let scalar = node?.scalar, scalar.style == .number,
      let fen = try? DecimalText.scaled(scalar.text, decimals: 2)
    else { return nil }
    return Int128(fen)
  }
}

import PolicyModel
import Settlement
import Values

/// The amounts of a settlement under the names of the wire; those of a split stay are the sums of its parts.
package struct SettledAmounts {
  /// `setlinfo`, in the platform's order.
  package private(set) var totals: [(String, Fen)]
  /// By fund type.
  package private(set) var details: [(String, Fen)]
  /// What each layer pays, by its id.
  package private(set) var layers: [(String, Fen)]
  package private(set) var personal: [(String, Fen)]

  package init(_ settled: SettledClaim, catalogue: Catalogue) {
    self.init(part: settled.parts[0], catalogue: catalogue)
    for part in settled.parts.dropFirst() { add(SettledAmounts(part: part, catalogue: catalogue)) }
  }

  /// Of one part alone.
  init(part settled: SettledClaim, catalogue: Catalogue) {
    totals = SettledAmounts.totals(settled, catalogue)
    details = SettledAmounts.details(settled, catalogue)
    layers = settled.plan.layers.enumerated().map { ($1.layer.id, settled.outcome.paid[$0]) }
    let parts = settled.outcome.personal
    let values = [parts.outOfScope, parts.nonLocalSelfPay, parts.deductible, parts.overCap, parts.ratioShare]
    personal = zip(SettlementFormat.personalFields, values).map { ($0.name, $1) }
  }

  private static func totals(_ settled: SettledClaim, _ catalogue: Catalogue) -> [(String, Fen)] {
    var totals = SettlementFormat.amountFields.map { ($0.name, total($0.name, settled)) }
    for (index, layer) in settled.plan.layers.enumerated() {
      guard let field = catalogue.funds[layer.layer.fund]?.field,
        let place = totals.firstIndex(where: { $0.0 == field })
      else { continue }
      totals[place].1 = Fen(totals[place].1.count + settled.outcome.paid[index].count)
    }
    return totals
  }

  /// Nothing for a field that funds pay into.
  private static func total(_ field: String, _ settled: SettledClaim) -> Fen {
    let claim = settled.claim.amounts
    return switch field {
    case "medfee_sumamt": claim.total
    case "fulamt_ownpay_amt": claim.fullySelfPaid
    case "overlmt_selfpay": claim.overLimit
    case "preselfpay_amt": claim.firstSelfPay
    case "inscp_scp_amt": claim.inScope
    case "act_pay_dedc": settled.outcome.deductibleCharged
    case "fund_pay_sumamt": settled.outcome.fundTotal
    case "psn_part_amt": settled.outcome.personal.total
    default: .zero
    }
  }

  private static func details(_ settled: SettledClaim, _ catalogue: Catalogue) -> [(String, Fen)] {
    var sums: [(String, Fen)] = []
    let isEmployee = catalogue.value(of: settled.claim.insurance.text, in: .insurance) == "employee"
    for (index, layer) in settled.plan.layers.enumerated() where settled.outcome.paid[index] != .zero {
      guard let codes = catalogue.funds[layer.layer.fund] else { continue }
      add([(isEmployee ? codes.employee : codes.resident, settled.outcome.paid[index])], to: &sums)
    }
    return sums
  }

  private mutating func add(_ other: SettledAmounts) {
    SettledAmounts.add(other.totals, to: &totals)
    SettledAmounts.add(other.details, to: &details)
    SettledAmounts.add(other.layers, to: &layers)
    SettledAmounts.add(other.personal, to: &personal)
  }

  /// Sums by name; names that are new come after the others.
  private static func add(_ amounts: [(String, Fen)], to sums: inout [(String, Fen)]) {
    for (name, amount) in amounts {
      if let index = sums.firstIndex(where: { $0.0 == name }) {
        sums[index].1 = Fen(sums[index].1.count + amount.count)
      } else {
        sums.append((name, amount))
      }
    }
  }

  /// With the opposite sign.
  var reversed: SettledAmounts {
    func negative(_ amounts: [(String, Fen)]) -> [(String, Fen)] { amounts.map { ($0.0, Fen(-$0.1.count)) } }
    var result = self
    result.totals = negative(totals)
    result.details = negative(details)
    result.layers = negative(layers)
    result.personal = negative(personal)
    return result
  }
}

import Settlement

/// Claims and answers as a program has them that reads no JSON: one record after the other.
final class ClaimRows {
  /// Of one claim: its codes in the bytes of a number, three amounts in fen, what its accounts hold.
  let width: Int
  let count: Int
  let accountCount: Int
  let codeCount: Int
  let claims: UnsafeMutablePointer<Int64>
  /// Of each claim what it comes to, and what the person bears in all.
  let outcomes: UnsafeMutablePointer<FlatOutcome>
  let persons: UnsafeMutablePointer<Int64>

  static let amountNames = ["total", "first_self_pay", "in_scope"]

  init(_ columns: ClaimColumns) {
    let sidecar = columns.sidecar
    let codes = sidecar.columns.filter { sidecar.codes[$0] != nil }
    let accounts = sidecar.columns.filter { sidecar.accounts[$0] != nil }
    (codeCount, accountCount, count) = (codes.count, accounts.count, columns.count)
    width = 1 + ClaimRows.amountNames.count + accounts.count
    claims = LargePages.allocate(count * width, of: 0)
    outcomes = LargePages.allocate(count, of: FlatOutcome())
    persons = LargePages.allocate(count, of: 0)
    for (place, name) in codes.enumerated() {
      for (index, code) in columns.column(name).enumerated() { claims[index * width] |= code << Int64(8 * place) }
    }
    for (place, name) in (ClaimRows.amountNames + accounts).enumerated() {
      for (index, value) in columns.column(name).enumerated() { claims[index * width + 1 + place] = value }
    }
  }

  deinit {
    claims.deallocate()
    outcomes.deallocate()
    persons.deallocate()
  }

  /// The columns of answers, one after the other, as the sidecar names them.
  func answerColumns(_ sidecar: Sidecar) -> [Int64] {
    sidecar.answers.flatMap { name in
      let layer = sidecar.layers.firstIndex(of: name)
      return (0..<count).map { number in
        layer.map { outcomes[number].paid[$0] } ?? figure(name, of: number)
      }
    }
  }

  private func figure(_ name: String, of number: Int) -> Int64 {
    let outcome = outcomes[number]
    return switch name {
    case "person": persons[number]
    case "deductible": outcome.deductible
    case "over_cap": outcome.overCap
    case "ratio_share": outcome.ratioShare
    case "out_of_scope": outcome.outOfScope
    default: outcome.funds
    }
  }
}

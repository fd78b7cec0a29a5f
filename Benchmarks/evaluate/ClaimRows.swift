/// Claims and answers as a program has them that reads no JSON: one record after the other.
final class ClaimRows {
  /// Of one claim: its codes in the bytes of a number, three amounts in fen, what its accounts hold.
  let width: Int
  let count: Int
  let accountCount: Int
  let codeCount: Int
  let claims: UnsafeMutablePointer<Int64>
  /// Of one answer: what each layer pays, and the six figures of ``answerNames``.
  let answerWidth: Int
  let answers: UnsafeMutablePointer<Int64>

  static let answerNames = ["person", "deductible", "over_cap", "ratio_share", "out_of_scope", "fund"]
  static let amountNames = ["total", "first_self_pay", "in_scope"]

  init(_ columns: ClaimColumns) {
    let sidecar = columns.sidecar
    let codes = sidecar.columns.filter { sidecar.codes[$0] != nil }
    let accounts = sidecar.columns.filter { sidecar.accounts[$0] != nil }
    (codeCount, accountCount, count) = (codes.count, accounts.count, columns.count)
    width = 1 + ClaimRows.amountNames.count + accounts.count
    answerWidth = sidecar.layers.count + ClaimRows.answerNames.count
    claims = .allocate(capacity: max(1, count * width))
    claims.initialize(repeating: 0, count: count * width)
    answers = .allocate(capacity: max(1, count * answerWidth))
    answers.initialize(repeating: 0, count: count * answerWidth)
    for (place, name) in codes.enumerated() {
      for (index, code) in columns.column(name).enumerated() { claims[index * width] |= code << Int64(8 * place) }
    }
    for (place, name) in (ClaimRows.amountNames + accounts).enumerated() {
      for (index, value) in columns.column(name).enumerated() { claims[index * width + 1 + place] = value }
    }
  }

  deinit {
    claims.deallocate()
    answers.deallocate()
  }

  /// The columns of answers, one after the other, as the sidecar names them.
  func answerColumns(_ sidecar: Sidecar) -> [Int64] {
    let order = sidecar.layers + ClaimRows.answerNames
    return sidecar.answers.flatMap { name in
      let place = order.firstIndex(of: name) ?? 0
      return (0..<count).map { answers[$0 * answerWidth + place] }
    }
  }
}

import Values

/// Exact fen as yuan for people: decimals where they end within eight places, otherwise marked as cut.
package enum Yuan {
  package static func text(_ amount: Exact) -> String { decimal(amount, shift: 2, minimum: 2) }

  /// A number of fen, times ten to the minus `shift`.
  static func decimal(_ amount: Exact, shift: Int, minimum: Int) -> String {
    let negative = amount.isNegative
    var bottom = amount.denominator.magnitude
    for _ in 0..<shift { bottom = bottom.multipliedReportingOverflow(by: 10).partialValue }
    let (whole, first) = amount.numerator.magnitude.quotientAndRemainder(dividingBy: max(1, bottom))
    var digits = ""
    var rest = first
    while digits.count < minimum || (rest != 0 && digits.count < 8) {
      let (ten, overflow) = rest.multipliedReportingOverflow(by: 10)
      if overflow { break }
      digits += "\(ten / bottom)"
      rest = ten % bottom
    }
    if digits.isEmpty { return (negative ? "-" : "") + "\(whole)" }
    return (negative ? "-" : "") + "\(whole).\(digits)" + (rest == 0 ? "" : "…")
  }
}

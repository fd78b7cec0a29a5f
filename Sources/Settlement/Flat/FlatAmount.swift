import Values

/// An amount as a fraction of fen in 64 bits. Whole but where a cap on paid ends a layer between two fen.
struct FlatAmount {
  var count: Int64
  /// Positive.
  var parts: Int64

  static let zero = FlatAmount(0)

  init(_ fen: Int64) { self.init(fen, parts: 1) }

  init(_ count: Int64, parts: Int64) {
    self.count = count
    self.parts = parts
  }

  /// In the nearest whole fen, halves up; of amounts that are not negative.
  var rounded: Int64 { parts == 1 ? count : (count + parts / 2) / parts }

  /// The sum; nil when it does not fit or would need a third denominator.
  func adding(_ other: FlatAmount) -> FlatAmount? {
    if other.count == 0 { return self }
    if count == 0 { return other }
    if parts == other.parts { return checked(count.addingReportingOverflow(other.count), parts) }
    if parts == 1, let own = scaled(by: other.parts) { return own.adding(other) }
    if other.parts == 1, let scaled = other.scaled(by: parts) { return adding(scaled) }
    return nil
  }

  func subtracting(_ other: FlatAmount) -> FlatAmount? {
    adding(FlatAmount(-other.count, parts: other.parts))
  }

  /// A whole amount in smaller parts.
  private func scaled(by factor: Int64) -> FlatAmount? {
    let (product, overflow) = count.multipliedReportingOverflow(by: factor)
    return overflow ? nil : FlatAmount(product, parts: factor)
  }

  private func checked(_ sum: (partialValue: Int64, overflow: Bool), _ parts: Int64) -> FlatAmount? {
    sum.overflow ? nil : FlatAmount(sum.partialValue, parts: parts)
  }
}

/// Rounding of a region's rules in 64 bits.
struct FlatRounding {
  let mode: RoundingMode
  let unit: Int64

  /// `count / parts` in fen, a multiple of the unit; of amounts that are not negative. Nil when it does not fit.
  func callAsFunction(_ count: Int64, parts: Int64) -> Int64? {
    let (whole, overflow) = parts.multipliedReportingOverflow(by: unit)
    if overflow || count < 0 { return nil }
    let (quotient, rest) = count.quotientAndRemainder(dividingBy: whole)
    let roundsAway =
      switch mode {
      case .halfUp: rest >= whole - rest
      case .down: false
      case .up: rest != 0
      case .halfEven: rest > whole - rest || (rest == whole - rest && quotient % 2 == 1)
      }
    let (fen, isTooLarge) = (quotient + (roundsAway ? 1 : 0)).multipliedReportingOverflow(by: unit)
    return isTooLarge ? nil : fen
  }
}

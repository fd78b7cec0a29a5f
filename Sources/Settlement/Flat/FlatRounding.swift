import Values

/// Rounding of a region's rules in 64 bits, for amounts that are counted in equal parts of a fen.
struct FlatRounding {
  /// What is rounded to, in fen.
  let unit: Int64
  /// Added before dividing, so that dividing down rounds as the mode does.
  private let added: Int64
  /// Whether there are halves that go to the even neighbour.
  private let isToEven: Bool
  let mode: RoundingMode
  /// How many of the parts make a unit.
  private let divisor: FlatDivisor

  /// Nil when the parts are too many.
  init?(_ mode: RoundingMode, unit: Int64, parts: Int64) {
    let (divisor, overflow) = parts.multipliedReportingOverflow(by: unit)
    if overflow || divisor > FlatRounding.mostParts { return nil }
    self.mode = mode
    self.unit = unit
    self.divisor = FlatDivisor(divisor)
    isToEven = mode == .halfEven && divisor % 2 == 0
    switch mode {
    case .down: added = 0
    case .up: added = divisor - 1
    case .halfUp, .halfEven: added = divisor / 2
    }
  }

  private static let mostParts: Int64 = 1 << 60

  /// So many parts in fen, a multiple of the unit.
  ///
  /// - Parameter count: from 0 to 2⁶².
  @inline(__always)
  func callAsFunction(_ count: Int64) -> Int64 {
    let units = divisor.quotient(of: count &+ added)
    if isToEven { return FlatRounding.even(units, of: count &+ added, divisor.value) &* unit }
    return units &* unit
  }

  /// Halves go to the even neighbour, which is the lower one where rounding up came to an odd number.
  private static func even(_ units: Int64, of count: Int64, _ divisor: Int64) -> Int64 {
    units * divisor == count && units % 2 == 1 ? units - 1 : units
  }
}

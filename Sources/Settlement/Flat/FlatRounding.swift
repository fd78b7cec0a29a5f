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
    guard let divisor = FlatRounding.divisor(unit: unit, parts: parts) else { return nil }
    self.mode = mode
    self.unit = unit
    self.divisor = FlatDivisor(divisor)
    isToEven = mode == .halfEven && divisor % 2 == 0
    added = FlatRounding.added(mode, divisor)
  }

  private static func divisor(unit: Int64, parts: Int64) -> Int64? {
    let (divisor, overflow) = parts.multipliedReportingOverflow(by: unit)
    return overflow || divisor > mostParts ? nil : divisor
  }

  private static func added(_ mode: RoundingMode, _ divisor: Int64) -> Int64 {
    switch mode {
    case .down: 0
    case .up: divisor - 1
    case .halfUp, .halfEven: divisor / 2
    }
  }

  /// Rounds one amount that is counted in other parts; nil when they are too many. Divides, because an inverse pays only
  /// when it is used again.
  ///
  /// - Parameter count: from 0 to 2⁶².
  func once(_ count: Int64, parts: Int64) -> Int64? {
    guard let divisor = FlatRounding.divisor(unit: unit, parts: parts) else { return nil }
    let sum = count + FlatRounding.added(mode, divisor)
    let units = sum / divisor
    return (mode == .halfEven && divisor % 2 == 0 ? FlatRounding.even(units, of: sum, divisor) : units) * unit
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

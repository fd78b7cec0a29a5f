/// Divides by one number many times: by multiplying with its inverse, which takes a fraction of the time.
///
/// For a divisor d from 2 to 2⁶² and l = ⌈log₂ d⌉ let m = ⌊2⁶³⁺ˡ / d⌋ + 1. Then 2⁶³⁺ˡ < m·d ≤ 2⁶³⁺ˡ + 2ˡ, and for such m
/// ⌊n·m / 2⁶³⁺ˡ⌋ is ⌊n / d⌋ for every n from 0 to 2⁶³ - 1 (Granlund and Montgomery 1994, theorem 4.2). m is below 2⁶⁴,
/// because 2ˡ⁻¹ < d.
struct FlatDivisor {
  /// m; 0 for a divisor of 1.
  private let factor: UInt64
  /// All bits for a divisor of 1, which has no m; otherwise none.
  private let same: UInt64
  /// l - 1: the upper 64 bits of the product are taken first.
  private let shift: UInt64
  let value: Int64

  /// - Parameter value: from 1 to 2⁶².
  init(_ value: Int64) {
    self.value = value
    guard value > 1 else {
      (factor, shift, same) = (0, 0, .max)
      return
    }
    let divisor = UInt64(value)
    shift = UInt64(63 - (divisor - 1).leadingZeroBitCount)
    factor = divisor.dividingFullWidth((high: 1 << shift, low: 0)).quotient + 1
    same = 0
  }

  /// - Parameter number: not negative.
  @inline(__always)
  func quotient(of number: Int64) -> Int64 {
    let number = UInt64(bitPattern: number)
    let high = number.multipliedFullWidth(by: factor).high
    return Int64(bitPattern: (high &>> shift) | (number & same))
  }
}

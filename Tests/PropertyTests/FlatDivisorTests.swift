import TestSupport
import Testing
import Values

@testable import Settlement

@Suite("multiplying with an inverse divides")
struct FlatDivisorTests {
  /// Where quotients change, and the ends of what is allowed.
  private func numbers(around divisor: Int64) -> [Int64] {
    let largest = Int64.max
    var numbers: [Int64] = [0, 1, largest - 1, largest, largest / 2, largest / 2 + 1, 1 << 62, (1 << 62) - 1]
    for times in [1, 2, 3, 999, 1000, 1 << 20, largest / divisor, largest / divisor / 2] as [Int64] {
      let (product, overflow) = divisor.multipliedReportingOverflow(by: times)
      if overflow { continue }
      numbers += [product - 1, product]
      if product < largest { numbers.append(product + 1) }
    }
    return numbers.filter { $0 >= 0 }
  }

  private func check(_ divisor: Int64, _ numbers: [Int64]) {
    let flat = FlatDivisor(divisor)
    for number in numbers where flat.quotient(of: number) != number / divisor {
      Issue.record("\(number) / \(divisor) = \(number / divisor), not \(flat.quotient(of: number))")
      return
    }
  }

  @Test("at the borders of every divisor up to 10 000 and around every power of two")
  func borders() {
    for divisor in 1...10_000 as ClosedRange<Int64> { check(divisor, numbers(around: divisor)) }
    for power in 1...62 {
      let two = Int64(1) << power
      for divisor in [two - 1, two, min(two + 1, 1 << 62)] { check(divisor, numbers(around: divisor)) }
    }
  }

  @Test("for numbers and divisors of every size")
  func drawn() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<20_000 {
      let divisor = Int64.random(in: 1...(1 << Int64.random(in: 0...62, using: &generator)), using: &generator)
      let size = Int64.random(in: 0...62, using: &generator)
      check(divisor, numbers(around: divisor) + [Int64.random(in: 0...(Int64.max >> size), using: &generator)])
    }
  }
}

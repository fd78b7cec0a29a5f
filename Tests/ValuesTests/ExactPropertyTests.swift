import TestSupport
import Testing
import Values

@Suite("what is always true of exact numbers")
struct ExactPropertyTests {
  private static let seed: UInt64 = 20_240_905
  private static let tries = 20_000

  private func fraction(_ generator: inout SeededGenerator) throws -> Exact {
    let top = Int.random(in: -1000...1000, using: &generator)
    let bottom = Int.random(in: 1...1000, using: &generator)
    return try Exact(Int128(top), over: Int128(bottom))
  }

  private func forEachPair(_ check: (Exact, Exact) throws -> Void) throws {
    print("seed \(ExactPropertyTests.seed), \(ExactPropertyTests.tries) pairs of fractions")
    var generator = SeededGenerator(seed: ExactPropertyTests.seed)
    for _ in 0..<ExactPropertyTests.tries {
      try check(fraction(&generator), fraction(&generator))
    }
  }

  @Test("what is added can be taken away again")
  func additionIsUndone() throws {
    try forEachPair { a, b throws in
      #expect(try a.adding(b).subtracting(b) == a, "seed \(ExactPropertyTests.seed): \(a), \(b)")
    }
  }

  @Test("what is multiplied can be divided again")
  func multiplicationIsUndone() throws {
    try forEachPair { a, b throws in
      guard b != .zero else { return }
      #expect(try a.multiplied(by: b).divided(by: b) == a, "seed \(ExactPropertyTests.seed): \(a), \(b)")
    }
  }

  @Test("the order of two numbers is that of their cross products")
  func comparison() throws {
    try forEachPair { a, b throws in
      let left = a.numerator * b.denominator
      let right = b.numerator * a.denominator
      let expected = left == right ? 0 : (left < right ? -1 : 1)
      #expect(try a.compared(to: b) == expected, "seed \(ExactPropertyTests.seed): \(a), \(b)")
      #expect(try a.lesser(of: b) == (expected <= 0 ? a : b))
      #expect(try a.greater(of: b) == (expected >= 0 ? a : b))
    }
  }

  @Test("every result is in lowest terms with a positive denominator")
  func resultsAreNormal() throws {
    try forEachPair { a, b throws in
      for result in [try a.adding(b), try a.subtracting(b), try a.multiplied(by: b)] {
        #expect(result.denominator > 0)
        #expect(try Exact(result.numerator, over: result.denominator) == result, "\(a), \(b): \(result)")
      }
    }
  }
}

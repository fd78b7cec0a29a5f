import Testing
import Values

@Suite("exact arithmetic on known numbers")
struct ExactArithmeticTests {
  struct Row: Sendable {
    let left: (Int128, Int128)
    let right: (Int128, Int128)
    let sum: (Int128, Int128)
    let difference: (Int128, Int128)
    let product: (Int128, Int128)
    let quotient: (Int128, Int128)
  }

  static let rows = [
    Row(left: (1, 3), right: (1, 6), sum: (1, 2), difference: (1, 6), product: (1, 18), quotient: (2, 1)),
    Row(left: (-2, 3), right: (-3, 4), sum: (-17, 12), difference: (1, 12), product: (1, 2), quotient: (8, 9)),
    Row(left: (1, 2), right: (-1, 4), sum: (1, 4), difference: (3, 4), product: (-1, 8), quotient: (-2, 1)),
    Row(left: (0, 1), right: (5, 7), sum: (5, 7), difference: (-5, 7), product: (0, 1), quotient: (0, 1)),
    Row(
      left: (58_700, 1), right: (17, 20), sum: (1_174_017, 20), difference: (1_173_983, 20), product: (49_895, 1),
      quotient: (1_174_000, 17)),
  ]

  @Test("sum, difference, product and quotient come out to the fraction", arguments: rows)
  func known(row: Row) throws {
    let left = try Exact(row.left.0, over: row.left.1)
    let right = try Exact(row.right.0, over: row.right.1)
    #expect(try left.adding(right) == Exact(row.sum.0, over: row.sum.1))
    #expect(try left.subtracting(right) == Exact(row.difference.0, over: row.difference.1))
    #expect(try left.multiplied(by: right) == Exact(row.product.0, over: row.product.1))
    #expect(try left.divided(by: right) == Exact(row.quotient.0, over: row.quotient.1))
  }

  @Test("the lesser and the greater of two numbers are told apart across denominators and signs")
  func extremes() throws {
    let third = try Exact(1, over: 3)
    let negative = try Exact(-1, over: 2)
    #expect(try third.lesser(of: negative) == negative)
    #expect(try third.greater(of: negative) == third)
    #expect(try third.compared(to: negative) > 0)
    #expect(try negative.compared(to: third) < 0)
    #expect(try third.compared(to: Exact(2, over: 6)) == 0)
    #expect(try negative.isLess(than: third))
    #expect(try !third.isLess(than: third))
  }

  @Test("division by zero is thrown")
  func divisionByZero() {
    #expect(throws: ArithmeticOverflow()) { try Exact.one.divided(by: .zero) }
  }

  @Test("what does not fit is thrown, it never stops the program")
  func overflow() throws {
    let huge = try Exact(.max, over: 1)
    let tiny = try Exact(1, over: .max)
    let half = try Exact(.max, over: 2)
    #expect(throws: ArithmeticOverflow()) { try huge.adding(.one) }
    #expect(throws: ArithmeticOverflow()) { try huge.negated.subtracting(huge) }
    #expect(throws: ArithmeticOverflow()) { try huge.multiplied(by: Exact(2)) }
    #expect(throws: ArithmeticOverflow()) { try tiny.divided(by: Exact(2)) }
    #expect(throws: ArithmeticOverflow()) { try tiny.adding(half) }
    #expect(throws: ArithmeticOverflow()) { try half.compared(to: Exact(1, over: 3)) }
    #expect(throws: ArithmeticOverflow()) { try half.lesser(of: tiny) }
  }

  @Test("factors that cancel never overflow")
  func cancelling() throws {
    let huge = try Exact(.max, over: 3)
    #expect(try huge.multiplied(by: Exact(3, over: .max)) == .one)
    #expect(try huge.divided(by: huge) == .one)
  }
}

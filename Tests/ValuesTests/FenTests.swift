import Testing
import Values

@Suite("an amount in whole fen")
struct FenTests {
  @Test(
    "a number of fen is shown in yuan with two decimals, never as a fraction",
    arguments: [
      (0, "0.00"), (5, "0.05"), (50, "0.50"), (99, "0.99"), (100, "1.00"), (130_000, "1300.00"), (-5, "-0.05"),
      (-130_050, "-1300.50"), (Int64.max, "92233720368547758.07"), (Int64.min, "-92233720368547758.08"),
    ] as [(Int64, String)])
  func shown(count: Int64, text: String) {
    #expect(Fen(count).description == text)
  }

  @Test(
    "for people the thousands of yuan are separated, the fen are not",
    arguments: [
      (0, "0.00"), (99_999, "999.99"), (100_000, "1,000.00"), (99_999_999, "999,999.99"),
      (123_456_789, "1,234,567.89"), (-100_000, "-1,000.00"), (-99_900, "-999.00"),
    ] as [(Int64, String)])
  func grouped(count: Int64, text: String) {
    #expect(Fen(count).grouped == text)
  }

  @Test("a sum or difference that fits is exact up to the last fen")
  func sumsThatFit() throws {
    #expect(try Fen(.max - 1).adding(Fen(1)) == Fen(.max))
    #expect(try Fen(.min + 1).subtracting(Fen(1)) == Fen(.min))
    #expect(try Fen(1300).subtracting(Fen(2000)) == Fen(-700))
  }

  @Test("a sum that does not fit is thrown, it never stops the program or wraps around")
  func overflowIsThrown() {
    #expect(throws: ArithmeticOverflow()) { try Fen(.max).adding(Fen(1)) }
    #expect(throws: ArithmeticOverflow()) { try Fen(.min).adding(Fen(-1)) }
    #expect(throws: ArithmeticOverflow()) { try Fen(.min).subtracting(Fen(1)) }
    #expect(throws: ArithmeticOverflow()) { try Fen(0).subtracting(Fen(.min)) }
  }

  @Test("the largest amount is what numeric(16,2) holds")
  func largest() {
    #expect(Fen.largest.description == "99999999999999.99")
  }
}

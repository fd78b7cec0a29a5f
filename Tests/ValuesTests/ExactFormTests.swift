import Testing
import Values

@Suite("the form of an exact number")
struct ExactFormTests {
  @Test("equal fractions are equal bits: lowest terms, positive denominator")
  func normalForm() throws {
    let half = try Exact(1, over: 2)
    for other in [try Exact(3, over: 6), try Exact(-3, over: -6), try Exact(500, over: 1000)] {
      #expect(other == half)
      #expect(other.hashValue == half.hashValue)
      #expect(other.numerator == 1)
      #expect(other.denominator == 2)
    }
  }

  @Test("the sign stands in the numerator")
  func sign() throws {
    let negative = try Exact(6, over: -4)
    #expect(negative.numerator == -3)
    #expect(negative.denominator == 2)
    #expect(negative.isNegative)
    #expect(negative.notBelowZero == .zero)
    #expect(negative.negated.notBelowZero == negative.negated)
  }

  @Test("there is one zero")
  func zero() throws {
    #expect(try Exact(0, over: -7) == .zero)
    #expect(Exact(Ratio.zero) == .zero)
    #expect(Exact(Fen.zero) == .zero)
    #expect(!Exact.zero.isNegative)
  }

  @Test("a ratio becomes the fraction it stands for")
  func ratios() throws {
    #expect(try Exact(Ratio(millionths: 850_000)) == Exact(17, over: 20))
    #expect(try Exact(Ratio(millionths: -500_000)) == Exact(-1, over: 2))
    #expect(try Exact(Ratio(millionths: 333_333)) == Exact(333_333, over: 1_000_000))
    #expect(Exact(Ratio.one) == .one)
  }

  @Test("only a whole number calls itself whole")
  func whole() throws {
    #expect(try Exact(6, over: 3).isWhole)
    #expect(try !Exact(5, over: 3).isWhole)
  }

  @Test("it is shown as a fraction, or as a whole number")
  func shown() throws {
    #expect(try Exact(-3, over: 2).description == "-3/2")
    #expect(try Exact(6, over: 3).description == "2")
  }

  @Test("a denominator of zero, or a part that has no opposite, is thrown")
  func impossibleFractions() {
    #expect(throws: ArithmeticOverflow()) { try Exact(1, over: 0) }
    #expect(throws: ArithmeticOverflow()) { try Exact(.min, over: 1) }
    #expect(throws: ArithmeticOverflow()) { try Exact(1, over: .min) }
  }
}

import Testing
import Values

@Suite("a decimal read from its characters")
struct DecimalTextTests {
  @Test(
    "a plain decimal is read exactly",
    arguments: [
      ("0", 0), ("12.5", 1250), ("12.50", 1250), ("60000.00", 6_000_000), ("0.01", 1), ("-3", -300), ("-0.01", -1),
      ("-0", 0), ("007.10", 710), ("92233720368547758.07", .max),
    ] as [(String, Int64)])
  func accepted(text: String, expected: Int64) throws {
    #expect(try DecimalText.scaled(text, decimals: 2) == expected)
  }

  @Test("zeros beyond the last place change nothing, other digits do not get lost")
  func beyondTheLastPlace() throws {
    #expect(try DecimalText.scaled("12.50000000000000000000000000", decimals: 2) == 1250)
    #expect(try DecimalText.scaled("5.000", decimals: 0) == 5)
    #expect(throws: DecimalText.Problem.tooManyDecimals) { try DecimalText.scaled("12.505", decimals: 2) }
    #expect(throws: DecimalText.Problem.tooManyDecimals) { try DecimalText.scaled("5.0001", decimals: 0) }
    #expect(throws: DecimalText.Problem.tooManyDecimals) { try DecimalText.scaled("0.0000001", decimals: 6) }
  }

  @Test(
    "nothing but an optional minus, digits and one point is a decimal: no exponent, sign, separator or unit",
    arguments: [
      "", " ", "-", ".", "-.", ".5", "-.5", "5.", "--1", "+1", "1e3", "1E3", "1.5e1", "1.2.3", "1,000", "1_000", " 1",
      "1 ", "１", "12.50x", "12.5050x", "0x10", "NaN", "inf", "1-", "12元", "12,5",
    ])
  func notANumber(text: String) {
    #expect(throws: DecimalText.Problem.notANumber) { try DecimalText.scaled(text, decimals: 2) }
  }

  @Test(
    "a number beyond the range is refused, it never wraps around",
    arguments: ["92233720368547758.08", "100000000000000000", "99999999999999999999999999", "-99999999999999999999"])
  func tooLarge(text: String) {
    #expect(throws: DecimalText.Problem.tooLarge) { try DecimalText.scaled(text, decimals: 2) }
  }

  @Test("what has no binary fraction is still exact")
  func noBinaryFraction() throws {
    for cents in 0..<100 {
      let text = "4503599627370.\(cents < 10 ? "0" : "")\(cents)"
      #expect(try DecimalText.scaled(text, decimals: 2) == 450_359_962_737_000 + Int64(cents))
    }
  }
}

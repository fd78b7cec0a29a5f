import Testing
import Values

@Suite("a ratio in millionths")
struct RatioTests {
  @Test(
    "a ratio is shown as a percentage without needless zeros",
    arguments: [
      (0, "0"), (850_000, "85"), (922_000, "92.2"), (1_000_000, "100"), (1, "0.0001"), (10, "0.001"),
      (123_456, "12.3456"), (-50_000, "-5"), (-500, "-0.05"), (2_000_000, "200"),
    ] as [(Int64, String)])
  func shown(millionths: Int64, text: String) {
    #expect(Ratio(millionths: millionths).percentText == text)
    #expect(Ratio(millionths: millionths).description == text + "%")
  }

  @Test("ratios are ordered by what they are worth")
  func ordered() {
    #expect(Ratio.zero < Ratio.one)
    #expect(Ratio(millionths: 849_999) < Ratio(millionths: 850_000))
    #expect(!(Ratio.one < Ratio.one))
  }
}

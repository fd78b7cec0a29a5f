import Testing
import Values

@Suite("a region's code")
struct RegionCodeTests {
  @Test(
    "only six ASCII digits are a code", arguments: ["", "11000", "1100000", "11000a", "11 000", "１２", "-11000", "中国"])
  func refused(text: String) {
    #expect(RegionCode(text) == nil)
  }

  @Test("the city is the code with two zeros, the province with four")
  func truncated() throws {
    let county = try #require(RegionCode("430102"))
    #expect(county.city.text == "430100")
    #expect(county.province.text == "430000")
    #expect(county.province.city == county.province)
  }

  @Test("the digits stay as they were written")
  func text() throws {
    let code = try #require(RegionCode("010000"))
    #expect(code.text == "010000")
    #expect("\(code)" == "010000")
  }

  @Test("codes are ordered by their digits")
  func ordered() throws {
    let beijing = try #require(RegionCode("110000"))
    let wuhai = try #require(RegionCode("150300"))
    #expect(beijing < wuhai)
    #expect(!(wuhai < beijing))
  }
}

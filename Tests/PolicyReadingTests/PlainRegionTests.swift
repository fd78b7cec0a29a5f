import Findings
import PolicyReading
import Testing
import Values

@Suite("the region of a file that nobody has read")
struct PlainRegionTests {
  @Test(
    "a line that says nothing but the region tells it",
    arguments: [
      "region: \"430000\"\n", "region: 430000", "region:   '430000' # 湖南\n", "\"region\": 430000\n",
      "统筹地区: \"430000\"\n",
      "format: \"1\"\r\nregion: \"430000\"\r\ntitle: x\r\n",
    ])
  func plain(text: String) { #expect(code(text) == "430000") }

  @Test(
    "anything else does not",
    arguments: [
      "", "title: 430000\n", "  region: 430000\n", "region: 43000\n", "region: 4300000\n", "region: 430000 x\n",
      "region:\n  430000\n", "{region: 430000}\n", "regions: 430000\n", "region_of: 430000\n",
      "region: 430000\nregion: 110000\n", "region: 430000\nregion: [\n", "# region: 430000\n", "region: &a 430000\n",
    ])
  func unclear(text: String) { #expect(code(text) == nil) }

  private func code(_ text: String) -> String? {
    PlainRegion.code(in: SourceFile(path: "a.yaml", bytes: Array(text.utf8)))?.text
  }
}

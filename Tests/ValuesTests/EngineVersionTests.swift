import Testing
import Values

@Suite("versions of the program")
struct EngineVersionTests {
  @Test("they are read as they are written, and in no other way")
  func text() {
    #expect(EngineVersion("0.1.0") == EngineVersion(major: 0, minor: 1, patch: 0))
    for text in ["", "1", "1.0", "1.0.0.0", "01.0.0", "1.-1.0", "1.+1.0", "1.0.x", " 1.0.0", "1.0.0-beta"] {
      #expect(EngineVersion(text) == nil, "\(text)")
    }
  }

  @Test("they are ordered by numbers, not by letters")
  func order() throws {
    let versions = ["0.1.0", "0.1.9", "0.1.10", "0.9.0", "0.10.0", "1.0.0"].compactMap { EngineVersion($0) }
    #expect(versions.count == 6)
    #expect(versions.sorted() == versions)
  }
}

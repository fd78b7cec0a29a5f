import Cases
import Findings
import Format
import Layout
import Registry
import TestSupport
import Testing

@Suite("the canonical layout of every shipped file")
struct ShippedFileTests {
  @Test("there are files of every kind") func filesAreFound() {
    for kind in [LayoutFile.Kind.rules, .catalogue, .cases] {
      #expect(LayoutFile.shipped.contains { $0.kind == kind })
    }
    #expect(LayoutFile.shipped.count > 150)
  }

  /// That the meaning is the same and all comments are kept is checked before a text is given out at all.
  @Test(
    "is the same when laid out again, comes back from the other language, has no long lines",
    arguments: LayoutFile.shipped)
  func layoutOfAFile(file: LayoutFile) throws {
    let once = file.laidOut()
    #expect(once.findings.isEmpty, "\(once.findings.map { $0.message(in: .english) })")
    let english = try #require(once.text)
    #expect(file.laidOut(english).text == english)
    checkWidth(english)

    let chinese = try #require(file.laidOut(in: .chinese).text)
    #expect(chinese != english)
    // The whole folder is Chinese by then.
    let folder = try file.folder.map { other in
      let sibling = LayoutFile(path: other.path, kind: .rules, folder: file.folder)
      let text = other.path == file.path ? chinese : try #require(sibling.laidOut(in: .chinese).text)
      return SourceFile(path: other.path, bytes: Array(text.utf8))
    }
    #expect(file.laidOut(chinese, in: .english, folder: folder).text == english)
  }

  /// Only a single text may be longer: it is never broken.
  private func checkWidth(_ text: String) {
    for line in text.split(separator: "\n") where line.utf8.count > 120 && line.displayWidth > 120 {
      let content = line.drop { $0 == " " || $0 == "-" }
      #expect(content.hasPrefix("#") || !content.contains("{") && !content.contains("["), "\(line)")
    }
  }
}

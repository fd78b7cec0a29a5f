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
  @Test("is the same when it is laid out again", arguments: LayoutFile.shipped)
  func layoutIsIdempotent(file: LayoutFile) throws {
    let once = file.laidOut()
    #expect(once.findings.isEmpty, "\(once.findings.map { $0.message(in: .english) })")
    let text = try #require(once.text)
    #expect(file.laidOut(text).text == text)
  }

  @Test("comes back to the same bytes from the other language", arguments: LayoutFile.shipped)
  func conversionThereAndBack(file: LayoutFile) throws {
    let english = try #require(file.laidOut().text)
    let chinese = try #require(file.laidOut(in: .chinese).text)
    #expect(chinese != english)
    // The whole folder is Chinese by then.
    let folder = try file.folder.map { other in
      let sibling = LayoutFile(path: other.path, kind: .rules, folder: file.folder)
      return SourceFile(path: other.path, bytes: Array(try #require(sibling.laidOut(in: .chinese).text).utf8))
    }
    #expect(file.laidOut(chinese, folder: folder).text == chinese)
    #expect(file.laidOut(chinese, in: .english, folder: folder).text == english)
  }

  @Test("has no line over 120 cells that could be wrapped", arguments: LayoutFile.shipped)
  func linesAreShort(file: LayoutFile) throws {
    for line in try #require(file.laidOut().text).split(separator: "\n") where line.displayWidth > 120 {
      let content = line.drop { $0 == " " || $0 == "-" }
      #expect(content.hasPrefix("#") || !content.contains("{") && !content.contains("["), "\(line)")
    }
  }
}

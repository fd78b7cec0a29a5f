import Cases
import Findings
import Foundation
import Format
import TestSupport
import Testing

@Suite("generated files are current; regenerate with `make schemas`")
struct GeneratedFileTests {
  @Test(arguments: DocumentKind.schemas.map(\.file))
  func committedSchemaIsCurrent(file: String) throws {
    let expected = try #require(DocumentKind.schemas.first { $0.file == file }).text
    #expect(try text("schemas/\(file)") == expected)
  }

  @Test(arguments: DocumentKind.referencePages.map(\.file))
  func committedReferencePageIsCurrent(file: String) throws {
    let expected = try #require(DocumentKind.referencePages.first { $0.file == file }).text
    #expect(try text("docs/reference/\(file)") == expected)
  }

  @Test func committedFindingPagesAreCurrentAndComplete() throws {
    let folder = Repository.path("docs/findings")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
    #expect(Set(files) == Set(FindingCatalogue.all.map { "\($0.code).md" }))
    for kind in FindingCatalogue.all {
      #expect(try text("docs/findings/\(kind.code).md") == FindingPage.page(for: kind), "\(kind.code)")
    }
  }

  @Test func everyFindingCodeIsUsedOnce() {
    let codes = FindingCatalogue.all.map(\.code)
    #expect(Set(codes).count == codes.count)
  }

  @Test func everyFindingKindThatIsDefinedIsListed() throws {
    var defined: [String] = []
    let folder = Repository.path("Sources/Findings/Catalogue")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let source = try text("Sources/Findings/Catalogue/\(file)")
      defined += source.matches(of: /FindingKind\(\s*"([A-Z][0-9]{4})"/).map { String($0.output.1) }
    }
    #expect(Set(defined) == Set(FindingCatalogue.all.map(\.code)))
  }

  @Test func placeholdersOfBothLanguagesNameTheSameThings() {
    for kind in FindingCatalogue.all {
      func names(_ text: FindingText) -> Set<String> {
        Set(
          (text.message + text.help).matches(of: /\{([a-z_]+)\}/).map { String($0.output.1).replacing("_zh", with: "") }
        )
      }
      #expect(names(kind.chinese) == names(kind.english), "\(kind.code)")
    }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: Repository.path(path), encoding: .utf8)
  }
}

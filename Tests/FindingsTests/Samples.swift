@testable import Findings

/// Files, places and findings that the tests share.
enum Samples {
  static func file(_ text: String, path: String = "policies/x.yaml") -> SourceFile {
    SourceFile(path: path, bytes: Array(text.utf8))
  }

  static func place(
    _ file: SourceFile, _ line: Int, _ columns: Range<Int>, pointer: String? = nil
  ) -> Place {
    Place(
      file: file, start: Position(line: line, column: columns.lowerBound),
      end: Position(line: line, column: columns.upperBound), pointer: pointer)
  }

  static let kind = FindingKind(
    "T0001",
    zh: .init("值“{value}”不对", help: "改成 {wanted}", why: "错的值会算错"),
    en: .init("value `{value}` is wrong", help: "write {wanted}", why: "a wrong value gives a wrong result"))

  static let warningKind = FindingKind(
    "T0002", .warning,
    zh: .init("多余", help: "删去\n或改写", why: "没有用"),
    en: .init("superfluous", help: "delete it\nor rewrite it", why: "it has no use"))

  static func wrongValue(at place: Place?, related: Place? = nil, value: String = "甲") -> Finding {
    Finding(kind, at: place, related: related, ["value": value, "wanted": "乙"])
  }

  /// The key that stands on lines 2 and 3.
  static func duplicateKey() -> Finding {
    let source = file("version: 1\nregion: \"110000\"\nregion: \"120000\"\n")
    return Finding(
      .duplicateKey, at: place(source, 3, 1..<7), related: place(source, 2, 1..<7), ["key": "region"])
  }
}

import Claims
import Findings
import Format
import JSONSyntax
import RegionPolicy
import SourceTree
import Values

/// Two versions of the rules in use that a caller wants compared.
package struct ComparisonRequest: Sendable {
  package let before: Side
  package let after: Side

  /// A region's rules on a day.
  package struct Side: Sendable {
    package let region: RegionCode
    package let day: CivilDate
    /// As the caller wrote it.
    package let text: String
  }

  package static let shape = RecordShape(
    Word("comparison", "比较请求"),
    [
      Key(
        "before", "原来", .scalar(.wireText), required: true,
        meaning: Word("version in use, CODE@DATE", "正在使用的版本，代码@日期")),
      Key(
        "after", "改后", .scalar(.wireText), required: true,
        meaning: Word("version in use, CODE@DATE", "正在使用的版本，代码@日期")),
    ])

  /// The request in a body.
  package static func read(_ body: [UInt8]) throws(Refusal) -> ComparisonRequest {
    let collector = FindingCollector.forOneRequest()
    guard let root = JSONReader.read(SourceFile(path: "comparison", bytes: body), collector: collector) else {
      throw Refusal(400, collector.findings)
    }
    let reading = ShapeReader(vocabulary: .english, collector: collector).read(root, as: .record(shape))
    guard !collector.hasErrors, let before = reading["before"]?.text, let after = reading["after"]?.text else {
      throw Refusal(RefusalStatus.status(of: collector.findings), collector.findings, root: root)
    }
    return ComparisonRequest(before: try side(before), after: try side(after))
  }

  private static func side(_ text: String) throws(Refusal) -> Side {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let region = RegionCode(parts[0]), let day = CivilDate(parts[1]) else {
      throw Refusal(400, .versionNotNamed, ["text": text])
    }
    return Side(region: region, day: day, text: text)
  }
}

/// Compares two versions of a set of rules; given by the program, because the words of a comparison are its.
package typealias Comparing = @Sendable (RegionPolicies, ComparisonRequest, Language) -> Result<String, Refusal>

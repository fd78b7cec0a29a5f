import Findings
import PolicyModel
import PolicyReading

/// What cites a document with a number names the article, item or annex. One finding for each citation of a file,
/// however many places repeat it.
enum ArticleCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    for version in input.all {
      let numbers = Dictionary(
        version.sources.compactMap { source in source.number.map { (source.id, $0) } },
        uniquingKeysWith: { first, _ in first })
      var reported: Set<String> = []
      let uses = version.citationUses
      for use in uses where use.place.file.path == version.file.path && !use.clause.isEmpty {
        let text = "\(use.source) \(use.clause)"
        guard let number = numbers[use.source], !namesArticle(use.clause), reported.insert(text).inserted else {
          continue
        }
        let same = uses.filter { $0.source == use.source && $0.clause == use.clause }
        collector.report(
          .articleMissing, at: use.place,
          ["text": text, "document": number, "count": "\(same.reduce(0) { $0 + $1.figures })"])
      }
    }
  }

  /// 第十二条, 第22条, 二（三）, 附件1, 附表, 表2, 问3: a numbered part of the document.
  private static func namesArticle(_ clause: String) -> Bool {
    if ["附件", "附表", "附录"].contains(where: clause.contains) { return true }
    let numerals = "一二三四五六七八九十百零〇0123456789"
    let counted = zip(clause, clause.dropFirst()).contains { mark, next in
      "第（(表问".contains(mark) && numerals.contains(next)
    }
    return counted || clause.first.map(numerals.contains) ?? false
  }
}

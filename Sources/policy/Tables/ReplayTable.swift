import Decisions
import Findings
import Values

/// The report on a replay for people.
struct ReplayTable {
  private let report: ReplayReport
  private let options: LanguageOptions
  private let heading: String

  init(_ report: ReplayReport, revision: String, log: String, options: LanguageOptions) {
    self.report = report
    self.options = options
    heading = """
      \(options.say("日志", "log"))  \(log)
      \(options.say("规则", "rules"))  \(revision)

      """
  }

  var text: String {
    ([heading, counts, claimless, amounts, differences, chain].filter { !$0.isEmpty }).joined(separator: "\n")
  }

  private func say(_ chinese: String, _ english: String) -> String { options.say(chinese, english) }

  private func section(_ title: String, _ table: TextTable) -> String { "■ \(title)\n\(table.rendered())" }

  private var counts: String {
    var table = TextTable(columns: [.init(say("结果", "result")), .init(say("裁定", "decisions"), .right)])
    func add(_ title: String, _ count: Int, always: Bool = false) {
      if always || count > 0 { table.append([title, "\(count)"]) }
    }
    add(say("逐字相同", "reproduced to the last character"), report.reproduced, always: true)
    add(say("规则不同，金额和其余结果相同", "same figures under other rules"), report.sameFigures)
    add(say("金额不同", "other amounts"), report.changedAmounts, always: true)
    add(say("金额相同，累计、待遇等不同", "same amounts, other accounts or benefit"), report.changedOtherwise)
    add(say("不能再结算", "no longer settled"), report.noLongerSettled, always: true)
    add(say("现在能结算", "settled only now"), report.newlySettled)
    add(say("不能结算的原因不同", "refused for other reasons"), report.otherErrors)
    add(say("请求不是 JSON，没有结算，无法重算", "refused, claim was no JSON, not computed again"), report.withoutClaim)
    add(say("合计", "all"), report.decisions, always: true)
    return section(say("重算结果", "how decisions come out"), table) + warnings
  }

  private var warnings: String {
    func line(_ count: Int, _ chinese: String, _ english: String) -> String {
      count == 0 ? "" : say(chinese, english) + "\n"
    }
    return line(
      report.badLines, "另有 \(report.badLines) 行读不懂，没有核对",
      "\(report.badLines) more lines cannot be read and were not checked")
      + line(
        report.contradictions, "其中 \(report.contradictions) 个不同不能由规则解释",
        "\(report.contradictions) differences are not explained by the rules")
      + line(
        report.missingParts, "日志缺 \(report.missingParts) 个部分", "\(report.missingParts) parts of the log are missing")
      + line(
        report.chainBreaks, "有 \(report.chainBreaks) 行不接在上一行后面",
        "\(report.chainBreaks) lines do not follow the line before them")
      + line(
        report.doubledDecisions, "有 \(report.doubledDecisions) 个裁定编号重复",
        "\(report.doubledDecisions) decisions have been in the log before")
      + line(report.notes, "日志有 \(report.notes) 行自己的记录", "\(report.notes) lines are the log's own notes")
  }

  private var claimless: String {
    if report.withoutClaim == 0 { return "" }
    let rows = report.claimless.map { [$0.id, $0.timestamp, $0.errors.joined(separator: " ")] }
    let table = TextTable(
      columns: [.init(say("裁定", "decision")), .init(say("时间", "time")), .init(say("错误", "errors"))], rows: rows)
    return section(say("没有请求、无法重算的", "without a claim, not computed again"), table)
      + rest(report.withoutClaim - rows.count)
  }

  /// Where the log begins and ends, for whoever wants to find it so again.
  private var chain: String {
    let ends = [
      (say("第一行之前（没有读到）", "before the first line (not read)"), report.unseenBefore),
      (say("最后一行", "last line"), report.lastDigest),
    ].compactMap { title, digest in digest.map { [title, $0] } }
    if ends.isEmpty { return "" }
    let table = TextTable(columns: [.init(say("行", "line")), .init(say("摘要", "digest"))], rows: ends)
    return section(say("日志的首尾", "ends of the log"), table)
  }

  private func rest(_ more: Int) -> String {
    more == 0 ? "" : say("另有 \(more) 处没有列出（--limit）\n", "\(more) more are not listed (--limit)\n")
  }

  private var amounts: String {
    let hasOthers = report.noLongerSettled + report.newlySettled > 0
    var columns: [TextTable.Column] = [
      .init(say("项目", "item")), .init(say("记录", "recorded"), .right), .init(say("重算", "again"), .right),
      .init(say("变化", "change"), .right),
    ]
    if hasOthers {
      columns += [.init(say("只有记录", "only recorded"), .right), .init(say("只有重算", "only again"), .right)]
    }
    func row(_ title: String, _ value: (Paid) -> Int128) -> [String] {
      let both = [value(report.before), value(report.after)]
      let others = hasOthers ? [value(report.onlyBefore), value(report.onlyAfter)] : []
      return [title] + both.map(YuanText.grouped) + [YuanText.change(both[1] - both[0])]
        + others.map(YuanText.grouped)
    }
    return section(
      say(
        "金额（元；记录、重算、变化只含两方都能结算的）", "amounts (yuan; recorded, again and change are of decisions settled on both sides)"),
      TextTable(
        columns: columns,
        rows: [row(say("基金支付", "funds")) { $0.fund }, row(say("个人负担", "person")) { $0.person }]))
  }

  private var differences: String {
    if report.differences.isEmpty { return "" }
    var table = TextTable(columns: [
      .init(say("位置", "line")), .init(say("裁定", "decision")), .init(say("统筹区", "region")),
      .init(say("规则日", "law date")), .init(say("基金", "funds")), .init(say("个人", "person")),
      .init(say("基金变化", "change of funds"), .right),
    ])
    for difference in report.differences {
      table.append([
        "\(difference.path):\(difference.line)", difference.id, difference.region ?? "—", difference.lawDate ?? "—",
        both(difference) { $0.fund }, both(difference) { $0.person },
        difference.fundChange.map(YuanText.change) ?? "—",
      ])
    }
    return section(say("各处不同（元）", "differences (yuan)"), table)
      + rest(report.differing - report.differences.count)
  }

  /// An amount, or the errors, on both sides.
  private func both(_ difference: ReplayDifference, _ amount: (Paid) -> Int128) -> String {
    func words(_ side: ReplayDifference.Side) -> String {
      side.paid.map { YuanText.grouped(amount($0)) } ?? (side.isSettled ? "—" : side.errors.joined(separator: " "))
    }
    let (before, after) = (words(difference.before), words(difference.after))
    return before == after ? after : "\(before) → \(after)"
  }
}

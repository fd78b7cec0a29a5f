import Findings
import Format
import FundDesk
import FundSide
import Records
import Values

/// The report as one page that needs nothing else: figures, charts and tables.
struct OperationsPage {
  let records: [AnswerRecord]
  /// Months and side: `2024-01 至 2024-12，作为参保地`.
  let subject: String
  let options: LanguageOptions

  private static let mostPartners = 12
  private static let mostRows = 40

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(options.language == .chinese ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <title>\(HTMLText.escaped(title))</title>
    <style>
    body { font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1f2933; }
    h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    th, td { padding: .3rem .6rem; border-bottom: 1px solid #d9e2ec; text-align: right; }
    th:first-child, td:first-child { text-align: left; }
    .numbers { display: flex; flex-wrap: wrap; gap: 1rem; } .numbers div { background: #f0f4f8; border-radius: .5rem; padding: .8rem 1.2rem; }
    .numbers b { display: block; font-size: 1.4rem; }
    figure { margin: 1rem 0; } figcaption { font-weight: 600; } svg { width: 100%; height: auto; }
    svg text { font-size: 13px; fill: #334e68; }
    .missed { color: #b91c1c; } .reached { color: #15803d; } footer { margin-top: 2rem; color: #627d98; font-size: .85rem; }
    </style>
    </head>
    <body>
    <h1>\(HTMLText.escaped(title))</h1>
    <p>\(HTMLText.escaped(place + subject))</p>
    \(numbers)\(goals)\(charts)\(tables)
    <footer>\(HTMLText.escaped(say("增幅与上年同期相比；空白为没有数据。人次和金额已减去退费，金额已减去审核扣款。", "Growth is against the same months of the year before; blank where there are no data. Refunds are taken off person-times and amounts, audit deductions off amounts.")))</footer>
    </body>
    </html>

    """
  }

  /// The region's name and a comma; nothing for the nation.
  private var place: String {
    let name = rows(of: .all).first.map { text($0, "name") } ?? ""
    return name.isEmpty ? "" : name + say("，", ", ")
  }

  private var title: String { say("异地就医直接结算运行分析", "Direct settlement away from home: operations report") }

  private func say(_ chinese: String, _ english: String) -> String { options.say(chinese, english) }

  private func rows(of grouping: OperationsReport.Grouping) -> [AnswerRecord] {
    records.filter {
      $0.kind.name == ReportQuestion.operations.name && $0.text(of: "grouping", in: .english) == grouping.rawValue
    }
  }

  private func text(_ record: AnswerRecord, _ name: String) -> String { record.text(of: name, in: options.language) }

  private var numbers: String {
    guard let all = rows(of: .all).first else { return "" }
    let shown = ["times", "direct_rate", "total", "funds", "funds_share", "mean_total", "mean_total_growth"]
    return "<div class=\"numbers\">"
      + shown.filter { !text(all, $0).isEmpty }.map { name in
        "<div>\(HTMLText.escaped(header(name)))<b>\(HTMLText.escaped(grouped(text(all, name))))</b></div>"
      }.joined() + "</div>\n"
  }

  private var goals: String {
    let goals = records.filter { $0.kind.name == ReportQuestion.goals.name }
    return goals.map { goal in
      let isReached = goal.text(of: "reached", in: .english)
      let word =
        isReached == "true" ? say("已达到", "reached") : isReached == "false" ? say("未达到", "not reached") : "—"
      let (rate, least) = (text(goal, "direct_rate"), text(goal, "at_least"))
      let line = say(
        "目标：\(text(goal, "title")) \(least)（\(text(goal, "by")) 前），本期 \(rate)",
        "goal: \(text(goal, "title")) \(least) (by \(text(goal, "by"))), now \(rate)")
      let mark = isReached == "true" ? "reached" : "missed"
      return "<p>\(HTMLText.escaped(line)) <b class=\"\(mark)\">\(word)</b> <small>"
        + HTMLText.escaped(text(goal, "clause")) + "</small></p>\n"
    }.joined()
  }

  private var charts: String {
    let months = rows(of: .month).map { row in
      BarChart.Bar(
        label: text(row, "group"), amount: count(row, "times"),
        text: "\(text(row, "times")) · \(text(row, "direct_rate"))",
        darker: count(row, "times") > 0 ? count(row, "direct_times") * 10_000 / count(row, "times") : 0)
    }
    let partners = rows(of: .partner).prefix(OperationsPage.mostPartners).map { row in
      BarChart.Bar(label: label(row), amount: fen(row, "funds"), text: grouped(text(row, "funds")))
    }
    let visits = rows(of: .visit).map { row in
      BarChart.Bar(label: label(row), amount: fen(row, "mean_total"), text: grouped(text(row, "mean_total")))
    }
    return BarChart(title: say("各月人次（深色为直接结算）", "person-times by month, dark: settled directly"), bars: months).svg
      + BarChart(title: say("各类就医的次均费用（元）", "costs of a person-time by kind of visit, yuan"), bars: visits).svg
      + BarChart(title: say("基金支付最多的对方省（元）", "paid by the funds, by province, yuan"), bars: Array(partners)).svg
  }

  private var tables: String {
    OperationsReport.Grouping.allCases.filter { $0 != .all }.map { grouping in
      let rows = rows(of: grouping)
      guard !rows.isEmpty else { return "" }
      let columns = [
        "times", "direct_rate", "times_growth", "total", "funds", "funds_share", "mean_total", "mean_total_growth",
        "mean_drugs", "mean_materials", "mean_examinations",
      ].filter { name in rows.contains { !text($0, name).isEmpty } }
      let heading = say(grouping.chinese, grouping.rawValue)
      let head = ([heading] + columns.map(header)).map { "<th>\(HTMLText.escaped($0))</th>" }.joined()
      let body = rows.prefix(OperationsPage.mostRows).map { row in
        let cells = [label(row)] + columns.map { grouped(text(row, $0)) }
        return "<tr>" + cells.map { "<td>\(HTMLText.escaped($0))</td>" }.joined() + "</tr>"
      }.joined(separator: "\n")
      let rest =
        rows.count > OperationsPage.mostRows
        ? "<p>"
          + say(
            "另有 \(rows.count - OperationsPage.mostRows) 行，见 CSV。",
            "\(rows.count - OperationsPage.mostRows) more rows are in the CSV file.")
          + "</p>" : ""
      return
        "<h2>\(HTMLText.escaped(heading))</h2>\n<table><thead><tr>\(head)</tr></thead><tbody>\n\(body)\n</tbody></table>\(rest)\n"
    }.joined()
  }

  private func label(_ row: AnswerRecord) -> String {
    let name = text(row, "name")
    return name.isEmpty ? text(row, "group") : name
  }

  private func header(_ name: String) -> String {
    ReportQuestion.operations.shape.key(name).map { say($0.name.chinese, $0.name.english) } ?? name
  }

  private func grouped(_ text: String) -> String { text.contains("%") ? text : Fen.grouped(text) }

  private func count(_ row: AnswerRecord, _ name: String) -> Int64 {
    guard case .count(let count)? = row.kind.index(of: name).flatMap({ row.values[$0] }) else { return 0 }
    return Int64(count)
  }

  private func fen(_ row: AnswerRecord, _ name: String) -> Int64 {
    guard case .fen(let fen)? = row.kind.index(of: name).flatMap({ row.values[$0] }) else { return 0 }
    return fen.count
  }
}

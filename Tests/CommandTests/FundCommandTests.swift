import Foundation
import TestSupport
import Testing

@Suite("reconcile, clear, prepayment, inquiry, deadlines, report")
struct FundCommandTests {
  private let demo = "examples/fund/demo.ndjson"

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/region-policy-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test("clear shows the national table with equal sums, and refuses what came too late with its clause")
  func clear() throws {
    let result = try Command.run(["clear", demo, "--month", "2024-01", "--lang", "zh"])
    #expect(result.status == 1)
    #expect(result.output.contains("2024-01 期：应付合计 37,252.50，应收合计 37,252.50"))
    #expect(result.output.contains("R0202") && result.output.contains("第四十九条"))
    #expect(result.error.contains("1 条记录不能处理"))
  }

  @Test("clear writes each table of each month and province as CSV, and a line for every record")
  func clearedFolder() throws {
    try withFolder { folder in
      let lines = "\(folder)/assigned.ndjson"
      let result = try Command.run(
        ["clear", demo, "--format", "json", "--write", folder, "--assigned", lines, "--lang", "zh"])
      #expect(result.status == 1)
      let bill = try String(contentsOfFile: "\(folder)/2024-01/430000/14-1 应付医疗费用清算表.csv", encoding: .utf8)
      #expect(bill.contains("2024-01,430000,110000,北京市,1,0.00,516.00,0.00,1260.00,*,744.00,2024-02-21\r\n"))
      #expect(FileManager.default.fileExists(atPath: "\(folder)/2024-01/14 全国跨省异地就医费用清算表.csv"))
      let assigned = try String(contentsOfFile: lines, encoding: .utf8).split(separator: "\n")
      #expect(assigned.count == 11)
      #expect(assigned.count { $0.contains("\"month\"") } == 10)
    }
  }

  @Test("clear lists the first refused records in its tables, and all of them in its lines and its folder")
  func manyRefusals() throws {
    try withFolder { folder in
      let file = "\(folder)/undeclared.ndjson"
      let lines = (0..<1_002).map { number in
        "{\"setl_id\": \"S\(number)\", \"insuplc_admdvs\": \"150300\", \"mdtrtarea_admvs\": \"110000\", \"insutype\": \"310\", \"med_type\": \"11\", \"setl_time\": \"2024-01-05\", \"fund_pay_sumamt\": \"1.00\"}\n"
      }
      try lines.joined().write(toFile: file, atomically: true, encoding: .utf8)
      let table = try Command.run(["clear", file, "--write", "\(folder)/tables", "--lang", "zh"])
      #expect(table.status == 1)
      #expect(table.output.matches(of: /R0201/).count == 1_000)
      #expect(table.error.contains("只列出前 1000 条") && table.error.contains("1002 条记录不能处理"))
      let written = try String(contentsOfFile: "\(folder)/tables/不能处理.csv", encoding: .utf8)
      #expect(written.hasPrefix("文件,行,编号,代码,原因,") && written.matches(of: /R0201/).count == 1_002)
      let answer = try Command.run(["clear", file, "--format", "json", "--lang", "zh"])
      #expect(answer.output.split(separator: "\n").count == 1_002)
    }
  }

  @Test("what clear answers is what prepayment reads, as lines and as CSV")
  func prepayment() throws {
    try withFolder { folder in
      let cleared = try Command.run(["clear", demo, "--format", "json", "--write", folder, "--lang", "zh"]).output
      let file = "\(folder)/cleared.ndjson"
      try cleared.write(toFile: file, atomically: true, encoding: .utf8)
      let amounts = try Command.run(["prepayment", file, "--year", "2024", "--format", "json", "--lang", "en"])
      #expect(amounts.status == 1)
      #expect(amounts.output.contains(#""insuplc_admdvs": "150000", "mdtrtarea_admvs": "110000", "sum": 26284.40"#))
      #expect(amounts.error.contains("R0601"))
      let prepaid = "\(folder)/prepaid.ndjson"
      try amounts.output.write(toFile: prepaid, atomically: true, encoding: .utf8)
      let use = ["prepayment", file, "--use", "2024-01", "--amounts", prepaid, "--signed", "2024-02-23"]
      let warned = try Command.run(use + ["--format", "json"])
      #expect(
        warned.output.contains(#""rate": "208.07%", "warning": "red", "asks": "treatment", "until": "2024-02-28""#))
      let table = try Command.run(
        ["prepayment", "\(folder)/2023-10/清算结果.csv", "--year", "2024", "--format", "json"])
      #expect(table.error.contains("R0601") && !table.error.contains("R0107"))
    }
  }

  @Test("reconciling a file with itself finds nothing; with a line less, that line and exit code 1")
  func reconcile() throws {
    let same = try Command.run(["reconcile", demo, demo, "--lang", "en"])
    #expect(same.status == 0)
    try withFolder { folder in
      let text = try String(contentsOfFile: Repository.path(demo), encoding: .utf8)
      let other = "\(folder)/home.ndjson"
      let less = text.split(separator: "\n").filter {
        !$0.contains("\"setl_id\": \"demo-04\"") || $0.contains("init_setl_id")
      }.joined(separator: "\n")
      try less.write(toFile: other, atomically: true, encoding: .utf8)
      let result = try Command.run(["reconcile", demo, other, "--format", "json"])
      #expect(result.status == 1)
      #expect(result.output.contains(#""setl_id": "demo-04", "kind": "missing", "side": "home""#))
      #expect(result.output.split(separator: "\n").count { $0.contains(#""table": "difference""#) } == 1)
      let day = try Command.run(["reconcile", demo, other, "--month", "2024-01"])
      #expect(day.status == 0)
    }
  }

  @Test("deadlines counts working days by the calendar, and does not guess a year without one")
  func deadlines() throws {
    let event = ["deadlines", "--region", "110000", "--event", "clearing_notice", "--on"]
    let known = try Command.run(event + ["2024-02-08", "--format", "json"])
    #expect(known.status == 0)
    #expect(known.output.contains(#""due": "2024-02-21""#))
    let unknown = try Command.run(event + ["2026-12-30"])
    #expect(unknown.status == 1)
    #expect(unknown.error.contains("R0503"))
    #expect(try Command.run(["deadlines", "--region", "x", "--on", "2024-02-08"]).status == 2)
    let line = #"{"region": "110000", "event": "clearing_notice", "on": "2024-02-08"}"# + "\n"
    let many = try Command.run(["deadlines", "-", "--format", "json"], input: line)
    #expect(many.status == 0)
    #expect(many.output == known.output)
    let none = try Command.run(["deadlines", "-"], input: line.replacing("2024-02-08", with: "2026-12-30"))
    #expect(none.status == 1)
    #expect(none.output.contains("R0503"))
  }

  @Test("inquiry lists what may be looked into, and where applications stand")
  func inquiry() throws {
    let selected = try Command.run(["inquiry", "--select", demo, "--format", "json"])
    #expect(selected.status == 0)
    #expect(selected.output.split(separator: "\n").count == 1 && selected.output.contains("demo-05"))
    let application =
      #"{"inq_id": "A", "applied_on": "2024-02-20", "insuplc_admdvs": "110000", "mdtrtarea_admvs": "430100", "med_type": "21", "medfee_sumamt": 5}"#
    let state = try Command.run(["inquiry", "-", "--on", "2024-03-01", "--format", "json"], input: application + "\n")
    #expect(state.status == 1)
    #expect(state.output.contains("R0402"))
  }

  @Test("report writes tables and a page that holds its charts")
  func report() throws {
    try withFolder { folder in
      let result = try Command.run(
        [
          "report", demo, "--from", "2023-10", "--to", "2024-01", "--region", "150000", "--write", folder, "--lang",
          "zh",
        ])
      #expect(result.status == 0)
      #expect(result.output.contains("报销比例"))
      let page = try String(contentsOfFile: "\(folder)/运行分析.html", encoding: .utf8)
      #expect(page.contains("内蒙古自治区，2023-10 至 2024-01") && page.contains("<svg") && page.hasSuffix("</html>\n"))
      let table = try String(contentsOfFile: "\(folder)/运行分析.csv", encoding: .utf8)
      #expect(table.hasPrefix("分组,组,名称,人次,直接结算人次,"))
    }
  }

  @Test("files that are not there and options that do not go together make the exit code 2")
  func usage() throws {
    for arguments in [
      ["clear", "no-such-file.ndjson"], ["reconcile", demo, "no-such-file.ndjson"], ["prepayment", demo],
      ["prepayment", demo, "--year", "2024", "--use", "2024-01"],
      ["report", demo, "--from", "2024-02", "--to", "2024-01"],
      ["inquiry", demo], ["deadlines", demo, "--on", "2024-01-01"], ["deadlines", "--region", "110000"],
      ["clear", demo, "--province", "430100"],
      ["reconcile", demo, demo, "--day", "2024-01-01", "--month", "2024-01"],
    ] {
      let result = try Command.run(arguments)
      #expect(result.status == 2, "\(arguments)")
      #expect(!result.error.isEmpty, "\(arguments)")
    }
  }
}

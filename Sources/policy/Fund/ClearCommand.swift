import ArgumentParser
import Findings
import Format
import FundDesk
import PolicyModel
import Records
import Values

struct ClearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear",
    abstract: "跨省清算 clearing between provinces: the tables of each month, payment and collection notices",
    discussion:
      """
      读结算、退费和审核扣款记录（NDJSON 或 CSV，多大都行）。Reads settlements, refunds and audit deductions, files of any size.
      清算期是费用所属的月份，清算表在次月生成。A month's tables are made in the month after it.
      """)

  @Argument(help: "结算记录文件，- 为标准输入 files of settlement records, - for standard input")
  var files: [String]

  @Option(help: "只要这一期，如 2024-01 the only month")
  var month: CivilMonth?

  @Option(help: "只要这个省的明细，如 110000 the only province whose tables are wanted")
  var province: String?

  @Option(help: "输出格式 output: text tables, or json lines")
  var format: AnswerFormat = .text

  @Option(help: "另外把各表写成 CSV 到文件夹 folder that also gets all tables as CSV, by month and province")
  var write: String?

  @Option(help: "每条记录进入哪一期，写到文件 file that gets a line for every record: its month, or why it has none")
  var assigned: String?

  @OptionGroup var rules: PolicyOptions
  @OptionGroup var options: LanguageOptions

  /// Refused records that tables list; all are in the lines of JSON and in the folder.
  private static let mostListed = 1000

  func validate() throws {
    if let province, RegionCode(province)?.province.text != province {
      throw ValidationError(
        options.say("--province 写省级代码，如 110000：\(province)", "--province takes a province's code: \(province)"))
    }
  }

  func run() throws {
    let desk = FundAnswers(rules: rules, options: options)
    let assignedLines = try assigned.map { try AnswerFile(path: $0, options: options) }
    let question = ClearQuestion(
      records: files.map { .file($0) }, month: month, province: province.flatMap { RegionCode($0) },
      assigned: assignedLines)
    let folder = write.map { AnswerFolder(path: $0, options: options) }
    let answer = ClearAnswer(
      lines: format == .json ? AnswerLines() : nil, refusals: try folder?.rows(of: RefusedRecord.kind),
      mostListed: ClearCommand.mostListed)
    let outcome = Result { try desk.ask(question, to: answer) }
    try answer.close()
    try assignedLines?.close()
    if format == .text { showTables(answer) }
    if let folder { try writeTables(answer.tables, to: folder) }
    try outcome.get()
    try desk.finish(refused: answer.refused)
  }

  private func showTables(_ answer: ClearAnswer) {
    let text = ClearText(answer.tables + answer.listed, withProvinces: province != nil, options: options)
    StandardStreams.output(text.text)
    if answer.refused > answer.listed.count {
      StandardStreams.error(
        options.say(
          "只列出前 \(answer.listed.count) 条不能处理的记录；全部见 --format json\n",
          "the first \(answer.listed.count) refused records are listed; all are in --format json\n"))
    }
  }

  /// `2024-01/14 全国….csv`, and each province's tables in a folder of its own.
  private func writeTables(_ answer: [AnswerRecord], to folder: AnswerFolder) throws {
    var files: [String: [AnswerRecord]] = [:]
    for record in answer {
      let month = record.text(of: "month", in: .english)
      let province = record.text(of: "province", in: .english)
      let isNational = province.isEmpty || record.kind.name == ClearText.nationalTable
      let place = [month, isNational ? "" : province].filter { !$0.isEmpty }.joined(separator: "/")
      files[place, default: []].append(record)
    }
    for (place, records) in files.sorted(by: { $0.key < $1.key }) { try folder.write(records, in: place) }
  }
}

/// The national table of each month with its sums; with a province also its own tables and notices.
struct ClearText {
  static let nationalTable = Word("clearing_national", "14 全国跨省异地就医费用清算表")

  private let answer: [AnswerRecord]
  private let withProvinces: Bool
  private let options: LanguageOptions

  init(_ answer: [AnswerRecord], withProvinces: Bool, options: LanguageOptions) {
    self.answer = answer
    self.withProvinces = withProvinces
    self.options = options
  }

  var text: String {
    let months = Set(answer.map { $0.text(of: "month", in: .english) }).filter { !$0.isEmpty }.sorted()
    let refused = answer.filter { $0.kind.name == RefusedRecord.kind.name }
    return months.map(text).joined() + AnswerTables(refused, options: options).text
  }

  private func text(of month: String) -> String {
    let records = answer.filter {
      $0.text(of: "month", in: .english) == month && $0.kind.name.english != "cleared"
        && (withProvinces || $0.kind.name == ClearText.nationalTable)
    }
    let national = records.filter { $0.kind.name == ClearText.nationalTable }
    let payable = sum(national, "payable") + sum(national, "payable_returns")
    let receivable = sum(national, "receivable") + sum(national, "receivable_returns")
    let sums = options.say(
      "  \(month) 期：应付合计 \(Fen(payable).grouped)，应收合计 \(Fen(receivable).grouped)\n\n",
      "  \(month): payable \(Fen(payable).grouped), receivable \(Fen(receivable).grouped)\n\n")
    return AnswerTables(records, options: options).text + sums
  }

  /// The answer was made of sums that fit.
  private func sum(_ records: [AnswerRecord], _ name: String) -> Int64 {
    records.reduce(0) { sum, record in
      guard case .fen(let fen)? = record.kind.index(of: name).flatMap({ record.values[$0] }) else { return sum }
      return sum &+ fen.count
    }
  }
}

import Claims
import Findings
import Format
import Impact
import PolicyModel
import Sides
import Values

/// The report on a change for people: who gains and who loses first, then the money.
struct ImpactTable {
  private let report: ImpactReport
  private let options: LanguageOptions
  private let heading: String

  init(
    _ report: ImpactReport, _ sides: (before: PolicySide, after: PolicySide), claims: String, options: LanguageOptions
  ) {
    self.report = report
    self.options = options
    heading = """
      A  \(sides.before.label)
      B  \(sides.after.label)
      \(options.say("请求", "claims"))  \(claims)

      """
  }

  var text: String {
    ([heading, settled, unsettled, directions] + (report.settled.both == 0 ? [] : [amounts]) + changes)
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// What only looks at claims that both sides settle and of which some change.
  private var changes: [String] {
    if report.claims.same == report.settled.both { return [] }
    return [
      distribution, quantiles, top,
      breakdown(report.regions, say("按统筹区", "by region"), say("统筹区", "region")) { id, title in "\(id) \(title)" },
      breakdown(report.standings, say("按备案类型", "by standing"), say("备案类型", "standing"), name),
      breakdown(report.plans, say("按待遇", "by benefit"), say("待遇", "benefit"), name),
    ]
  }

  private func say(_ chinese: String, _ english: String) -> String { options.say(chinese, english) }

  /// The Chinese title, or the name in English.
  private func name(_ id: String, _ title: String) -> String { say(title, id) }

  private func section(_ title: String, _ table: TextTable) -> String { "■ \(title)\n\(table.rendered())" }

  private var settled: String {
    let settled = report.settled
    let leftOut =
      report.leftOut == 0
      ? ""
      : say("另有 \(report.leftOut) 个请求是别的统筹区的，没有算\n", "\(report.leftOut) claims of other regions are left out\n")
    return section(
      say("能不能结算", "whether claims settle"),
      TextTable(
        columns: [.init(say("结果", "result")), .init(say("请求", "claims"), .right)],
        rows: [
          [say("两方都能结算", "on both sides"), "\(settled.both)"],
          [say("只有 A 方能结算", "only on A"), "\(settled.onlyBefore)"],
          [say("只有 B 方能结算", "only on B"), "\(settled.onlyAfter)"],
          [say("两方都不能结算", "on neither"), "\(settled.neither)"],
          [say("合计", "all"), "\(settled.all)"],
        ])) + leftOut
  }

  private var unsettled: String {
    if report.unsettled.isEmpty { return "" }
    func words(_ code: String?) -> String { code ?? say("能结算", "settles") }
    return section(
      say("不能结算的原因（policy explain 代码）", "why not (policy explain CODE)"),
      TextTable(
        columns: [
          .init(say("A 方", "A")), .init(say("B 方", "B")), .init(say("请求", "claims"), .right),
          .init(say("行", "lines")),
        ],
        rows: report.unsettled.sorted { $0.key < $1.key }.map { codes, stopped in
          [words(codes.before), words(codes.after), "\(stopped.claims)", lines(stopped)]
        }))
  }

  private func lines(_ stopped: ImpactReport.Stopped) -> String {
    stopped.firstLines.map(\.description).joined(separator: say("、", ", "))
      + (stopped.claims > stopped.firstLines.count ? say("、…", ", …") : "")
  }

  private var directions: String {
    func row(_ title: String, _ part: KeyPath<Directions, Int>) -> [String] {
      [title, "\(report.claims[keyPath: part])", "\(report.persons[keyPath: part])"]
    }
    let without =
      report.withoutPerson == 0
      ? ""
      : say(
        "另有 \(report.withoutPerson) 个请求没有 psn_no，不计人数\n",
        "\(report.withoutPerson) claims without psn_no are not counted by person\n")
    return section(
      say("谁受影响（两方都能结算的请求）", "who is affected (claims that settle on both sides)"),
      TextTable(
        columns: [
          .init(say("B 比 A", "B against A")), .init(say("请求", "claims"), .right), .init(say("人", "persons"), .right),
        ],
        rows: [
          row(say("基金多付", "funds pay more"), \.gaining), row(say("基金少付", "funds pay less"), \.losing),
          row(say("不变", "same"), \.same),
        ])) + without
  }

  private var amounts: String {
    let hasOthers = report.settled.onlyBefore + report.settled.onlyAfter > 0
    var columns: [TextTable.Column] = [
      .init(say("项目", "item")), .init("A", .right), .init("B", .right), .init(say("变化", "change"), .right),
    ]
    if hasOthers {
      columns += [.init(say("只有 A", "only on A"), .right), .init(say("只有 B", "only on B"), .right)]
    }
    var table = TextTable(columns: columns)
    func add(_ title: String, _ value: (Amounts) -> Int128, always: Bool = false) {
      let values = [report.before, report.after, report.onlyBefore, report.onlyAfter].map(value)
      if !always, values.allSatisfy({ $0 == 0 }) { return }
      let others = hasOthers ? values.dropFirst(2).map(YuanText.grouped) : []
      table.append(
        [title, YuanText.grouped(values[0]), YuanText.grouped(values[1]), YuanText.change(values[1] - values[0])]
          + others)
    }
    add(say("医疗费总额", "expense"), \.expense, always: true)
    add(say("基金支付", "funds"), \.fundTotal, always: true)
    for fund in Fund.allCases { add("  " + say(fund.chinese, fund.rawValue)) { $0[fund] } }
    add(say("个人负担", "person"), \.personTotal, always: true)
    for (index, field) in SettlementFormat.personalFields.enumerated() {
      add("  " + say(field.title.chinese, field.title.english)) { $0.personal[index] }
    }
    return section(
      say("金额（元；A、B、变化只含两方都能结算的请求）", "amounts (yuan; A, B and change are of claims that settle on both sides)"), table)
  }

  private var distribution: String {
    section(
      say("每个请求的基金支付变化（元）", "change of what the funds pay for a claim (yuan)"),
      TextTable(
        columns: [.init(say("变化", "change")), .init(say("请求", "claims"), .right)],
        rows: report.distribution.bins.filter { $0.claims > 0 }.map { [stretch($0), "\($0.claims)"] }))
  }

  private func stretch(_ bin: ChangeDistribution.Bin) -> String {
    if bin.from == 0 { return say("不变", "same") }
    let from = bin.from.map(YuanText.change)
    let through = bin.through.map(YuanText.change)
    guard let from else { return say("\(through ?? "") 以下", "up to \(through ?? "")") }
    guard let through else { return say("\(from) 以上", "from \(from)") }
    return say("\(from) 至 \(through)", "\(from) to \(through)")
  }

  private var quantiles: String {
    let quantiles = report.distribution.quantiles
    return section(
      say("有变化的请求，按变化从小到大（元）", "claims that change, by rising change (yuan)"),
      TextTable(
        columns: quantiles.map { .init(quantileTitle($0.percent), .right) },
        rows: [quantiles.map { YuanText.change($0.change) }]))
  }

  private func quantileTitle(_ percent: Int) -> String {
    switch percent {
    case 0: say("最小", "least")
    case 50: say("中位", "median")
    case 100: say("最大", "most")
    default: "\(percent)%"
    }
  }

  private var top: String {
    if report.top.isEmpty { return "" }
    var table = TextTable(columns: [
      .init(say("行", "line"), .right), .init(say("请求编号", "claim")), .init(say("统筹区", "region")),
      .init(say("备案类型", "standing")), .init(say("待遇", "benefit")), .init(say("医疗费", "expense"), .right),
      .init(say("A 基金支付", "funds on A"), .right), .init(say("B 基金支付", "funds on B"), .right),
      .init(say("变化", "change"), .right),
    ])
    for impact in report.top {
      guard let before = impact.before.settlement, let after = impact.after.settlement else { continue }
      table.append([
        "\(impact.number)", impact.id ?? "—", both(before.region, after.region) { "\($0) \($1)" },
        both(before.standing, after.standing, name), both(before.plan, after.plan, name),
        YuanText.grouped(after.amounts.expense), YuanText.grouped(before.amounts.fundTotal),
        YuanText.grouped(after.amounts.fundTotal), YuanText.change(impact.change ?? 0),
      ])
    }
    return section(
      say("变化最大的 \(report.top.count) 个请求（元）", "the \(report.top.count) claims that change most (yuan)"), table)
  }

  private func both(_ before: TitledName, _ after: TitledName, _ words: (String, String) -> String) -> String {
    let (one, other) = (words(before.id, before.title), words(after.id, after.title))
    return before.id == after.id ? other : "\(one) → \(other)"
  }

  private func breakdown(
    _ breakdown: Breakdown, _ title: String, _ column: String, _ words: (String, String) -> String
  ) -> String {
    var table = TextTable(columns: [
      .init(column), .init(say("请求", "claims"), .right), .init(say("多付", "more"), .right),
      .init(say("少付", "less"), .right), .init(say("A 基金支付", "funds on A"), .right),
      .init(say("B 基金支付", "funds on B"), .right), .init(say("变化", "change"), .right),
    ])
    for (key, row) in breakdown.rows {
      let before = words(key.before, breakdown.title(of: key.before))
      let after = words(key.after, breakdown.title(of: key.after))
      table.append([
        key.before == key.after ? after : "\(before) → \(after)", "\(row.claims)", "\(row.directions.gaining)",
        "\(row.directions.losing)", YuanText.grouped(row.before), YuanText.grouped(row.after),
        YuanText.change(row.after - row.before),
      ])
    }
    return section(title, table)
  }
}

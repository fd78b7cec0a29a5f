import Format

/// What the comments of a region's first file say. A file with English words is explained in both languages, since its
/// authors read either; key words stand in quotes and are always those that the file may use.
struct RegionDraftComments {
  let file: String
  let firstDay: String
  let parent: String
  let sources: String
  let sections: String

  init(_ vocabulary: Vocabulary) { self = vocabulary == .chinese ? .chinese : .english }

  private init(file: String, firstDay: String, parent: String, sources: String, sections: String) {
    self.file = file
    self.firstDay = firstDay
    self.parent = parent
    self.sources = sources
    self.sections = sections
  }

  private static let english = RegionDraftComments(
    file: """
      # 按文件逐项填写，写法见 docs/rules/README.md。
      # A new file: nothing is known yet, and no claim settles. Fill in what documents say; see docs/rules/README.md.
      """,
    firstDay: """
      # 查明施行首日后改这里，文件名跟着改。
      # Write the first day in force when it is known; the file is named after it.
      """,
    parent: """
      # 这里没有写的，按上级的规则。
      # Where this file is silent, the rules of this region hold.
      """,
    sources: """
      # 每个文件一项：简称、全称、文号、印发机关、印发日期；`basis` 写 `official`（官方原文）或 `reported`（转述，要有 `url` 和 `read`）。
      # An entry for each document: short id, title, number, issuer, date; `basis` is `official`, or `reported` with `url`
      # and `read`.
      """,
    sections: """
      # 查到以后按这个次序补上，没有查到的不写：`benefit_year` 待遇年度，`non_local` 异地就医（不降低也要写），`filing` 备案，
      # `stay_across_years` 跨年住院，`refunds` 退费，`caps` 限额，`plans` 待遇。一项待遇写进 `plans`，就从下面删去相应的一项。
      # Add these in this order as they become known, and nothing before: `benefit_year`, `non_local` (even where nothing
      # is reduced), `filing`, `stay_across_years`, `refunds`, `caps`, `plans`. What is in `plans` is taken off the list
      # below.
      """)

  private static let chinese = RegionDraftComments(
    file: "# 按文件逐项填写，写法见 docs/rules/README.md。",
    firstDay: "# 查明施行首日后改这里，文件名跟着改。",
    parent: "# 这里没有写的，按上级的规则。",
    sources: "# 每个文件一项：简称、全称、文号、印发机关、印发日期；`性质` 写 `官方`（原文）或 `转述`（要有 `网址` 和 `查阅`）。",
    sections: """
      # 查到以后按这个次序补上，没有查到的不写：`待遇年度`，`异地就医`（不降低也要写），`备案`，`跨年住院`，`退费`，`限额`，`待遇`。
      # 一项写进 `待遇`，就从下面删去相应的一项。
      """)
}

/// What the comments of a region's next version say, in the same way.
struct VersionDraftComments {
  let file: String
  let change: String

  init(_ vocabulary: Vocabulary) { self = vocabulary == .chinese ? .chinese : .english }

  private init(file: String, change: String) {
    self.file = file
    self.change = change
  }

  private static let english = VersionDraftComments(
    file: """
      # 改动很多时，去掉 `changes`，写成完整的一版。
      # Changes to the version before; what is not listed stays. With many changes write a whole version instead.
      """,
    change: """
      # `at` 是上一版里的路径，如 `caps.pool_year.amount`；`was`、`now` 照抄文件；每处一项。填好以前检查不会通过。
      # `at` is a path in the version before, such as `caps.pool_year.amount`; one item for each value that changes.
      """)

  private static let chinese = VersionDraftComments(
    file: "# 改动很多时，去掉 `修改`，写成完整的一版。",
    change: "# `位置` 是上一版里的路径，如 `限额.pool_year.金额`；`原为`、`改为` 照抄文件；每处一项。填好以前检查不会通过。")
}

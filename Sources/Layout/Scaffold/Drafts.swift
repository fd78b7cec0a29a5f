import PolicyModel
import Values

/// A region's first file: no figure at all, every kind of visit not known.
struct RegionDraft {
  let region: Catalogue.Region
  let firstDay: CivilDate
  let parent: String?

  /// In English words; comments say in both languages what to fill in.
  var text: String {
    """
    # yaml-language-server: $schema=../../schemas/region-policy.schema.json
    # \(region.name)。新建的文件：什么都还没有查明，任何请求都不结算。按文件逐项填写，写法见 docs/rules/README.md。
    # A new file: nothing is known yet, and no claim settles. Fill in what documents say; see docs/rules/README.md.
    format: "1"
    region: "\(region.code.text)"
    title: \(region.name)基本医疗保险
    # 查明施行首日后改这里，文件名跟着改。
    # Write the first day in force when it is known; the file is named after it.
    in_force: {from: "\(firstDay)"}
    \(inherits)
    # 每个文件一项：简称、全称、文号、印发机关、印发日期；official 官方原文，reported 转述（要有网址和查阅日期）。
    # An entry for each document: short id, title, number, issuer, date; official text, or reported with url and date.
    sources:
      待补: {title: 待补：所依据文件的全称, basis: assumed}
    # 查到以后按这个次序补上，没有查到的不写：benefit_year 待遇年度，non_local 异地就医（不降低也要写），filing 备案，
    # stay_across_years 跨年住院，refunds 退费，caps 限额，plans 待遇。一项待遇写进 plans，就从下面删去相应的一项。
    # Add these in this order as they become known, and nothing before: benefit_year, non_local (even where nothing is
    # reduced), filing, stay_across_years, refunds, caps, plans. What is in plans is taken off the list below.
    not_known:
      inpatient: {for: {visit: inpatient}, reason: \(region.name)住院的待遇未查明}
      outpatient: {for: {visit: outpatient}, reason: \(region.name)普通门诊的待遇未查明}
      chronic: {for: {visit: chronic}, reason: \(region.name)门诊慢特病的病种和待遇未查明}
      pharmacy: {for: {visit: pharmacy}, reason: \(region.name)定点药店购药的统筹支付规定未查明}

    """
  }

  private var inherits: String {
    parent.map {
      """
      # 这里没有写的，按上级的规则。
      # Where this file is silent, the rules of this region hold.
      inherits: "\($0)"
      """
    } ?? ""
  }
}

/// The next version of a region as changes to the one before: the only change is one to be filled in, which leads nowhere
/// and is therefore reported until it is.
struct VersionDraft {
  let region: Catalogue.Region
  let title: String
  let firstDay: CivilDate

  var text: String {
    let day = "\(firstDay)"
    let month = "\(day.prefix(4)) 年 \(Int(day.dropFirst(5).prefix(2)) ?? 0) 月"
    return """
      # yaml-language-server: $schema=../../schemas/region-policy.schema.json
      # \(region.name)，对上一版的修改；没有列出的照旧。改动很多时，去掉 changes，写成完整的一版。
      # Changes to the version before; what is not listed stays. With many changes write a whole version instead.
      format: "1"
      region: "\(region.code.text)"
      title: \(title)（\(month)）
      in_force: {from: "\(firstDay)"}
      sources:
        待补: {title: 待补：作出修改的文件全称, basis: assumed}
      changes:
        # 位置是上一版里的路径，如 caps.pool_year.amount；原为、改为照抄文件；每处一项。填好以前检查不会通过。
        # `at` is a path in the version before, such as caps.pool_year.amount; one item for each value that changes.
        - {at: 待填, was: 待填, now: 待填, source: 待补}

      """
  }
}

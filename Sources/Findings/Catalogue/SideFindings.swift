/// Findings about the two sides of a comparison, and about comparing claims under both.
extension FindingKind {
  package static let sideUnknown = FindingKind(
    "I0101",
    zh: .init(
      "“{side}”不是文件夹、规则文件或 git 版本", help: "写规则文件夹、规则文件、git 版本（HEAD~1、版本:路径），或 代码@日期（110000@2023-12-31）",
      why: "找不到要比较的一方"),
    en: .init(
      "`{side}` is no folder, rule file or git revision",
      help: "write a folder of rules, a rule file, a git revision (HEAD~1, REV:path), or CODE@DATE (110000@2023-12-31)",
      why: "one of the two sides to compare was not found"))
  package static let sideRevisionUnknown = FindingKind(
    "I0102",
    zh: .init("git 里没有版本“{revision}”", help: "用 git log 或 git tag 查版本名", why: "找不到要比较的版本"),
    en: .init(
      "git has no revision `{revision}`", help: "look the name up with git log or git tag",
      why: "the revision to compare was not found"))
  package static let sidePathUnknown = FindingKind(
    "I0103",
    zh: .init(
      "版本“{revision}”里没有“{path}”", help: "用 --policies 或 版本:路径 指明当时的规则文件夹",
      why: "那个版本里规则可能在别的文件夹"),
    en: .init(
      "revision `{revision}` has no `{path}`", help: "name the folder of that time with --policies or REV:path",
      why: "the rules may have stood in another folder then"))
  package static let gitFailed = FindingKind(
    "I0104",
    zh: .init("git 没有完成：{reason}", help: "按 git 的说明处理；没有安装 git 时，先安装，或比较两个文件夹", why: "旧版本的规则要通过 git 读取"),
    en: .init(
      "git did not do it: {reason}", help: "follow what git says; install git, or compare two folders",
      why: "rules of a revision are read through git"))
  package static let sideEmpty = FindingKind(
    "I0105",
    zh: .init("“{side}”里没有规则", help: "检查路径；规则文件以 .yaml 结尾", why: "没有规则就没有可比的"),
    en: .init(
      "there are no rules in `{side}`", help: "check the path; rule files end in .yaml",
      why: "without rules there is nothing to compare"))
  package static let sideRegionUnknown = FindingKind(
    "I0106",
    zh: .init("“{folder}”里没有统筹区 {region} 的规则", help: "检查代码，或用 --policies 指明文件夹", why: "找不到要比较的地区"),
    en: .init(
      "`{folder}` has no rules of region {region}", help: "check the code, or name the folder with --policies",
      why: "the region to compare was not found"))
  package static let sideNotInForce = FindingKind(
    "I0107",
    zh: .init("{region} 在 {date} 没有施行的规则", help: "已有版本：{versions}", why: "那一天没有可比的版本"),
    en: .init(
      "{region} has no rules in force on {date}", help: "versions: {versions}", why: "no version holds on that day"))
  package static let sideDate = FindingKind(
    "I0108",
    zh: .init("“{side}”的日期“{date}”不对", help: "写成 110000@2023-12-31", why: "日期决定用哪个版本"),
    en: .init(
      "`{side}` has the date `{date}`", help: "write 110000@2023-12-31", why: "the day decides which version is meant"))
  package static let sideFileUndated = FindingKind(
    "I0109",
    zh: .init(
      "“{path}”没有写明统筹区和首日，不知道代替哪个版本", help: "写上 region 和 in_force.from", why: "单个文件代替同一地区、同一首日的版本"),
    en: .init(
      "`{path}` does not say its region and first day, so nobody knows which version it replaces",
      help: "write `region` and `in_force.from`", why: "a single file stands for its region's version of the same day"))
  package static let sideFaulty = FindingKind(
    "I0110",
    zh: .init("{name} 方“{side}”的规则有 {count} 处错误", help: "改正下面列出的错误；有错误的规则不能结算", why: "有错误的规则算出的差别不可信"),
    en: .init(
      "side {name}, `{side}`, has {count} errors in its rules",
      help: "correct the errors listed below; rules with errors settle nothing",
      why: "differences between faulty rules cannot be trusted"))
  package static let spillFailed = FindingKind(
    "I0120",
    zh: .init("写不了临时文件：{reason}", help: "腾出磁盘空间，或把 TMPDIR 指到别处", why: "人数和请求很多时，中间结果放在临时文件里"),
    en: .init(
      "cannot write temporary files: {reason}", help: "free disk space, or set TMPDIR to another folder",
      why: "with many persons and claims, sums on the way are kept in temporary files"))
  package static let claimsUnreadable = FindingKind(
    "I0121",
    zh: .init("读不到请求文件“{path}”", help: "检查路径和权限；- 是标准输入", why: "没有请求，就没有可以结算的"),
    en: .init(
      "cannot read the claims `{path}`", help: "check the path and permissions; `-` is standard input",
      why: "without claims there is nothing to settle"))

  package static let sideKinds: [FindingKind] = [
    sideUnknown, sideRevisionUnknown, sidePathUnknown, gitFailed, sideEmpty, sideRegionUnknown, sideNotInForce,
    sideDate, sideFileUndated, sideFaulty, spillFailed, claimsUnreadable,
  ]
}

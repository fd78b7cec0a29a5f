import Format
import PolicyModel
import Values

/// A region's first file: no figure at all, every kind of visit not known.
struct RegionDraft {
  let region: Catalogue.Region
  let firstDay: CivilDate
  let parent: String?

  /// In English words; comments say what to fill in, in the words that the file is to have.
  func text(for vocabulary: Vocabulary) -> String {
    let comments = RegionDraftComments(vocabulary)
    return """
      # yaml-language-server: $schema=../../schemas/region-policy.schema.json
      # \(region.name)。新建的文件：什么都还没有查明，任何请求都不结算。
      \(comments.file)
      format: "1"
      region: "\(region.code.text)"
      title: \(region.name)基本医疗保险
      \(comments.firstDay)
      in_force: {from: "\(firstDay)"}
      \(parent.map { "\(comments.parent)\ninherits: \"\($0)\"" } ?? "")
      \(comments.sources)
      sources:
        待补: {title: 待补：所依据文件的全称, basis: assumed}
      \(comments.sections)
      not_known:
        inpatient: {for: {visit: inpatient}, reason: \(region.name)住院的待遇未查明}
        outpatient: {for: {visit: outpatient}, reason: \(region.name)普通门诊的待遇未查明}
        chronic: {for: {visit: chronic}, reason: \(region.name)门诊慢特病的病种和待遇未查明}
        pharmacy: {for: {visit: pharmacy}, reason: \(region.name)定点药店购药的统筹支付规定未查明}

      """
  }
}

/// The next version of a region as changes to the one before: the only change is one to be filled in, which leads nowhere
/// and is therefore reported until it is.
struct VersionDraft {
  let region: Catalogue.Region
  let title: String
  let firstDay: CivilDate
  /// The end that the version before had; nil while it was open.
  let lastDay: CivilDate?

  /// In English words but for the comments.
  func text(for vocabulary: Vocabulary) -> String {
    let day = "\(firstDay)"
    let month = "\(day.prefix(4)) 年 \(Int(day.dropFirst(5).prefix(2)) ?? 0) 月"
    let end = lastDay.map { ", to: \"\($0)\"" } ?? ""
    let comments = VersionDraftComments(vocabulary)
    return """
      # yaml-language-server: $schema=../../schemas/region-policy.schema.json
      # \(region.name)，对上一版的修改；没有列出的照旧。
      \(comments.file)
      format: "1"
      region: "\(region.code.text)"
      title: \(title)（\(month)）
      in_force: {from: "\(firstDay)"\(end)}
      sources:
        待补: {title: 待补：作出修改的文件全称, basis: assumed}
      changes:
        \(comments.change.replacing("\n", with: "\n  "))
        - {at: 待填, was: 待填, now: 待填, source: 待补}

      """
  }
}

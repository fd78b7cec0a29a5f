/// Findings of `policy new`, which begins rule files.
extension FindingKind {
  package static let newRegionUnknown = FindingKind(
    "N0101",
    zh: .init(
      "目录里没有地区“{region}”", help: "写六位区划代码或目录里的全名；目录没有的，先补进 catalogue/regions.yaml",
      why: "代码和名称取自目录，不在目录里的地区，请求也找不到它"),
    en: .init(
      "the catalogue has no region `{region}`",
      help: "write its code of six digits or its full name; add it to catalogue/regions.yaml first if it is missing",
      why: "code and name come from the catalogue, and claims find no region that is not in it"))
  package static let newFileExists = FindingKind(
    "N0102",
    zh: .init("已经有文件 {path}，没有改动任何文件", help: "改那个文件，或换一个文件名（规则文件按首日命名）", why: "新建不得盖掉已有的内容"),
    en: .init(
      "{path} exists already; nothing was written",
      help: "edit that file, or choose another name; rule files are named after their first day",
      why: "a new file must not take the place of one that is there"))
  package static let newVersionTooEarly = FindingKind(
    "N0103",
    zh: .init(
      "首日 {from} 不在最近一版的首日 {last} 以后，没有改动任何文件", help: "写更晚的首日；要插在两版之间的，自己写文件",
      why: "新的一版接在最近一版后面"),
    en: .init(
      "first day {from} is not after {last}, that of the latest version; nothing was written",
      help: "give a later day; write a version between two others by hand",
      why: "a new version follows the latest one"))
  package static let newVersionGap = FindingKind(
    "N0104",
    zh: .init(
      "最近一版到 {to} 为止，和首日 {from} 之间有空档，没有改动任何文件", help: "先查明中间的规定，或把首日写成 {next}",
      why: "空档里的请求没有规则可用；空档是不是真的，要由文件来定"),
    en: .init(
      "the latest version ends on {to}, which leaves a hole before {from}; nothing was written",
      help: "find out what held in between, or give {next} as first day",
      why: "claims in the hole would have no rules; whether it is real is for the documents to say"))
  package static let newVersionNeedsDate = FindingKind(
    "N0105",
    zh: .init("地区 {region} 已有规则，没有写新一版的首日", help: "写 --from YYYY-MM-DD", why: "新一版从哪天起施行，要由文件来定"),
    en: .init(
      "region {region} has rules already, and the first day of the new version is missing",
      help: "add --from YYYY-MM-DD", why: "the day on which a version comes into force is for the documents to say"))
  package static let newVersionVocabulary = FindingKind(
    "N0106",
    zh: .init(
      "地区 {region} 的规则用的是另一种语言的键", help: "不写 --lang，或先用 policy fmt --lang 转换整个文件夹",
      why: "“修改”按上一版的写法指明位置，一个地区的各版要用同一种语言"),
    en: .init(
      "the rules of region {region} use the keys of the other language",
      help: "leave --lang out, or convert the whole folder with policy fmt --lang first",
      why: "`changes` name places as the version before writes them, so the versions of a region use one language"))

  package static let newWithoutCatalogue = FindingKind(
    "N0107",
    zh: .init(
      "没有目录：{path} 里和上级文件夹里都没有地区的代码和名称", help: "用 --catalogue 指明目录文件夹，如 policies/catalogue",
      why: "新文件的代码和名称取自目录里的 regions.yaml"),
    en: .init(
      "no code lists: neither {path} nor a folder above it has codes and names of regions",
      help: "name the folder of code lists with --catalogue, such as policies/catalogue",
      why: "code and name of a new file come from regions.yaml among the code lists"))

  package static let scaffoldKinds: [FindingKind] = [
    newRegionUnknown, newFileExists, newVersionTooEarly, newVersionGap, newVersionNeedsDate, newVersionVocabulary,
    newWithoutCatalogue,
  ]
}

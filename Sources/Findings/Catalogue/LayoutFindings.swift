/// Findings of the canonical layout of files.
extension FindingKind {
  package static let layoutDiffers = FindingKind(
    "F0301",
    zh: .init(
      "和规范写法不同，从这一行起：{expected_zh}", help: "运行 policy fmt {path}",
      why: "写法一致，改动比较时才只看得见内容的改动"),
    en: .init(
      "differs from the canonical layout from this line on: {expected}", help: "run policy fmt {path}",
      why: "with one layout a comparison of two states shows only what was changed"))
  package static let layoutCannotKeep = FindingKind(
    "F0302",
    zh: .init(
      "这里有规范写法保不住的内容，文件没有改动", help: "不用锚点（&）、引用（*）和 % 指令，把值直接写出来",
      why: "整理写法不得丢掉文件里的任何东西"),
    en: .init(
      "the canonical layout cannot keep what stands here; the file was left as it is",
      help: "write values out instead of using anchors (&), aliases (*) and directives (%)",
      why: "laying a file out must not lose anything of it"))
  package static let layoutChangesMeaning = FindingKind(
    "F0303",
    zh: .init(
      "整理后的含义或注释和原来不同，文件没有改动", help: "检查自己起的名称是否和另一种语言的固定词相同，改名后再试",
      why: "整理写法不得改变含义，每次写入以前都重新读一遍比较"),
    en: .init(
      "laid out, it would not mean the same or lose comments; the file was left as it is",
      help: "check for names of your own that are fixed words of the other language, rename them and try again",
      why: "layout must not change the meaning; the result is read again and compared before it is written"))
  package static let layoutVocabularies = FindingKind(
    "F0304",
    zh: .init(
      "一起使用的文件 {other} 不在同一种语言里，文件没有改动", help: "一次转换整个地区文件夹",
      why: "“修改”按上一版的写法指明位置，一个地区的各版要用同一种语言"),
    en: .init(
      "{other}, which this file belongs with, would stay in the other language; the file was left as it is",
      help: "convert the region's whole folder at once",
      why: "`changes` name places as the version before writes them, so the versions of a region use one language"))
  package static let fileNotWritten = FindingKind(
    "F0305",
    zh: .init("写不了文件 {path}", help: "检查文件夹的权限和磁盘空间", why: "写不完整的文件比旧的更糟，所以写不了就保持原样"),
    en: .init(
      "cannot write {path}", help: "check the permissions of the folder and the space on the disk",
      why: "half a file is worse than the old one, so it is left as it was"))

  package static let layoutKinds: [FindingKind] = [
    layoutDiffers, layoutCannotKeep, layoutChangesMeaning, layoutVocabularies, fileNotWritten,
  ]
}

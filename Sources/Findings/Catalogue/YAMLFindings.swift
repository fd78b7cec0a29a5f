/// Findings about the text of a YAML file, before its meaning is looked at.
extension FindingKind {
  package static let fileTooLarge = FindingKind(
    "Y0101",
    zh: .init("文件有 {size} 字节，超过上限 {limit} 字节", help: "拆成几个文件，每个地区每个版本一个", why: "上限使恶意或误放的文件不会拖住程序"),
    en: .init(
      "the file has {size} bytes; the limit is {limit}", help: "split it: one file for each region and version",
      why: "a limit keeps a hostile or misplaced file from holding up the program"))
  package static let invalidUTF8 = FindingKind(
    "Y0102",
    zh: .init("这里的字节不是 UTF-8", help: "用 UTF-8 编码重新保存文件", why: "编码不明的文字可能被读成别的字"),
    en: .init(
      "these bytes are not UTF-8", help: "save the file again in UTF-8",
      why: "text in an unknown encoding could be read as other characters"))
  package static let byteOrderMark = FindingKind(
    "Y0103",
    zh: .init("文件开头有字节顺序标记（BOM）", help: "用“UTF-8 无 BOM”重新保存", why: "它看不见，却会使第一行的列号错一位"),
    en: .init(
      "the file begins with a byte-order mark", help: "save it as UTF-8 without BOM",
      why: "it is invisible and shifts the columns of the first line"))
  package static let controlCharacter = FindingKind(
    "Y0104",
    zh: .init("不允许的字符 {character}", help: "删去这个字符", why: "控制字符和特殊换行符看不见，会使行号错位"),
    en: .init(
      "character {character} is not allowed", help: "delete the character",
      why: "control characters and unusual line breaks are invisible and make line numbers drift"))
  package static let tab = FindingKind(
    "Y0105",
    zh: .init("用了制表符", help: "改用空格；缩进每层两个空格", why: "制表符在不同编辑器里宽度不同，YAML 不允许用它缩进"),
    en: .init(
      "a tab is used", help: "use spaces; indent by two",
      why: "tabs differ in width between editors, and YAML forbids them for indentation"))
  package static let duplicateKey = FindingKind(
    "Y0106",
    zh: .init("键“{key}”在同一处写了两次", help: "只留一个", why: "多数 YAML 程序会悄悄只用后一个，前一个的数值就丢了"),
    en: .init(
      "key `{key}` is written twice in one mapping", help: "keep one of them",
      why: "most YAML readers silently use the last one, and the first value is lost"))
  package static let tooDeep = FindingKind(
    "Y0107",
    zh: .init("嵌套超过 {limit} 层", help: "减少层次", why: "规则文件用不到这么深，过深的嵌套多半是写错或恶意"),
    en: .init(
      "nesting is deeper than {limit} levels", help: "use fewer levels",
      why: "rule files never need this depth; deeper nesting is a slip or hostile"))
  package static let aliasExpansion = FindingKind(
    "Y0108",
    zh: .init("引用（*）展开后超过 {limit} 个节点", help: "不用引用，直接写出来", why: "成倍展开的引用会耗尽内存"),
    en: .init(
      "aliases expand to more than {limit} nodes", help: "write the values out instead of using aliases",
      why: "aliases that multiply can exhaust memory"))
  package static let anchorLoop = FindingKind(
    "Y0109",
    zh: .init("锚点“{anchor}”引用了自己", help: "删去这个引用", why: "引用自己的内容没有终点"),
    en: .init(
      "anchor `{anchor}` contains itself", help: "remove the alias",
      why: "content that contains itself has no end"))
  package static let unknownAnchor = FindingKind(
    "Y0110",
    zh: .init("没有名为“{anchor}”的锚点", help: "先用 &{anchor} 定义，或直接写出值", why: "引用要指向前面写过的内容"),
    en: .init(
      "there is no anchor `{anchor}`", help: "define &{anchor} before it, or write the value out",
      why: "an alias has to point to something written before it"))
  package static let severalDocuments = FindingKind(
    "Y0111",
    zh: .init("文件里有第二个 YAML 文档", help: "每个文件只写一个文档，删去 ---", why: "第二个文档会被忽略，其中的规定就丢了"),
    en: .init(
      "the file holds a second YAML document", help: "write one document a file; remove the `---`",
      why: "a second document would be ignored and its rules lost"))
  package static let customTag = FindingKind(
    "Y0112",
    zh: .init("用了标签“{tag}”", help: "删去标签，直接写值", why: "标签会改变值的类型，规则文件不需要"),
    en: .init(
      "tag `{tag}` is used", help: "remove the tag and write the plain value",
      why: "a tag changes a value's type; rule files have no use for it"))
  package static let yamlSyntax = FindingKind(
    "Y0113",
    zh: .init("YAML 语法错误：{problem_zh}", help: "检查这一行和上一行的缩进、冒号和引号", why: "语法错误处之后的内容无法可靠读出", related: "读到这里才发现"),
    en: .init(
      "YAML syntax error: {problem}", help: "check indentation, colons and quotes of this line and the one before",
      why: "what follows a syntax error cannot be read reliably", related: "noticed here"))
  package static let fullWidthPunctuation = FindingKind(
    "Y0114",
    zh: .init("用了全角标点“{character}”", help: "改成：{corrected}", why: "YAML 只认半角的冒号和逗号，全角的会被当成文字"),
    en: .init(
      "full-width punctuation `{character}` is used", help: "write: {corrected}",
      why: "YAML knows only the ASCII colon and comma; a full-width one becomes part of the text"))
  package static let missingSpace = FindingKind(
    "Y0115",
    zh: .init("冒号后面缺空格：“{text}”", help: "改成：{corrected}", why: "没有空格时，整段被当成一个键，值就没有了"),
    en: .init(
      "there is no space after the colon in `{text}`", help: "write: {corrected}",
      why: "without the space the whole text becomes a key that has no value"))
  package static let notAKey = FindingKind(
    "Y0116",
    zh: .init("键必须是文字", help: "把键写成一个词", why: "列表和映射不能作键"),
    en: .init(
      "a key has to be text", help: "write a single word as the key", why: "a list or a mapping cannot be a key"))
  package static let mergeKey = FindingKind(
    "Y0117",
    zh: .init("不支持合并键 <<", help: "直接写出要合并的各项", why: "合并来的值看不出写在哪里、依据哪一条"),
    en: .init(
      "merge key `<<` is not supported", help: "write the merged entries out",
      why: "a merged value does not show where it stands and on which clause it rests"))
  package static let emptyDocument = FindingKind(
    "Y0118",
    zh: .init("文件是空的", help: "写入内容，或删去文件", why: "空文件多半是没有保存"),
    en: .init(
      "the file is empty", help: "write its content, or delete it",
      why: "an empty file is usually one that was not saved"))
  package static let multilineFlowScalar = FindingKind(
    "Y0119",
    zh: .init("方括号或花括号里的文字跨了行：“{text}”", help: "检查上一行末尾是不是少了逗号", why: "少了逗号时，两行会被接成一个值"),
    en: .init(
      "text inside brackets runs over a line end: `{text}`", help: "check for a missing comma at the end of the line",
      why: "without the comma two lines are folded into one value"))
  package static let tooManyFindings = FindingKind(
    "Y0120",
    zh: .init("问题太多，其余的没有列出", help: "先改正上面的错误再检查", why: "问题太多时后面的多半是前面的后果"),
    en: .init(
      "too many problems; the rest is not listed", help: "correct those above and check again",
      why: "with many problems the later ones mostly follow from the earlier"))

  package static let yamlKinds: [FindingKind] = [
    fileTooLarge, invalidUTF8, byteOrderMark, controlCharacter, tab, duplicateKey, tooDeep, aliasExpansion, anchorLoop,
    unknownAnchor, severalDocuments, customTag, yamlSyntax, fullWidthPunctuation, missingSpace, notAKey, mergeKey,
    emptyDocument, multilineFlowScalar, tooManyFindings,
  ]
}

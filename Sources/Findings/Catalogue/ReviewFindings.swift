/// Findings about findings: silencing them, the baseline, and what only a strict check looks at.
extension FindingKind {
  package static let silencingUnused = FindingKind(
    "P0480", .warning, silenceable: false,
    zh: .init("这条放行没有用到：这里没有 {code}", help: "删去这条注释，或移到有 {code} 的那一行之上", why: "用不到的放行会放过以后真正的错误"),
    en: .init(
      "this comment allows {code}, which is not found here",
      help: "delete it, or move it to the line above the finding",
      why: "a comment that allows nothing today would hide a true finding tomorrow"))
  package static let silencingReason = FindingKind(
    "P0481", .warning, silenceable: false,
    zh: .init("放行 {code} 没有写理由", help: "写成：# 规则：允许 {code} 理由", why: "没有理由，别人不知道为什么可以；没有理由的放行不起作用"),
    en: .init(
      "{code} is allowed without a reason", help: "write `# policy: allow {code} reason`",
      why: "without the reason nobody can tell why it is right; such a comment has no effect"))
  package static let silencingRefused = FindingKind(
    "P0482", .warning, silenceable: false,
    zh: .init("{code} 不能放行", help: "按 {code} 的改法改正，删去这条注释", why: "只有需要人来判断的结果可以放行；读不了、编译不了的文件不能结算"),
    en: .init(
      "{code} cannot be allowed", help: "correct what {code} is about, and delete the comment",
      why: "only judgements can be answered with a reason; a file that cannot be read or compiled cannot settle"))
  package static let silencingForm = FindingKind(
    "P0483", .warning, silenceable: false,
    zh: .init("看不懂这条放行：“{text}”", help: "写成：# 规则：允许 P0342 理由，或 # policy: allow P0342 理由", why: "写错的放行不起作用"),
    en: .init(
      "this comment is meant to allow a finding but cannot be read: `{text}`",
      help: "write `# policy: allow P0342 reason`", why: "a comment in another form has no effect"))
  package static let baselineEntryGone = FindingKind(
    "P0484", .warning, silenceable: false,
    zh: .init("基线里的这一条已经不再出现：{file} 的 {code}", help: "删去这一行，或用 --write-baseline 重写", why: "基线只能变短，留着会放过以后同样的错误"),
    en: .init(
      "this entry of the baseline no longer occurs: {code} in {file}",
      help: "delete the line, or write the file anew with --write-baseline",
      why: "a baseline only shrinks; an entry that stays would hide the same fault later"))
  package static let baselineUnreadable = FindingKind(
    "P0485",
    zh: .init("基线的这一行读不懂", help: "用 --write-baseline 重写", why: "读不懂的基线不能说明哪些结果是旧的"),
    en: .init(
      "this line of the baseline cannot be read", help: "write the file anew with --write-baseline",
      why: "a baseline that cannot be read does not say which findings are old"))
  package static let codeUnknown = FindingKind(
    "P0486",
    zh: .init(
      "没有代码“{code}”", help: "运行 policy explain 看所有代码；代码是一个字母加四位数，如 P0305",
      why: "说明页按检查结果里方括号内的代码查"),
    en: .init(
      "there is no code `{code}`",
      help: "run policy explain for all codes; a code is a letter and four digits, such as P0305",
      why: "pages are looked up by the code that stands in brackets in a finding"))

  package static let sourceAssumed = FindingKind(
    "P0490", .warning,
    zh: .init(
      "依据“{source}”是假定的，{count} 个数以它为据：{sections}", help: "找到文件，改写依据和条款；暂时找不到的，放行并写理由", why: "假定的数结算出来的金额没有依据",
      related: "用在这里"),
    en: .init(
      "source `{source}` is assumed, and {count} figures rest on it: {sections}",
      help: "find the document and cite it, or allow the finding with a reason",
      why: "what is settled with an assumed figure has no ground", related: "used here"))
  package static let questionOpen = FindingKind(
    "P0491", .warning,
    zh: .init(
      "“{path}”没有定论，按假定“{assumed}”结算{concerned_zh}", help: "问清以后改写规则，删去待定问题；暂时没有答复的，放行并写理由", why: "答复若不同，结算的金额就不同",
      related: "待定的值"),
    en: .init(
      "`{path}` is undecided; claims are settled as if it said: {assumed}{concerned}",
      help: "get it decided, change the rule and delete the question, or allow the finding with a reason",
      why: "another answer would mean other amounts", related: "what is undecided"))
  package static let articleMissing = FindingKind(
    "P0492", .warning,
    zh: .init("出处“{text}”引用 {document}，没有写到条款，{count} 个数以它为据", help: "写明第几条、第几项或附件几", why: "有文号的文件分条款，写不到条款就难以核对"),
    en: .init(
      "`{text}` cites {document} but no article of it; figures that rest on it: {count}",
      help: "name the article (第…条), item or annex",
      why: "a numbered document has articles; without one the figure is hard to check"))

  package static let reviewKinds: [FindingKind] = [
    silencingUnused, silencingReason, silencingRefused, silencingForm, baselineEntryGone, baselineUnreadable,
    codeUnknown, sourceAssumed, questionOpen, articleMissing,
  ]
  /// What is looked for only when asked.
  package static let strictKinds: [FindingKind] = [sourceAssumed, questionOpen, articleMissing]
}

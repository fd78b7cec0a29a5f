/// Findings about the log of decisions: writing it, and computing its decisions again.
extension FindingKind {
  package static let decisionUnreadable = FindingKind(
    "L0101",
    zh: .init(
      "这一行不是裁定记录：{problem_zh}", help: "从备份取回原来的一行；不要改动日志",
      why: "日志里的每一行都要能重算，读不懂的一行既不能核对也不能算作没有"),
    en: .init(
      "this line is no decision: {problem}", help: "restore the line from a backup; logs are not edited",
      why: "every line of a log is there to be computed again; one that cannot be read proves nothing"))
  package static let decisionFieldWrong = FindingKind(
    "L0102",
    zh: .init("裁定记录缺少字段“{field}”，或写得不对", help: "从备份取回原来的一行", why: "缺了它就不能核对这一次裁定"),
    en: .init(
      "the decision lacks the field `{field}`, or it is wrong", help: "restore the line from a backup",
      why: "without it the decision cannot be checked"))
  package static let decisionAltered = FindingKind(
    "L0103",
    zh: .init("裁定 {id} 的记录被改过：{field} 和其余内容不符", help: "从备份取回原来的一行，查明谁改了日志", why: "记录里的摘要和内容互相印证，对不上就不能作证据"),
    en: .init(
      "the record of decision {id} was altered: {field} does not fit the rest",
      help: "restore the line from a backup, and find out who changed the log",
      why: "digests and contents of a record vouch for each other; one that contradicts itself is no evidence"))
  package static let decisionNotReproduced = FindingKind(
    "L0104",
    zh: .init(
      "裁定 {id} 按同样的规则重算，结果不同（当时的程序版本 {engine}）", help: "用当时的程序版本重算；仍然不同就是程序或日志有问题，请报告",
      why: "同样的规则和请求必须得出同样的结果"),
    en: .init(
      "decision {id} comes out differently under the same rules (engine then: {engine})",
      help: "replay with the engine of that time; if it still differs, the engine or the log is at fault: report it",
      why: "the same rules and the same claim have to give the same result"))
  package static let decisionsFurtherBad = FindingKind(
    "L0105",
    zh: .init("另有 {count} 处这样的问题没有列出", help: "先处理列出的", why: "只列出前面的，总数照样算"),
    en: .init(
      "{count} more such findings are not listed", help: "see to those listed first",
      why: "only the first are listed; all are counted"))
  package static let decisionLineTooLong = FindingKind(
    "L0106",
    zh: .init("这一行超过 {limit} 字节", help: "从备份取回原来的一行", why: "裁定记录不会这样长，多半是换行丢失或文件损坏"),
    en: .init(
      "the line is longer than {limit} bytes", help: "restore the line from a backup",
      why: "no decision is that long; line ends were lost or the file is damaged"))
  package static let logPartMissing = FindingKind(
    "L0107",
    zh: .init("日志“{path}”不在，前后的都在", help: "从备份取回", why: "日志按顺序编号，中间缺一个就少了一段裁定"),
    en: .init(
      "the log `{path}` is not there, but those before and after it are", help: "restore it from a backup",
      why: "logs are numbered in order; a missing one leaves a gap in the decisions"))
  package static let logUnreadable = FindingKind(
    "L0108",
    zh: .init("读不到裁定日志“{path}”", help: "检查路径和权限；写最新的那个文件，编号的会一起读", why: "没有日志就没有可以重算的裁定"),
    en: .init(
      "cannot read the decision log `{path}`",
      help: "check the path and permissions; name the newest file, numbered ones are read with it",
      why: "without a log there is nothing to compute again"))
  package static let logChainBroken = FindingKind(
    "L0109",
    zh: .init(
      "这一行不接在上一行后面：`previous` 不是上一行的摘要", help: "和备份比较这一行和上一行，查明谁改了日志",
      why: "每一行记着上一行的摘要；接不上说明中间有行被改、被删、被移动或被加进来"),
    en: .init(
      "this line does not follow the one before it: `previous` is not that line's digest",
      help: "compare this line and the one before it with a backup, and find out who changed the log",
      why:
        "every line holds the digest of the one before; where it does not fit, lines were altered, taken away, moved "
        + "or put in"))
  package static let logNotWritten = FindingKind(
    "L0110",
    zh: .init("裁定日志“{path}”写不进去：{reason}", help: "腾出磁盘空间或改好权限；在此之前不答复结算", why: "没有记下的裁定不能发出去"),
    en: .init(
      "the decision log `{path}` cannot be written: {reason}",
      help: "free disk space or correct the permissions; until then no claim is answered",
      why: "a decision that is not recorded must not be given"))
  package static let logInUse = FindingKind(
    "L0111",
    zh: .init("裁定日志“{path}”正由另一个程序写", help: "停掉那个程序，或给每个服务一个自己的日志", why: "两个程序同写一个日志，轮换时会丢行"),
    en: .init(
      "another program is writing the decision log `{path}`",
      help: "stop it, or give each service a log of its own",
      why: "two writers of one log lose lines when it is rotated"))
  package static let logTornLine = FindingKind(
    "L0112", .warning, silenceable: false,
    zh: .init(
      "裁定日志“{path}”的最后一行没有写完，已移到“{aside}”", help: "不必处理：没有写完的裁定没有答复出去；留着备查",
      why: "程序在写到一半时停了"),
    en: .init(
      "the last line of the decision log `{path}` was not finished; it was moved to `{aside}`",
      help: "nothing has to be done: a decision that was not written was not answered; keep it for the record",
      why: "the program ended while it was writing"))
  package static let decisionAnswerUnreadable = FindingKind(
    "L0113",
    zh: .init("结算结果记不进日志：读不懂它", help: "请报告：这是程序的错误", why: "记录要有结果的摘要和金额"),
    en: .init(
      "an answer cannot be recorded: it cannot be read", help: "report it: this is a fault of the program",
      why: "a record holds the digest and the amounts of the answer"))

  package static let decisionDoubled = FindingKind(
    "L0114",
    zh: .init("裁定 {id} 在日志里已经有过", help: "和备份比较，去掉后加的那一行", why: "每次裁定只记一行，编号各不相同"),
    en: .init(
      "decision {id} has been in the log before", help: "compare with a backup and take out the line that was added",
      why: "every decision has one line and a name of its own"))
  package static let logDisplaced = FindingKind(
    "L0115",
    zh: .init(
      "裁定日志“{path}”写不进去：“{file}”被移走或换掉了", help: "把它移回原处，或重启程序另起一份；不要用 logrotate，各部分会自己轮换",
      why: "写进移走的文件，读日志的人看不到；锁文件换了，就可能有两个程序同写"),
    en: .init(
      "the decision log `{path}` cannot be written: `{file}` was moved or replaced",
      help: "move it back, or restart the program for a new one; do not use logrotate, parts rotate by themselves",
      why:
        "whoever reads the log misses what is written to a file that was moved, and beside another lock there may be "
        + "a second writer"))
  package static let logNumbersExhausted = FindingKind(
    "L0116",
    zh: .init("裁定日志“{path}”不能轮换：“{part}”之后没有编号了", help: "把这个文件移走；它不是轮换出来的", why: "新的部分取最大编号加一"),
    en: .init(
      "the decision log `{path}` cannot be rotated: there is no number after `{part}`",
      help: "move that file away; it did not come from rotation", why: "a new part gets the number after the largest"))

  package static let decisionKinds: [FindingKind] = [
    decisionUnreadable, decisionFieldWrong, decisionAltered, decisionNotReproduced, decisionsFurtherBad,
    decisionLineTooLong, logPartMissing, logUnreadable, logChainBroken, logNotWritten, logInUse, logTornLine,
    decisionAnswerUnreadable, decisionDoubled, logDisplaced, logNumbersExhausted,
  ]
}

/// Findings about filing, stays across years and refunds: in rule files and in claims.
extension FindingKind {
  package static let noFilingKinds = FindingKind(
    "P0382",
    zh: .init("没有写任何备案类别", help: "写上 long_term、referral、temporary 中办理的几类", why: "没有类别，任何备案都不算数"),
    en: .init(
      "there is no kind of filing", help: "write those of long_term, referral and temporary that can be filed",
      why: "without kinds no filing would ever count"))
  package static let splitOptionNeedless = FindingKind(
    "P0383",
    zh: .init("整笔结算时不能写这一项", help: "删去，或把 settled 改成 by_days", why: "只有按天分割的住院才有两个年度可选"),
    en: .init(
      "this does not go with settling the stay whole", help: "delete it, or write `settled: by_days`",
      why: "only a stay that is split has two years to choose from"))
  package static let filingsUnused = FindingKind(
    "C0127",
    zh: .init("{region} 没有备案规定，不能由 filings 认定备案类型", help: "改写 standing，由参保地经办机构认定", why: "没有规定，就不知道备案带来什么"),
    en: .init(
      "{region} has no filing rules, so filings say nothing",
      help: "state `standing` instead, as the bureau decided it",
      why: "without rules nobody knows what a filing brings"))
  package static let filingLasts = FindingKind(
    "C0128",
    zh: .init(
      "这次备案{found_zh}，不合规定的有效期（{rule_zh}）", help: "核对备案，{expected_zh}", why: "不合规定的有效期不能登记，照它结算会算错"),
    en: .init(
      "the filing {found}, against the rules ({rule})", help: "check the filing: {expected}",
      why: "such a filing cannot have been registered"))
  package static let filingDates = FindingKind(
    "C0129",
    zh: .init("备案的 {later} 早于 {earlier}", help: "核对日期", why: "备案不会在开始之前结束"),
    en: .init(
      "the filing's {later} is before its {earlier}", help: "check the dates",
      why: "a filing does not end before it begins"))
  package static let standingDiffers = FindingKind(
    "C0130",
    zh: .init("写的备案类型 {stated}，按备案情况应为 {found}", help: "只写 filings，或改正其中一个", why: "两种说法的待遇不同"),
    en: .init(
      "`standing` says {stated}, the filings give {found}", help: "leave `standing` out, or correct one of them",
      why: "they lead to different benefits"))
  package static let manualOnly = FindingKind(
    "C0131",
    zh: .init(
      "这次就医（{filed_zh}）只能手工报销（{clause}）",
      help: "写 channel: manual，按手工报销的费用结算；怎样认定的，见 policy standing", why: "规定只允许这样的就医手工报销"),
    en: .init(
      "this visit ({filed}) can only be claimed manually ({clause})",
      help: "write `channel: manual` with the amounts of a manual claim; `policy standing` says how it was decided",
      why: "the rules leave such visits to manual claims"))
  package static let notPayable = FindingKind(
    "C0132",
    zh: .init("不予支付：{reason_zh}（{clause}）", help: "费用由责任方或个人承担；补齐条件后重新申请", why: "条款规定这样的费用不由基金支付"),
    en: .init(
      "not payable: {reason} ({clause})",
      help: "the liable party or the person pays; claim again when the condition is met",
      why: "the clause keeps such costs from the funds"))
  package static let catalogueDiffers = FindingKind(
    "C0133",
    zh: .init(
      "费用按{found_zh}目录分割，应按{expected_zh}目录（{clause}）", help: "按{expected_zh}目录重新分割，并写 catalogue: {value}",
      why: "目录不同，政策范围内的金额就不同"),
    en: .init(
      "the fees were split by the catalogue of the place of {found}, not of {expected} ({clause})",
      help: "split them by that of the place of {expected} and write `catalogue: {value}`",
      why: "another catalogue gives another in-scope amount"))
  package static let diseaseNotDirect = FindingKind(
    "C0134",
    zh: .init("病种 {code} 没有纳入异地直接结算（{clause}）", help: "全额结算后手工报销，写 channel: manual", why: "未纳入直接结算的慢特病按全额结算流程办理"),
    en: .init(
      "disease {code} cannot be settled directly elsewhere ({clause})",
      help: "pay in full and claim with `channel: manual`", why: "such costs go through full payment first"))
  package static let otherDisease = FindingKind(
    "C0135",
    zh: .init("明细的病种 {found} 不是本次结算的病种 {expected}", help: "每个病种单独结算", why: "慢特病费用按病种分别结算"),
    en: .init(
      "a line is for disease {found}, the claim for {expected}", help: "settle each disease by itself",
      why: "chronic diseases are settled one by one"))
  package static let outsideExamination = FindingKind(
    "C0136",
    zh: .init("外院检查或购药的费用不能并入这次就医（{clause}）", help: "只有住院期间的外院费用并入住院，其他的另行结算", why: "外院费用只随所属的住院结算"),
    en: .init(
      "costs of another institution are not part of this visit ({clause})",
      help: "only those during a stay are settled with it; settle others by themselves",
      why: "outside costs go with the stay they belong to"))
  package static let tooManyInstitutions = FindingKind(
    "C0137",
    zh: .init("备案写了 {count} 家机构，最多 {limit} 家（{clause}）", help: "核对备案", why: "多选的机构没有备案效力"),
    en: .init(
      "the filing names {count} institutions, at most {limit} are allowed ({clause})", help: "check the filing",
      why: "more than these cannot have been registered"))
  package static let stayNotSplit = FindingKind(
    "C0138",
    zh: .init("跨年住院不能分割：{reason_zh}", help: "由参保地经办机构人工处理；不要拆成几次请求，起付标准会收几次", why: "分割只对一次普通住院、前后两个年度有定义"),
    en: .init(
      "the stay cannot be split over the years: {reason}",
      help: "leave it to the bureau; several claims would be charged several deductibles",
      why: "splitting is defined for one stay over two years"))
  package static let accountsBeforeNeedless = FindingKind(
    "C0139",
    zh: .init("这次结算没有分到上一年度，不能写 accounts_before", help: "删去 accounts_before", why: "上年的累计只用于按天分割的跨年住院"),
    en: .init(
      "nothing of this claim belongs to the year before, so `accounts_before` plays no part", help: "delete it",
      why: "the accounts of the year before serve stays that are split"))
  package static let ruleNotSaid = FindingKind(
    "C0140",
    zh: .init("{region} 的规定没有写{rule_zh}", help: "查明规定后写进规则文件，或写明 standing", why: "规定没有写的，不能猜"),
    en: .init(
      "the rules of {region} do not say: {rule}", help: "find it out and write it down, or state `standing`",
      why: "what the rules do not say is not guessed"))
  package static let refundUnknown = FindingKind(
    "C0141",
    zh: .init("没有该人编号为 {id} 的结算，无从退费", help: "核对 refund_of 和 psn_no；原结算要在同一批里", why: "只有记录在案的结算才能恢复累计"),
    en: .init(
      "no settlement {id} of the person is known, so nothing can be refunded",
      help: "check `refund_of` and `psn_no`; the settlement has to be in the same series",
      why: "accounts can be restored only for a settlement that is on record"))
  package static let refundedAlready = FindingKind(
    "C0142",
    zh: .init("结算 {id} 已经退过费", help: "核对 refund_of", why: "退两次会多恢复累计"),
    en: .init(
      "settlement {id} was refunded already", help: "check `refund_of`", why: "twice would give back too much"))
  package static let refundNotAllowed = FindingKind(
    "C0143",
    zh: .init("{reason_zh}，不能退费（{clause}）", help: "不属于规定允许的退费，由经办机构处理", why: "只有规定允许的退费才能自动办理"),
    en: .init(
      "cannot be refunded: {reason} ({clause})",
      help: "it is none of the refunds that are allowed; leave it to the bureau",
      why: "only refunds that the rules allow are made"))
  package static let refundAlone = FindingKind(
    "C0144",
    zh: .init("单独一笔退费没有原结算可以对照", help: "用 policy settle --carry-accounts 把原结算和退费放在同一批", why: "恢复累计要知道原结算留下了什么"),
    en: .init(
      "a refund by itself has no settlement to go back to",
      help: "run the settlement and its refund in one series: policy settle --carry-accounts",
      why: "restoring accounts needs what the settlement left in them"))
  package static let claimTwice = FindingKind(
    "C0145",
    zh: .init("该人已有编号为 {id} 的结算", help: "每次结算用不同的 claim_id", why: "编号相同就不知道退的是哪一笔"),
    en: .init(
      "the person has a settlement {id} already", help: "give every claim its own `claim_id`",
      why: "with two of them nobody knows which one a refund means"))

  package static let tooManyFilings = FindingKind(
    "C0146",
    zh: .init("写了 {count} 次备案，最多 {limit} 次", help: "只写可能与这次就医有关的备案", why: "每次备案都要和其他各次比较"),
    en: .init(
      "there are {count} filings, at most {limit} are read", help: "tell those that may concern this visit",
      why: "each filing is held against all the others"))

  package static let filingKinds: [FindingKind] = [
    noFilingKinds, splitOptionNeedless, filingsUnused, filingLasts, filingDates, standingDiffers, manualOnly,
    notPayable, catalogueDiffers, diseaseNotDirect, otherDisease, outsideExamination, tooManyInstitutions,
    stayNotSplit, accountsBeforeNeedless, ruleNotSaid, refundUnknown, refundedAlready, refundNotAllowed, refundAlone,
    claimTwice, tooManyFilings,
  ]
}

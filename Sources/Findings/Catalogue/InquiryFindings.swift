/// Findings about cost inquiries.
extension FindingKind {
  package static let inquiryWrongVisit = FindingKind(
    "R0401",
    zh: .init("{id} 是{visit_zh}，不能申请费用协查（{clause}）", help: "只对规定的就医类别申请", why: "费用协查只用于规定的费用"),
    en: .init(
      "{id} is {visit}, which cannot be inquired into ({clause})",
      help: "apply for the kinds of visit that are provided for",
      why: "inquiries are for certain costs only"))
  package static let inquiryBelow = FindingKind(
    "R0402",
    zh: .init("{id} 的费用总额没有达到 {least} 元（{clause}）", help: "确需协查的，通过问题协同办理", why: "费用协查有起点"),
    en: .init(
      "the total of {id} is below {least} yuan ({clause})", help: "ask through the channels for other questions",
      why: "inquiries begin at an amount"))
  package static let inquiryItems = FindingKind(
    "R0403",
    zh: .init("{id} 缺少{items_zh}（{clause}）", help: "补上必要信息再申请；就医地已告知的写 told_on", why: "信息不准确就无法核查"),
    en: .init(
      "{id} does not name: {items} ({clause})",
      help: "add them; write `told_on` if the place of treatment asked for them",
      why: "what is not named cannot be looked up"))
  package static let inquiryReason = FindingKind(
    "R0404",
    zh: .init("{id} 核查有误，没有写原因", help: "写上 reason", why: "没有具体原因不能上传核查有误的结果"),
    en: .init("{id} was found wrong without a reason", help: "write `reason`", why: "such a result needs its reason"))
  package static let inquiryResult = FindingKind(
    "R0405",
    zh: .init("{id} 写了结果日期，没有写结果", help: "写上 result", why: "结果是核查无误或核查有误"),
    en: .init("{id} was answered without a result", help: "write `result`", why: "a result is `correct` or `wrong`"))
  package static let inquiryNoRules = FindingKind(
    "R0406",
    zh: .init("{region} 在 {day} 没有费用协查的规则", help: "在该地区的规则文件里写 cost_inquiry", why: "没有规则就不知道起点和期限"),
    en: .init(
      "there are no rules of {region} about cost inquiries on {day}", help: "write `cost_inquiry` in the region's file",
      why: "without rules nobody knows amounts and days"))

  package static let inquiryKinds: [FindingKind] = [
    inquiryWrongVisit, inquiryBelow, inquiryItems, inquiryReason, inquiryResult, inquiryNoRules,
  ]
}

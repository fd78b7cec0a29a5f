import PolicyModel
import Standing
import Values

/// What the parts of a standing decision are called, in both languages.
enum StandingWords {
  typealias Words = (english: String, chinese: String)

  static func rule(_ rule: FilingRule) -> Words {
    switch rule {
    case .late: ("what filings made after the visit began count as", "就医开始以后补办的备案怎样认定")
    case .stays: ("what becomes of stays that run on after the filing", "期满后才出院的住院是否有效")
    case .scope: ("whether the provincial level and the capital stand for each other", "备案到省本级或省会能否通用")
    case .chronic: ("what filings for diseases are for", "慢特病备案怎样认定")
    case .emergency: ("whether an emergency is deemed filed", "未备案的急诊抢救怎样认定")
    case .trauma: ("whether injuries are payable", "外伤是否支付")
    case .backHome: ("what long-term residents elsewhere get at home", "异地长期居住人员回参保地就医的待遇")
    case .catalogue: ("that another catalogue than that of the place of treatment splits the fees", "可以按参保地目录分割")
    case .outsideExamination: ("whether costs of other institutions are part of a stay", "外院检查和购药能否并入住院")
    }
  }

  static func cause(_ cause: StandingFailure.Cause) -> Words {
    switch cause {
    case .thirdParty: ("a third party is liable for the injury", "外伤涉及第三方责任")
    case .noCommitment: ("nobody committed that no third party is liable for the injury", "没有外伤无第三方责任承诺书")
    case .papersMissing: ("the papers promised with the filing are not in yet", "备案承诺的材料尚未补齐")
    }
  }

  static func lasting(_ lasting: FilingRules.Lasting) -> Words {
    switch lasting {
    case .open: ("open-ended", "长期有效")
    case .chosen: ("as chosen", "自选期限")
    case .months(let months): ("\(months) months", "\(months) 个月")
    case .atLeastMonths(let months): ("at least \(months) months", "不少于 \(months) 个月")
    }
  }

  static func registered(until day: CivilDate?) -> Words {
    day.map { ("ends on \($0)", "截止日为 \($0)") } ?? ("has no last day", "没有写截止日")
  }

  /// What the last day has to be.
  static func expected(_ lasting: FilingRules.Lasting, _ day: CivilDate?) -> Words {
    switch (lasting, day) {
    case (.atLeastMonths, let day?): ("`enddate` is not before \(day)", "enddate 不早于 \(day)")
    case (_, let day?): ("`enddate` is \(day)", "enddate 应为 \(day)")
    case (.open, nil): ("leave `enddate` out", "不写 enddate")
    default: ("write `enddate`", "写上 enddate")
    }
  }

  static func obstacle(_ kind: Obstacle.Kind) -> Words {
    switch kind {
    case .kindNotOffered: ("the region has no such kind of filing", "本地区没有这一类备案")
    case .subKindNotListed: ("this kind of person does not file so", "该类人员不在这一类备案的范围")
    case .filedAfterSettlement: ("it was made after the settlement", "结算以后才备案")
    case .otherInsurance: ("it was made under another insurance", "险种已经变化")
    case .otherEmployer: ("it was made with another employer", "单位已经变化")
    case .changeBlocked: ("the former filing could not be changed yet", "前一次备案还不能变更")
    case .filedAfterDischarge: ("it was made after discharge", "出院以后才备案")
    case .notBegun: ("it had not begun", "就医时尚未生效")
    case .ended: ("it had ended", "已经期满或取消")
    case .refiled: ("a new filing had ended it", "已被重新备案取代")
    case .endedBeforeDischarge: ("it ended before discharge", "出院前已经期满")
    case .otherArea: ("it is for another place", "备案的就医地不同")
    case .otherInstitution: ("it is for other institutions", "不是备案的定点机构")
    case .otherDisease: ("it is for other diseases", "不是备案的病种")
    case .onlyForDiseases: ("it is for chronic diseases only", "只用于门诊慢特病")
    case .onlyElsewhere: ("it plays no part at home", "回参保地就医时不起作用")
    case .notSaid: ("the region's rules do not say", "本地区的规定没有写明")
    }
  }

  static func ground(_ kind: StandingDecision.Ground.Kind) -> Words {
    switch kind {
    case .traumaPayable: ("injury that is payable", "外伤可以支付")
    case .backHome: ("a long-term resident elsewhere, treated at home", "异地长期居住人员回参保地就医")
    case .notNeeded: ("no filing is needed", "无需备案")
    case .needed: ("a filing is needed", "需要备案")
    case .lasts: ("the filing holds", "备案在有效期内")
    case .area: ("it is for this place", "在备案的就医地")
    case .institutions: ("it names this disease and institution", "是备案的病种和定点机构")
    case .madeDuringVisit: ("it was made before discharge", "出院结算前补办")
    case .madeAfterDischarge: ("it was made after discharge", "出院以后补办")
    case .coversStay: ("the stay began while it held", "有效期内入院，到出院为止有效")
    case .emergency: ("emergency that was not filed", "急诊抢救未备案")
    case .standing: ("the standing that follows", "由此认定备案类型")
    case .anyChannel: ("direct settlement and manual claim are open", "直接结算、手工报销均可")
    case .manualOnly: ("manual claim only", "只能手工报销")
    case .treatmentCatalogue: ("fees split by the catalogue of the place of treatment", "费用按就医地目录分割")
    case .homeCatalogue: ("fees split by the catalogue of the place of insurance", "费用按参保地目录分割")
    case .directDisease: ("the disease can be settled directly", "病种可以直接结算")
    case .outsideExamination: ("costs of other institutions are part of the stay", "外院检查和购药并入住院")
    case .stayByDays: ("the stay is split by days", "跨年住院按天分割")
    case .stayWhole: ("the stay is settled whole", "跨年住院整笔结算")
    }
  }
}

import Findings

/// By when something has to be done after something else happened.
package struct DeadlineRule: Sendable {
  package enum Due: Sendable {
    /// Counted from the day after the event.
    case within(Figure<Allowance>)
    /// A day of the event's month; one past its last is its last.
    case monthDay(Figure<Int>)
    /// A day of the month after the event's; one past its last is its last.
    case nextMonthDay(Figure<Int>)
    /// The last day of this month, 1…12, the first time it comes on or after the event.
    case monthEnd(Figure<Int>)
  }

  /// The name its file gives it.
  package let id: String
  /// What has to be done, in Chinese.
  package let title: String
  package let event: Figure<DeadlineEvent>
  package let due: Due
  package let place: Place

  package init(id: String, title: String, event: Figure<DeadlineEvent>, due: Due, place: Place) {
    self.id = id
    self.title = title
    self.event = event
    self.due = due
    self.place = place
  }
}

/// What a deadline begins with.
package enum DeadlineEvent: String, RuleWord, Sendable {
  case settled
  case monthEnd = "month_end"
  case yearBegins = "year_begins"
  case prepaymentNotice = "prepayment_notice"
  case prepaymentSubmitted = "prepayment_submitted"
  case prepaymentMoved = "prepayment_moved"
  case emergencyNotice = "emergency_notice"
  case emergencySubmitted = "emergency_submitted"
  case emergencyMoved = "emergency_moved"
  case clearingSigned = "clearing_signed"
  case clearingMade = "clearing_made"
  case clearingNotice = "clearing_notice"
  case clearingSubmitted = "clearing_submitted"
  case clearingMoved = "clearing_moved"
  case provinceNotice = "province_notice"
  case inquirySummary = "inquiry_summary"
  case inquiryAnswered = "inquiry_answered"
  case inquiryIncomplete = "inquiry_incomplete"
  case faultRequest = "fault_request"
  case filingRequest = "filing_request"
  case epidemicRequest = "epidemic_request"
  case otherRequest = "other_request"
  case resultReceived = "result_received"

  package var chinese: String {
    switch self {
    case .settled: "结算"
    case .monthEnd: "月末"
    case .yearBegins: "年初"
    case .prepaymentNotice: "预付金调整通知书"
    case .prepaymentSubmitted: "预付单提交财政"
    case .prepaymentMoved: "预付金划拨完成"
    case .emergencyNotice: "紧急调增通知书"
    case .emergencySubmitted: "紧急调增提交财政"
    case .emergencyMoved: "紧急调增划拨完成"
    case .clearingSigned: "清算签章"
    case .clearingMade: "清算表生成"
    case .clearingNotice: "清算通知书"
    case .clearingSubmitted: "清算单提交财政"
    case .clearingMoved: "清算资金划拨完成"
    case .provinceNotice: "省级清算通知书"
    case .inquirySummary: "协查汇总表生成"
    case .inquiryAnswered: "协查结果返回"
    case .inquiryIncomplete: "告知协查信息不全"
    case .faultRequest: "系统故障类协同"
    case .filingRequest: "备案类协同"
    case .epidemicRequest: "疫情类协同"
    case .otherRequest: "其他类协同"
    case .resultReceived: "收到处理结果"
    }
  }
}

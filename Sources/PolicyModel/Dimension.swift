/// What tables and conditions can go by: one of the built-in dimensions, or an attribute that a region adds.
package final class Dimension: Sendable {
  /// Canonical name.
  package let name: String
  /// The Chinese name; of an attribute its title.
  package let chinese: String
  /// Whole numbers with ranges instead of named values.
  package let isNumeric: Bool
  /// The smallest number of a numeric dimension.
  package let lowerBound: Int
  /// The named values, in their usual order; what a region adds (classes, diseases) comes on top.
  package let values: [DimensionValue]
  /// Where facts keep its value; -1 for an attribute outside of a region's ``DimensionSpace``.
  package let slot: Int

  private convenience init(_ slot: Int, _ name: String, _ chinese: String, _ values: [DimensionValue]) {
    self.init(name: name, chinese: chinese, isNumeric: false, lowerBound: 0, values: values, slot: slot)
  }

  private convenience init(_ slot: Int, _ name: String, _ chinese: String, numbersFrom lowerBound: Int) {
    self.init(name: name, chinese: chinese, isNumeric: true, lowerBound: lowerBound, values: [], slot: slot)
  }

  private init(name: String, chinese: String, isNumeric: Bool, lowerBound: Int, values: [DimensionValue], slot: Int) {
    self.name = name
    self.chinese = chinese
    self.isNumeric = isNumeric
    self.lowerBound = lowerBound
    self.values = values
    self.slot = slot
  }

  /// An attribute as a dimension.
  package convenience init(_ attribute: Attribute, slot: Int = -1) {
    self.init(
      name: attribute.id, chinese: attribute.title, isNumeric: attribute.isNumeric, lowerBound: 0,
      values: attribute.choices, slot: slot)
  }

  /// The built-in dimension of this name.
  package static func named(_ name: String) -> Dimension? {
    builtIn.first { $0.name == name } ?? filing.first { $0.name == name }
  }

  package static let insurance = Dimension(0, "insurance", "险种", [.init("employee", "职工"), .init("resident", "居民")])
  package static let visit = Dimension(
    1, "visit", "就医类别",
    [
      .init("inpatient", "住院"), .init("outpatient", "普通门诊"), .init("chronic", "门诊慢特病"), .init("pharmacy", "药店购药"),
    ])
  package static let person = Dimension(
    2, "person", "人员",
    [
      .init("employed", "在职", of: "employee"), .init("retired", "退休", of: "employee"),
      .init("minor", "未成年", of: "resident"), .init("adult", "成年", of: "resident"),
      .init("elderly", "老年", of: "resident"),
    ])
  package static let hospitalLevel = Dimension(
    3, "hospital_level", "医院级别",
    [.init("tertiary", "三级"), .init("secondary", "二级"), .init("primary", "一级"), .init("unrated", "未定级")])
  /// Which stay or visit of the year it is.
  package static let occurrence = Dimension(4, "occurrence", "次数", numbersFrom: 1)
  package static let standing = Dimension(
    5, "standing", "备案类型",
    [
      .init("local", "本地"), .init("exempt", "免备案"), .init("long_term", "异地长期居住"), .init("referral", "异地转诊"),
      .init("emergency", "异地急诊抢救"), .init("temporary", "其他临时外出就医"), .init("unfiled", "未备案"),
    ])
  package static let distance = Dimension(
    6, "distance", "距离", [.init("local", "本统筹区"), .init("in_province", "省内异地"), .init("cross_province", "跨省异地")])
  package static let channel = Dimension(7, "channel", "结算渠道", [.init("direct", "直接结算"), .init("manual", "手工报销")])
  package static let age = Dimension(8, "age", "年龄", numbersFrom: 0)
  package static let hardship = Dimension(9, "hardship", "困难身份", [.init("none", "无"), .init("hardship", "困难人员")])
  /// Chronic and special diseases by national code; its values are the region's list.
  package static let disease = Dimension(10, "disease", "病种", [])

  /// What the standing of a visit rests on. Filing rules alone go by it.
  package static let reason = Dimension(
    11, "reason", "就医事由",
    [.init("long_term", "异地长期居住"), .init("referral", "异地转诊"), .init("emergency", "异地急诊抢救"), .init("temporary", "临时外出")])
  /// Whether and when it was filed. Filing rules alone go by it.
  package static let filed = Dimension(
    12, "filed", "备案情况",
    [
      .init("filed", "已备案"), .init("late", "补办"), .init("late_agreed", "经同意补办"), .init("not_filed", "未备案"),
    ])

  /// Dimensions of filing rules besides the built-in ones.
  package static let filing = [reason, filed]

  /// What the tables and conditions of benefits can go by.
  package static let builtIn: [Dimension] = [
    insurance, visit, person, hospitalLevel, occurrence, standing, distance, channel, age, hardship, disease,
  ]

  /// More attributes than any region needs; facts keep one slot for each.
  package static let attributeLimit = 8
}

extension Dimension {
  /// The Chinese name of a fixed value; the value itself when it is none.
  package func chinese(of value: String) -> String { values.first { $0.id == value }?.chinese ?? value }
}

extension Dimension: Hashable {
  package static func == (left: Dimension, right: Dimension) -> Bool {
    left === right || left.name == right.name
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// A fixed value of a dimension.
package struct DimensionValue: Hashable, Sendable {
  /// Canonical name.
  package let id: String
  package let chinese: String
  /// The insurance that alone has such persons; nil when any can.
  package let insurance: String?

  package init(_ id: String, _ chinese: String, of insurance: String? = nil) {
    self.id = id
    self.chinese = chinese
    self.insurance = insurance
  }
}

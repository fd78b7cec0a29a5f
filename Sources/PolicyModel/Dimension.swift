import Findings

/// What tables and conditions can go by.
package enum Dimension: String, CaseIterable, Sendable {
  case insurance
  case visit
  case person
  case hospitalLevel = "hospital_level"
  case occurrence
  case standing
  case distance
  case channel
  case age
  case hardship

  /// The Chinese name.
  package var chinese: String {
    switch self {
    case .insurance: "险种"
    case .visit: "就医类别"
    case .person: "人员"
    case .hospitalLevel: "医院级别"
    case .occurrence: "次数"
    case .standing: "备案类型"
    case .distance: "距离"
    case .channel: "结算渠道"
    case .age: "年龄"
    case .hardship: "困难身份"
    }
  }

  /// Whole numbers with ranges instead of named values.
  package var isNumeric: Bool { self == .occurrence || self == .age }

  /// The smallest number of a numeric dimension.
  package var lowerBound: Int { self == .occurrence ? 1 : 0 }

  /// The named values, in their usual order; classes of a region come on top.
  package var values: [DimensionValue] {
    switch self {
    case .insurance: [.init("employee", "职工"), .init("resident", "居民")]
    case .visit:
      [
        .init("inpatient", "住院"), .init("outpatient", "普通门诊"), .init("chronic", "门诊慢特病"),
        .init("pharmacy", "药店购药"),
      ]
    case .person:
      [
        .init("employed", "在职", of: "employee"), .init("retired", "退休", of: "employee"),
        .init("minor", "未成年", of: "resident"), .init("adult", "成年", of: "resident"),
        .init("elderly", "老年", of: "resident"),
      ]
    case .hospitalLevel:
      [
        .init("tertiary", "三级"), .init("secondary", "二级"), .init("primary", "一级"), .init("unrated", "未定级"),
      ]
    case .standing:
      [
        .init("local", "本地"), .init("exempt", "免备案"), .init("long_term", "异地长期居住"), .init("referral", "异地转诊"),
        .init("emergency", "异地急诊抢救"), .init("temporary", "其他临时外出就医"), .init("unfiled", "未备案"),
      ]
    case .distance: [.init("local", "本统筹区"), .init("in_province", "省内异地"), .init("cross_province", "跨省异地")]
    case .channel: [.init("direct", "直接结算"), .init("manual", "手工报销")]
    case .hardship: [.init("none", "无"), .init("hardship", "困难人员")]
    case .occurrence, .age: []
    }
  }
}

/// A fixed value of a dimension.
package struct DimensionValue: Hashable, Sendable {
  /// Canonical name.
  package let id: String
  package let chinese: String
  /// The insurance that alone has such persons; nil when any can.
  package let insurance: String?

  init(_ id: String, _ chinese: String, of insurance: String? = nil) {
    self.id = id
    self.chinese = chinese
    self.insurance = insurance
  }
}

/// A finer value of a dimension that a region defines, such as district-run tertiary hospitals.
package struct DimensionClass: Sendable {
  package let id: String
  package let title: String
  package let dimension: Dimension
  /// The value or class it refines; tables without a case for the class use this one's case.
  package let parent: String
  package let members: Members
  package let place: Place

  /// Who belongs to a class.
  package enum Members: Sendable {
    /// Institutions by national code (`fixmedins_code`).
    case institutions(Set<String>)
    /// Claims that carry the attribute with this value.
    case attribute(name: String, value: String)
  }

  package init(id: String, title: String, dimension: Dimension, parent: String, members: Members, place: Place) {
    self.id = id
    self.title = title
    self.dimension = dimension
    self.parent = parent
    self.members = members
    self.place = place
  }
}

/// The values of every dimension in one region: the fixed ones and the region's classes.
package struct DimensionSpace: Sendable {
  package let classes: [DimensionClass]

  package init(classes: [DimensionClass]) { self.classes = classes }

  /// Ids of all values of a dimension, the fixed ones first; a value's index here is its index everywhere.
  package func values(of dimension: Dimension) -> [String] {
    dimension.values.map(\.id) + classes.filter { $0.dimension == dimension }.map(\.id)
  }

  /// A class's parent; nil for a fixed value.
  package func parent(of value: String, in dimension: Dimension) -> String? {
    classes.first { $0.id == value && $0.dimension == dimension }?.parent
  }

  /// The Chinese or canonical name of a value.
  package func title(of value: String, in dimension: Dimension, chinese: Bool) -> String {
    if let own = classes.first(where: { $0.id == value && $0.dimension == dimension }) { return own.title }
    guard chinese else { return value }
    return dimension.values.first { $0.id == value }?.chinese ?? value
  }

  /// The value and the classes it refines, finest first.
  package func lineage(of value: String, in dimension: Dimension) -> [String] {
    var lineage = [value]
    while let parent = parent(of: lineage[lineage.count - 1], in: dimension), !lineage.contains(parent) {
      lineage.append(parent)
    }
    return lineage
  }
}

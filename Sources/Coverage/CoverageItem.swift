import Findings
import PolicyModel
import Settlement
import Values

/// One thing of a rule file that a case has to exercise.
package struct CoverageItem: Sendable {
  package let kind: CoverageKind
  package let spot: FigureSpot
  package let place: Place
  /// As written: `85%`, `1300.00`.
  package let value: String
  package let path: FigurePath
  /// Name of the plan and id of the layer; nil for rules of all plans.
  package let plan: String?
  package let layer: String?
  /// Whether every claim that it decides something for cites its clause; otherwise it is tried on all claims.
  let isCited: Bool
  /// Indices of the compiled rules it is part of.
  package internal(set) var rules: Set<Int> = []

  /// Two kinds may ask for one figure.
  struct Identity: Hashable {
    let kind: CoverageKind
    let spot: FigureSpot
  }

  var identity: Identity { Identity(kind: kind, spot: spot) }
}

/// The way to a figure: section, plan and layer, then the keys of its table.
package struct FigurePath: Sendable {
  /// Titles of plan and layer, or of the cap.
  package let titles: [String]
  package let keys: [(dimension: Dimension, key: CaseKey)]
  /// The column of a ratio: its lower and upper ends in yuan.
  package let column: String?
  private let space: DimensionSpace

  init(titles: [String], keys: [(dimension: Dimension, key: CaseKey)], column: String? = nil, space: DimensionSpace) {
    self.titles = titles
    self.keys = keys
    self.column = column
    self.space = space
  }

  package var section: String { titles.joined(separator: " · ") }

  /// What a claim has to be for it, `人员 退休，医院级别 三级`.
  package func conditions(in language: Language) -> String {
    let isChinese = language == .chinese
    var parts = keys.compactMap { item -> String? in
      guard let value = words(item.key, item.dimension, isChinese) else { return nil }
      return "\(isChinese ? item.dimension.chinese : item.dimension.name) \(value)"
    }
    if let column { parts.append(isChinese ? "费用段 \(column)" : "column \(column)") }
    return parts.isEmpty ? (isChinese ? "任何一笔" : "any claim") : parts.joined(separator: isChinese ? "，" : ", ")
  }

  private func words(_ key: CaseKey, _ dimension: Dimension, _ isChinese: Bool) -> String? {
    switch key {
    case .any: nil
    case .values(let ids):
      ids.map { space.title(of: $0, in: dimension, chinese: isChinese) }.joined(separator: "/")
    case .ranges(let ranges):
      ranges.map { range in
        range.upperBound == .max
          ? "\(range.lowerBound)+"
          : range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)..\(range.upperBound)"
      }.joined(separator: "/")
    }
  }
}

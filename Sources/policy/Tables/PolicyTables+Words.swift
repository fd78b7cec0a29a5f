import Findings
import PolicyModel
import Values

/// Values, cases, conditions and clauses in words.
extension PolicyTableWriter {
  func title(_ value: String, _ dimension: Dimension) -> String {
    policy.space.title(of: value, in: dimension, chinese: isChinese)
  }

  func keys(_ dimensions: [Dimension], _ keys: [CaseKey]) -> String {
    zip(dimensions, keys).map { key($1, $0) }.joined(separator: " · ")
  }

  func key(_ key: CaseKey, _ dimension: Dimension) -> String {
    switch key {
    case .any: return say("任意", "any")
    case .values(let values): return values.map { title($0, dimension) }.joined(separator: "/")
    case .ranges(let ranges):
      let unit = dimension == .occurrence ? say("次", "") : dimension == .age ? say("岁", "") : ""
      return ranges.map { range in
        range.upperBound == .max
          ? "\(range.lowerBound)+\(unit)"
          : range.count == 1 ? "\(range.lowerBound)\(unit)" : "\(range.lowerBound)–\(range.upperBound)\(unit)"
      }.joined(separator: "/")
    }
  }

  func conditions(_ conditions: Conditions) -> String {
    conditions.all.map { key($0.key, $0.dimension) }.joined(separator: " · ")
  }

  func source(_ citation: Citation) -> String {
    switch citation.basis {
    case .official: citation.text
    case .reported: citation.text + say("（转述）", " (reported)")
    case .assumed: citation.text + say("（含假定）", " (involves an assumption)")
    }
  }
}

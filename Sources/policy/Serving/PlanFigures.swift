import ArgumentParser
import Findings
import PolicyModel
import Service

/// The figures of layers as `policy show` writes them.
enum PlanFigures {
  static func rows(_ layer: Layer, _ policy: ResolvedPolicy, _ language: Language) -> [FigureRow] {
    guard let options = try? LanguageOptions.parse(["--lang", language.rawValue]) else { return [] }
    return PolicyTableWriter(policy: policy, options: options).rows(of: layer).compactMap { row in
      guard row.count == 5 else { return nil }
      return FigureRow(item: row[1], situation: row[2], value: row[3], source: row[4])
    }
  }
}

import Claims
import Cores
import Findings
import PolicyModel
import PolicyReading
import Settlement
import Values

/// Every person of an insurance that the region writes benefits for has a plan for every kind of visit that the region
/// speaks of, or is told that it is not known or not offered.
///
/// Kinds of visits and insurances that no plan mentions are no part of the file. A fixed value whose classes have plans of
/// their own stands for these.
enum PlanGapCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    guard !collector.hasErrors else { return }
    var seen: Set<String> = []
    var found: [Finding] = []
    let slices = input.slices.filter { !$0.policy.plans.isEmpty }
    for (slice, gaps) in zip(slices, Cores.map(slices) { PlanCoverage($0.policy).gaps }) {
      for gap in gaps {
        let finding = finding(gap, slice, input.catalogue, isNew: { seen.insert($0).inserted })
        if let finding { found.append(finding) }
      }
    }
    collector.add(found)
  }

  /// The finding, once for each plan beside the gap; nil when it was reported with another region or stretch of days.
  private static func finding(
    _ gap: PlanCoverage.Gap, _ slice: CheckInput.Slice, _ catalogue: Catalogue, isNew: (String) -> Bool
  ) -> Finding? {
    let space = slice.policy.space
    func words(chinese: Bool) -> String {
      gap.point.map { space.words(for: $0.value, of: $0.dimension, chinese: chinese) }
        .joined(separator: chinese ? "、" : ", ")
    }
    let place = gap.neighbour.place
    let arguments = ["what": words(chinese: false), "what_zh": words(chinese: true)]
    guard isNew("\(place.file.path):\(place.start.line) \(arguments["what"] ?? "")") else { return nil }
    return Finding(.planGap, at: place, arguments, witnesses: witness(gap, slice, catalogue).map { [$0] } ?? [])
  }

  private static func witness(_ gap: PlanCoverage.Gap, _ slice: CheckInput.Slice, _ catalogue: Catalogue) -> String? {
    let policy = slice.compiled
    var facts = Facts(total: Fen(1_000_000), firstSelfPay: .zero, inScope: Fen(1_000_000))
    for item in gap.point {
      let dimension = policy.space.dimension(named: item.dimension.name) ?? item.dimension
      switch item.value {
      case .word(let word): facts[dimension] = policy.space.index(of: word, in: dimension)
      case .number(let number): facts[dimension] = number
      }
    }
    let writer = ClaimWriter(policy: policy, catalogue: catalogue)
    return writer.day(in: slice.days).flatMap { try? writer.claim(for: facts, on: $0) }
  }
}

extension DimensionSpace {
  /// A value for people.
  fileprivate func words(for value: PlanCoverage.Value, of dimension: Dimension, chinese: Bool) -> String {
    switch value {
    case .word(let word): title(of: word, in: dimension, chinese: chinese)
    case .number(let number): chinese ? "\(dimension.chinese) \(number)" : "\(dimension.name) \(number)"
    }
  }
}

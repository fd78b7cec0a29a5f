import PolicyModel
import Settlement
import Values

/// An answer of the filing rules that becomes another one for a group of visits.
package struct StandingDifference: Sendable {
  package enum Question: String, Sendable {
    case needed
    case standing
    case channel
  }

  package let question: Question
  /// For which visits: by dimension the values.
  package let groups: [[(dimension: Dimension, values: [String])]]
  /// Nil where the rules do not say.
  package let before: String?
  package let after: String?
}

extension PolicyComparison {
  /// Which visits have to be filed, in what standing they are and which channels are open, where that differs.
  package func standings() throws(AnalysisFailure) -> [StandingDifference] {
    guard before.filing != nil || after.filing != nil else { return [] }
    var differences: [StandingDifference] = []
    for question in [StandingDifference.Question.needed, .standing, .channel] {
      differences += try answers(to: question)
    }
    return differences
  }

  /// What both sides answer for some visits.
  private struct Answers: Hashable {
    let before: String?
    let after: String?
  }

  private typealias Axis = (dimension: Dimension, values: [String])

  private func answers(to question: StandingDifference.Question) throws(AnalysisFailure) -> [StandingDifference] {
    let asked = (before.filing?.dimensions ?? []).union(after.filing?.dimensions ?? [])
    let axes = SituationGrid.dimensions(of: [before, after]).filter { asked.contains($0) && !$0.isNumeric }.map {
      Axis($0, values(of: $0))
    }
    let combinations = Combinations(counts: axes.map(\.values.count))
    if combinations.isTooMany { throw .tooManySituations }
    var found: [Answers] = []
    var known: [Answers: Int] = [:]
    let memberships = (0..<combinations.count).map { combination -> CombinationBoxes.Membership in
      let chosen = zip(axes, combinations.coordinates(of: combination)).map { axis, choice in
        (dimension: axis.dimension, value: axis.values.isEmpty ? "" : axis.values[choice])
      }
      if chosen.contains(where: { $0.dimension == .distance && $0.value == "local" }) { return .impossible }
      let answers = Answers(before: answer(question, before, chosen), after: answer(question, after, chosen))
      if answers.before == answers.after { return .noSet }
      if known[answers] == nil {
        known[answers] = found.count
        found.append(answers)
      }
      return known[answers].map { .member(of: $0) } ?? .noSet
    }
    let boxes = CombinationBoxes(combinations, memberships).boxes()
    return found.enumerated().map { set, answers in
      StandingDifference(
        question: question, groups: (boxes[set] ?? []).map { group($0, axes) }, before: answers.before,
        after: answers.after)
    }
  }

  private func group(_ box: CombinationBoxes.Box, _ axes: [Axis]) -> [(dimension: Dimension, values: [String])] {
    box.sorted { $0.key < $1.key }.map { axis, choices in
      (axes[axis].dimension, choices.map { axes[axis].values[$0] })
    }
  }

  private func values(of dimension: Dimension) -> [String] {
    var values = before.space.values(of: dimension)
    for value in after.space.values(of: dimension) where !values.contains(value) { values.append(value) }
    return values
  }

  private func answer(
    _ question: StandingDifference.Question, _ policy: CompiledPolicy,
    _ chosen: [(dimension: Dimension, value: String)]
  ) -> String? {
    guard let filing = policy.filing else { return nil }
    let spaces = [before.space, after.space]
    var facts = Facts(total: .zero, firstSelfPay: .zero, inScope: .zero)
    for (dimension, value) in chosen {
      let slot = policy.space.slot(of: dimension)
      if slot >= 0 {
        facts.values[slot] = Int32(clamping: policy.space.index(of: value, in: dimension, among: spaces))
      }
    }
    return switch question {
    case .needed: filing.need(of: facts)?.value.rawValue
    case .standing: filing.standing(of: facts)?.value
    case .channel: filing.channels(of: facts)?.value.rawValue
    }
  }
}

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

  private func answers(to question: StandingDifference.Question) throws(AnalysisFailure) -> [StandingDifference] {
    let asked = (before.filing?.dimensions ?? []).union(after.filing?.dimensions ?? [])
    let axes = before.space.dimensions.filter { asked.contains($0) && !$0.isNumeric }.map { dimension in
      (dimension: dimension, values: values(of: dimension))
    }
    let counts = axes.map { max(1, $0.values.count) }
    let count = counts.reduce(1) { min(SituationGrid.limit + 1, $0 * $1) }
    if count > SituationGrid.limit { throw .tooManySituations }
    var groups: [(before: String?, after: String?, combinations: Set<Int>)] = []
    var isPossible = [Bool](repeating: true, count: count)
    for combination in 0..<count {
      let chosen = choices(combination, axes)
      isPossible[combination] = !chosen.contains { $0.dimension == .distance && $0.value == "local" }
      if !isPossible[combination] { continue }
      let answers = (before: answer(question, before, chosen), after: answer(question, after, chosen))
      if answers.before == answers.after { continue }
      if let known = groups.firstIndex(where: { $0.before == answers.before && $0.after == answers.after }) {
        groups[known].combinations.insert(combination)
      } else {
        groups.append((answers.before, answers.after, [combination]))
      }
    }
    return groups.map { group in
      let boxes = CombinationBoxes(counts: counts) { combination in
        isPossible[combination] ? group.combinations.contains(combination) : nil
      }.boxes()
      return StandingDifference(
        question: question,
        groups: boxes.map { box in
          box.sorted { $0.key < $1.key }.map { axis, choices in
            (axes[axis].dimension, choices.map { axes[axis].values[$0] })
          }
        }, before: group.before, after: group.after)
    }
  }

  private func values(of dimension: Dimension) -> [String] {
    var values = before.space.values(of: dimension)
    for value in after.space.values(of: dimension) where !values.contains(value) { values.append(value) }
    return values
  }

  private func choices(_ combination: Int, _ axes: [(dimension: Dimension, values: [String])])
    -> [(dimension: Dimension, value: String)]
  {
    var rest = combination
    return axes.map { axis in
      defer { rest /= max(1, axis.values.count) }
      return (axis.dimension, axis.values.isEmpty ? "" : axis.values[rest % axis.values.count])
    }
  }

  private func answer(
    _ question: StandingDifference.Question, _ policy: CompiledPolicy,
    _ chosen: [(dimension: Dimension, value: String)]
  ) -> String? {
    guard let filing = policy.filing else { return nil }
    var facts = Facts(total: .zero, firstSelfPay: .zero, inScope: .zero)
    for (dimension, value) in chosen {
      let slot = policy.space.slot(of: dimension)
      if slot >= 0 { facts.values[slot] = Int32(clamping: policy.space.index(of: value, in: dimension)) }
    }
    return switch question {
    case .needed: filing.need(of: facts)?.value.rawValue
    case .standing: filing.standing(of: facts)?.value
    case .channel: filing.channels(of: facts)?.value.rawValue
    }
  }
}

import Findings
import PolicyModel
import PolicyReading

/// No figure waits for an answer. One finding for each open question.
enum OpenQuestionCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    for version in input.all {
      for question in version.openQuestions where question.place.file.path == version.file.path {
        collector.report(
          .questionOpen, at: question.place, related: question.subject,
          [
            "path": question.path, "assumed": question.assumed, "count": "\(question.figures)",
            "concerned_zh": concerned(question.figures, chinese: true),
            "concerned": concerned(question.figures, chinese: false),
          ])
      }
    }
  }

  /// How many figures wait; nothing is said where the question is about no figure.
  private static func concerned(_ figures: Int, chinese: Bool) -> String {
    if figures == 0 { return "" }
    return chinese ? "，涉及 \(figures) 个数" : " (figures concerned: \(figures))"
  }
}

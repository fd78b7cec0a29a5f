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
          ["path": question.path, "count": "\(question.figures)", "assumed": question.assumed])
      }
    }
  }
}

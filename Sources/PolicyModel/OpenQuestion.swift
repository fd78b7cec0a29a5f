import Findings

/// Something the documents do not decide, and what the file takes for it.
package struct OpenQuestion: Sendable {
  package let path: String
  package let question: String
  package let assumed: String
  package let otherwise: String
  package let place: Place
  /// How many figures are undecided with it.
  package let figures: Int
  /// Where the undecided value stands.
  package let subject: Place?

  package init(
    path: String, question: String, assumed: String, otherwise: String, place: Place, figures: Int, subject: Place?
  ) {
    self.path = path
    self.question = question
    self.assumed = assumed
    self.otherwise = otherwise
    self.place = place
    self.figures = figures
    self.subject = subject
  }
}

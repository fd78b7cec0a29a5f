import Format
import Records
import Values

/// What is asked, with which options and records, and the tables of its answers: for cases, schemas and reference pages.
package struct FundQuestionKind: Sendable {
  /// Records that it is asked over.
  package struct Input: Sendable {
    package let name: Word
    package let kind: RecordKind
    package let isRequired: Bool
    package let meaning: Word

    package init(_ name: Word, _ kind: RecordKind, required: Bool = true, meaning: Word) {
      self.name = name
      self.kind = kind
      isRequired = required
      self.meaning = meaning
    }
  }

  /// The name of its command, `clear`, and what people call it.
  package let name: Word
  package let options: [Key]
  package let inputs: [Input]
  package let tables: [RecordKind]
  /// Nil when the options do not go together; reading has said so already.
  package let question: @Sendable (FundRequest) -> (any FundQuestion)?

  package init(
    _ name: Word, options: [Key], inputs: [Input], tables: [RecordKind],
    question: @escaping @Sendable (FundRequest) -> (any FundQuestion)?
  ) {
    self.name = name
    self.options = options
    self.inputs = inputs
    self.tables = tables
    self.question = question
  }
}

/// The options and records of a case.
package struct FundRequest: Sendable {
  private let options: Reading
  private let inputs: [String: RecordSource]

  package init(options: Reading, inputs: [String: RecordSource]) {
    self.options = options
    self.inputs = inputs
  }

  package func text(_ name: String) -> String? { options[name]?.text ?? options[name]?.word }
  package func region(_ name: String) -> RegionCode? { text(name).flatMap { RegionCode($0) } }
  package func month(_ name: String) -> CivilMonth? { text(name).flatMap { CivilMonth($0) } }
  package func date(_ name: String) -> CivilDate? {
    if case .date(let date) = options[name]?.scalar { date } else { nil }
  }
  package func count(_ name: String) -> Int? {
    if case .integer(let count) = options[name]?.scalar { count } else { nil }
  }
  /// The records of an input; nil when the case has none.
  package func records(_ name: String) -> RecordSource? { inputs[name] }
}

/// Every question there is; a new one is its file and a line here.
package enum FundQuestions {
  package static let all: [FundQuestionKind] = [
    ReconcileQuestion.kind, ClearQuestion.kind, PrepaymentQuestion.kind, PrepaymentUseQuestion.kind,
    InquiryQuestion.kind, InquirySelection.kind,
    DeadlinesQuestion.kind, EventDeadlinesQuestion.kind,
    ReportQuestion.kind,
  ]
}

import Claims
import Format
import FundDesk
import PolicyReading
import Records

/// Every kind of document the project reads or writes, for schemas and reference pages.
package struct DocumentKind: Sendable {
  /// The schema's file name without `.schema.json`.
  package let name: String
  package let title: Word
  package let shape: Shape
  package let record: RecordShape
  /// Files people write exist in two vocabularies, messages in one.
  package let vocabularies: [Vocabulary]

  private init(_ name: String, _ record: RecordShape, shape: Shape? = nil, vocabularies: [Vocabulary]) {
    self.name = name
    self.record = record
    self.shape = shape ?? .record(record)
    self.title = record.title
    self.vocabularies = vocabularies
  }

  package static let all: [DocumentKind] =
    [
      DocumentKind(
        "region-policy", PolicyFormat.document, shape: .variants([PolicyFormat.changes, PolicyFormat.document]),
        vocabularies: Vocabulary.allCases),
      DocumentKind("catalogue", CatalogueFormat.document, vocabularies: Vocabulary.allCases),
      DocumentKind("case", CaseFormat.document, vocabularies: Vocabulary.allCases),
      DocumentKind("claim", ClaimFormat.document, vocabularies: [.english]),
      DocumentKind("refund", RefundFormat.document, vocabularies: [.english]),
      DocumentKind("standing", StandingFormat.document, vocabularies: [.english]),
      DocumentKind("settlement", SettlementFormat.document, vocabularies: [.english]),
    ] + fundRecords

  /// The flat records that questions to the fund side read and answer with, each once.
  private static var fundRecords: [DocumentKind] {
    var names: Set<String> = []
    return FundQuestions.all.flatMap { $0.inputs.map(\.kind) + $0.tables }
      .filter { names.insert($0.name.english).inserted }
      .map { kind in
        DocumentKind(
          kind.name.english.replacing("_", with: "-"), kind.shape, vocabularies: [.english])
      }
  }

  /// File names and texts of all schemas.
  package static var schemas: [(file: String, text: String)] {
    all.flatMap { kind in
      kind.vocabularies.map { vocabulary in
        let suffix = vocabulary == .chinese ? ".zh" : ""
        let file = "\(kind.name)\(suffix).schema.json"
        let schema = SchemaGenerator.schema(for: kind.shape, id: file, title: kind.title, vocabulary: vocabulary)
        return (file, schema.pretty)
      }
    }
  }

  /// File names and texts of all reference pages.
  package static var referencePages: [(file: String, text: String)] {
    all.map { ("\($0.name).md", ReferencePage.markdown(for: $0.record, title: $0.title)) }
  }
}

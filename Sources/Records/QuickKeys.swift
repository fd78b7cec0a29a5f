import Format
import SourceTree

/// The keys of a kind, ready for reading values from bytes.
struct QuickKeys: Sendable {
  enum Form: Sendable {
    case plain(PlainForm)
    case words([Word])
    case kind(ScalarKind)
    /// It is never read from bytes.
    case none
  }

  struct Entry: Sendable {
    /// Its English name.
    let name: [UInt8]
    let form: Form
  }

  let entries: [Entry]
  /// The name of the kind, which lines of answers have under `table`; nil where the kind has such a key itself.
  let table: [UInt8]?
  /// A bit for each key that has to be there.
  let required: UInt64
  /// Kinds with more keys than bits are read in the general way.
  let isUsable: Bool

  init(_ kind: Word, _ keys: [Key]) {
    table = keys.contains { $0.name.english == AnswerRecord.table } ? nil : Array(kind.english.utf8)
    entries = keys.map { Entry(name: Array($0.name.english.utf8), form: Form($0.shape)) }
    isUsable = keys.count <= UInt64.bitWidth
    required = keys.indices.reduce(0) { $1 < UInt64.bitWidth && keys[$1].isRequired ? $0 | 1 << UInt64($1) : $0 }
  }
}

extension QuickKeys.Form {
  init(_ shape: Shape) {
    switch shape {
    case .scalar(let kind): self = kind.plainForm.map { .plain($0) } ?? .kind(kind)
    case .choice(let choice): self = .words(choice.words)
    default: self = .none
    }
  }

  /// The value of bytes that stand for a scalar of a style; nil unless all is plain.
  func value(of bytes: UnsafeBufferPointer<UInt8>, _ style: Scalar.Style) -> ScalarValue? {
    switch self {
    case .none: return nil
    case .plain(.money):
      // A bare `true` is no amount, whatever its characters.
      return style == .literal ? nil : PlainForm.money.value(of: bytes)
    case .plain(let form): return style == .doubleQuoted ? form.value(of: bytes) : nil
    case .words(let words):
      guard style == .doubleQuoted else { return nil }
      let word = words.first { $0.english.utf8.elementsEqual(bytes) }
      return word.map { .text($0.english) }
    case .kind(let kind):
      guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
      return kind.value(of: Scalar(text, style), in: .english)
    }
  }
}

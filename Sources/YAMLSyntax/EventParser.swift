import CLibYAML
import Findings
import SourceTree

/// libyaml's parser over one text. It owns the memory that libyaml works on and hands none of it out.
struct EventParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let isReady: Bool

  init(_ bytes: [UInt8]) {
    parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = input.initialize(from: bytes)
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    // Without this libyaml guesses the encoding and would accept UTF-16.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
    input.deallocate()
  }

  mutating func next() throws(ParseStop) -> YAMLEvent {
    guard isReady else { throw .syntax(Self.unexpectedEnd) }
    var raw = yaml_event_t()
    guard yaml_parser_parse(parser, &raw) == 1 else { throw .syntax(problem()) }
    defer { yaml_event_delete(&raw) }
    guard let event = Self.event(raw) else { throw .syntax(Self.unexpectedEnd) }
    return event
  }

  private static var unexpectedEnd: SyntaxProblem {
    SyntaxProblem(
      problem: "the parser stopped", context: "", position: Position(line: 1, column: 1), contextPosition: nil)
  }

  private func problem() -> SyntaxProblem {
    let state = parser.pointee
    let context = state.context.map { String(cString: $0) } ?? ""
    return SyntaxProblem(
      problem: state.problem.map { String(cString: $0) } ?? "the parser stopped",
      context: context,
      position: state.error == YAML_READER_ERROR ? readerPosition() : Self.position(state.problem_mark),
      contextPosition: context.isEmpty ? nil : Self.position(state.context_mark))
  }

  /// A reader error sets no mark, only a byte offset.
  private func readerPosition() -> Position {
    let offset = min(Int(clamping: parser.pointee.problem_offset), input.count)
    let before = input[..<offset]
    let line = before.count { $0 == Ascii.newline } + 1
    let lastLine = before.lastIndex(of: Ascii.newline).map { $0 + 1 } ?? 0
    return Position(line: line, column: before[lastLine...].count { $0 & 0xC0 != 0x80 } + 1)
  }

  /// libyaml counts from 0, in code points.
  private static func position(_ mark: yaml_mark_t) -> Position {
    Position(line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1)
  }

  private static func event(_ raw: yaml_event_t) -> YAMLEvent? {
    guard let content = content(raw) else { return nil }
    var event = YAMLEvent(content: content, start: position(raw.start_mark), end: position(raw.end_mark))
    switch raw.type {
    case YAML_SCALAR_EVENT:
      event.anchor = string(raw.data.scalar.anchor)
      event.tag = string(raw.data.scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      event.anchor = string(raw.data.sequence_start.anchor)
      event.tag = string(raw.data.sequence_start.tag)
      event.isFlow = raw.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    case YAML_MAPPING_START_EVENT:
      event.anchor = string(raw.data.mapping_start.anchor)
      event.tag = string(raw.data.mapping_start.tag)
      event.isFlow = raw.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
    default: break
    }
    return event
  }

  private static func content(_ raw: yaml_event_t) -> YAMLEvent.Content? {
    switch raw.type {
    case YAML_STREAM_START_EVENT: .streamStart
    case YAML_STREAM_END_EVENT: .streamEnd
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_ALIAS_EVENT: .alias(string(raw.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT: .scalar(scalar(raw))
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_MAPPING_END_EVENT: .mappingEnd
    default: nil
    }
  }

  private static func scalar(_ raw: yaml_event_t) -> Scalar {
    let data = raw.data.scalar
    // The text may hold a NUL, so its length counts and not its end mark.
    let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
    return switch data.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: Scalar(text, .singleQuoted)
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: Scalar(text, .doubleQuoted)
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: Scalar(text, .block)
    default: Scalar(text, .plain)
    }
  }

  private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}

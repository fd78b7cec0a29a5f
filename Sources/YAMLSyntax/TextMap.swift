/// What the bytes of a text belong to and where its lines begin, each worked out when somebody asks: nobody does where a
/// text has no faults.
final class TextMap {
  private let bytes: [UInt8]

  private(set) lazy var classes = TextLexer.classes(of: bytes)

  private(set) lazy var lineStarts: [Int] = {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == Ascii.newline { starts.append(offset + 1) }
    return starts
  }()

  init(_ bytes: [UInt8]) { self.bytes = bytes }
}

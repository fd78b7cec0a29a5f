/// Cuts a stream of bytes into lines in bounded memory.
package struct LineSplitter {
  /// A line without its end, or that it was too long to keep.
  package enum Line: Sendable {
    case text([UInt8])
    case tooLong
  }

  private let limit: Int
  private var pending: [UInt8] = []
  /// The line that is being read was too long; what is left of it is dropped.
  private var isSkipping = false

  /// Whether a line has begun that has not ended.
  package var isInLine: Bool { isSkipping || !pending.isEmpty }

  package init(limit: Int) { self.limit = limit }

  /// The lines that end in these bytes.
  package mutating func lines(in bytes: some Collection<UInt8>) -> [Line] {
    var lines: [Line] = []
    var rest = Array(bytes)[...]
    while let end = rest.firstIndex(of: 0x0A) {
      take(rest[..<end])
      lines.append(finishLine())
      rest = rest[rest.index(after: end)...]
    }
    take(rest)
    return lines
  }

  /// A last line that has no end; nil when there is none.
  package mutating func last() -> Line? {
    isInLine ? finishLine() : nil
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    if isSkipping { return }
    // One byte more for a carriage return, which does not count.
    if pending.count + bytes.count > limit + 1 {
      isSkipping = true
      pending = []
      return
    }
    pending += bytes
  }

  private mutating func finishLine() -> Line {
    defer {
      pending.removeAll(keepingCapacity: true)
      isSkipping = false
    }
    if isSkipping { return .tooLong }
    let text = pending.last == 0x0D ? pending.dropLast() : pending[...]
    return text.count > limit ? .tooLong : .text(Array(text))
  }
}

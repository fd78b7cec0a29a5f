import Host

/// The files of a log: `NAME` is being written, `NAME.1`, `NAME.2` … are full, the oldest first.
package struct LogFileNames: Sendable {
  package let current: String

  package init(_ current: String) { self.current = current }

  /// A full part, or a set-aside line with its own ending.
  func path(_ number: Int, ending: String = "") -> String { "\(current)\(ending).\(number)" }

  /// The half-written lines that were set aside.
  static let torn = ".torn"

  var lock: String { "\(current).lock" }

  var folder: String {
    guard let slash = current.lastIndex(of: "/") else { return "." }
    return slash == current.startIndex ? "/" : String(current[..<slash])
  }

  /// The numbers that are taken, in rising order.
  func numbers(ending: String = "") throws(SystemFailure) -> [Int] {
    let name = current.lastIndex(of: "/").map { String(current[current.index(after: $0)...]) } ?? current
    let start = "\(name)\(ending)."
    return try Folder.names(in: folder).compactMap { file in
      guard file.hasPrefix(start) else { return nil }
      let digits = file.dropFirst(start.count)
      guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), digits.first != "0" else { return nil }
      return Int(digits)
    }.sorted()
  }

  /// A number after all that are taken, so that nothing is ever replaced.
  func nextNumber(ending: String = "") throws(LogFailure) -> Int {
    let last = try LogFailure.ofSystem { () throws(SystemFailure) in try numbers(ending: ending).last ?? 0 }
    if last == .max { throw .numbersExhausted(path(last, ending: ending)) }
    return last + 1
  }
}

extension LogFileNames {
  /// All parts in the order in which they were written, and those that are missing between others.
  package func parts() throws(SystemFailure) -> (found: [String], missing: [String]) {
    let numbers = try numbers()
    let taken = Set(numbers)
    // Early parts may have been archived; only a gap says that something was lost.
    let gaps = (numbers.first ?? 0)...(numbers.last ?? 0)
    return (
      numbers.map { path($0) } + [current],
      gaps.lazy.filter { !taken.contains($0) && !numbers.isEmpty }.prefix(100).map { path($0) }
    )
  }
}

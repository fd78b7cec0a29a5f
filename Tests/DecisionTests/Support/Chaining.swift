import Registry

/// The digest of a line as the one after it tells it.
func digest(of line: String) -> String { "sha256:" + SHA256.digest(of: line.utf8) }

/// Lines as a log would hold them one after the other, whatever they say: what an altered line does by itself is seen
/// only when the line after it fits.
func chained(_ lines: [String], after first: String? = nil) -> [String] {
  var previous = first.map { digest(of: $0) }
  return lines.map { line in
    let isObject = line.hasPrefix("{\"") && line.hasSuffix("}")
    let told = previous.map { isObject ? line.dropLast() + ", \"previous\": \"\($0)\"}" : line } ?? line
    previous = digest(of: told)
    return told
  }
}

/// A line of a log as it would be the first one.
func unchained(_ line: String) -> String { line.replacing(/, "previous": "sha256:[0-9a-f]{64}"\}$/, with: "}") }
